/** Who may import whom (docs/architecture.md), read from the import statements themselves. */
import { textOf } from './files'
import { codeFiles, type Import, importsIn } from './importGraph'

const preact = ['preact', 'preact/hooks', 'preact/jsx-runtime', '@preact/signals']

/** Folder → folders and packages it may import, beside itself. */
const allowed: Readonly<Record<string, { readonly folders: readonly string[]; readonly packages: readonly string[] | 'any' }>> = {
  'src/domain': { folders: [], packages: ['valibot', '@noble/hashes/hmac', '@noble/hashes/sha2'] },
  'src/rpc': { folders: ['src/domain'], packages: ['valibot'] },
  'src/usecases': { folders: ['src/domain', 'src/rpc'], packages: ['valibot'] },
  'src/server': { folders: ['src/domain', 'src/usecases', 'src/rpc'], packages: ['valibot'] },
  'src/sidebar': { folders: ['src/domain', 'src/rpc'], packages: [...preact, 'papaparse', 'read-excel-file/universal', 'lean-qr'] },
  'src/pages': { folders: ['src/domain', 'src/rpc'], packages: preact },
  emulator: { folders: ['src/domain', 'src/rpc'], packages: 'any' },
}
const folders = Object.keys(allowed)

const folderOf = (path: string): string => folders.find((folder) => path.startsWith(`${folder}/`)) ?? ''

const isForbidden = ({ from, what }: Import): boolean => {
  const own = folderOf(from)
  const rule = allowed[own]
  if (rule === undefined) return false
  const isPath = what.startsWith('src/') || what.startsWith('emulator/') || what.startsWith('test/') || what.startsWith('..')
  if (isPath) return folderOf(what) !== own && !rule.folders.includes(folderOf(what))
  return rule.packages !== 'any' && !rule.packages.includes(what)
}

const sources = codeFiles.filter((path) => folderOf(path) !== '')

test('imports stay within the walls', () => {
  const imports = sources.flatMap((path) => importsIn(path, textOf(path)))
  expect(imports.length).toBeGreaterThan(sources.length)
  expect(imports.filter(isForbidden)).toEqual([])
})

test.each<Import>([
  { from: 'src/domain/deal.ts', what: 'src/usecases/desk' },
  { from: 'src/domain/deal.ts', what: 'preact' },
  { from: 'src/domain/time/localTime.ts', what: 'temporal-polyfill' },
  { from: 'src/usecases/desk.ts', what: 'src/server/load' },
  { from: 'src/server/load.ts', what: 'src/sidebar/mount' },
  { from: 'src/sidebar/mount.tsx', what: 'src/server/rpc' },
  { from: 'src/sidebar/mount.tsx', what: 'src/usecases/desk' },
  { from: 'emulator/world/world.ts', what: 'src/server/doors/main' },
])('$from may not import $what', (one) => {
  expect(isForbidden(one)).toBe(true)
})

test('every way of importing is seen', () => {
  const text = `import a from './a'\nimport type { B } from "../rpc/b"\nimport {\n  c,\n} from './c'\nimport './d'\nexport { e } from './e'\nconst f = await import('./f')`
  expect(importsIn('src/domain/x.ts', text).map(({ what }) => what)).toEqual(
    ['domain/a', 'rpc/b', 'domain/c', 'domain/d', 'domain/e', 'domain/f'].map((path) => `src/${path}`),
  )
})

test('chance is an argument too: no rule calls Math.random', () => {
  const rules = sources.filter((path) => /^src\/(domain|usecases|rpc)\//.test(path))
  expect(rules.filter((path) => textOf(path).includes('Math.random'))).toEqual([])
})

test('server code is synchronous', () => {
  const server = sources.filter((path) => /^src\/(domain|usecases|server)\//.test(path))
  expect(server.filter((path) => /\basync\b|\bawait\b|\bPromise\b/.test(textOf(path)))).toEqual([])
})
