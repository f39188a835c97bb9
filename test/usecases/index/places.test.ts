/** Where a deal stands, told by a few of them. */
import fc from 'fast-check'
import { placeOf, placesOf } from '../../../src/usecases/index/places'

test('a place: the row stands in it, as long as numbers grow downwards; otherwise there is none', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 100_000 }), { minLength: 1, maxLength: 400 }), (drawn) => {
      const ids = [...drawn].sort((a, b) => a - b)
      ids.forEach((id, at) => {
        const { row, until } = placeOf(placesOf(ids), id) ?? { row: null }
        expect(row).not.toBeNull()
        expect((row ?? 0) <= at + 2 && at + 2 <= (until ?? row ?? 0)).toBe(true)
      })
      if (ids.length > 32) expect(placeOf(placesOf([...ids].reverse()), ids[0] ?? 0)).toBeNull()
    }),
    { seed: 63, numRuns: 30 },
  )
})

test('numbers without a gap: the very row', () => {
  const places = placesOf(Array.from({ length: 50_000 }, (_, at) => 41_000 + at))
  expect(placeOf(places, 41_777)).toEqual({ id: 41_777, row: 779 })
  expect(places.ids.length).toBeLessThanOrEqual(1_000)
})
