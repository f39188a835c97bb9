/** What a run of stories comes to, in few lines. */
import type { Played } from '../play'
import { rareStates } from '../rareStates'

/** What is told of a story that was lived; it can be written down. */
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

export function summaryOf(all: readonly Told[]): string {
  const sum = (of: (one: Told) => number) => all.reduce((total, one) => total + of(one), 0)
  const many = (of: (one: Told) => readonly string[]) => new Set(all.flatMap((one) => of(one)))
  const kinds = [...many(({ faults }) => Object.keys(faults))].sort()
  const reached = many(({ states }) => states)
  const unseen = rareStates.filter((state) => !reached.has(state))
  const perDay = all.flatMap(({ letters }) => letters.perDay).sort((a, b) => a - b)
  return [
    `seeds                     ${all.length}`,
    `executions                ${sum(({ executions }) => executions)}`,
    `deals                     ${sum(({ deals }) => deals)}`,
    `faults                    ${kinds.map((kind) => `${kind} ${sum(({ faults }) => faults[kind] ?? 0)}`).join(', ')}`,
    `crash points              ${many(({ points }) => points.struck).size}/${many(({ points }) => points.known).size}`,
    `invariant checks          ${sum(({ checks }) => checks)}`,
    `rare states reached       ${reached.size}/${rareStates.length}${unseen.length > 0 && unseen.length < 60 ? ` (not: ${unseen.join('; ')})` : ''}`,
    `letters a day             median ${perDay[Math.floor(perDay.length / 2)] ?? 0}, most ${perDay.at(-1) ?? 0}; ${sum(({ letters }) => letters.again)} to somebody who had one within the hour`,
    `letters possibly doubled  ${sum(({ possiblyDoubled }) => possiblyDoubled)}`,
    `violations                ${all.filter(({ violation }) => violation !== null).length}`,
  ].join('\n')
}

/** Two hundred seeds that have not come to every rare state have looked past something. */
export function isBlind(seeds: number, reached: ReadonlySet<string>): boolean {
  return seeds >= 200 && rareStates.some((state) => !reached.has(state))
}

export function lineOf({ seed, steps, executions, deals, history, violation }: Told): string {
  const end = violation === null ? 'held' : `step ${violation.step}: ${violation.words}`
  return `seed ${seed}: ${steps} steps, ${executions} executions, ${deals} deals, history ${history}, ${end}`
}
