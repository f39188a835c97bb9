/** Putting a value as a person or setValues enters it into a cell: parsed, keeping the cell's note and format. */
import { type CellState, ServiceError, type StoredCell } from '../../world/types'
import { cellLimit, cellLimitText } from './apiError'
import { asCell, compactCell } from './grid'
import { parseTyped, type TypingContext } from './typing'

export type Entered = string | number | boolean | null

/** The stored cell after `value` is entered; a plain-text cell (`@`) takes strings as they are. */
export const enter = (current: StoredCell | undefined, value: Entered, context: TypingContext): StoredCell => {
  const before = asCell(current)
  if (typeof value === 'string' && value.length > cellLimit) throw new ServiceError(cellLimitText)
  const typed = typeof value === 'string' && before.nf !== '@' ? parseTyped(value, context) : { v: value === '' ? null : value }
  const cell: CellState = { ...before, v: typed.v }
  delete cell.f
  if (typed.f !== undefined) cell.f = typed.f
  if (before.nf === undefined && typed.nf !== undefined) cell.nf = typed.nf
  return compactCell(cell)
}
