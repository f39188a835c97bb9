/** What is told of a story that was lived; it can be written down. */
import type { Played } from '../play'

export interface Told {
  readonly seed: string
  readonly steps: number
  readonly executions: number
  readonly deals: number
  readonly history: string
  readonly violation: Played['violation']
  readonly checks: number
  readonly possiblyDoubled: number
  /** How often each kind struck. */
  readonly faults: Readonly<Record<string, number>>
  readonly states: readonly string[]
  readonly letters: LetterDays
  readonly points: { readonly known: readonly string[]; readonly struck: readonly string[] }
}

export interface LetterDays {
  /** Of each day with letters, how many went. */
  readonly perDay: readonly number[]
  /** To somebody who had had one within the hour. */
  readonly again: number
}

const hourMs = 3_600_000

export function letterDays(letters: readonly { readonly at: string; readonly to: string }[]): LetterDays {
  const days = new Map<string, number>()
  const last = new Map<string, number>()
  let again = 0
  for (const { at, to } of letters) {
    const moment = Date.parse(at)
    days.set(at.slice(0, 10), (days.get(at.slice(0, 10)) ?? 0) + 1)
    if (moment - (last.get(to) ?? -hourMs) < hourMs) again += 1
    else last.set(to, moment)
  }
  return { perDay: [...days.values()], again }
}

export function toldOf({ story, running, deals, history, violation }: Played): Told {
  const { executions, checker, faults, seen, points } = running
  return {
    seed: story.seed,
    steps: story.steps.length,
    ...{ executions, deals, history, violation },
    checks: checker.checks,
    possiblyDoubled: checker.possiblyDoubled,
    faults: Object.fromEntries(faults),
    states: [...seen.states],
    letters: letterDays(running.world.state.letters),
    points: { known: [...points.known], struck: [...points.struck] },
  }
}
