/** The contracts between the emulator's parts: gate, invocation, execution record, the world's state. */

import type { CalendarHand } from './calendarHand'
import type { Entry, ExecutionRecord, QuotaName } from './state/records'
import type { CopyInput, Deployment, DeployOptions, NamedFault, NamedFaultKind } from './state/stateParts'
import type { WorldState } from './state/worldState'

export type { CalendarHand } from './calendarHand'
export type { AccessRole, CalendarRules, CalendarState, EventState, EventType, GuestState } from './state/calendarState'
export type { CallRecord, Entry, ExecutionRecord, QuotaName, UiEffect } from './state/records'
export type {
  CellState,
  FileState,
  GridRangeState,
  LetterState,
  SheetState,
  SpreadsheetState,
  StoredCell,
  TriggerState,
  WorldState,
} from './state/worldState'

/** What a service tells the gate about a call. */
export interface CallCost {
  readonly cellsRead?: number
  readonly cellsWritten?: number
  /** Recipients of a letter, created events …: what daily quotas count. */
  readonly quota?: { readonly name: QuotaName; readonly amount: number }
  readonly addressChars?: number
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
  /** Account that made the trigger; absent = the script's owner. */
  readonly owner?: string
  /** Account that the sheet is open under, where the call went to another one. */
  readonly sheetAccount?: string
  /** Deployment of the web app that is called; absent = the first one. */
  readonly deployment?: string
  /** Active sheet and cell of the person (1-based), for SpreadsheetApp's UI side. */
  readonly selection?: { readonly sheet: string; readonly row: number; readonly column: number }
}

/** A fault put at one call of the next execution. `message` of a kill: Google's words, English unless told. */
export type Fault =
  | { readonly at: number; readonly kind: 'kill' | 'killAfter'; readonly message?: string }
  | ({ readonly at: number; readonly kind: 'fail' | 'failAfter' } & ThrownFault)
  | { readonly at: number; readonly kind: 'delay'; readonly ms: number }

/** The error that a fault throws into the script: a plain Exception unless told. */
export interface ThrownFault {
  readonly message: string
  readonly name?: string
  readonly details?: { readonly code: number; readonly message: string }
}

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
  /** Which Google accounts people use, and what these have allowed the script. */
  readonly accounts: AccountsHand
  /** What people do with files in Google Drive. */
  readonly driveHand: DriveHand
  /** Faults that sit on a service and a method. */
  readonly faults: FaultsHand
  /** «Файл → Создать копию»: a world whose bound file is the copy; it shares everything else of Google with this one. */
  copySpreadsheet(input?: CopyInput): World
  /** `clasp push`: the head is this folder from now on, and menu, panels and triggers run it; it must stay as it is. */
  push(distFolder: string): void
  /** A new deployment of the web app, at a new version of the head unless told. */
  deploy(options?: DeployOptions): Deployment
  /** The same address at a new version of the head, or at one that is there. The first deployment's id is 'EMULATED'. */
  updateDeployment(id: string, options?: DeployOptions): Deployment
  /** Deep copy: an independent world with the same state. */
  fork(): World
  /** Writes the snapshot to a temporary file, then renames it. */
  save(path: string): void
}

type FaultOptions = Omit<NamedFault, 'on' | 'kind' | 'times'>

/** Google fails: `on` is 'Calendar.Events.patch', a whole service 'Calendar', or '*' for every call that leaves the script. */
export interface FaultsHand {
  /** Strikes the next such call, or the next `times` of them. */
  next(on: string, kind: NamedFaultKind, options?: FaultOptions & { times?: number }): void
  /** Strikes every such call until it is lifted. */
  always(on: string, kind: NamedFaultKind, options?: FaultOptions): void
  /** All faults on `on`, or all there are. */
  lift(on?: string): void
}

/** Files and folders by id. */
export interface DriveHand {
  trash(input: { id: string }): void
  restore(input: { id: string }): void
}

export interface AccountsHand {
  /** The sheet is open under `sheetAccount`, the browser's default account is another: panels' calls go to that one. */
  useBrowser(input: { sheetAccount: string; defaultAccount: string }): void
  /** What the account has allowed: 'all', some scopes, or none at all (then its runs do not begin). */
  grant(input: { account: string; scopes: 'all' | readonly string[] }): void
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
