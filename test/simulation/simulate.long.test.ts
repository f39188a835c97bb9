/** Some weeks of a simulated office: the same seed is the same history, every invariant holds, and what is rare is reached. Others: npm run simulate. */
import { type Played, play } from './play'
import { rareStates } from './rareStates'
import { storyOf } from './story'

const weeks = Number(process.env['WEEKS'] ?? 1)
const seeds = Array.from({ length: Number(process.env['SEEDS'] ?? 3) }, (_, at) => `long ${at + 1}`)
/** Of a few weeks so many of the rare states; two hundred seeds come to each. */
const enough = 15
const lived: Played[] = []

test.each(seeds)(
  'seed «%s»: every invariant holds after every execution',
  (seed) => {
    const played = play(storyOf({ seed, weeks }))
    lived.push(played)
    expect(played.violation).toBeNull()
    expect(played.running.checker.checks).toBeGreaterThan(1000)
  },
  600_000,
)

test('a seed is one history, byte for byte, and another seed another one', () => {
  const [one, two] = seeds.slice(0, 2).map((seed) => storyOf({ seed, weeks: 1, load: 4 }))
  if (one === undefined || two === undefined) throw new Error('two seeds are compared')
  const histories = [one, one, two, two].map((story) => play(story).history)
  expect(histories[0]).toBe(histories[1])
  expect(histories[2]).toBe(histories[3])
  expect(histories[0]).not.toBe(histories[2])
}, 600_000)

test('what is rare has been seen, and runs have died', () => {
  const seen = new Set(lived.flatMap(({ running }) => [...running.seen.states]))
  expect([...seen].filter((state) => !rareStates.includes(state))).toEqual([])
  expect(seen.size).toBeGreaterThanOrEqual(enough)
  expect(lived.reduce((sum, { running }) => sum + running.points.struck.size, 0)).toBeGreaterThan(10)
})
