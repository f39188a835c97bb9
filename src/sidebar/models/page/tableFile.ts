/** A file of rows as people have it, CSV of any separator and encoding or .xlsx, as a grid of texts. */

import Papa from 'papaparse'
import { htmlRows } from '../../../domain/importing/htmlTable'
import type { Grid } from '../../../domain/importing/proposal/grid'

/** A cell as the reader of .xlsx gives it. */
type SheetCell = string | number | boolean | Date | DateConstructor | null
interface Sheet {
  readonly data: readonly (readonly SheetCell[])[]
}

/** Reads a workbook: the page brings the package, tests too. */
export type ReadWorkbook = (bytes: ArrayBuffer) => Promise<readonly Sheet[]>

/** Single-byte encodings of Russia; the one in which most letters stand as words do counts. */
const oldEncodings = ['windows-1251', 'koi8-r', 'ibm866'] as const

/** Every sheet that holds anything; of a text file the one. @throws what the reader of workbooks throws */
export async function readGrids(fileName: string, bytes: ArrayBuffer, readWorkbook: ReadWorkbook): Promise<Grid[]> {
  if (!isZip(bytes)) return [readTable(fileName, decode(bytes))]
  const sheets = await readWorkbook(bytes)
  return sheets.map(({ data }) => ({ fileName, rows: data.map((row) => row.map(cellText)) })).filter(({ rows }) => rows.length > 0)
}

/** Whether it is a workbook of Excel before 2007, which no page can read. */
export function isOldWorkbook(bytes: ArrayBuffer): boolean {
  return startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])
}

function isZip(bytes: ArrayBuffer): boolean {
  return startsWith(bytes, [0x50, 0x4b])
}

function startsWith(bytes: ArrayBuffer, signature: readonly number[]): boolean {
  const first = new Uint8Array(bytes.slice(0, signature.length))
  return signature.every((byte, at) => first[at] === byte)
}

/** A cell of a workbook as a person would type it: times are wall-clock times, a time without a day is one of 1899 there. */
function cellText(cell: SheetCell): string {
  if (cell === null) return ''
  if (typeof cell === 'boolean') return cell ? 'да' : 'нет'
  if (!(cell instanceof Date)) return String(cell).trim()
  const minute = 60_000
  const text = new Date(Math.round(cell.getTime() / minute) * minute).toISOString()
  if (text < '1900-01-02') return text.slice(11, 16)
  return text.slice(11, 16) === '00:00' ? text.slice(0, 10) : text.slice(0, 16)
}

/** Text of the file: UTF-8 with or without its mark, UTF-16, or what Russian programs wrote before. */
export function decode(bytes: ArrayBuffer): string {
  const wide = wideEncoding(new Uint8Array(bytes))
  if (wide !== null) return new TextDecoder(wide).decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return bestOf(oldEncodings.map((name) => new TextDecoder(name).decode(bytes)))
  }
}

/** By its mark, or by the zeros and fours that every other byte is then. */
function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const some = bytes.slice(0, 400)
  const high = (from: number) => some.filter((byte, at) => at % 2 === from && (byte === 0 || byte === 4)).length / (some.length / 2)
  if (some.length < 8) return null
  if (high(1) > 0.9) return 'utf-16le'
  return high(0) > 0.9 ? 'utf-16be' : null
}

/** Small letters follow letters, capitals begin words: a wrong encoding has it the other way round. */
function bestOf(texts: readonly string[]): string {
  const score = (text: string) => (text.slice(0, 4000).match(/[А-ЯЁа-яё][а-яё]/g) ?? []).length
  return texts.reduce((best, text) => (score(text) > score(best) ? text : best))
}

const sampledLines = 20
const separators = [';', ',', '\t', '|']

/** All lines of the text, empty ones too: a row keeps its number in the file. */
export function readTable(fileName: string, content: string): Grid {
  const text = content.replace(/^\ufeff/, '')
  const page = htmlRows(text)
  if (page !== null) return { fileName, rows: page }
  const [, named] = /^sep=(.)\r?\n/i.exec(text) ?? []
  const rows = Papa.parse<string[]>(text, { delimiter: named ?? separatorOf(text) }).data
  const last = rows[rows.length - 1]
  return { fileName, rows: last?.length === 1 && last[0] === '' ? rows.slice(0, -1) : rows }
}

/** The one that parts most lines into the same number of cells: texts hold commas of their own. */
function separatorOf(text: string): string {
  const score = (delimiter: string) => {
    const widths = Papa.parse<string[]>(text, { delimiter, preview: sampledLines, skipEmptyLines: true }).data.map((row) => row.length)
    const usual = widths.slice().sort((a, b) => a - b)[Math.floor(widths.length / 2)] ?? 1
    return usual < 2 ? 0 : widths.filter((width) => width === usual).length * Math.min(usual, 10)
  }
  return separators.reduce((best, one) => (score(one) > score(best) ? one : best))
}
