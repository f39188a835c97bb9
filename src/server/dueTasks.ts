/** Tasks that the time alone opens (K4, and what was told as overdue): queued by the tick, each once. */

import type { LocalDateTime } from '../domain/localTime'
import { type Task, tasksDue } from '../usecases/taskLife'
import type { TaskRow } from '../usecases/taskRows'
import { taskOutboxRow } from './commit'
import { underLock } from './google/lock'
import { readRegister, type Snapshot } from './google/register/reader'
import { scanColumns } from './google/register/records'
import { writeRegister } from './google/register/writer'
import { type Loaded, loadDesk } from './load'
import { isWaiting, type OutboxRow } from './methods/outbox'

const taskColumns = ['key', 'met']
const outboxColumns = ['key', 'done', 'attempts']

/**
 * @param loaded read with the outbox's key, done and attempts; «Задачи» is read only where something may be missing
 * @returns how many were queued
 */
export function queueDueTasks(loaded: Loaded): number {
  const { desk, moment, session, snapshot } = loaded
  const due = tasksDue(desk.control, moment.now)
  if (due.length === 0 || unqueued(due, snapshot, moment.now).length === 0) return 0
  const tasks = readRegister(session.spreadsheetId, { whole: [], rows: {}, columns: { tasks: taskColumns } })
  return missing(due, snapshot, tasks, moment.now).length === 0 ? 0 : underLock(() => queueMissing(loaded))
}

/** Once more under the lock: a card may have been filled, a task opened in between. */
function queueMissing({ session }: Loaded): number {
  const { desk, moment, snapshot } = loadDesk(session, { columns: { outbox: outboxColumns, tasks: taskColumns } })
  const tasks = missing(tasksDue(desk.control, moment.now), snapshot, snapshot, moment.now)
  const rows = tasks.map((task) => taskOutboxRow({ ...task, op: 'open', at: moment.now }, task.due))
  if (rows.length > 0) {
    const nothing = { patches: [], replaced: {}, service: {}, more: [] }
    writeRegister(session.spreadsheetId, { ...nothing, layouts: snapshot.layouts, appends: { outbox: rows } })
  }
  return rows.length
}

function missing(due: readonly Task[], outbox: Snapshot, tasks: Snapshot, now: LocalDateTime): Task[] {
  const open = new Set(
    scanColumns<TaskRow>(tasks, 'tasks')
      .rows.filter(({ value }) => value.met === null)
      .map(({ value }) => value.key),
  )
  return unqueued(due, outbox, now).filter(({ key }) => !open.has(key))
}

/** Without those whose opening waits in «Исходящие». */
function unqueued(due: readonly Task[], outbox: Snapshot, now: LocalDateTime): Task[] {
  const waiting = new Set(
    scanColumns<OutboxRow>(outbox, 'outbox')
      .rows.filter(({ value }) => isWaiting(value as OutboxRow))
      .map(({ value }) => value.key),
  )
  return due.filter((task) => !waiting.has(taskOutboxRow({ ...task, op: 'open', at: now }, task.due)['key'] as string))
}
