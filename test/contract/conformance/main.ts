/** `npm run conformance`: builds the script project; with a file of answers it compares, with --table it renews docs/platform.md. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type BuildCode, buildConformance } from './build'
import { compare, type GoogleAnswers, type Observed, observedAfter } from './compare'
import { platformPage } from './table'

const root = process.cwd()
const observedFile = join(root, 'test/contract/conformance/observed.json')
const pageFile = join(root, 'docs/platform.md')

const observed = (): Observed => (existsSync(observedFile) ? (JSON.parse(readFileSync(observedFile, 'utf8')) as Observed) : {})
const writePage = (): void => writeFileSync(pageFile, `${platformPage(observed())}\n`)

async function build(): Promise<void> {
  const { buildCode } = (await import(pathToFileURL(join(root, 'build.mjs')).href)) as { buildCode: BuildCode }
  const folder = join(root, '.build/conformance')
  await buildConformance(root, folder, buildCode)
  console.log(`Built into ${folder}: put a script id into a .clasp.json there, push it, run runProbes (docs/platform.md).`)
}

/** @returns the exit code */
function judge(path: string): number {
  const file = JSON.parse(readFileSync(path, 'utf8')) as GoogleAnswers
  const found = compare(file)
  for (const { key, label, expected, answered } of found.different) {
    console.log(`${key} (${label})\n  expected: ${JSON.stringify(expected)}\n  answered: ${JSON.stringify(answered)}`)
  }
  writeFileSync(observedFile, `${JSON.stringify(observedAfter(observed(), file, found), null, 2)}\n`)
  writePage()
  const { same, different, missing, unknown } = found
  console.log(`${same.length} as expected, ${different.length} otherwise, ${missing.length} not asked, ${unknown.length} unknown`)
  return different.length === 0 ? 0 : 1
}

const [argument] = process.argv.slice(2)
if (argument === undefined) await build()
else if (argument === '--table') writePage()
else process.exitCode = judge(argument)
