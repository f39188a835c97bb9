/** Conditional formats: the simple rules that the office's sheets use, as a function from a cell to its style. */
import { columnNumber } from '../../services/sheets/a1'
import type { RawValue } from '../../services/sheets/grid'
import type { GridRangeState, SheetState } from '../../world/types'
import type { CellStyle } from '../wire'
import { bag, styleOf } from './colours'

export type ValueAt = (row: number, column: number) => RawValue
export type Painter = (row: number, column: number) => CellStyle | undefined

type Test = (row: number, column: number) => boolean

interface Rule {
  readonly ranges: readonly GridRangeState[]
  readonly fits: Test
  readonly style: CellStyle
}

/** The first rule that fits wins, as in Sheets. Indices are 0-based. */
export const painterOf = (sheet: SheetState, valueAt: ValueAt): Painter => {
  const rules = sheet.conditionalFormats.map((rule) => readRule(rule, valueAt)).filter((rule) => rule !== undefined)
  return (row, column) => rules.find((rule) => rule.ranges.some((range) => holds(range, row, column)) && rule.fits(row, column))?.style
}

export const holds = (range: GridRangeState, row: number, column: number): boolean =>
  row >= (range.startRowIndex ?? 0) &&
  row < (range.endRowIndex ?? Number.POSITIVE_INFINITY) &&
  column >= (range.startColumnIndex ?? 0) &&
  column < (range.endColumnIndex ?? Number.POSITIVE_INFINITY)

const readRule = (given: Record<string, unknown>, valueAt: ValueAt): Rule | undefined => {
  const boolean = bag(given['booleanRule'])
  const ranges = Array.isArray(given['ranges']) ? (given['ranges'] as GridRangeState[]) : []
  const test = testOf(bag(boolean['condition']), ranges[0] ?? {}, valueAt)
  return test && { ranges, fits: test, style: styleOf(bag(boolean['format'])) }
}

/** Undefined where the condition is not one of the simple ones: it paints nothing. */
const testOf = (condition: Readonly<Record<string, unknown>>, origin: GridRangeState, valueAt: ValueAt): Test | undefined => {
  const values = Array.isArray(condition['values']) ? condition['values'] : []
  const operands = values.map((value) => String(bag(value)['userEnteredValue'] ?? ''))
  const [first = ''] = operands
  if (condition['type'] === 'CUSTOM_FORMULA') return formulaTest(first, origin, valueAt)
  const compare = comparisons[String(condition['type'])]
  return compare && ((row, column) => compare(valueAt(row, column), first, operands[1] ?? ''))
}

type Comparison = (value: RawValue, first: string, second: string) => boolean
const lower = (value: RawValue): string => String(value ?? '').toLowerCase()
const isNumber = (value: RawValue): value is number => typeof value === 'number'

const comparisons: Readonly<Record<string, Comparison>> = {
  TEXT_EQ: (value, text) => lower(value) === text.toLowerCase(),
  TEXT_CONTAINS: (value, text) => lower(value).includes(text.toLowerCase()),
  TEXT_NOT_CONTAINS: (value, text) => !lower(value).includes(text.toLowerCase()),
  TEXT_STARTS_WITH: (value, text) => lower(value).startsWith(text.toLowerCase()),
  TEXT_ENDS_WITH: (value, text) => lower(value).endsWith(text.toLowerCase()),
  BLANK: (value) => lower(value) === '',
  NOT_BLANK: (value) => lower(value) !== '',
  NUMBER_EQ: (value, number) => isNumber(value) && value === Number(number),
  NUMBER_GREATER: (value, number) => isNumber(value) && value > Number(number),
  NUMBER_GREATER_THAN_EQ: (value, number) => isNumber(value) && value >= Number(number),
  NUMBER_LESS: (value, number) => isNumber(value) && value < Number(number),
  NUMBER_LESS_THAN_EQ: (value, number) => isNumber(value) && value <= Number(number),
  NUMBER_BETWEEN: (value, from, until) => isNumber(value) && value >= Number(from) && value <= Number(until),
}

const formula = /^=\s*(\$?)([A-Z]{1,3})(\$?)(\d+)\s*(=|<>|>=|<=|>|<)\s*(?:"([^"]*)"|(-?\d+(?:\.\d+)?))\s*$/i

/** `=$C2="новая"`: one cell of the row compared with a text or a number; other formulas are not computed. */
const formulaTest = (text: string, origin: GridRangeState, valueAt: ValueAt): Test | undefined => {
  const match = formula.exec(text)
  if (!match) return undefined
  const [, columnFixed, letters = 'A', rowFixed, digits = '1', sign = '=', string, number] = match
  const rowOf = (row: number): number => (rowFixed ? 0 : row - (origin.startRowIndex ?? 0)) + Number(digits) - 1
  const columnOf = (column: number): number => (columnFixed ? 0 : column - (origin.startColumnIndex ?? 0)) + columnNumber(letters)
  return (row, column) => signs[sign]?.(ordered(valueAt(rowOf(row), columnOf(column)), string ?? Number(number))) ?? false
}

const signs: Readonly<Record<string, (order: number) => boolean>> = {
  '=': (order) => order === 0,
  '<>': (order) => order !== 0,
  '>': (order) => order > 0,
  '<': (order) => order < 0,
  '>=': (order) => order >= 0,
  '<=': (order) => order <= 0,
}

/** Sheets' order: an empty cell is 0 or '', texts ignore case, a number is below any text. */
const ordered = (value: RawValue, operand: string | number): number => {
  if (typeof operand === 'number') return typeof value === 'string' ? 1 : Number(value ?? 0) - operand
  return typeof value === 'number' ? -1 : lower(value).localeCompare(operand.toLowerCase())
}
