/** Between the API's CellData and a stored cell: applying a field mask on the way in, values and formats on the way out. */
import type { CellState, StoredCell } from '../../world/types'
import { notEmulated } from '../knownMembers'
import { cellLimit, cellLimitText, refuse } from './apiError'
import { displayed, isDatePattern } from './display'
import { formulaValue, isErrorValue } from './formula/evaluate'
import { asCell, compactCell, type RawValue } from './grid'
import { maskPaths } from './requests/fieldMask'

export type CellData = GoogleAppsScript.Sheets.Schema.CellData
type ExtendedValue = GoogleAppsScript.Sheets.Schema.ExtendedValue
type CellFormat = GoogleAppsScript.Sheets.Schema.CellFormat

/** What a field mask of cells lets through. */
export interface CellMask {
  readonly value: boolean
  readonly note: boolean
  readonly wholeFormat: boolean
  /** First-level keys of userEnteredFormat. */
  readonly formats: readonly string[]
}

/** Fields of Google's that are not kept here. */
const unkept = new Set(['dataValidation', 'textFormatRuns', 'hyperlink', 'pivotTable'])

/** Reads a mask such as `userEnteredValue,userEnteredFormat.numberFormat`, `note`, `*`. */
export const cellMask = (fields: string | undefined): CellMask => {
  const paths = maskPaths(fields ?? '')
  if (paths.length === 0) refuse("At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)")
  if (paths.includes('*')) return { value: true, note: true, wholeFormat: true, formats: [] }
  const unknown = paths.find((path) => !/^(userEnteredValue|userEnteredFormat|note)(\.|$)/.test(path))
  if (unknown !== undefined && unkept.has(unknown.split('.')[0] ?? '')) throw notEmulated(`The field "${unknown}" of a cell`)
  if (unknown !== undefined) refuse(`Invalid field: ${unknown}`)
  return {
    value: paths.some((path) => path.startsWith('userEnteredValue')),
    note: paths.includes('note'),
    wholeFormat: paths.includes('userEnteredFormat'),
    formats: paths.flatMap((path) => /^userEnteredFormat\.(\w+)/.exec(path)?.[1] ?? []),
  }
}

/** The stored cell after the masked parts of `data` are put into `current`; a masked part that is absent is cleared. */
export const applyCell = (current: StoredCell | undefined, data: CellData, mask: CellMask): StoredCell => {
  if (mask.value && !mask.note && !mask.wholeFormat && mask.formats.length === 0) return applyValue(current, data.userEnteredValue)
  const cell: CellState = { ...asCell(current) }
  if (mask.value) Object.assign(dropFormula(cell), asCell(newValue(data.userEnteredValue)))
  if (mask.note) setOrDelete(cell, 'note', data.note || undefined)
  applyFormat(cell, data.userEnteredFormat ?? {}, mask)
  return compactCell(cell)
}

const applyValue = (current: StoredCell | undefined, given: ExtendedValue | undefined): StoredCell => {
  const value = newValue(given)
  if (typeof current !== 'object' || current === null) return value
  return compactCell({ ...dropFormula({ ...current }), ...asCell(value) })
}

const dropFormula = (cell: CellState): CellState => {
  delete cell.f
  return cell
}

const setOrDelete = <K extends 'note' | 'nf' | 'fmt'>(cell: CellState, key: K, value: CellState[K] | undefined): void => {
  if (value === undefined) delete cell[key]
  else cell[key] = value
}

const newValue = (given: ExtendedValue | undefined): StoredCell => {
  const kinds = Object.keys(given ?? {})
  if (!given || kinds.length === 0) return null
  if (kinds.length > 1) refuse(`Invalid value, oneof field 'value' is already set. Cannot set '${kinds[1]}'`)
  if (typeof given.stringValue === 'string') return checkedText(given.stringValue)
  if (typeof given.numberValue === 'number') return given.numberValue
  if (typeof given.boolValue === 'boolean') return given.boolValue
  if (typeof given.formulaValue === 'string') return formulaCell(given.formulaValue)
  return refuse(`Invalid value for '${kinds[0]}'`)
}

const checkedText = (text: string): string | null => {
  if (text.length > cellLimit) refuse(cellLimitText)
  return text === '' ? null : text
}

/** Its value comes when the draft is settled; a link's label needs nothing but itself. */
const formulaCell = (formula: string): CellState => {
  if (!formula.startsWith('=')) refuse('A formula must start with "=".')
  const link = /^=HYPERLINK\(/i.test(formula)
  return { v: link ? formulaValue(formula, formula.includes(';'), () => undefined) : null, f: checkedText(formula) ?? '=' }
}

const applyFormat = (cell: CellState, given: CellFormat, mask: CellMask): void => {
  const keys = mask.wholeFormat ? new Set([...Object.keys(given), ...Object.keys(cell.fmt ?? {}), 'numberFormat']) : mask.formats
  const format: Record<string, unknown> = { ...cell.fmt }
  for (const key of keys) {
    const value = given[key as keyof CellFormat]
    if (key === 'numberFormat') setOrDelete(cell, 'nf', given.numberFormat && patternOf(given.numberFormat))
    else if (value === undefined) delete format[key]
    else format[key] = value
  }
  setOrDelete(cell, 'fmt', Object.keys(format).length > 0 ? format : undefined)
}

const defaultPatterns: Record<string, string> = {
  TEXT: '@',
  NUMBER: '0.00',
  PERCENT: '0%',
  DATE: 'dd.mm.yyyy',
  TIME: 'hh:mm:ss',
  DATE_TIME: 'dd.mm.yyyy hh:mm:ss',
}

const patternOf = (format: GoogleAppsScript.Sheets.Schema.NumberFormat): string | undefined =>
  format.pattern ?? defaultPatterns[format.type ?? '']

/** What the API calls the errors of formulas. */
const errorTypes: readonly (readonly [beginning: string, type: string])[] = [
  ['#ERROR!', 'ERROR'],
  ['#NAME?', 'NAME'],
  ['#REF!', 'REF'],
  ['#VALUE!', 'VALUE'],
  ['#DIV/0!', 'DIVIDE_BY_ZERO'],
  ['#N/A', 'N_A'],
  ['#NUM!', 'NUM'],
]

const errorOf = (value: string): ExtendedValue => ({
  errorValue: { type: errorTypes.find(([beginning]) => value.startsWith(beginning))?.[1] ?? 'ERROR', message: value },
})

/** `{ stringValue }` and so on of a raw value; undefined for an empty cell. */
const extendedValue = (value: RawValue): ExtendedValue | undefined => {
  if (typeof value === 'number') return { numberValue: value }
  if (typeof value === 'boolean') return { boolValue: value }
  return value === null || value === '' ? undefined : { stringValue: value }
}

/** CellData as the API answers it: values, format and note; `{}` for an empty cell. */
export const cellDataOf = (stored: StoredCell | undefined, locale: string): CellData => {
  const cell = asCell(stored)
  const effective = cell.f !== undefined && isErrorValue(cell.v) ? errorOf(cell.v) : extendedValue(cell.v)
  const format = formatOf(cell)
  return {
    ...(cell.f !== undefined ? { userEnteredValue: { formulaValue: cell.f } } : effective && { userEnteredValue: effective }),
    ...(effective && { effectiveValue: effective, formattedValue: displayed(cell, locale) }),
    ...(format && { userEnteredFormat: format, effectiveFormat: format }),
    ...(cell.note !== undefined && { note: cell.note }),
  }
}

const formatOf = (cell: CellState): CellFormat | undefined =>
  cell.nf === undefined && cell.fmt === undefined
    ? undefined
    : { ...cell.fmt, ...(cell.nf !== undefined && { numberFormat: { type: typeOf(cell.nf), pattern: cell.nf } }) }

const typeOf = (pattern: string): string => {
  if (pattern === '@') return 'TEXT'
  if (!isDatePattern(pattern)) return pattern.includes('%') ? 'PERCENT' : 'NUMBER'
  const day = /[dy]/i.test(pattern)
  return day && /h/i.test(pattern) ? 'DATE_TIME' : day ? 'DATE' : 'TIME'
}
