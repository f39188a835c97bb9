/** One execution as the emulator keeps it between runs of its code: its clock, the calls it made and what they answered. */
import { roundTripMs } from '../world/latency'
import type { CallRecord, ErrorDetails, ExecutionRecord, Invocation, UiEffect, WorldState } from '../world/types'

/** A call that was made, with all that a replay needs to answer it again. */
export interface PastCall {
  readonly record: CallRecord
  readonly answer: unknown
  readonly error: {
    readonly name: string
    readonly message: string
    readonly details: ErrorDetails | undefined
  } | null
  /** Clock of the execution when the call was over, epoch ms. */
  readonly clockAfter: number
  /** What the call showed to the person. */
  readonly ui: readonly UiEffect[]
}

/** Identity and past of an execution; `past` grows with each live call and survives a re-run. */
export interface Execution {
  readonly id: number
  readonly invocation: Invocation
  /** Folder of the code that it runs to its end, whatever is pushed meanwhile. */
  readonly folder: string
  /** Epoch ms. */
  readonly startedAt: number
  readonly past: PastCall[]
  readonly ui: UiEffect[]
  /** Since when it waits for a lock, epoch ms. */
  waitingSince: number | null
  /** When its wait for the lock times out, epoch ms. */
  waitsUntil: number
}

/** What came of one run of the bundle's code. */
export interface RunResult {
  readonly value: unknown
  readonly error: ExecutionRecord['error']
  readonly logs: readonly string[]
  readonly cpuMs: number
}

export function startExecution(state: WorldState, invocation: Invocation, folder: string): Execution {
  state.executionCounter += 1
  return { id: state.executionCounter, invocation, folder, startedAt: state.now, past: [], ui: [], waitingSince: null, waitsUntil: 0 }
}

/** What the transport adds to an entry: the page's round trip, the web app's (warm) start. */
export function transportMs(entry: Invocation['entry']): number {
  if (entry === 'rpc') return roundTripMs.rpc
  return entry === 'webGet' || entry === 'webPost' ? roundTripMs.webWarm : 0
}

const sum = (calls: readonly CallRecord[], amount: (call: CallRecord) => number): number =>
  calls.reduce((total, call) => total + amount(call), 0)

export function toRecord(execution: Execution, result: RunResult): ExecutionRecord {
  const { id, invocation, startedAt, past, ui } = execution
  const calls = past.map((call) => call.record)
  return {
    id,
    fn: invocation.fn,
    entry: invocation.entry,
    user: invocation.user,
    startedAt: new Date(startedAt).toISOString(),
    calls,
    leavingCalls: calls.filter((call) => call.leaves).length,
    cellsRead: sum(calls, (call) => call.cellsRead),
    cellsWritten: sum(calls, (call) => call.cellsWritten),
    modelledSeconds: (sum(calls, (call) => call.modelledMs) + transportMs(invocation.entry)) / 1000,
    ...result,
    ui: [...ui],
  }
}
