/** Fires the script's triggers: due clock triggers, simple and installed edit, change, open, form and calendar triggers. */

import { nextRun } from '../world/platform/clockSchedule'
import type { ExecutionRecord, Invocation, TriggerState, WorldState } from '../world/types'
import type { Executor } from './executor'
import { seenBy } from './host'

/** A thing that happened in the spreadsheet or in a calendar, with the event object as Google hands it to the function. */
export interface FireInput {
  readonly kind: 'edit' | 'change' | 'calendar'
  /** E-mail of the person who did it. */
  readonly user: string
  /** Google's event object without authMode and triggerUid, which are added here. */
  readonly event: Record<string, unknown>
  readonly spreadsheetId?: string
  readonly calendarId?: string
}

type InvokeTrigger = Pick<Executor, 'state' | 'invoke' | 'invokeIfDefined'>

/** Runs the simple trigger, then the installed ones. */
export function fireTriggers(executor: InvokeTrigger, input: FireInput): ExecutionRecord[] {
  const simple = input.kind === 'edit' ? executor.invokeIfDefined(simpleEdit(executor.state, input)) : null
  const installed = executor.state.triggers.filter((trigger) => isAbout(trigger, input))
  return [...(simple ? [simple] : []), ...installed.map((trigger) => executor.invoke(installedRun(executor.state, trigger, input)))]
}

function isAbout(trigger: TriggerState, input: FireInput): boolean {
  if (trigger.disabled !== undefined || trigger.kind !== input.kind) return false
  return input.kind !== 'calendar' || trigger.calendarId === input.calendarId
}

/** The person's selection is the edited cell. */
function selectionOf(event: Record<string, unknown>): Pick<Invocation, 'selection'> {
  const range = event['range'] as { sheet?: unknown; rowStart?: unknown; columnStart?: unknown } | undefined
  if (typeof range?.sheet !== 'string' || typeof range.rowStart !== 'number' || typeof range.columnStart !== 'number') return {}
  return { selection: { sheet: range.sheet, row: range.rowStart, column: range.columnStart } }
}

/** The event's `user`, where it has one, tells no more than Session does. */
function seenUser(event: Record<string, unknown>, email: string): Record<string, unknown> {
  return 'user' in event ? { user: { email, nickname: email.split('@')[0] ?? '' } } : {}
}

function simpleEdit(state: WorldState, { user, event }: FireInput): Invocation {
  const seen = seenBy(state, state.owner, user)
  const args = [{ authMode: 'LIMITED', ...event, ...seenUser(event, seen) }]
  return { fn: 'onEdit', entry: 'simpleEdit', user: seen, args, ...selectionOf(event) }
}

/** The person is named only to their own trigger, and inside a Workspace domain. */
function installedRun(state: WorldState, trigger: TriggerState, { kind, user, event }: FireInput): Invocation {
  const { owner } = trigger
  const seen = kind === 'calendar' ? owner : seenBy(state, owner, user)
  const args = [{ authMode: 'FULL', ...event, ...seenUser(event, seen), triggerUid: trigger.uid }]
  return { fn: trigger.fn, entry: kind === 'edit' ? 'edit' : 'trigger', user: seen, owner, args, ...selectionOf(event) }
}

/** Something that is due: a clock trigger, or the news of a calendar that executions changed. */
interface Due {
  readonly at: number
  run(): ExecutionRecord[]
}

function dueClock(executor: InvokeTrigger, trigger: TriggerState): Due[] {
  const { nextAt } = trigger
  if (trigger.kind !== 'clock' || trigger.disabled !== undefined || nextAt === undefined) return []
  const run = (): ExecutionRecord[] => {
    windOn(trigger, nextRun(trigger, nextAt))
    const args = [clockEvent(trigger, nextAt)]
    const record = executor.invoke({ fn: trigger.fn, entry: 'trigger', user: trigger.owner, owner: trigger.owner, args })
    while (trigger.nextAt !== undefined && trigger.nextAt < executor.state.now) windOn(trigger, nextRun(trigger, trigger.nextAt))
    return [record]
  }
  return [{ at: nextAt, run }]
}

function windOn(trigger: TriggerState, next: number | undefined): void {
  if (next === undefined) delete trigger.nextAt
  else trigger.nextAt = next
}

function dueEcho(executor: InvokeTrigger, echo: { calendarId: string; at: number }): Due {
  const run = (): ExecutionRecord[] => {
    const { state } = executor
    state.calendarEchoes = (state.calendarEchoes ?? []).filter((other) => other !== echo)
    return fireTriggers(executor, {
      kind: 'calendar',
      user: state.owner,
      calendarId: echo.calendarId,
      event: { calendarId: echo.calendarId },
    })
  }
  return { at: echo.at, run }
}

function dueChange(executor: InvokeTrigger, echo: { user: string; at: number }): Due {
  const run = (): ExecutionRecord[] => {
    const { state } = executor
    state.changeEchoes = (state.changeEchoes ?? []).filter((other) => other !== echo)
    const event = { changeType: 'OTHER', user: { email: echo.user, nickname: '' } }
    return fireTriggers(executor, { kind: 'change', user: echo.user, spreadsheetId: state.boundSpreadsheetId, event })
  }
  return { at: echo.at, run }
}

/** Google's event object of a clock trigger, in UTC. */
function clockEvent(trigger: TriggerState, at: number): Record<string, unknown> {
  const date = new Date(at)
  const dayOfYear =
    (Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()) - Date.UTC(date.getUTCFullYear(), 0, 1)) / 86_400_000
  return {
    authMode: 'FULL',
    'day-of-month': date.getUTCDate(),
    'day-of-week': date.getUTCDay() || 7,
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    month: date.getUTCMonth() + 1,
    second: date.getUTCSeconds(),
    timezone: 'UTC',
    triggerUid: trigger.uid,
    'week-of-year': Math.floor(dayOfYear / 7) + 1,
    year: date.getUTCFullYear(),
  }
}

function nextDue(executor: InvokeTrigger, until: number): Due | null {
  const { triggers, calendarEchoes = [], changeEchoes = [] } = executor.state
  const due = [
    ...triggers.flatMap((trigger) => dueClock(executor, trigger)),
    ...calendarEchoes.map((echo) => dueEcho(executor, echo)),
    ...changeEchoes.map((echo) => dueChange(executor, echo)),
  ]
  return due.filter((one) => one.at <= until).sort((a, b) => a.at - b.at)[0] ?? null
}

/** Moves the clock to `until` (inclusive, epoch ms); what falls due on the way runs in order of time. */
export function advanceClock(
  executor: InvokeTrigger,
  until: number,
  onRun: (record: ExecutionRecord) => void = () => undefined,
): ExecutionRecord[] {
  const { state } = executor
  const records: ExecutionRecord[] = []
  for (let due = nextDue(executor, until); due; due = nextDue(executor, until)) {
    state.now = Math.max(state.now, due.at)
    for (const record of due.run()) {
      records.push(record)
      onRun(record)
    }
  }
  state.now = Math.max(state.now, until)
  return records
}
