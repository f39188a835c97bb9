/** Starts, runs and books executions in a world. */

import { releaseLocksOf } from '../services/script/lock'
import { chargeQuota, quotaLeft, texts } from '../world/limits'
import { trimmedRecord } from '../world/trimmedRecord'
import type { ExecutionRecord, Fault, Invocation, Meanwhile, WorldState } from '../world/types'
import { type Execution, type RunResult, startExecution, toRecord, transportMs } from './execution'
import type { WorldSettings } from './host'
import { type RunOptions, type RunOutcome, runExecution } from './runtime'

const keptExecutions = 300

/** Assumed: Google tells of a change in a calendar some seconds after it. */
const calendarEchoMs = 10_000

const isTriggerRun = (invocation: Invocation): boolean => invocation.entry === 'trigger' || invocation.entry === 'edit'

export class Executor {
  constructor(
    readonly state: WorldState,
    readonly settings: WorldSettings,
  ) {}

  invoke(invocation: Invocation, faults: readonly Fault[] = [], meanwhile?: Meanwhile): ExecutionRecord {
    return this.finish(...this.runWhole(invocation, faults, meanwhile), transportMs(invocation.entry)).record
  }

  /** Null, without a trace, when the bundle has no such function: simple triggers. */
  invokeIfDefined(invocation: Invocation): ExecutionRecord | null {
    const { record, isMissing } = this.finish(...this.runWhole(invocation, []), transportMs(invocation.entry), true)
    return isMissing ? null : record
  }

  start(invocation: Invocation): Execution {
    return startExecution(this.state, invocation)
  }

  /** One run of the execution's code, replaying the calls it has made before. */
  run(execution: Execution, options: RunOptions): RunOutcome {
    const revisions = this.calendarRevisions()
    const outcome = runExecution(this.state, this.settings, execution, options)
    this.noteCalendarChanges(revisions)
    if (outcome.status === 'finished' || outcome.status === 'missing') releaseLocksOf(this.state, execution.id)
    return outcome
  }

  /** Books a finished execution: its time, its quota, its place in the list. */
  finish(
    execution: Execution,
    outcome: FinishedOutcome,
    clockMs: number,
    forgetMissing = false,
  ): { record: ExecutionRecord; isMissing: boolean } {
    const record = toRecord(execution, outcome.result)
    const isMissing = outcome.status === 'missing'
    if (isMissing && forgetMissing) return { record, isMissing }
    this.state.now += clockMs
    if (isTriggerRun(execution.invocation)) chargeQuota(this.state, 'triggerSeconds', record.modelledSeconds)
    this.state.executions.push(trimmedRecord(record))
    this.state.executions.splice(0, this.state.executions.length - keptExecutions)
    return { record, isMissing }
  }

  private runWhole(invocation: Invocation, faults: readonly Fault[], meanwhile?: Meanwhile): [Execution, FinishedOutcome] {
    const execution = this.start(invocation)
    if (isTriggerRun(invocation) && quotaLeft(this.state, 'triggerSeconds') <= 0)
      return [execution, { status: 'finished', result: outOfTime }]
    const outcome = this.run(execution, { faults, ...meanwhile })
    if (!isFinished(outcome)) throw new Error(`An execution of ${invocation.fn} stopped with nobody to wait for`)
    return [execution, outcome]
  }

  private calendarRevisions(): ReadonlyMap<string, number> {
    return new Map(Object.values(this.state.calendars).map((calendar) => [calendar.id, calendar.revision]))
  }

  /** Google tells calendar triggers of the script's own changes too (assumed). */
  private noteCalendarChanges(before: ReadonlyMap<string, number>): void {
    for (const calendar of Object.values(this.state.calendars)) {
      if (before.get(calendar.id) === calendar.revision) continue
      const echoes = this.state.calendarEchoes ?? []
      if (echoes.some((echo) => echo.calendarId === calendar.id)) continue
      this.state.calendarEchoes = [...echoes, { calendarId: calendar.id, at: this.state.now + calendarEchoMs }]
    }
  }
}

export type FinishedOutcome = Extract<RunOutcome, { readonly result: RunResult }>

export const isFinished = (outcome: RunOutcome): outcome is FinishedOutcome => 'result' in outcome

const outOfTime: RunResult = { value: null, error: { name: 'Exception', message: texts.computerTime, stack: '' }, logs: [], cpuMs: 0 }
