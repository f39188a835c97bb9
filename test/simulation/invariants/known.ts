/** What the invariants know of an office: rows as their journal adds them up, requests, and what is allowed to be so. */
import type { World } from '../../../emulator/world/types'
import type { Value } from './cells'

export type Facts = Record<string, Value>

/** A row of «Сделки» or «Клиенты» as its lines in the journal add up; another object after each line. */
export interface Folded {
  readonly table: string
  readonly id: number
  readonly facts: Facts
  /** Who gave it time or consultant himself → when he did so last, and what stood then. */
  readonly givenBy: ReadonlyMap<Value, Given>
  readonly version: number
  /** What its last line came of: several lines of one version come of one. */
  readonly by: string
  /** Stages it stood at before the present one, the last one last. */
  readonly stages: readonly string[]
}

interface Given {
  /** Wall clock. */
  readonly at: string
  readonly start: Value
  readonly consultant: Value
}

/** What a simulated office has seen come in, for the invariants about the world outside. */
export interface Ledger {
  /** A word that one request alone says → it was accepted; false = its sender was told nothing, or no. */
  readonly requests: Map<string, boolean>
}

export type Expect = (holds: boolean, words: () => string) => void

export interface Known {
  readonly world: World
  readonly ledger: Ledger
  /** «Сделки № 12» → the row. */
  readonly folded: ReadonlyMap<string, Folded>
  /** Deals that stand at «Консультация назначена», by number. */
  readonly booked: ReadonlyMap<number, Folded>
  /** Word of a request → deals that were made with it. */
  readonly requests: ReadonlyMap<string, ReadonlySet<string>>
  readonly expect: Expect
}
