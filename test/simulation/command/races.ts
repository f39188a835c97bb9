/** `npm run races [-- --switches 3] [--part 1/4] [--only words]`: every two runs that write, in all their distinct schedules. */
import { parseArgs } from 'node:util'
import { lanes, world } from '../races/lanes'
import { race } from '../races/pair'

const { values } = parseArgs({
  options: {
    switches: { type: 'string', default: '3' },
    part: { type: 'string', default: '1/1' },
    only: { type: 'string', default: '' },
    list: { type: 'boolean', default: false },
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
let [orders, raced, wrong] = [0, 0, 0]
for (const pair of values.list ? [] : pairs) {
  const found = race(world, pair, Number(values.switches))
  orders += found.orders
  raced += 1
  if (found.wrong.length === 0) continue
  wrong += 1
  console.log(`${pair.map(({ name }) => name).join(' | ')}\n  ${found.wrong.join('\n  ').slice(0, 900)}`)
}
const seconds = Math.round((performance.now() - startedAt) / 1000)
console.log(
  `${all.length} runs that write; pairs ${raced}/${pairs.length}, ${orders} schedules of at most ${values.switches} switches, ${wrong} pairs broken, ${seconds} s`,
)
process.exit(wrong > 0 ? 1 : 0)
