/**
 * Random histories of two days: once all is quiet calendar, register, lines and letters say the same. Others than these:
 * HISTORIES=2000 FROM=0 npx jest --selectProjects scenarios -- twoDays.long
 */
import { twoDays } from '../fixtures/twoDays'
import { deedsThereAre } from '../fixtures/twoDaysDeeds'

const from = Number(process.env['FROM'] ?? 500)
const seeds = Array.from({ length: Number(process.env['HISTORIES'] ?? 25) }, (_, at) => `two days ${from + at}`)
const done = new Set<string>()
let letters = 0

test.each(seeds)(
  '%s: 14 deeds, and then all say the same',
  (seed) => {
    const lived = twoDays(seed, 14)
    for (const deed of lived.deeds) done.add(deed)
    letters += lived.letters
    expect(lived.wrong).toEqual([])
  },
  300_000,
)

/** A hundred histories have seen all; of a few one deed or another may be missing. */
const unseen = seeds.length < 100 ? 3 : 0

test('of all that may happen each has happened, and people were written to', () => {
  expect(deedsThereAre.filter((deed) => !done.has(deed)).length).toBeLessThanOrEqual(unseen)
  expect(letters).toBeGreaterThan(seeds.length)
})
