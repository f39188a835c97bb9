/** What a run of stories comes to, in few lines. */
import type { Played } from '../play'
import { rareStates } from '../rareStates'

export function summaryOf(all: readonly Played[]): string {
  const sum = (of: (one: Played) => number) => all.reduce((total, one) => total + of(one), 0)
  const faults = new Map<string, number>()
  const reached = new Set<string>()
  const [known, struck] = [new Set<string>(), new Set<string>()]
  for (const { running } of all) {
    for (const [kind, count] of running.faults) faults.set(kind, (faults.get(kind) ?? 0) + count)
    for (const state of running.seen.states) reached.add(state)
    for (const point of running.points.known) known.add(point)
    for (const point of running.points.struck) struck.add(point)
  }
  const unseen = rareStates.filter((state) => !reached.has(state))
  return [
    `seeds                     ${all.length}`,
    `executions                ${sum(({ running }) => running.executions)}`,
    `deals                     ${sum(({ deals }) => deals)}`,
    `faults                    ${[...faults]
      .sort()
      .map(([kind, count]) => `${kind} ${count}`)
      .join(', ')}`,
    `crash points              ${struck.size}/${known.size}`,
    `invariant checks          ${sum(({ running }) => running.checker.checks)}`,
    `rare states reached       ${reached.size}/${rareStates.length}${unseen.length > 0 && unseen.length < 60 ? ` (not: ${unseen.join('; ')})` : ''}`,
    `letters possibly doubled  ${sum(({ running }) => running.checker.possiblyDoubled)}`,
    `violations                ${all.filter(({ violation }) => violation !== null).length}`,
  ].join('\n')
}

/** Two hundred seeds that have not come to every rare state have looked past something. */
export function isBlind(seeds: number, reached: ReadonlySet<string>): boolean {
  return seeds >= 200 && rareStates.some((state) => !reached.has(state))
}

export function lineOf({ story, running, deals, history, violation }: Played): string {
  const end = violation === null ? 'held' : `step ${violation.step}: ${violation.words}`
  return `seed ${story.seed}: ${story.steps.length} steps, ${running.executions} executions, ${deals} deals, history ${history}, ${end}`
}
