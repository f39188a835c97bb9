/** `npm run simulate -- --seed 7 --weeks 52`, `--seeds 5 --weeks 8 --jobs 2`, `--story FILE`: lives stories, once with each bundle (`--fresh`: again), and writes down one that ends badly. */
import { readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Story, storyIn, storyOf } from '../story'
import { livedBeside } from './jobs'
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
    jobs: { type: 'string', default: String(availableParallelism()) },
  },
})

function stories(): Story[] {
  if (values.story !== undefined) return [storyIn(readFileSync(values.story, 'utf8'))]
  const seeds = values.seed === undefined ? Array.from({ length: Number(values.seeds ?? 1) }, (_, at) => String(at + 1)) : [values.seed]
  return seeds.map((seed) => storyOf({ seed, weeks: Number(values.weeks), load: Number(values.load), from: values.from }))
}

const { weeks, load, from, all, tries, out } = values

/** What was lived is not lived again: a long run may be broken off, or shared out by seeds. Each story has a file of its own: other runs may live others meanwhile. */
function once(story: Story, isFresh: boolean): Lived {
  const live = () => lived(story, { all, isGiven: values.story !== undefined, tries: Number(tries), out })
  if (values.story !== undefined) return live()
  return keptOf(story, isFresh).of(nameOf(story), live)
}

const nameOf = (story: Story) => [story.seed, weeks, load, from, all ? 'all' : ''].join('-').replace(/[^\w-]/g, '_')
const keptOf = (story: Story, isFresh: boolean) =>
  new Kept<Lived>(`.build/lived/${nameOf(story)}.json`, join(dirname(__filename), 'lived.cjs'), isFresh)

/** Those that nobody has lived yet, some at a time. */
async function besides(wanted: readonly Story[]): Promise<boolean> {
  const anew = wanted.filter((story) => keptOf(story, values.fresh).count === 0)
  const atOnce = Math.min(Number(values.jobs), anew.length)
  if (values.story !== undefined || !(atOnce > 1)) return false
  const given = Object.entries({ weeks, load, from, tries, out }).flatMap(([name, value]) => [`--${name}`, value])
  const flags = [...(all ? ['--all'] : []), ...(values.fresh ? ['--fresh'] : [])]
  const onDone = (done: number) => process.stderr.isTTY && process.stderr.write(`\r${done}/${anew.length} lived `)
  const words = [...process.execArgv, __filename, ...given, ...flags]
  await livedBeside({ seeds: anew.map(({ seed }) => seed), atOnce, words, onDone })
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K')
  return true
}

async function main(): Promise<never> {
  const startedAt = performance.now()
  const wanted = stories()
  const areLived = await besides(wanted)
  const told: Told[] = []
  for (const story of wanted) {
    const { told: one, below } = once(story, values.fresh && !areLived)
    told.push(one)
    console.log([lineOf(one), ...(below === '' ? [] : [below])].join('\n'))
  }
  console.log(`\n${summaryOf(told, talliedLines())}\n${Math.round((performance.now() - startedAt) / 1000)} s`)
  const blind = isBlind(told.length, new Set(told.flatMap(({ states }) => states)))
  if (blind) console.log('The run is blind: it has not come to every rare state.')
  process.exit(blind || told.some(({ violation }) => violation !== null) ? 1 : 0)
}

void main()
