/** Operations on tasks, claimed from «Исходящие»: «Задачи» is written at once and under the lock, the tool outside hears of it afterwards. */

import { decoded } from '../../../domain/register/stored'
import { addMinutes } from '../../../domain/time/localTime'
import type { TaskOp } from '../../../usecases/control/taskLife'
import { pauseOf } from '../../../usecases/control/taskPause'
import { rowAfter, type TaskRow } from '../../../usecases/control/taskRows'
import { type Loaded, loadDesk } from '../../desk/load'
import { isWaiting, maxAttempts, type OutboxRow, payloads, payloadUnread } from '../../desk/outboxRow'
import type { OutboxKind } from '../../desk/rows/outboxRows'
import type { DeskSession } from '../../desk/session'
import { underLock } from '../../google/lock'
import { type CellsOfRow, ownCells } from '../../google/register/ownCells'
import { scanColumns } from '../../google/register/records'
import { writeRegister } from '../../google/register/writer'
import { foreignRow, isOurs, sealed } from '../../google/signed/seal'
import { connectedTool } from '../../partners/taskTools'
import { tellTool } from './tellTool'
import { isToolBusy, type TaskClaim, takeTool } from './toolRuns'

/** A run that died gives its tasks back. */
const leaseMinutes = 15

export const outboxColumns = ['key', 'kind', 'payload', 'attempts', 'nextTry', 'done', 'seal']
export const taskColumns = ['key', 'clause', 'dealId', 'subject', 'who', 'due', 'created', 'met', 'outsideId'] as const

/** A row of «Исходящие». One that was tried before stands on «Задачи» already, in `taskRow`. */
interface WaitingOp {
  readonly row: number
  readonly key: string
  readonly attempts: number
  readonly isDue: boolean
  readonly op: TaskOp
  readonly taskRow: number | null
}

/** At least once, and never twice: what an earlier run may have done is looked for first. */
export function carryOutTasks(session: DeskSession): void {
  const claim = underLock(() => claimTasks(session))
  if (claim !== null) tellTool(claim)
}

/** @returns what the tool is to be told, null = nothing */
function claimTasks(session: DeskSession): TaskClaim | null {
  const loaded = loadDesk(session, { columns: { outbox: outboxColumns, tasks: taskColumns } })
  const { waiting, unread } = waitingOps(loaded)
  if (waiting.length + unread.length === 0) return null
  const standing = taskRowsOf(loaded)
  const { rows, ops } = applied(waiting, standing, heightOf(loaded))
  const tool = connectedTool()
  const claim = tool === null ? null : { tool, loaded, ...claimable(loaded, ops, rows) }
  const cells = ops.map((op) => ({ row: op.row, values: { ...keptPlace(op, waiting), ...nextState(op, loaded, claim) } }))
  if (claim !== null && claim.jobs.length > 0) takeTool()
  write(loaded, { standing, rows, cells: [...cells.filter(({ values }) => Object.keys(values).length > 0), ...unread] })
  return claim !== null && claim.jobs.length > 0 ? claim : null
}

interface Waiting {
  readonly waiting: readonly WaitingOp[]
  /** Cells of rows that somebody has typed into: given up, and named. */
  readonly unread: readonly CellsOfRow[]
}

function waitingOps({ snapshot, moment }: Loaded): Waiting {
  const rows = scanColumns<OutboxRow>(snapshot, 'outbox')
    .rows.map(({ row, value }) => ({ row, letter: value as OutboxRow }))
    .filter(({ letter }) => letter.kind === 'задача' && isWaiting(letter))
    .map(({ row, letter }) => ({ row, letter, read: isOurs('outbox', letter) ? decoded(payloads.задача, letter.payload, null) : null }))
  return {
    waiting: rows.flatMap(({ row, letter, read }) => {
      const { attempts, nextTry } = letter
      if (read === null) return []
      const { taskRow, ...op } = read
      return [{ row, key: letter.key, attempts: attempts ?? 0, isDue: (nextTry ?? '') <= moment.now, op, taskRow }]
    }),
    unread: rows.flatMap(({ row, letter, read }) =>
      read === null ? [{ row, values: { attempts: maxAttempts, error: isOurs('outbox', letter) ? payloadUnread : foreignRow } }] : [],
    ),
  }
}

export function taskRowsOf({ snapshot }: Loaded): TaskRow[] {
  return scanColumns<TaskRow>(snapshot, 'tasks').rows.map(({ row, value }) => ({ ...(value as TaskRow), row }))
}

/** Rows below the heading, empty ones between them too. */
function heightOf({ snapshot }: Loaded): number {
  return Math.max(0, ...taskColumns.map((key) => snapshot.columns.tasks?.[key]?.length ?? 0))
}

/** «Задачи» as it stands after the operations that are new; in the order in which they were queued. */
function applied(waiting: readonly WaitingOp[], standing: readonly TaskRow[], height: number): { rows: TaskRow[]; ops: WaitingOp[] } {
  const rows = [...standing]
  let nextRow = height + 2
  const ops = waiting.map((one) => {
    if (one.attempts > 0) return { ...one, taskRow: placeOf(one, rows) }
    const after = rowAfter(rows, one.op, nextRow)
    if (after === null) return one
    const at = rows.findIndex(({ row }) => row === after.row)
    if (at < 0) nextRow = rows.push(after) && nextRow + 1
    else rows[at] = after
    return { ...one, taskRow: after.row }
  })
  return { rows, ops }
}

/** Where it was written: looked for again by its key where somebody sorted the sheet. */
function placeOf({ taskRow, op }: WaitingOp, rows: readonly TaskRow[]): number | null {
  const own = rows.filter(({ key }) => key === op.key)
  return own.find(({ row }) => row === taskRow)?.row ?? own[own.length - 1]?.row ?? null
}

/** Each row of «Задачи» once, the newest first, with all operations that wait for it. Empty while the tool rests, or another run talks to it. */
function claimable({ desk, moment }: Loaded, ops: readonly WaitingOp[], rows: readonly TaskRow[]): Pick<TaskClaim, 'jobs'> {
  const { until } = pauseOf(desk.service)
  if (until > moment.now || isToolBusy()) return { jobs: [] }
  const due = new Set(ops.filter(({ isDue }) => isDue).map(({ taskRow }) => taskRow))
  return {
    jobs: rows
      .filter(({ row }) => due.has(row))
      .reverse()
      .map((task) => {
        const own = ops.filter(({ taskRow }) => taskRow === task.row)
        const outbox = own.map(({ row, attempts }) => ({ row, attempts: attempts + 1 }))
        return { task, outbox, tried: own.some(({ attempts }) => attempts > 0) }
      }),
  }
}

/** A new operation remembers the row that it was written to. */
function keptPlace({ row, key, op, taskRow }: WaitingOp, waiting: readonly WaitingOp[]): CellsOfRow['values'] {
  const isNew = waiting.some((one) => one.row === row && one.attempts === 0)
  if (!isNew || taskRow === null) return {}
  const payload = JSON.stringify({ ...op, taskRow })
  return { payload, seal: sealed('outbox', { key, kind: 'задача' satisfies OutboxKind, to: '', payload }).seal ?? '' }
}

/** Done where there is nobody else to tell; claimed; or left to wait, its place on «Задачи» taken. */
function nextState({ row, attempts, taskRow }: WaitingOp, { desk, moment }: Loaded, claim: TaskClaim | null): CellsOfRow['values'] {
  const { now } = moment
  if (claim === null || taskRow === null) return { done: now, error: '' }
  const isClaimed = claim.jobs.some(({ outbox }) => outbox.some((one) => one.row === row))
  if (isClaimed) return { attempts: attempts + 1, nextTry: addMinutes(now, leaseMinutes) }
  return attempts > 0 ? {} : { attempts: 1, nextTry: pauseOf(desk.service).until || now }
}

interface Written {
  readonly standing: readonly TaskRow[]
  readonly rows: readonly TaskRow[]
  /** Of «Исходящие». */
  readonly cells: readonly CellsOfRow[]
}

function write({ session, snapshot }: Loaded, { standing, rows, cells }: Written): void {
  const changed = rows.filter((row) => !standing.includes(row))
  const added = changed.filter(({ row }) => !standing.some((one) => one.row === row))
  const patched = changed.filter((row) => !added.includes(row))
  writeRegister(session.spreadsheetId, {
    layouts: snapshot.layouts,
    patches: [],
    appends: { tasks: added.map(({ row: _, ...values }) => values) },
    replaced: {},
    service: {},
    more: [
      ...ownCells(
        'tasks',
        snapshot.layouts.tasks,
        patched.map(({ row, subject, due, met }) => ({ row, values: { subject, due, met } })),
      ),
      ...ownCells('outbox', snapshot.layouts.outbox, cells),
    ],
  })
}
