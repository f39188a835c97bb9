/** What people chose for the columns and words of a file, kept for the next one. */

import * as v from 'valibot'
import type { Grid } from './proposal/grid'
import { plainHeading } from './proposal/headingWords'
import { type Plan, withWords } from './proposal/plan'
import type { OfficeNames } from './proposal/shapes'
import { isMany, type Target, targetKeys, type WordTarget } from './proposal/targets'

const text = v.string()

/** Heading → target; target → word of the file → word of the register. */
export const choicesSchema = v.object({
  columns: v.record(text, v.picklist(targetKeys)),
  words: v.record(text, v.record(text, text)),
})
export type Choices = v.InferOutput<typeof choicesSchema>

export const noChoices: Choices = { columns: {}, words: {} }

/** Most entries kept: the cell that holds them has 50,000 signs. */
const most = 300

interface Around {
  readonly grid: Grid
  readonly office: OfficeNames
}

/** The proposal with what was chosen before in place of it. */
export function planWith(choices: Choices, plan: Plan, { grid, office }: Around): Plan {
  const targets = plan.targets.map((target, column) => choices.columns[plainHeading(plan.headings[column] ?? '')] ?? target)
  const chosen = { ...plan, targets: oneEach(targets, plan.targets), words: choices.words }
  return withWords(chosen, grid, office)
}

/** A target with one place that was chosen for one column is proposed for no other one. */
function oneEach(targets: readonly Target[], proposed: readonly Target[]): Target[] {
  return targets.map((target, column) => {
    const isDouble =
      !isMany(target) &&
      target === proposed[column] &&
      targets.some((one, other) => one === target && other !== column && proposed[other] !== target)
    return isDouble ? 'skip' : target
  })
}

/** What differs from the proposal, beside what was kept before; the newest are kept. */
export function choicesOf(plan: Plan, proposed: Plan, before: Choices, { grid, office }: Around): Choices {
  const columns = plan.targets.flatMap((target, column) =>
    target === proposed.targets[column] ? [] : [[plainHeading(plan.headings[column] ?? ''), target] as const],
  )
  const anew = withWords({ ...plan, words: {} }, grid, office).words
  const words = (Object.entries(plan.words) as [WordTarget, Readonly<Record<string, string>>][]).map(([target, own]) => {
    const changed = Object.entries(own).filter(([word, is]) => is !== anew[target]?.[word])
    return [target, latest({ ...before.words[target], ...Object.fromEntries(changed) })] as const
  })
  return {
    columns: latest({ ...before.columns, ...Object.fromEntries(columns) }),
    words: { ...before.words, ...Object.fromEntries(words) },
  }
}

function latest<T>(entries: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(entries).slice(-most))
}
