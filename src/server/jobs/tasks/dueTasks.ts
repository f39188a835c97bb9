/** Tasks that the time alone opens (K4, and what was told as overdue): queued by the tick, each once. */

import { type Task, tasksDue } from '../../../usecases/control/taskLife'
import type { TaskRow } from '../../../usecases/control/taskRows'
import { type Loaded, loadDesk } from '../../desk/load'
import type { OutboxRow } from '../../desk/outboxRow'
import { openingKey, taskOutboxRow } from '../../desk/rows/outboxRows'
import { underLock } from '../../google/lock'
import { readRegister, type Snapshot } from '../../google/register/reader'
import { scanColumns } from '../../google/register/records'
import { writeRegister } from '../../google/register/writer'

const taskColumns = ['key', 'met']
const outboxColumns = ['key']

/**
 * @param loaded read with the outbox's keys; «Задачи» is read only where something may be missing
 * @returns how many were queued
 */
export function queueDueTasks(loaded: Loaded): number {
  const { desk, moment, session, snapshot } = loaded
  const due = tasksDue(desk.control, moment.now)
  if (due.length === 0 || unqueued(due, snapshot).length === 0) return 0
  const tasks = readRegister(session.spreadsheetId, { whole: [], rows: {}, columns: { tasks: taskColumns } })
  return missing(due, snapshot, tasks).length === 0 ? 0 : underLock(() => queueMissing(loaded))
}

/** Once more under the lock: a card may have been filled, a task opened in between. */
function queueMissing({ session }: Loaded): number {
  const { desk, moment, snapshot } = loadDesk(session, { columns: { outbox: outboxColumns, tasks: taskColumns } })
  const tasks = missing(tasksDue(desk.control, moment.now), snapshot, snapshot)
  const rows = tasks.map((task) => taskOutboxRow({ ...task, op: 'open', at: moment.now }, ''))
  if (rows.length > 0) {
    const nothing = { patches: [], replaced: {}, service: {}, more: [] }
    writeRegister(session.spreadsheetId, { ...nothing, layouts: snapshot.layouts, appends: { outbox: rows } })
  }
  return rows.length
}

function missing(due: readonly Task[], outbox: Snapshot, tasks: Snapshot): Task[] {
  const open = new Set(
    scanColumns<TaskRow>(tasks, 'tasks')
      .rows.filter(({ value }) => value.met === null)
      .map(({ value }) => value.key),
  )
  return unqueued(due, outbox).filter(({ key }) => !open.has(key))
}

/** Without those that were queued once: one that was met and is owed again is opened by the command that made it so. */
function unqueued(due: readonly Task[], outbox: Snapshot): Task[] {
  const queued = new Set(scanColumns<OutboxRow>(outbox, 'outbox').rows.map(({ value }) => value.key))
  return due.filter((task) => !queued.has(openingKey(task)))
}
