/** The contracts between the emulator's parts: gate, invocation, execution record, the world's state. */

import type { CalendarHand } from './calendarHand'
import type { Entry, ExecutionRecord, QuotaName } from './records'
import type { WorldState } from './worldState'

export type { CalendarHand } from './calendarHand'
export type { AccessRole, CalendarRules, CalendarState, EventState, EventType, GuestState, RefusalState } from './calendarState'
export type { CallRecord, Entry, ExecutionRecord, QuotaName, UiEffect } from './records'
export type {
  CellState,
  GridRangeState,
  LetterState,
  SheetState,
  SpreadsheetState,
  StoredCell,
  TriggerState,
  WorldState,
} from './worldState'

/** What a service tells the gate about a call. */
export interface CallCost {
  readonly cellsRead?: number
  readonly cellsWritten?: number
  /** Recipients of a letter, created events …: what daily quotas count. */
  readonly quota?: { readonly name: QuotaName; readonly amount: number }
}

/** Every service call of an execution goes through here: counted, timed, failed, delayed, killed or replayed. */
export interface Gate {
  /**
   * Runs one service call. `work` does the effect on the world and returns a JSON-safe answer (undefined allowed);
   * on replay the recorded answer is returned and `work` is not run.
   * @param name key of latency.ts
   * @param work effect; a thrown ServiceError is recorded and rethrown inside the context
   */
  call<T>(name: string, work: () => T, cost?: (answer: T) => CallCost): T
}

/** What the emulated services need of the world for one execution. */
export interface ServiceHost {
  readonly state: WorldState
  readonly gate: Gate
  readonly invocation: Invocation
  /** Virtual now, epoch milliseconds. */
  now(): number
  /** Next deterministic id: `prefix` + counter based on the world's seed. */
  nextId(prefix: string): string
  /** Rebuilds a JSON-safe value from objects of the execution's own realm (instanceof Array/Object/Date holds inside). */
  intoRealm<T>(value: T): T
  /** The same for answers of an API that travel as JSON. */
  jsonIntoRealm<T>(value: T): T
}

/** An error that a Google service throws: `name` is 'Exception' inside the context, unless given. */
export class ServiceError extends Error {
  override readonly name: string
  constructor(message: string, options: { name?: string; details?: ErrorDetails } = {}) {
    super(message)
    this.name = options.name ?? 'Exception'
    this.details = options.details
  }
  /** Advanced services put the API's error here (`e.details.code`). */
  readonly details: ErrorDetails | undefined
}

/** The error of an advanced service; `errors` names the reason, where it is known. */
export interface ErrorDetails {
  readonly code: number
  readonly message: string
  readonly errors?: readonly { readonly domain: string; readonly reason: string; readonly message: string }[]
}

/** One start of a global function of the bundle. */
export interface Invocation {
  /** Name of a top-level function of dist/code.js. */
  readonly fn: string
  /** JSON-safe arguments (event objects included; Google's own shape). */
  readonly args?: readonly unknown[]
  readonly entry: Entry
  /** E-mail of the person at the keyboard; '' where Google would not tell (web app, simple trigger). */
  readonly user: string
  /** Active sheet and cell of the person (1-based), for SpreadsheetApp's UI side. */
  readonly selection?: { readonly sheet: string; readonly row: number; readonly column: number }
}

/** A fault put at one call of the next execution. */
export type Fault =
  | { readonly at: number; readonly kind: 'kill' }
  | { readonly at: number; readonly kind: 'killAfter' }
  | { readonly at: number; readonly kind: 'fail'; readonly message: string }
  | { readonly at: number; readonly kind: 'failAfter'; readonly message: string }
  | { readonly at: number; readonly kind: 'delay'; readonly ms: number }

/** What people do while an execution runs: called before each of its service calls takes effect. */
export interface Meanwhile {
  readonly beforeCall: (n: number, name: string) => void
}

/** The world as tests, bench and workbench use it (emulator/world/world.ts: createWorld, loadWorld). */
export interface World {
  readonly state: WorldState
  /**
   * Runs one execution to its end, virtual clock moved on by its modelled time. Never throws for errors of the bundle.
   * `meanwhile` lets hands act between two of its calls.
   */
  invoke(invocation: Invocation, faults?: readonly Fault[], meanwhile?: Meanwhile): ExecutionRecord
  /**
   * Runs several invocations interleaved at service calls, by replay. `schedule[i]` names the invocation that makes the
   * i-th call; past its end each remaining one runs to completion in order. One that waits for a lock lets others go on.
   */
  interleave(invocations: readonly Invocation[], schedule: readonly number[]): ExecutionRecord[]
  /** Moves the virtual clock to `epochMs` (inclusive) and runs every due clock trigger in order. */
  advanceTo(epochMs: number, onRun?: (record: ExecutionRecord) => void): ExecutionRecord[]
  /** What a person does by hand in the spreadsheet; fires simple and installed edit/change triggers. */
  readonly hand: SpreadsheetHand
  /** What a person does by hand in Google Calendar; fires calendar triggers. */
  readonly calendarHand: CalendarHand
  /** Deep copy: an independent world with the same state. */
  fork(): World
  /** Writes the snapshot to a temporary file, then renames it. */
  save(path: string): void
}

export interface SpreadsheetHand {
  /** Types into a cell (1-based), parsed as Sheets parses typing (USER_ENTERED); fires onEdit. */
  type(input: { sheet: string; row: number; column: number; value: string; user: string }): ExecutionRecord[]
  /** Pastes a block; one edit event without value/oldValue. */
  paste(input: { sheet: string; row: number; column: number; values: readonly (readonly string[])[]; user: string }): ExecutionRecord[]
  sort(input: { sheet: string; column: number; ascending: boolean; user: string }): ExecutionRecord[]
  insertRows(input: { sheet: string; before: number; count: number; user: string }): ExecutionRecord[]
  deleteRows(input: { sheet: string; from: number; count: number; user: string }): ExecutionRecord[]
  moveColumn(input: { sheet: string; from: number; to: number; user: string }): ExecutionRecord[]
  renameSheet(input: { sheet: string; title: string; user: string }): ExecutionRecord[]
  deleteSheet(input: { sheet: string; user: string }): ExecutionRecord[]
}
