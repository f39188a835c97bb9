/** The gate of one run: numbers every service call, times it, fails it, delays it, kills the run, or answers it from the past. */

import { latencyOf, modelledMs } from '../world/latency'
import { quotaByCall, texts, timeLimitMs } from '../world/limits'
import { requireConsent } from '../world/platform/consent'
import { requireMinuteQuota } from '../world/platform/minuteQuotas'
import { strikingFault } from '../world/platform/namedFaults'
import { chargeQuota, requireQuota } from '../world/platform/quotas'
import { deterministicId } from '../world/seeded'
import type { CallCost, Fault, Gate, Meanwhile, UiEffect, WorldState } from '../world/types'
import { ServiceError } from '../world/types'
import { errorOptions, failed, type Outcome, pastError, thrownBy, withFault } from './callOutcome'
import { copyPlain } from './copyPlain'
import type { Execution, PastCall } from './execution'
import { effectiveUser } from './host'

/** Why a run stopped before its code came to an end. */
export type EndReason = 'killed' | 'refused' | 'suspended' | 'waiting' | 'diverged'

/** Thrown at the gate to end a run; after it every further call throws it again, so code that catches it changes nothing. */
export class RunEnded extends Error {
  constructor(
    readonly reason: EndReason,
    message: string = texts.executionTime,
  ) {
    super(message)
  }
}

/** Thrown by the work of a lock call that has to wait until another execution lets go. */
export class LockBusy extends Error {
  constructor(readonly timeoutMs: number) {
    super('The lock is held by another execution')
  }
}

export interface GateOptions {
  readonly state: WorldState
  readonly execution: Execution
  readonly faults?: readonly Fault[]
  /** What people do before a live call takes effect. */
  readonly beforeCall?: Meanwhile['beforeCall']
  /** Number of the last call that may be made; the run is suspended before the next one. */
  readonly lastCall?: number
  /** Keep copies of the answers, so that the execution can be run again from its start. */
  readonly keepAnswers?: boolean
}

export class RunGate implements Gate {
  /** Set when the run was stopped here. */
  ended: RunEnded | null = null
  /** Real milliseconds spent in the services themselves. */
  workMs = 0
  private made = 0
  private clock: number
  private elapsed = 0
  private extraMs = 0
  private waitedMs = 0
  private idsGiven = 0
  private working = false

  constructor(private readonly options: GateOptions) {
    this.clock = options.execution.startedAt
  }

  /** Virtual now of this execution. */
  now(): number {
    return this.clock
  }

  /** Inside a call the id comes from the world's counter; outside from the execution's own, so a replay gets the same. */
  nextId(prefix: string): string {
    const { state, execution } = this.options
    if (!this.working) return deterministicId(prefix, state.seed, `${execution.id}.${++this.idsGiven}`)
    state.counter += 1
    return deterministicId(prefix, state.seed, String(state.counter))
  }

  /** Adds virtual time to the call under way: sleeping, a lock's time-out. */
  spend(ms: number): void {
    this.extraMs += ms
  }

  /** Counts time that the call under way has waited while others moved the clock. */
  countWait(ms: number): void {
    this.waitedMs += ms
  }

  call<T>(name: string, work: () => T, cost?: (answer: T) => CallCost): T {
    if (this.ended) throw this.ended
    if (this.working) return work()
    const n = this.made + 1
    const past = this.options.execution.past[n - 1]
    if (past) return this.replay(n, name, past) as T
    if (n > (this.options.lastCall ?? Number.POSITIVE_INFINITY)) throw this.end('suspended')
    return this.live(n, name, work, cost)
  }

  /** Ends the run in the words of a refusal. */
  refuse(message: string): never {
    throw this.end('refused', message)
  }

  private end(reason: EndReason, message?: string): RunEnded {
    this.ended = new RunEnded(reason, message)
    return this.ended
  }

  private wait(busy: LockBusy): RunEnded {
    const { execution } = this.options
    execution.waitingSince ??= this.clock
    execution.waitsUntil = execution.waitingSince + busy.timeoutMs
    return this.end('waiting')
  }

  private replay(n: number, name: string, past: PastCall): unknown {
    if (past.record.name !== name) throw this.end('diverged', `Replay diverged at call ${n}: it was ${past.record.name}, now it is ${name}`)
    this.made = n
    this.clock = past.clockAfter
    this.elapsed += past.record.modelledMs
    this.options.execution.ui.push(...past.ui)
    if (past.error) throw new ServiceError(past.error.message, errorOptions(past.error))
    return copyPlain(past.answer)
  }

  private live<T>(n: number, name: string, work: () => T, cost?: (answer: T) => CallCost): T {
    const { state } = this.options
    const fault = this.faultAt(n, name)
    this.options.beforeCall?.(n, name)
    this.clock = Math.max(this.clock, state.now)
    state.now = this.clock
    this.extraMs = 0
    this.waitedMs = 0
    if (fault?.kind === 'kill') throw this.end('killed', fault.message)
    const shownBefore = this.options.execution.ui.length
    const outcome = fault?.kind === 'fail' ? failed(thrownBy(fault)) : this.attempt(name, work, cost)
    this.made = n
    this.settle(n, name, withFault(outcome, fault), this.options.execution.ui.slice(shownBefore))
    if (fault?.kind === 'killAfter') throw this.end('killed', fault.message)
    if (this.elapsed > timeLimitMs(this.options.execution.invocation.entry)) throw this.end('killed')
    if (fault?.kind === 'failAfter') throw thrownBy(fault)
    if ('error' in outcome) throw outcome.error
    return this.options.keepAnswers ? copyPlain(outcome.answer) : outcome.answer
  }

  private faultAt(n: number, name: string): Fault | undefined {
    const { faults, state, execution } = this.options
    return faults?.find((candidate) => candidate.at === n) ?? strikingFault(state, execution.invocation, n, name)
  }

  /** Does the effect; a call that has to wait for a lock leaves no trace. */
  private attempt<T>(name: string, work: () => T, cost?: (answer: T) => CallCost): Outcome<T> {
    const startedAt = performance.now()
    this.working = true
    try {
      this.requireLeft(name)
      const answer = work()
      return { answer, cost: cost?.(answer) ?? {}, extraMs: this.extraMs }
    } catch (error) {
      if (error instanceof LockBusy) throw this.wait(error)
      return { ...failed(error), extraMs: this.extraMs }
    } finally {
      this.working = false
      this.workMs += performance.now() - startedAt
    }
  }

  /** Google's refusals before a call is looked at: permissions, quotas of the minute and of the day. */
  private requireLeft(name: string): void {
    const { state, execution } = this.options
    requireConsent(state, execution.invocation, this.account(), name)
    requireMinuteQuota(state, this.account(), name)
    const quota = quotaByCall[name]
    if (quota) requireQuota(state, this.account(), quota, 1)
  }

  private account(): string {
    return effectiveUser(this.options.state, this.options.execution.invocation)
  }

  /** Books the call: time, quota, record. */
  private settle<T>(n: number, name: string, outcome: Outcome<T>, ui: readonly UiEffect[]): void {
    const { state, execution, keepAnswers } = this.options
    const cost = outcome.cost
    const moved = modelledMs(name, cost) + outcome.extraMs
    const ms = moved + this.waitedMs
    this.clock += moved
    this.elapsed += ms
    state.now = this.clock
    if (cost.quota) chargeQuota(state, this.account(), cost.quota.name, cost.quota.amount)
    const error = 'error' in outcome ? pastError(outcome.error) : null
    const record = {
      n,
      name,
      leaves: latencyOf(name).leaves,
      modelledMs: ms,
      cellsRead: cost.cellsRead ?? 0,
      cellsWritten: cost.cellsWritten ?? 0,
      ...(cost.addressChars === undefined ? {} : { addressChars: cost.addressChars }),
      ...(error ? { error: error.message } : {}),
    }
    const answer = keepAnswers && 'answer' in outcome ? copyPlain(outcome.answer) : undefined
    execution.waitingSince = null
    execution.past.push({ record, answer, error, clockAfter: this.clock, ui })
  }
}
