/** `npm run simulate -- --seed 7 --weeks 52`, `--seeds 5 --weeks 8`, `--story FILE`: lives stories, once with each bundle (`--fresh`: again), and writes down one that ends badly. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { type Played, play } from '../play'
import { type Story, storyIn, storyOf } from '../story'
import { Kept } from './kept'
import { shrunk } from './shrink'
import { isBlind, lineOf, summaryOf, type Told, toldOf } from './summary'

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

/** One line that is written over, where somebody watches. */
function progress(story: Story, step: number): void {
  if (!process.stderr.isTTY || step % 20 !== 0) return
  const done = Math.round((40 * step) / story.steps.length)
  process.stderr.write(`\rseed ${story.seed} ${'█'.repeat(done)}${'░'.repeat(40 - done)} ${story.steps[step]?.at ?? ''}`)
}

function kept(played: Played, words: string): string {
  const short =
    values.story === undefined
      ? shrunk({ ...played.story, steps: played.story.steps.slice(0, (played.violation?.step ?? 0) + 1) }, words, {
          tries: Number(values.tries),
        })
      : played.story
  mkdirSync(values.out, { recursive: true })
  const file = `${values.out}/seed-${played.story.seed}.json`
  const { violation } = play(short)
  writeFileSync(file, `${JSON.stringify({ ...short, ...(violation && { violation }) }, null, 1)}\n`)
  return `${short.steps.length} steps are left: npm run simulate -- --story ${file}`
}

/** The first violation of each invariant, and how many there were. */
function firstOfEach(wrong: readonly string[]): string[] {
  const nameOf = (words: string) => /\b[A-Z]\d\b/.exec(words)?.[0] ?? words
  return [...new Set(wrong.map(nameOf))].map((name) => {
    const same = wrong.filter((words) => nameOf(words) === name)
    return `  ${same.length} × ${same[0]}`
  })
}

/** What came of the story, and what is printed below its line. */
interface Lived {
  readonly told: Told
  readonly below: string
}

function lived(story: Story): Lived {
  const played = play(story, { onStep: (step) => progress(story, step), goesOn: values.all })
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K')
  const below = values.all ? firstOfEach(played.running.checker.wrong).join('\n') : ''
  return { told: toldOf(played), below: played.violation === null || values.all ? below : kept(played, played.violation.words) }
}

/** What was lived is not lived again: a long run may be broken off, or shared out by seeds. Each story has a file of its own: other runs may live others meanwhile. */
function once(story: Story): Lived {
  if (values.story !== undefined) return lived(story)
  const { weeks, load, from, all } = values
  const name = [story.seed, weeks, load, from, all ? 'all' : ''].join('-').replace(/[^\w-]/g, '_')
  return new Kept<Lived>(`.build/lived/${name}.json`, __filename, values.fresh).of(name, () => lived(story))
}

const startedAt = performance.now()
const all: Told[] = []
for (const story of stories()) {
  const { told, below } = once(story)
  all.push(told)
  console.log([lineOf(told), ...(below === '' ? [] : [below])].join('\n'))
}
console.log(`\n${summaryOf(all)}\n${Math.round((performance.now() - startedAt) / 1000)} s`)
const blind = isBlind(all.length, new Set(all.flatMap(({ states }) => states)))
if (blind) console.log('The run is blind: it has not come to every rare state.')
process.exit(blind || all.some(({ violation }) => violation !== null) ? 1 : 0)
