/** Sheets as an .xlsx file, as Google's export writes them: typed values, formats of numbers and dates, looks, widths, the frozen heading. */
import exceljs, { type Cell, type FillPattern, type Workbook, type Worksheet } from 'exceljs'
import { asCell, columnsWithData, rowsWithData, valueAt } from '../../services/sheets/grid'
import type { CellState, SheetState, SpreadsheetState } from '../../world/types'
import { bag, styleOf } from '../view/colours'
import { type Painter, painterOf } from '../view/conditional'
import type { CellStyle } from '../wire'

const defaultWidth = 100
/** Excel measures columns in digits of its default letter. */
const pixelsPerDigit = 7
const paddingPixels = 5

/** Charts are left out: the library that writes the file does not draw them; the printed page has them. */
export const xlsxOf = async (spreadsheet: SpreadsheetState, sheets: readonly SheetState[]): Promise<Uint8Array> => {
  const workbook = new exceljs.Workbook()
  workbook.title = spreadsheet.title
  for (const sheet of sheets) addSheet(workbook, sheet)
  return new Uint8Array(await inBytes(() => workbook.xlsx.writeBuffer()))
}

/** The library's zip cuts a string every 16 KB, also within a sign of two halves; told that it is in a browser, it is given bytes. */
const inBytes = async <T>(write: () => Promise<T>): Promise<T> => {
  const host = process as { browser?: boolean }
  host.browser = true
  try {
    return await write()
  } finally {
    delete host.browser
  }
}

const addSheet = (workbook: Workbook, sheet: SheetState): void => {
  const { frozenRowCount: ySplit, frozenColumnCount: xSplit } = sheet
  const showGridLines = sheet.hideGridlines !== true
  const views = [
    ySplit + xSplit > 0 ? { state: 'frozen' as const, ySplit, xSplit, showGridLines } : { state: 'normal' as const, showGridLines },
  ]
  const written = workbook.addWorksheet(titleOf(sheet.title), { views, state: sheet.hidden ? 'hidden' : 'visible' })
  const painter = painterOf(sheet, (row, column) => valueAt(sheet, row, column))
  const width = columnsWithData(sheet)
  for (let column = 0; column < width; column++)
    written.getColumn(column + 1).width = ((sheet.columnWidths[column] ?? defaultWidth) - paddingPixels) / pixelsPerDigit
  for (let row = 0; row < rowsWithData(sheet); row++) writeRow(written, { sheet, row, width, painter })
}

/** Excel takes 31 signs and not all of them. */
const titleOf = (title: string): string => title.replace(/[\\/?*[\]:]/g, '_').slice(0, 31)

interface RowPlace {
  readonly sheet: SheetState
  readonly row: number
  readonly width: number
  readonly painter: Painter
}

const writeRow = (written: Worksheet, { sheet, row, width, painter }: RowPlace): void => {
  for (let column = 0; column < width; column++) {
    const cell = asCell(sheet.cells[row]?.[column])
    const style: CellStyle = { ...styleOf(bag(cell.fmt)), ...painter(row, column) }
    if (cell.v !== null || cell.f !== undefined || Object.keys(style).length > 0)
      writeCell(written.getCell(row + 1, column + 1), cell, style)
  }
}

/** Only what Sheets itself keeps as a formula is written as one: a text that begins with «=» stays a text. */
const writeCell = (target: Cell, cell: CellState, style: CellStyle): void => {
  if (cell.f === undefined) target.value = cell.v
  else target.value = { formula: cell.f.replace(/^=/, ''), ...(cell.v === null ? {} : { result: cell.v }) }
  if (cell.note) target.note = cell.note
  target.style = {
    ...(cell.nf !== undefined && { numFmt: cell.nf }),
    font: fontOf(cell, style),
    ...(style.bg !== undefined && { fill: solid(style.bg) }),
    alignment: { vertical: verticalOf(cell), ...(style.align && { horizontal: style.align }), ...(style.wrap && { wrapText: true }) },
  }
}

const fontOf = (cell: CellState, { bold, italic, strike, fg }: CellStyle): Cell['font'] => {
  const size = bag(bag(cell.fmt)['textFormat'])['fontSize']
  return {
    name: 'Arial',
    size: typeof size === 'number' ? size : 10,
    ...(bold && { bold }),
    ...(italic && { italic }),
    ...(strike && { strike }),
    ...(fg !== undefined && { color: { argb: argbOf(fg) } }),
  }
}

const verticalOf = (cell: CellState): 'top' | 'middle' | 'bottom' =>
  (({ TOP: 'top', MIDDLE: 'middle' }) as const)[String(bag(cell.fmt)['verticalAlignment'])] ?? 'bottom'

const solid = (colour: string): FillPattern => ({ type: 'pattern', pattern: 'solid', fgColor: { argb: argbOf(colour) } })

const argbOf = (colour: string): string => `FF${colour.slice(1).toUpperCase()}`
