/**
 * Random histories of two bookings: each letter true and news when it went, each last word what is so. More of them:
 * HISTORIES=40 npx jest --selectProjects scenarios -- toldHistories.long
 */
import { toldHistory } from '../fixtures/toldHistory'

const seeds = Array.from({ length: Number(process.env['HISTORIES'] ?? 6) }, (_, at) => `letters ${at}`)

test.each(seeds)(
  '%s: 40 deeds, and the right people have the right letter once',
  (seed) => {
    expect(toldHistory(seed, 40).wrong).toEqual([])
  },
  120_000,
)
