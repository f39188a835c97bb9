/** The share of a sweep that runs otherwise than by SHARE=1: so many of the cases, and something of each column. */
import { shareOf } from '../fixtures/share'

const before = process.env['SHARE']
beforeEach(() => delete process.env['SHARE'])
afterAll(() => {
  if (before !== undefined) process.env['SHARE'] = before
})

const sizes = [2, 3, 4, 5, 6].flatMap((oneIn) => [2, 3, 4, 5, 6].map((columns) => ({ oneIn, columns })))

test.each(sizes)('one in $oneIn of a table of $columns columns', ({ oneIn, columns }) => {
  const cases = Array.from({ length: 60 * columns }, (_, at) => ({ row: Math.floor(at / columns), column: at % columns }))
  const share = shareOf(cases, oneIn)
  expect(share).toHaveLength(cases.length / oneIn)
  expect(new Set(share.map(({ column }) => column)).size).toBe(columns)
})

test('SHARE=1: each', () => {
  process.env['SHARE'] = '1'
  expect(shareOf(['a', 'b', 'c'], 3)).toEqual(['a', 'b', 'c'])
})
