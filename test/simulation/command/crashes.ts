/** `npm run crashes [-- --again] [--only words] [--share 1/4] [--minutes 30] [--fresh]`: every run that writes, broken at each call in each way; `--again`: and what finishes it. Ends with 1 where something is wrong, or not all was run that was asked for. */
import { parseArgs } from 'node:util'
import { Afterwards, type Crashed } from '../crashes/crash'
import type { Lane } from '../races/lane'
import { lanes } from '../races/lanes'
import { Kept } from './kept'
import { isInShare } from './share'
import { noteTally } from './tallies'

const { values } = parseArgs({
  options: {
    again: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    share: { type: 'string', default: '1/1' },
    minutes: { type: 'string', default: 'Infinity' },
    fresh: { type: 'boolean', default: false },
  },
})

interface Case {
  readonly name: string
  crashed(): Crashed
}

function* casesOf(lane: Lane, after: Afterwards): Generator<Case> {
  for (const point of after.points()) {
    const first = `${lane.name} | ${point.at} ${point.call} ${point.way}`
    if (!values.again) yield { name: first, crashed: () => after.crashed(point) }
    else for (const second of after.crashedAgain(point)) yield { name: `${first} | ${second.name}`, crashed: second.crashed }
  }
}

const startedAt = performance.now()
const until = startedAt + Number(values.minutes) * 60_000
const kept = new Kept<Crashed>(`.build/crashes${values.again ? '-again' : ''}.json`, __filename, values.fresh)
const chosen = lanes.filter(({ name }) => name.includes(values.only))
let [known, asked, tried, equal, broken] = [0, 0, 0, 0, 0]
for (const lane of chosen) {
  for (const { name, crashed } of casesOf(lane, new Afterwards(lane))) {
    known++
    if (!isInShare(name, values.share)) continue
    asked++
    if (performance.now() > until) continue
    const { wrong, isEqual } = kept.of(name, crashed)
    tried++
    if (isEqual) equal++
    if (wrong.length === 0) continue
    broken++
    console.log(`${name}\n  ${wrong.join('\n  ').slice(0, 600)}`)
  }
  if (performance.now() > until && values.again) break
}
const told = `${tried}/${known} of ${chosen.length} runs that write, ${broken} with something wrong`
console.log(`crash points ${told}; after ${equal} all stood as after another one; ${Math.round((performance.now() - startedAt) / 1000)} s`)
if (tried < asked) console.log('Broken off: the same command goes on from here.')
if (values.only === '' && !values.again) noteTally('crashes', tried, told)
process.exit(broken > 0 || tried < asked ? 1 : 0)
