/** What a run of stories comes to, in few lines. */
import { rareStates } from '../rareStates'
import type { Told } from './told'

/** @param tallied lines of other commands on the same build (tallies.ts) */
export function summaryOf(all: readonly Told[], tallied: readonly string[]): string {
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
    `died in stories at        ${many(({ points }) => points.struck).size}/${many(({ points }) => points.known).size} calls`,
    ...tallied,
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
