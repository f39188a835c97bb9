/** A story lived to its end, and written down where it ends badly: bundled alone, it tells by its stamp whether what was lived still counts. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { type Played, play } from '../play'
import type { Story } from '../story'
import { shrunk } from './shrink'
import { type Told, toldOf } from './told'

/** What came of the story, and what is printed below its line. */
export interface Lived {
  readonly told: Told
  readonly below: string
}

export interface Living {
  /** The story goes on after what does not hold. */
  readonly all: boolean
  /** It came from a file: it is not shortened. */
  readonly isGiven: boolean
  readonly tries: number
  /** Folder for stories that end badly. */
  readonly out: string
}

export function lived(story: Story, living: Living): Lived {
  const played = play(story, { onStep: (step) => progress(story, step), goesOn: living.all })
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K')
  const below = living.all ? firstOfEach(played.running.checker.wrong).join('\n') : ''
  return { told: toldOf(played), below: played.violation === null || living.all ? below : kept(played, played.violation.words, living) }
}

/** One line that is written over, where somebody watches. */
function progress(story: Story, step: number): void {
  if (!process.stderr.isTTY || step % 20 !== 0) return
  const done = Math.round((40 * step) / story.steps.length)
  process.stderr.write(`\rseed ${story.seed} ${'█'.repeat(done)}${'░'.repeat(40 - done)} ${story.steps[step]?.at ?? ''}`)
}

function kept(played: Played, words: string, { isGiven, tries, out }: Living): string {
  const steps = played.story.steps.slice(0, (played.violation?.step ?? 0) + 1)
  const short = isGiven ? played.story : shrunk({ ...played.story, steps }, words, { tries })
  mkdirSync(out, { recursive: true })
  const file = `${out}/seed-${played.story.seed}.json`
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
