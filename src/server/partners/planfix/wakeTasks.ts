/** After Planfix was connected or given up: what waits goes now, and open tasks that it does not know yet go too. */

import { serviceCells } from '../../desk/commit'
import { type Loaded, loadDesk } from '../../desk/load'
import { taskOutboxRow } from '../../desk/rows/outboxRows'
import type { DeskSession } from '../../desk/session'
import { underLock } from '../../google/lock'
import { ownCells } from '../../google/register/ownCells'
import { scanColumns } from '../../google/register/records'
import { writeRegister } from '../../google/register/writer'
import { isWaiting, type OutboxRow } from '../../jobs/outboxRow'
import { outboxColumns, taskColumns, taskRowsOf } from '../../jobs/tasks'
import { planfixLink } from './connection'

export function wakeTasks(session: DeskSession): void {
  underLock(() => {
    const loaded = loadDesk(session, { columns: { outbox: outboxColumns, tasks: taskColumns } })
    const { moment, snapshot } = loaded
    const waiting = scanColumns<OutboxRow>(snapshot, 'outbox').rows.filter(
      ({ value }) => value.kind === 'задача' && isWaiting(value as OutboxRow),
    )
    writeRegister(session.spreadsheetId, {
      layouts: snapshot.layouts,
      patches: [],
      appends: { outbox: planfixLink() === null ? [] : unknownTasks(loaded) },
      replaced: {},
      service: serviceCells(loaded, { planfix: '' }),
      more: ownCells(
        'outbox',
        snapshot.layouts.outbox,
        waiting.map(({ row }) => ({ row, values: { nextTry: moment.now, error: '' } })),
      ),
    })
  })
}

/** Given before Planfix was connected, and still ahead. */
function unknownTasks(loaded: Loaded) {
  const { now } = loaded.moment
  return taskRowsOf(loaded)
    .filter(({ met, planfixId, due }) => met === null && planfixId === '' && due >= now)
    .map(({ key, clause, dealId, subject, who, due }) =>
      taskOutboxRow({ key, clause, dealId, subject, who, due, op: 'move', at: now }, now),
    )
}
