/** `npm run crashes [-- --again] [--only words] [--part 1/4] [--minutes 30] [--fresh]`: every run that writes, broken at each call in each way; `--again`: and what finishes it. */
import { parseArgs } from 'node:util'
import { crashed, crashedAgain, pointsOf } from '../crashes/crash'
import { type Lane, lanes, world } from '../races/lanes'
import { Kept } from './kept'

const { values } = parseArgs({
  options: {
    again: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    part: { type: 'string', default: '1/1' },
    minutes: { type: 'string', default: 'Infinity' },
    fresh: { type: 'boolean', default: false },
  },
})

interface Case {
  readonly name: string
  wrong(): readonly string[]
}

function* casesOf({ name, invocation }: Lane): Generator<Case> {
  const run = invocation(false)
  for (const point of pointsOf(world, run)) {
    const first = `${name} | ${point.at} ${point.call} ${point.way}`
    if (!values.again) yield { name: first, wrong: () => crashed(world, run, point) }
    else for (const second of crashedAgain(world, run, point)) yield { name: `${first} | ${second.name}`, wrong: second.wrong }
  }
}

const startedAt = performance.now()
const until = startedAt + Number(values.minutes) * 60_000
const [part = 1, parts = 1] = values.part.split('/').map(Number)
const kept = new Kept<readonly string[]>(`.build/crashes${values.again ? '-again' : ''}.json`, __filename, values.fresh)
const chosen = lanes().filter(({ name }) => name.includes(values.only))
let [known, tried, broken] = [0, 0, 0]
for (const lane of chosen) {
  for (const { name, wrong } of casesOf(lane)) {
    known++
    if (known % parts !== part - 1 || performance.now() > until) continue
    const found = kept.of(name, wrong)
    tried++
    if (found.length === 0) continue
    broken++
    console.log(`${name}\n  ${found.join('\n  ').slice(0, 600)}`)
  }
  if (performance.now() > until && values.again) break
}
const seconds = Math.round((performance.now() - startedAt) / 1000)
const reached = performance.now() > until ? ', broken off: the same command goes on from here' : ''
console.log(`${chosen.length} runs that write; crash points ${tried}/${known}${reached}, ${broken} with something wrong, ${seconds} s`)
process.exit(broken > 0 ? 1 : 0)
