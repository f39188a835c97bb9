/** Import of the lists that the office keeps by hand: staff, projects, working days. Rows with issues are named, not taken. */

import { asListed, type ListKind } from '../../domain/importing/listHeadings'
import { readProjects } from '../../domain/importing/projects'
import type { SourceTable } from '../../domain/importing/sheetTable'
import { readStaff } from '../../domain/importing/staff'
import { readDay } from '../../domain/importing/wording'
import { readWorkingCalendar } from '../../domain/importing/workingDays'
import type { Issue } from '../../domain/problem'

export interface ImportedRows {
  /** Cells by heading, as they will stand in the sheet. */
  readonly rows: readonly Readonly<Record<string, string>>[]
  readonly duplicates: number
  readonly issues: readonly Issue[]
}

/** Headings whose values tell one row from another. */
const keyHeadings: Readonly<Record<ListKind, readonly string[]>> = {
  staff: ['E-mail', 'ФИО'],
  projects: ['Проект'],
  workingCalendar: ['Дата'],
}

const readers: Readonly<Record<ListKind, (table: SourceTable) => { readonly issues: readonly Issue[] }>> = {
  staff: readStaff,
  projects: readProjects,
  workingCalendar: readWorkingCalendar,
}

/**
 * @param existing rows that stand in the sheet, cells by heading
 */
export function importRows(kind: ListKind, given: SourceTable, existing: readonly Readonly<Record<string, string>>[]): ImportedRows {
  const table = asListed(kind, given)
  const issues = readers[kind](table).issues
  const bad = new Set(issues.map(({ row }) => row))
  if (issues.some(({ row, message }) => row === null && message.includes('нет такой колонки'))) return { rows: [], duplicates: 0, issues }
  const seen = new Set(existing.map((row) => keyOf(kind, row)))
  const rows: Readonly<Record<string, string>>[] = []
  let duplicates = 0
  table.rows.forEach((cells, index) => {
    const row = Object.fromEntries(
      table.headings.map((heading, place) => [heading.replace('\ufeff', '').trim(), String(cells[place] ?? '').trim()]),
    )
    if (bad.has(index + 2) || Object.values(row).every((value) => value === '')) return
    const key = keyOf(kind, row)
    if (seen.has(key)) duplicates++
    else rows.push(row)
    seen.add(key)
  })
  return { rows, duplicates, issues }
}

function keyOf(kind: ListKind, row: Readonly<Record<string, string>>): string {
  const values = keyHeadings[kind].map((heading) => row[heading] ?? '')
  const first = values.find((value) => value !== '') ?? ''
  return kind === 'workingCalendar' ? (readDay(first) ?? first) : first.toLowerCase()
}
