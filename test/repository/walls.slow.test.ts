/** The walls between the folders hold: a name of a platform that is not there does not compile, a hidden clock does not lint. */
import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { root } from './files'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'walls-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

const write = (path: string, text: string): void => {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), text)
}

const node = (script: string, args: readonly string[]): string =>
  spawnSync(process.execPath, [join(root, 'node_modules', script), ...args], { cwd: folder, encoding: 'utf8' }).stdout

/** Compiles one line per name as a file of the project; gives the names that it refused. */
const refusedNames = (project: string, names: readonly string[]): string[] => {
  const compilerOptions = {
    composite: false,
    emitDeclarationOnly: false,
    noEmit: true,
    rootDir: '.',
    typeRoots: [join(root, 'node_modules/@types')],
  }
  write(
    'tsconfig.json',
    JSON.stringify({ extends: join(root, project, 'tsconfig.json'), compilerOptions, include: ['*.ts'], references: [] }),
  )
  for (const name of names) write(`${name}.ts`, `export const used: unknown = ${name}\n`)
  const errors = node('typescript/bin/tsc', ['-p', '.', '--pretty', 'false'])
    .split('\n')
    .filter((line) => line.includes('error TS'))
  expect(errors.filter((line) => !/^\w+\.ts\(.*Cannot find name/.test(line))).toEqual([])
  return names.filter((name) => errors.some((line) => line.startsWith(`${name}.ts(`)))
}

const google = ['SpreadsheetApp', 'Utilities', 'Calendar']
const browser = ['document', 'window', 'localStorage']
const elsewhere = ['console', 'setTimeout', 'fetch', 'process', 'URL']

test.each(['src/domain', 'src/usecases', 'src/rpc'])(
  '%s compiles with the language alone',
  (project) => {
    const absent = [...google, ...browser, ...elsewhere]
    expect(refusedNames(project, [...absent, 'Map', 'JSON'])).toEqual(absent)
  },
  60_000,
)

test('src/server knows Google and no browser', () => {
  expect(refusedNames('src/server', [...google, ...browser, 'fetch', 'setTimeout', 'process'])).toEqual([
    ...browser,
    'fetch',
    'setTimeout',
    'process',
  ])
}, 60_000)

test('src/sidebar knows the browser and no Google', () => {
  expect(refusedNames('src/sidebar', [...google, ...browser, 'process'])).toEqual([...google, 'process'])
}, 60_000)

interface Lint {
  readonly diagnostics: readonly { readonly category: string; readonly location: { readonly path: string } }[]
}

/** The repository's own biome.json, over files that stand at the same places. */
const lintedPaths = (files: Readonly<Record<string, string>>): string[] => {
  copyFileSync(join(root, 'biome.json'), join(folder, 'biome.json'))
  for (const [path, text] of Object.entries(files)) write(path, text)
  const { diagnostics } = JSON.parse(node('@biomejs/biome/bin/biome', ['lint', '--reporter=json', '.'])) as Lint
  return [...new Set(diagnostics.filter(({ category }) => category.startsWith('lint/')).map(({ location }) => location.path))].sort()
}

test('a rule with a hidden clock, a log or the platform’s Intl does not lint; the same text in the server does', () => {
  const clock = 'export const now = () => new Date()\n'
  const log = "export const say = () => console.log('x')\n"
  const intl = "export const format = () => new Intl.NumberFormat('ru')\n"
  const places = ['src/domain', 'src/usecases', 'src/rpc']
  const bad = places.flatMap((place) => [`${place}/clock.ts`, `${place}/intl.ts`, `${place}/log.ts`])
  const text = (path: string): string => (path.endsWith('clock.ts') ? clock : path.endsWith('log.ts') ? log : intl)
  const files = Object.fromEntries([...bad, 'src/server/clock.ts', 'src/server/log.ts'].map((path) => [path, text(path)]))
  expect(lintedPaths({ ...files, 'src/domain/fine.ts': 'export const one = 1\n' })).toEqual([...bad].sort())
})
