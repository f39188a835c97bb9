/** A story that ends badly, made as short as it still does: parts are left out by halves, then faults one by one. */
import { play } from '../play'
import type { Step, Story } from '../story'

/** The first word of a violation names the invariant. */
const nameOf = (words: string) => / ([A-Z]\d) /.exec(` ${words} `)?.[1] ?? words

export interface Shrinking {
  /** Plays allowed. */
  readonly tries: number
}

export function shrunk(story: Story, words: string, { tries }: Shrinking): Story {
  let left = tries
  const isBad = (steps: readonly Step[]): boolean => {
    if (left-- <= 0) return false
    const { violation } = play({ ...story, steps })
    return violation !== null && nameOf(violation.words) === nameOf(words)
  }
  let steps = story.steps
  for (let size = Math.ceil(steps.length / 2); size >= 1 && left > 0; size = size === 1 ? 0 : Math.ceil(size / 2))
    steps = without(steps, size, isBad)
  for (const [at, step] of steps.entries()) {
    const { fault: _, ...plain } = step
    const calm = steps.map((one, place) => (place === at ? plain : one))
    if (step.fault !== undefined && isBad(calm)) steps = calm
  }
  return { ...story, steps }
}

function without(steps: readonly Step[], size: number, isBad: (steps: readonly Step[]) => boolean): readonly Step[] {
  let kept = steps
  for (let from = Math.max(0, kept.length - size); from >= 0; from -= size) {
    const less = [...kept.slice(0, from), ...kept.slice(from + size)]
    if (less.length < kept.length && isBad(less)) kept = less
    if (from === 0) break
    if (from < size) from = size
  }
  return kept
}
