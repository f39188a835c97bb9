/** `npm run races [-- --switches 3] [--share 1/20] [--only words] [--minutes 30] [--fresh]`: every two runs that write, in all their distinct schedules, or at most so many of each two. Ends with 1 where something is broken, or not all was run that was asked for. */
import { parseArgs } from 'node:util'
import { lanes, pairs } from '../races/lanes'
import { type Raced, race } from '../races/pair'
import { Kept } from './kept'
import { isInShare } from './share'
import { noteTally } from './tallies'

const { values } = parseArgs({
  options: {
    switches: { type: 'string', default: '3' },
    share: { type: 'string', default: '1/1' },
    only: { type: 'string', default: '' },
    list: { type: 'boolean', default: false },
    most: { type: 'string', default: 'Infinity' },
    minutes: { type: 'string', default: 'Infinity' },
    fresh: { type: 'boolean', default: false },
  },
})

if (values.list) {
  console.log(lanes.map(({ name }) => name).join('\n'))
  process.exit(0)
}

const startedAt = performance.now()
const all = pairs().map((pair) => ({ pair, name: pair.map(({ name }) => name).join(' | ') }))
const chosen = all.filter(({ name }) => isInShare(name, values.share) && name.includes(values.only))
const kept = new Kept<Raced>('.build/races.json', __filename, values.fresh)
const until = startedAt + Number(values.minutes) * 60_000
let [known, orders, equal, raced, broken] = [0, 0, 0, 0, 0]
for (const { pair, name } of chosen) {
  if (performance.now() > until) break
  const found = kept.of(`${values.switches} ${values.most} ${name}`, () => race(pair, Number(values.switches), Number(values.most)))
  known += found.known
  orders += found.orders
  equal += found.equal
  raced += 1
  if (found.wrong.length === 0) continue
  broken += 1
  console.log(`${name}\n  ${found.wrong.join('\n  ').slice(0, 900)}`)
}
const told = `${orders}/${known} of at most ${values.switches} switches (${equal} end as another one), pairs ${raced}/${all.length}, ${broken} broken`
console.log(`${lanes.length} runs that write; ${told}, ${Math.round((performance.now() - startedAt) / 1000)} s`)
if (raced < chosen.length) console.log('Broken off: the same command goes on from here.')
if (values.only === '') noteTally('races', orders, told)
process.exit(broken > 0 || raced < chosen.length ? 1 : 0)
