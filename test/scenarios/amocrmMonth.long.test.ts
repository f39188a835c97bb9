/** Days lived in both systems, people here and there, both sides failing at random: after it rests, both say the same. DAYS, SEEDS make it longer. */
import { amoOf, busiestSecond, pairsOf } from '../fixtures/amoDesk'
import { lived, owedThere, timesHere, unequal } from '../fixtures/livedAmo'
import { registerEqualsJournal } from '../fixtures/register'

const days = Number(process.env['DAYS'] ?? 4)
const seeds = (process.env['SEEDS'] ?? '1,2').split(',').map(Number)

test.each(seeds)('seed %i', (seed) => {
  const life = lived(seed, days)
  const { world, counts, asked } = life
  const { requests, leads } = amoOf(world)
  console.log(
    `seed ${seed}, ${days} days: ${JSON.stringify(counts)}; ${asked.length} asked, ${pairsOf(world).length} pairs, ${leads.length} leads, ${requests.length} requests, at most ${busiestSecond(amoOf(world))} a second`,
  )
  expect(unequal(world)).toEqual([])
  expect(Object.entries(timesHere(life)).filter(([, times]) => times !== 1)).toEqual([])
  expect(new Set(pairsOf(world).map(({ lead }) => lead)).size).toBe(pairsOf(world).length)
  expect(new Set(pairsOf(world).map(({ deal }) => deal)).size).toBe(pairsOf(world).length)
  expect(owedThere(world)).toEqual([])
  expect(busiestSecond(amoOf(world))).toBeLessThanOrEqual(7)
  registerEqualsJournal(world)
})
