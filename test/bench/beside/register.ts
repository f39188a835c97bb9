/** The register as it lies in the world, for judging what a deed did: whoever did it, the same questions. */
import { asCell, compactCell, putRow, rawValue } from '../../../emulator/services/sheets/grid'
import type { SheetState, World } from '../../../emulator/world/types'
import { tables } from '../../../src/domain/register/tables'
import { sheetOf } from '../sheetRows'

type Raw = string | number | boolean | null
/** Heading → value. */
export type Row = Readonly<Record<string, Raw>>

const deals = (world: World): SheetState => sheetOf(world, 'Сделки')
const headings = ({ cells }: SheetState): string[] => (cells[0] ?? []).map((cell) => String(rawValue(cell) ?? ''))

export const dealsSheetId = (world: World): number => deals(world).sheetId

export function dealRows(world: World, ids: readonly number[]): Row[] {
  const sheet = deals(world)
  const names = headings(sheet)
  const at = names.indexOf('№')
  const wanted = new Set(ids)
  return sheet.cells
    .filter((row) => wanted.has(Number(rawValue(row?.[at]))))
    .map((row) => Object.fromEntries(names.flatMap((name, index) => (name === '' ? [] : [[name, rawValue(row?.[index])]]))))
}

export function dealIds(world: World): number[] {
  const sheet = deals(world)
  const at = headings(sheet).indexOf('№')
  return sheet.cells.map((row) => rawValue(row?.[at])).filter((value) => typeof value === 'number')
}

/** How the product formats what people see; generated rows hold bare values. */
const formats: Readonly<Record<string, string>> = { dateTime: 'dd.mm.yyyy hh:mm', date: 'dd.mm.yyyy', text: '@', longText: '@' }

/** Gives the rows of these deals the formats that the product would have given them: whoever reads them gets dates, not numbers. */
export function format(world: World, ids: readonly number[]): void {
  const sheet = deals(world)
  const names = headings(sheet)
  const kinds = new Map<string, string>(tables.deals.columns.map(({ heading, kind }) => [heading, formats[kind.type] ?? '']))
  const formatted = names.map((name) => kinds.get(name) ?? '')
  sheet.cells.forEach((row, index) => {
    if (!row || !ids.includes(Number(rawValue(row[names.indexOf('№')])))) return
    const cells = formatted.map((nf, column) => (nf === '' ? (row[column] ?? null) : compactCell({ ...asCell(row[column]), nf })))
    putRow(sheet, index, cells)
  })
}

/** Cells of these rows, other than of `heading`, that hold something else than before; an empty text is an empty cell. */
export function otherCells(before: readonly Row[], after: readonly Row[], heading: string): number {
  const value = (raw: Raw | undefined): Raw => raw ?? ''
  return before.reduce((sum, row, index) => {
    const names = Object.keys(row).filter((name) => name !== heading)
    return sum + names.filter((name) => value(row[name]) !== value(after[index]?.[name])).length
  }, 0)
}
