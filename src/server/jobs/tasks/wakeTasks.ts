/** After a tool was connected or given up: what waits goes now, and open tasks that it does not know yet go too. */

import { serviceCells } from '../../desk/commit'
import { type Loaded, loadDesk } from '../../desk/load'
import { isWaiting, type OutboxRow } from '../../desk/outboxRow'
import { taskOutboxRow } from '../../desk/rows/outboxRows'
import type { DeskSession } from '../../desk/session'
import { underLock } from '../../google/lock'
import { ownCells } from '../../google/register/ownCells'
import { scanColumns } from '../../google/register/records'
import { writeRegister } from '../../google/register/writer'
import { connectedTool } from '../../partners/taskTools'
import { outboxColumns, taskColumns, taskRowsOf } from './tasks'

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
      appends: { outbox: connectedTool() === null ? [] : unknownTasks(loaded) },
      replaced: {},
      service: serviceCells(loaded, { taskPause: '' }),
      more: ownCells(
        'outbox',
        snapshot.layouts.outbox,
        waiting.map(({ row }) => ({ row, values: { nextTry: moment.now, error: '' } })),
      ),
    })
  })
}

/** Given before the tool was connected, and still ahead. */
function unknownTasks(loaded: Loaded) {
  const { now } = loaded.moment
  return taskRowsOf(loaded)
    .filter(({ met, outsideId, due }) => met === null && outsideId === '' && due >= now)
    .map(({ key, clause, dealId, subject, who, due }) =>
      taskOutboxRow({ key, clause, dealId, subject, who, due, op: 'move', at: now }, now),
    )
}
