/** The sheets «Архив ГГГГ»: a sheet's id tells its year. */

import { type Table, tables } from '../../../domain/register/tables'
import type { SheetProperties } from '../spreadsheet'

/** Added to a year, the id of its sheet. */
const archiveBase = 300_000

/** The year of an archive, 2000–2999; null = another sheet. */
export function archiveYearOf({ sheetId }: SheetProperties): string | null {
  return Math.floor((sheetId ?? 0) / 1000) === 302 ? String((sheetId ?? 0) - archiveBase) : null
}

/** Years that have a sheet, as «Служебное» keeps them: '2024,2023'. */
export function archivesAmong(sheets: readonly SheetProperties[]): string {
  const years = sheets.flatMap((sheet) => archiveYearOf(sheet) ?? [])
  return years.sort().reverse().join(',')
}

/** The sheet of a year. Same columns as «Сделки». */
export function archiveSheet(year: string): Table {
  return { ...tables.deals, sheetId: archiveBase + Number(year), title: `Архив ${year}`, own: true }
}
