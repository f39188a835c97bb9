/** What Google answered against what the emulator was built on. */
import { isSame } from '../../../src/server/conformance/probe'
import { allProbes, type NamedProbe } from '../probes/all'

/** The file that the script project writes. */
export interface GoogleAnswers {
  /** ISO moment. */
  readonly at: string
  readonly answers: Readonly<Record<string, unknown>>
}

export interface Comparison {
  /** Keys of probes whose answer is the expected one. */
  readonly same: readonly string[]
  readonly different: readonly { readonly key: string; readonly label: string; readonly expected: unknown; readonly answered: unknown }[]
  /** Probes that were not asked. */
  readonly missing: readonly string[]
  /** Answers to questions that nobody asks now. */
  readonly unknown: readonly string[]
}

export function compare({ answers }: GoogleAnswers, probes: readonly NamedProbe[] = allProbes): Comparison {
  const asked = probes.filter(({ key }) => key in answers)
  const isExpected = ({ key, probe }: NamedProbe) => isSame(answers[key], probe.expect)
  const keys = new Set(probes.map(({ key }) => key))
  return {
    same: asked.filter(isExpected).map(({ key }) => key),
    different: asked
      .filter((one) => !isExpected(one))
      .map(({ key, probe }) => ({ key, label: probe.label, expected: probe.expect, answered: answers[key] })),
    missing: probes.filter(({ key }) => !(key in answers)).map(({ key }) => key),
    unknown: Object.keys(answers).filter((key) => !keys.has(key)),
  }
}

/** Probes that Google has answered as expected → the day. */
export type Observed = Readonly<Record<string, string>>

/** What is known after an answer: confirmed probes get its day, contradicted ones lose theirs. */
export function observedAfter(before: Observed, file: GoogleAnswers, { same, different }: Comparison): Observed {
  const day = file.at.slice(0, 10)
  const kept = Object.entries(before).filter(([key]) => !different.some((one) => one.key === key))
  return Object.fromEntries([...kept, ...same.map((key) => [key, day] as const)].sort(([a], [b]) => (a < b ? -1 : 1)))
}
