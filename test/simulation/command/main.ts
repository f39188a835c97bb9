/** `npm run simulate -- --seed 7 --weeks 52`, `--seeds 5 --weeks 8`, `--story FILE`: lives stories, once with each bundle (`--fresh`: again), and writes down one that ends badly. */
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Story, storyIn, storyOf } from '../story'
import { Kept } from './kept'
import { type Lived, lived } from './lived'
import { isBlind, lineOf, summaryOf } from './summary'
import { talliedLines } from './tallies'
import type { Told } from './told'

const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    seeds: { type: 'string' },
    weeks: { type: 'string', default: '8' },
    load: { type: 'string', default: '14' },
    from: { type: 'string', default: '2026-10-05' },
    story: { type: 'string' },
    all: { type: 'boolean', default: false },
    tries: { type: 'string', default: '150' },
    out: { type: 'string', default: '.build/stories' },
    fresh: { type: 'boolean', default: false },
  },
})

function stories(): Story[] {
  if (values.story !== undefined) return [storyIn(readFileSync(values.story, 'utf8'))]
  const seeds = values.seed === undefined ? Array.from({ length: Number(values.seeds ?? 1) }, (_, at) => String(at + 1)) : [values.seed]
  return seeds.map((seed) => storyOf({ seed, weeks: Number(values.weeks), load: Number(values.load), from: values.from }))
}

/** What was lived is not lived again: a long run may be broken off, or shared out by seeds. Each story has a file of its own: other runs may live others meanwhile. */
function once(story: Story): Lived {
  const { weeks, load, from, all, tries, out } = values
  const live = () => lived(story, { all, isGiven: values.story !== undefined, tries: Number(tries), out })
  if (values.story !== undefined) return live()
  const name = [story.seed, weeks, load, from, all ? 'all' : ''].join('-').replace(/[^\w-]/g, '_')
  return new Kept<Lived>(`.build/lived/${name}.json`, join(dirname(__filename), 'lived.cjs'), values.fresh).of(name, live)
}

const startedAt = performance.now()
const all: Told[] = []
for (const story of stories()) {
  const { told, below } = once(story)
  all.push(told)
  console.log([lineOf(told), ...(below === '' ? [] : [below])].join('\n'))
}
console.log(`\n${summaryOf(all, talliedLines())}\n${Math.round((performance.now() - startedAt) / 1000)} s`)
const blind = isBlind(all.length, new Set(all.flatMap(({ states }) => states)))
if (blind) console.log('The run is blind: it has not come to every rare state.')
process.exit(blind || all.some(({ violation }) => violation !== null) ? 1 : 0)
