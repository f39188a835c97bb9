/** Starts, runs and books executions in a world. */

import { releaseLocksOf } from '../services/script/lock'
import { deploymentOf, folderOf } from '../world/platform/deployments'
import { chargeQuota } from '../world/platform/quotas'
import { platformOf } from '../world/platform/settings'
import { trimmedRecord } from '../world/trimmedRecord'
import type { CallRecord, ExecutionRecord, Fault, Invocation, Meanwhile, WorldState } from '../world/types'
import { asCalled, refusalOf, withEvent } from './beforeRun'
import { type Execution, type RunResult, startExecution, toRecord, transportMs } from './execution'
import { effectiveUser, isTriggerRun, isWebAppRun, type WorldSettings } from './host'
import { type RunOptions, type RunOutcome, runExecution } from './runtime'

const keptExecutions = 300

/** Assumed: Google tells of a change some seconds after it. */
const echoMs = 10_000

const isSheetWrite = ({ name, error, cellsWritten }: CallRecord): boolean =>
  error === undefined && (name === 'Sheets.batchUpdate' || (name.startsWith('SpreadsheetApp.') && cellsWritten > 0))

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

  start(given: Invocation): Execution {
    const invocation = withEvent(this.state, asCalled(this.state, given))
    return startExecution(this.state, invocation, this.folderOf(invocation))
  }

  /** The web app and its pages run the deployed version, everything else the head. */
  private folderOf(invocation: Invocation): string {
    const deployment = isWebAppRun(invocation) ? deploymentOf(this.state, invocation.deployment) : null
    return folderOf(this.state, this.settings.distFolder, deployment)
  }

  /** One run of the execution's code, replaying the calls it has made before. */
  run(execution: Execution, options: RunOptions): RunOutcome {
    const refusal = execution.past.length === 0 ? refusalOf(this.state, execution.invocation) : null
    if (refusal !== null) return { status: 'finished', result: notBegun(refusal) }
    const revisions = this.calendarRevisions()
    const made = execution.past.length
    const outcome = runExecution(this.state, this.settings, execution, options)
    this.noteCalendarChanges(revisions)
    if (execution.past.slice(made).some(({ record }) => isSheetWrite(record))) this.noteSheetWrite(execution.invocation)
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
    if (isTriggerRun(execution.invocation)) this.chargeTime(record, execution.invocation)
    this.state.executions.push(trimmedRecord(record))
    this.state.executions.splice(0, this.state.executions.length - keptExecutions)
    return { record, isMissing }
  }

  /** Google counts the whole run, the script's own time in it too. */
  private chargeTime(record: ExecutionRecord, invocation: Invocation): void {
    const { scriptTimeMs } = platformOf(this.state)
    const own = scriptTimeMs === 'measured' ? record.cpuMs : scriptTimeMs
    chargeQuota(this.state, effectiveUser(this.state, invocation), 'triggerSeconds', record.modelledSeconds + own / 1000)
  }

  private runWhole(invocation: Invocation, faults: readonly Fault[], meanwhile?: Meanwhile): [Execution, FinishedOutcome] {
    const execution = this.start(invocation)
    const outcome = this.run(execution, { faults, ...meanwhile })
    if (!isFinished(outcome)) throw new Error(`An execution of ${invocation.fn} stopped with nobody to wait for`)
    return [execution, outcome]
  }

  private calendarRevisions(): ReadonlyMap<string, number> {
    return new Map(Object.values(this.state.calendars).map((calendar) => [calendar.id, calendar.revision]))
  }

  /** Whether `onChange` is told of what scripts write is not settled: off unless the world has it so. */
  private noteSheetWrite(invocation: Invocation): void {
    if (!platformOf(this.state).changeOnApiWrites || this.state.changeEchoes?.length) return
    this.state.changeEchoes = [{ user: effectiveUser(this.state, invocation), at: this.state.now + echoMs }]
  }

  /** Google tells calendar triggers of the script's own changes too (assumed). */
  private noteCalendarChanges(before: ReadonlyMap<string, number>): void {
    for (const calendar of Object.values(this.state.calendars)) {
      if (before.get(calendar.id) === calendar.revision) continue
      const echoes = this.state.calendarEchoes ?? []
      if (echoes.some((echo) => echo.calendarId === calendar.id)) continue
      this.state.calendarEchoes = [...echoes, { calendarId: calendar.id, at: this.state.now + echoMs }]
    }
  }
}

export type FinishedOutcome = Extract<RunOutcome, { readonly result: RunResult }>

export const isFinished = (outcome: RunOutcome): outcome is FinishedOutcome => 'result' in outcome

const notBegun = (message: string): RunResult => ({ value: null, error: { name: 'Exception', message, stack: '' }, logs: [], cpuMs: 0 })
