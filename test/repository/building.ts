/** Builds a script from a tiny entry with the repository's own build.mjs, in a process of its own: Jest cannot load native modules. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from './files'

export interface Built {
  /** '' when the build was refused. */
  readonly code: string
  /** The refusal, '' when there was none. */
  readonly refused: string
}

const program = `
import { shippedCode } from './build.mjs'
const answer = await shippedCode({ entry: process.env.ENTRY }).then((code) => ({ code, refused: '' }), ({ message }) => ({ code: '', refused: message }))
process.stdout.write(JSON.stringify(answer))`

const inNode = (code: string, env: Record<string, string> = {}): string =>
  execFileSync(process.execPath, ['--input-type=module', '-e', code], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'ignore'],
  })

/** What build.mjs makes of a main.ts with this text. */
export const buildOf = (mainText: string): Built => {
  const folder = mkdtempSync(join(tmpdir(), 'build-'))
  try {
    const entry = join(folder, 'main.ts')
    writeFileSync(entry, mainText)
    return JSON.parse(inNode(program, { ENTRY: entry })) as Built
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** build.mjs's constants. */
export const buildRules = (): {
  allowedGlobals: string[]
  budgets: Record<'code.js' | 'sidebar.html' | 'dialogs.html' | 'import.html' | 'pages.html' | 'form.html' | 'guide.html', number>
} =>
  JSON.parse(
    inNode("import { allowedGlobals, budgets } from './build.mjs'\nprocess.stdout.write(JSON.stringify({ allowedGlobals, budgets }))"),
  ) as ReturnType<typeof buildRules>

/** `npm test` builds first; a single file that is run alone finds what was built before, or builds. */
export const requireDist = (): void => {
  if (!existsSync(join(root, 'dist', 'code.js'))) execFileSync(process.execPath, ['build.mjs'], { cwd: root, stdio: 'ignore' })
}
