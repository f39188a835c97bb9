/** The value of a formula; errors of Sheets are values too, and what is not emulated says so aloud. */
import type { RawValue } from '../grid'
import { type Node, parseFormula } from './parse'
import { BadFormula } from './tokens'

/** '#DIV/0!', '#VALUE!', '#REF!' …: goes through every calculation that meets it. */
class CellError extends Error {}

/** What a cell shows whose formula Sheets knows and the emulator does not. */
const notEmulatedValue = '#NAME? the value of this formula is not emulated'

/** Reads the cells of a reference, row by row; undefined where the reference leads nowhere. */
export type ReadCells = (reference: string) => readonly (readonly RawValue[])[] | undefined

const errorValue = /^#(ERROR!|NAME\?|REF!|VALUE!|DIV\/0!|N\/A|NUM!|NULL!)/

export const isErrorValue = (value: RawValue): value is string => typeof value === 'string' && errorValue.test(value)

/** `formulaValue('=60+30', true, …)` is 90. Never '' for what is not known. */
export function formulaValue(formula: string, comma: boolean, read: ReadCells): RawValue {
  try {
    return scalar(parseFormula(formula, comma), read)
  } catch (error) {
    if (error instanceof CellError) return error.message
    // Thousands of signs in a row («+7 +7 …») are deeper than Node's stack; Sheets shows an error for them too.
    if (error instanceof BadFormula || error instanceof RangeError) return '#ERROR!'
    throw error
  }
}

function scalar(node: Node, read: ReadCells): RawValue {
  if (node.kind === 'value') return node.value
  if (node.kind === 'name') throw new CellError('#NAME?')
  if (node.kind === 'call') return called(node.name, node.parts, read)
  if (node.kind === 'sign') return signed(node.sign, node.parts, read)
  const cells = cellsOf(node.text, read)
  if (cells.length !== 1 || cells[0]?.length !== 1) throw new CellError(notEmulatedValue)
  return checked(cells[0][0] ?? null)
}

function cellsOf(reference: string, read: ReadCells): readonly (readonly RawValue[])[] {
  const cells = read(reference)
  if (cells === undefined) throw new CellError('#REF!')
  return cells
}

function checked(value: RawValue): RawValue {
  if (isErrorValue(value)) throw new CellError(value)
  return value
}

function number(value: RawValue): number {
  if (typeof value === 'number') return value
  if (typeof value === 'boolean') return Number(value)
  if (value === null || value === '') return 0
  const read = Number(value.replace(',', '.'))
  if (Number.isNaN(read) || value.trim() === '') throw new CellError('#VALUE!')
  return read
}

const text = (value: RawValue): string => (value === null ? '' : typeof value === 'boolean' ? (value ? 'TRUE' : 'FALSE') : String(value))

function signed(sign: string, parts: readonly Node[], read: ReadCells): RawValue {
  const [left = null, right = null] = parts.map((part) => scalar(part, read))
  if (parts.length === 1) return sign === '%' ? number(left) / 100 : sign === '-' ? -number(left) : left
  if (sign === '&') return text(left) + text(right)
  return sign in arithmetic ? (arithmetic[sign]?.(number(left), number(right)) ?? null) : compared(sign, left, right)
}

const divided = (a: number, b: number): number => {
  if (b === 0) throw new CellError('#DIV/0!')
  return a / b
}

const arithmetic: Readonly<Record<string, (a: number, b: number) => number>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': divided,
  '^': (a, b) => a ** b,
}

function compared(sign: string, left: RawValue, right: RawValue): boolean {
  const kinds = ['number', 'string', 'boolean']
  const [a, b] = [left ?? 0, right ?? 0].map((value) => (typeof value === 'string' ? value.toLowerCase() : value)) as [RawValue, RawValue]
  const order = kinds.indexOf(typeof a) - kinds.indexOf(typeof b) || (a! < b! ? -1 : a! > b! ? 1 : 0)
  if (sign === '=') return order === 0
  if (sign === '<>') return order !== 0
  return sign.startsWith('<') ? order < 0 || (sign === '<=' && order === 0) : order > 0 || (sign === '>=' && order === 0)
}

function called(name: string, parts: readonly Node[], read: ReadCells): RawValue {
  if (name === 'SUM' || name === 'СУММ') return parts.reduce((sum, part) => sum + summed(part, read), 0)
  const shown = parts[1] ?? parts[0]
  if ((name === 'HYPERLINK' || name === 'ГИПЕРССЫЛКА') && shown) return scalar(shown, read)
  throw new CellError(notEmulatedValue)
}

/** Texts and empty cells of a range count nothing; a single argument is a number or an error. */
function summed(node: Node, read: ReadCells): number {
  if (node.kind !== 'reference') return number(scalar(node, read))
  const values = cellsOf(node.text, read).flat().map(checked)
  return values.reduce((sum: number, value) => sum + (typeof value === 'number' ? value : 0), 0)
}
