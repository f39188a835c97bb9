/** `npm run simulate -- --seed 7 --weeks 52`, `--seeds 5 --weeks 8`, `--story FILE`: lives stories, and writes down one that ends badly. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { type Played, play } from '../play'
import { type Story, storyIn, storyOf } from '../story'
import { shrunk } from './shrink'
import { isBlind, lineOf, summaryOf } from './summary'

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

const startedAt = performance.now()
const all: Played[] = []
for (const story of stories()) {
  const played = play(story, { onStep: (step) => progress(story, step), goesOn: values.all })
  all.push(played)
  console.log(`${process.stderr.isTTY ? '\r\u001b[K' : ''}${lineOf(played)}`)
  if (values.all) console.log(firstOfEach(played.running.checker.wrong).join('\n'))
  else if (played.violation !== null) console.log(kept(played, played.violation.words))
}
console.log(`\n${summaryOf(all)}\n${Math.round((performance.now() - startedAt) / 1000)} s`)
const blind = isBlind(all.length, new Set(all.flatMap(({ running }) => [...running.seen.states])))
if (blind) console.log('The run is blind: it has not come to every rare state.')
process.exit(blind || all.some(({ violation }) => violation !== null) ? 1 : 0)
