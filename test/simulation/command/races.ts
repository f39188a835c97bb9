/** `npm run races [-- --switches 3] [--part 1/4] [--only words] [--minutes 30] [--fresh]`: every two runs that write, in all their distinct schedules. */
import { parseArgs } from 'node:util'
import { lanes, world } from '../races/lanes'
import { type Raced, race } from '../races/pair'
import { Kept } from './kept'

const { values } = parseArgs({
  options: {
    switches: { type: 'string', default: '3' },
    part: { type: 'string', default: '1/1' },
    only: { type: 'string', default: '' },
    list: { type: 'boolean', default: false },
    minutes: { type: 'string', default: 'Infinity' },
    fresh: { type: 'boolean', default: false },
  },
})

const startedAt = performance.now()
const all = lanes()
const [part = 1, parts = 1] = values.part.split('/').map(Number)
const pairs = all
  .flatMap((one, at) => all.slice(at).map((other) => [one, other] as const))
  .filter((_, at) => at % parts === part - 1)
  .filter((pair) => pair.some(({ name }) => name.includes(values.only)))

if (values.list) console.log(all.map(({ name }) => name).join('\n'))
const kept = new Kept<Raced>('.build/races.json', __filename, values.fresh)
const until = startedAt + Number(values.minutes) * 60_000
let [orders, raced, wrong] = [0, 0, 0]
for (const pair of values.list ? [] : pairs) {
  if (performance.now() > until) break
  const names = pair.map(({ name }) => name).join(' | ')
  const found = kept.of(`${values.switches} ${names}`, () => race(world, pair, Number(values.switches)))
  orders += found.orders
  raced += 1
  if (found.wrong.length === 0) continue
  wrong += 1
  console.log(`${names}\n  ${found.wrong.join('\n  ').slice(0, 900)}`)
}
const seconds = Math.round((performance.now() - startedAt) / 1000)
console.log(
  `${all.length} runs that write; pairs ${raced}/${pairs.length}, ${orders} schedules of at most ${values.switches} switches, ${wrong} pairs broken, ${seconds} s`,
)
if (raced < pairs.length && !values.list) console.log('Broken off: the same command goes on from here.')
process.exit(wrong > 0 ? 1 : 0)
