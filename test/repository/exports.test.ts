/** What is exported is imported somewhere: a value that no other file asks for is a private part, or dead; so is a type that nothing names. */
import { settingKeys } from '../../src/domain/office/settings'
import { textOf } from './files'
import { codeFiles, importedNames } from './importGraph'

/** Google calls these by name. */
const doors = ['src/server/doors/main.ts']

const declared = /^export (?:declare )?(?:abstract )?(?:async )?(function\*?|const|let|class|interface|type|enum) (\w+)/gm
const listed = /^export (type )?\{([^}]*)\}/gm

interface Export {
  readonly name: string
  readonly isType: boolean
}

const exportsOf = (text: string): Export[] => [
  ...[...text.matchAll(declared)].map(([, kind = '', name = '']) => ({ name, isType: kind === 'interface' || kind === 'type' })),
  ...[...text.matchAll(listed)].flatMap(([, type, list = '']) =>
    list
      .split(',')
      .filter((one) => one.trim() !== '')
      .map((one) => ({ name: one.trim().split(/\s+/).at(-1) ?? '', isType: type !== undefined || one.trim().startsWith('type ') })),
  ),
]

/** A type may be exported for whoever calls the function beside it, even where nobody has named it yet. */
const isNamedBeside = (text: string, { name, isType }: Export): boolean =>
  isType && (text.match(new RegExp(`\\b${name}\\b`, 'g'))?.length ?? 0) > 1

test('the names of a file', () => {
  const text =
    "export const a = 1\nexport type B = string\nexport async function c() {}\nexport { d, e as f, type G } from './x'\nconst h = 2"
  expect(exportsOf(text).map(({ name }) => name)).toEqual(['a', 'B', 'c', 'd', 'f', 'G'])
  expect(
    exportsOf(text)
      .filter(({ isType }) => isType)
      .map(({ name }) => name),
  ).toEqual(['B', 'G'])
})

test('every export is imported by another file', () => {
  const used = importedNames()
  const unused = codeFiles
    .filter((path) => /^(src|emulator)\//.test(path) && !doors.includes(path))
    .flatMap((path) => {
      const text = textOf(path)
      return exportsOf(text)
        .filter((one) => !used.has(`${path} ${one.name}`) && !isNamedBeside(text, one))
        .map(({ name }) => `${path} ${name}`)
    })
  expect(unused).toEqual([])
})

test('every setting of the office is named outside its own table', () => {
  const table = ['src/domain/office/settings.ts', 'src/domain/office/office.ts']
  const product = codeFiles.filter((path) => path.startsWith('src/') && !table.includes(path)).map(textOf)
  expect(settingKeys.filter((key) => !product.some((text) => new RegExp(`\\b${key}\\b`).test(text)))).toEqual([])
})
