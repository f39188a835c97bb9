/** Every use case has a test of its own, in the same place under its own name. */
import { repositoryFiles, textOf } from './files'

/** Rules that other tests speak of: this list only becomes shorter. */
const spokenOfElsewhere = [
  'src/usecases/changes.ts',
  'src/usecases/desk.ts',
  'src/usecases/method/deed.ts',
  'src/usecases/method/method.ts',
  'src/usecases/method/methods.ts',
  'src/usecases/month/monthSheet.ru.ts',
  'src/usecases/month/sheetRows.ts',
]

const files = repositoryFiles()
const usecases = files.filter((path) => /^src\/usecases\/.*\.ts$/.test(path))
const testOf = (path: string): string => path.replace(/^src\//, 'test/').replace(/\.ts$/, '.test.ts')
const untested = usecases.filter((path) => !files.includes(testOf(path)))

/** A call of `method(…)`, with or without its types. */
const isMethod = (path: string): boolean => /= method(<[^(]*>)?\(/.test(textOf(path))

test('every method has its test at the mirrored place', () => {
  const methods = usecases.filter(isMethod)
  expect(methods.length).toBeGreaterThan(30)
  expect(untested.filter((path) => methods.includes(path))).toEqual([])
})

test('every other rule too, but for a list that only becomes shorter', () => {
  expect(untested.filter((path) => !spokenOfElsewhere.includes(path))).toEqual([])
  expect(spokenOfElsewhere.filter((path) => usecases.includes(path) && !untested.includes(path))).toEqual([])
})

test('a test at a mirrored place has its use case', () => {
  const tests = files.filter((path) => /^test\/usecases\/.*\.test\.ts$/.test(path))
  expect(tests.filter((path) => !usecases.map(testOf).includes(path))).toEqual([])
})
