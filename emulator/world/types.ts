/** The contracts between the emulator's parts: gate, invocation, execution record, the world's state. */

import type { EventState, WorldState } from './worldState'

export type {
  CalendarState,
  CellState,
  EventState,
  GridRangeState,
  LetterState,
  SheetState,
  SpreadsheetState,
  StoredCell,
  TriggerState,
  WorldState,
} from './worldState'

/** One service call as the call log shows it. */
export interface CallRecord {
  /** 1-based number within its execution; local calls are numbered too, so a replay can stop at any. */
  readonly n: number
  /** 'Sheets.Values.batchGet', 'Calendar.Events.patch', 'LockService.waitLock' … the keys of latency.ts. */
  readonly name: string
  /** True when the call leaves the script (counts against a budget); Utilities, Session, HtmlService do not. */
  readonly leaves: boolean
  readonly modelledMs: number
  readonly cellsRead: number
  readonly cellsWritten: number
  /** Message of the error the call threw, if it did. */
  readonly error?: string
}

/** What a service tells the gate about a call. */
export interface CallCost {
  readonly cellsRead?: number
  readonly cellsWritten?: number
  /** Recipients of a letter, created events …: what daily quotas count. */
  readonly quota?: { readonly name: QuotaName; readonly amount: number }
}

export type QuotaName = 'mailRecipients' | 'eventsCreated' | 'urlFetch' | 'triggerSeconds'

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
  constructor(message: string, options: { name?: string; details?: { code: number; message: string } } = {}) {
    super(message)
    this.name = options.name ?? 'Exception'
    this.details = options.details
  }
  /** Advanced services put the API's error here (`e.details.code`). */
  readonly details: { code: number; message: string } | undefined
}

export type Entry = 'open' | 'menu' | 'rpc' | 'trigger' | 'edit' | 'simpleEdit' | 'webGet' | 'webPost'

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

/** Things that the execution showed to the person. */
export type UiEffect =
  | { readonly kind: 'sidebar'; readonly title: string; readonly html: string }
  | {
      readonly kind: 'dialog'
      readonly modal: boolean
      readonly title: string
      readonly width: number
      readonly height: number
      readonly html: string
    }
  | { readonly kind: 'toast'; readonly title: string; readonly message: string }
  | { readonly kind: 'alert'; readonly message: string }
  | { readonly kind: 'select'; readonly sheet: string; readonly row: number; readonly column: number }
  | { readonly kind: 'menu'; readonly name: string; readonly items: readonly { readonly label: string; readonly fn: string }[] }

/** What came of an invocation. */
export interface ExecutionRecord {
  readonly id: number
  readonly fn: string
  readonly entry: Entry
  readonly user: string
  /** ISO instant of the virtual clock. */
  readonly startedAt: string
  readonly calls: readonly CallRecord[]
  readonly leavingCalls: number
  readonly cellsRead: number
  readonly cellsWritten: number
  readonly modelledSeconds: number
  /** Real CPU time spent in the bundle, milliseconds. */
  readonly cpuMs: number
  /** Return value after Google's value rules for this entry (rpc: a Date anywhere makes it null). */
  readonly value: unknown
  readonly error: { readonly name: string; readonly message: string; readonly stack: string } | null
  readonly ui: readonly UiEffect[]
  readonly logs: readonly string[]
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
  insertColumns(input: { sheet: string; before: number; count: number; user: string }): ExecutionRecord[]
  /** Throws where Google refuses: all columns, or what is not there. */
  deleteColumns(input: { sheet: string; from: number; count: number; user: string }): ExecutionRecord[]
  moveColumn(input: { sheet: string; from: number; to: number; user: string }): ExecutionRecord[]
  renameSheet(input: { sheet: string; title: string; user: string }): ExecutionRecord[]
  deleteSheet(input: { sheet: string; user: string }): ExecutionRecord[]
}

/** Wall-clock strings 'YYYY-MM-DDTHH:mm' in the calendar's zone, or 'YYYY-MM-DD' for all-day. */
export interface CalendarHand {
  insert(input: {
    calendarId: string
    summary: string
    start: string
    end: string
    recurrence?: string[]
    description?: string
    user: string
  }): EventState
  /** `id` may be an instance id of a series (then an exception is made). */
  patch(input: {
    calendarId: string
    id: string
    summary?: string
    start?: string
    end?: string
    recurrence?: string[]
    user: string
  }): EventState
  remove(input: { calendarId: string; id: string; user: string }): void
  restore(input: { calendarId: string; id: string; user: string }): EventState
  /** Duplicate in Google Calendar's sense: title and (setting `withPrivate`) the private properties copied, new id. */
  duplicate(input: { calendarId: string; id: string; start: string; withPrivate: boolean; user: string }): EventState
  /** Events and instances between two wall-clock times, cancelled left out, ordered by start. */
  between(input: { calendarId: string; from: string; to: string }): readonly EventState[]
}
