/** Files stay small enough to read, say in their first line what they are for, and know nothing of the machine they were written on. */
import { repositoryFiles, textOf } from './files'

const longest = 300
const files = repositoryFiles()
const code = files.filter((path) => /^(src|emulator|test)\/.*\.tsx?$/.test(path))

test('no file of code is longer than 300 lines', () => {
  const lengths = code.map((path) => [path, textOf(path).split('\n').length - 1] as const)
  expect(lengths.length).toBeGreaterThan(200)
  expect(Object.fromEntries(lengths.filter(([, lines]) => lines > longest))).toEqual({})
})

test('every file but a test begins with a sentence that says what it is for', () => {
  const ours = code.filter((path) => !/\.test\.tsx?$/.test(path))
  expect(ours.filter((path) => !/^\/\*\* \S.*$/m.test(textOf(path).split('\n')[0] ?? ''))).toEqual([])
})

test('no file names a folder of one machine', () => {
  const places = ['work', 'root', 'home', 'Users'].map((name) => `/${name}/`)
  const isText = (text: string): boolean => !text.includes('\0')
  const naming = files.filter((path) => {
    const text = textOf(path)
    return isText(text) && places.some((place) => new RegExp(`(^|[\\s'"\`(=:])${place}`, 'm').test(text))
  })
  expect(naming).toEqual([])
})

test('nothing is left to do', () => {
  const marks = new RegExp(['TODO', 'FIXME', 'XXX'].map((mark) => `\\b${mark}\\b`).join('|'))
  expect(code.filter((path) => path !== 'test/repository/files.test.ts' && marks.test(textOf(path)))).toEqual([])
})
