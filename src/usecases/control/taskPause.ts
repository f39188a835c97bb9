/** The tool for tasks takes none for a while: until when, and what people are told, as one cell of «Служебное» keeps it. */

import type { LocalDateTime } from '../../domain/time/localTime'

export interface TaskPause {
  /** Nothing is asked before; '' = it may be asked now. */
  readonly until: LocalDateTime | ''
  /** The sentence for «Сегодня»; '' = nothing to tell. */
  readonly message: string
  /** As people call the tool; '' = the cell was written by an older version. */
  readonly tool: string
}

const none: TaskPause = { until: '', message: '', tool: '' }

export function readPause(cell: string): TaskPause {
  return cell === '' ? none : { ...none, ...(JSON.parse(cell) as Partial<TaskPause>) }
}

export function pauseCell(pause: TaskPause): string {
  return JSON.stringify(pause)
}
