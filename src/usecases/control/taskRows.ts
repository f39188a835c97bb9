/** Operations on tasks carried out on the rows of «Задачи»: one open row for each key, closed ones stay as they are. */

import type { LocalDateTime } from '../../domain/time/localTime'
import type { Task, TaskOp } from './taskLife'

export interface TaskRow extends Task {
  /** 1-based. */
  readonly row: number
  readonly created: LocalDateTime
  readonly met: LocalDateTime | null
  /** Number of the task in the tool outside, '' = there is none. */
  readonly outsideId: string
}

/**
 * The row as it stands after the operation; null = there is nothing to close. One that is to be moved and is not there is opened.
 * @param rows the sheet as it stands, in its order
 * @param nextRow where a new row will stand
 */
export function rowAfter(rows: readonly TaskRow[], { op, at, ...task }: TaskOp, nextRow: number): TaskRow | null {
  const open = rows.find(({ key, met }) => key === task.key && met === null)
  if (op === 'close') return open === undefined ? null : { ...open, met: at }
  return open === undefined ? { ...task, row: nextRow, created: at, met: null, outsideId: '' } : { ...open, ...task }
}
