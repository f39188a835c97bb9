/** Where in the journal the lines of a deal begin. */
import { firstRowOf, markedAt, marksOf } from '../../../src/usecases/index/marks'

test('the lines of a deal begin below its mark, and most of the journal stands above it', () => {
  const numbers = Array.from({ length: 30_000 }, (_, at) => (at % 3 === 0 ? 1 + at / 3 : Math.max(1, Math.floor(at / 3) - 40)))
  const marks = marksOf(numbers)
  for (const id of [1, 500, 5_000, 9_999]) expect(firstRowOf(marks, [id])).toBeLessThanOrEqual(numbers.indexOf(id) + 2)
  expect(firstRowOf(marks, [9_990, 9_999])).toBeGreaterThan(25_000)
  expect(markedAt(marks, 31_000, 10_400).at(-1)).toEqual([31_000, 10_400])
  expect(markedAt(marks, 100, 10_400)).toEqual([])
})
