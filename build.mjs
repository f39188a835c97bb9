/** Builds what ships: dist/code.js (one bundle, one real top-level function per export of main.ts), dist/sidebar.html, dist/dialogs.html, dist/import.html, dist/pages.html, dist/form.html, dist/guide.html, dist/appsscript.json. */

import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { build } from 'esbuild'

/** Globals of the script: everything else at the top level would be callable by anyone who can open a page. */
export const allowedGlobals = [
  'checkGoogle',
  'doGet',
  'doPost',
  'guide',
  'onFormSubmit',
  'onInstall',
  'onOpen',
  'openAmo',
  'openExternals',
  'openImport',
  'openReport',
  'openSettings',
  'openSlotBoard',
  'openPersonal',
  'openTaskTools',
  'openWeekClose',
  'page',
  'phone',
  'rpc',
  'setUp',
  'sheetChanged',
  'sheetEdited',
  'showSidebar',
  'signInLetters',
  'tick',
]
/** Bytes, a quarter and more above today; what size costs: `npm run bench -- bundles`, docs/decisions/0021. */
export const budgets = {
  'code.js': 1750 * 1024,
  'sidebar.html': 320 * 1024,
  'dialogs.html': 250 * 1024,
  'import.html': 300 * 1024,
  'pages.html': 50 * 1024,
  'form.html': 50 * 1024,
  'guide.html': 100 * 1024,
}
/** Names that the platform lacks. */
export const absentNames = [
  'fetch',
  'XMLHttpRequest',
  'URL',
  'URLSearchParams',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
  'process',
  'require',
  'TextEncoder',
  'TextDecoder',
  'atob',
  'btoa',
  'crypto',
  'structuredClone',
  'performance',
  'window',
  'document',
]
const bundleName = 'ConsultationDesk'

/** The library would make bytes of a string by a name that the platform lacks; it is given bytes (docs/decisions/0042). */
const bytesAlone = {
  name: 'bytes alone',
  setup: ({ onLoad }) =>
    onLoad({ filter: /@noble\/hashes\/esm\/utils\.js$/ }, async ({ path }) => ({
      contents: `const TextEncoder = undefined\n${await readFile(path, 'utf8')}`,
    })),
}

/**
 * The server's code: an iife, and a wrapper function for each export. Names and lines stay as they are written: an administrator reads them in
 * Google's list of executions (docs/decisions/0021). `packing`: options of esbuild that make it smaller, for the bench. `plugins`: of esbuild too, for deliberate
 * defects. `globals`: what another project may export.
 */
export async function buildCode({ entry = 'src/server/doors/main.ts', packing = {}, plugins = [], globals = allowedGlobals } = {}) {
  const result = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: bundleName,
    target: 'es2020',
    charset: 'utf8',
    ...packing,
    metafile: true,
    plugins: [...plugins, bytesAlone],
    legalComments: 'none',
    define: Object.fromEntries(absentNames.map((name) => [name, absentMark(name)])),
  })
  const names =
    Object.values(result.metafile.outputs)[0].exports.length > 0
      ? Object.values(result.metafile.outputs)[0].exports
      : exportsOf(await readFile(entry, 'utf8'))
  const foreign = names.filter((name) => !globals.includes(name))
  if (foreign.length > 0) throw new Error(`main.ts exports what is not on the list of globals (build.mjs): ${foreign.join(', ')}`)
  const wrappers = [...names].sort().map((name) => `function ${name}() {\n  return ${bundleName}.${name}.apply(this, arguments)\n}\n`)
  return `${result.outputFiles[0].text}\n${wrappers.join('')}`
}

function exportsOf(source) {
  return [...source.matchAll(/^export function (\w+)/gm)].map((match) => match[1])
}

/**
 * Names of the platform's absent globals that the bundle uses freely: esbuild replaces an unbound name (never a property or a local
 * variable) by its mark. `typeof name` guards count too: a bundle that asks for Node or a browser is not meant for Apps Script.
 */
export function absentIn(code) {
  return absentNames.filter((name) => code.includes(absentMark(name)))
}

function absentMark(name) {
  return `__absent_${name}__`
}

/** What ships as code.js. Throws where it names what Apps Script lacks, exports an unlisted global, or is over its budget. */
export async function shippedCode(options) {
  const code = await buildCode(options)
  const absent = absentIn(code)
  if (absent.length > 0) throw new Error(`code.js names what Apps Script lacks: ${absent.join(', ')}`)
  checkBudget('code.js', code)
  return code
}

/** The size in words; a text of exactly the budget passes. */
export function checkBudget(name, text) {
  const size = Buffer.byteLength(text)
  if (size > budgets[name]) throw new Error(`${name} has ${size} bytes, the budget is ${budgets[name]}`)
  return `${name} ${(size / 1024).toFixed(0)} KB of ${budgets[name] / 1024}`
}

/** The same files have the same one. */
export function buildIdOf(texts) {
  return createHash('sha256').update(Object.values(texts).join('\n')).digest('hex').slice(0, 12)
}

async function main() {
  const code = await shippedCode()
  const { buildPage } = await import('./src/sidebar/buildPage.mjs')
  const { buildGuide } = await import('./src/sidebar/components/help/buildGuide.mjs')
  const sidebar = await buildPage({ page: 'sidebar' })
  const dialogs = await buildPage({ page: 'dialogs' })
  const importing = await buildPage({ page: 'import' })
  const pages = await buildPage({ page: 'pages', folder: 'pages' })
  const form = await buildPage({ page: 'form', folder: 'pages' })
  const texts = {
    'code.js': code,
    'sidebar.html': sidebar,
    'dialogs.html': dialogs,
    'import.html': importing,
    'pages.html': pages,
    'form.html': form,
    'guide.html': await buildGuide(),
  }
  const shipped = Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, text.replaceAll('__BUILD_ID__', buildIdOf(texts))]))
  const sizes = Object.entries(shipped).map(([name, text]) => checkBudget(name, text))
  // Only now: a build that is refused leaves the last one standing.
  await rm('dist', { recursive: true, force: true })
  await mkdir('dist', { recursive: true })
  for (const [name, text] of Object.entries(shipped)) await writeFile(`dist/${name}`, text)
  await cp('appsscript.json', 'dist/appsscript.json')
  console.log(sizes.join(', '))
  if (existsSync('emulator/workbench/buildWorkbench.mjs')) {
    const { buildWorkbench } = await import('./emulator/workbench/buildWorkbench.mjs')
    await buildWorkbench()
  }
}

if (process.argv[1]?.endsWith('build.mjs')) {
  main().catch((error) => {
    console.error(`Сборка не удалась: ${error.message}`)
    process.exit(1)
  })
}
