/** A deliberate defect: a unique text of a source file, and what stands there instead. */
export interface Defect extends Change {
  readonly name: string
  /** A second guard of the same rule, which would hide that the first one is gone. */
  readonly also?: Change
  /** The scenario that sees it, where weeks of an office seldom come to it; absent = the simulated weeks see it. */
  readonly seenBy?: SeenBy
}

export interface Change {
  readonly file: string
  readonly find: string
  readonly put: string
}

export interface SeenBy {
  /** In test/scenarios. */
  readonly file: string
  /** Beginning of the test's name, with those of its groups in front. */
  readonly test: string
  /** Variables of the environment that the test is run with: a larger part of a table. */
  readonly with?: Readonly<Record<string, string>>
}

export const changesOf = (defect: Defect): readonly Change[] => (defect.also === undefined ? [defect] : [defect, defect.also])
