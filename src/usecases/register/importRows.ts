/** Import of the lists that the office keeps by hand: staff, projects, working days. Rows with issues are named, not taken. */

import { asListed, type ListKind } from '../../domain/importing/listHeadings'
import { readProjects } from '../../domain/importing/projects'
import type { SourceTable } from '../../domain/importing/sheetTable'
import { readStaff } from '../../domain/importing/staff'
import { readDay } from '../../domain/importing/wording'
import { readWorkingCalendar } from '../../domain/importing/workingDays'
import type { Issue } from '../../domain/problem'
import { folded } from '../../domain/text/fold'

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
  const standing = new Map(existing.map((row) => [keyOf(kind, row), row]))
  const seen = new Set(standing.keys())
  const told: Issue[] = []
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
    told.push(...differing(row, standing.get(key)).map((one) => ({ ...one, where: table.fileName, row: index + 2 })))
  })
  return { rows, duplicates, issues: [...issues, ...told] }
}

/** What a row that stands already says otherwise: it is not changed, and told. */
function differing(
  row: Readonly<Record<string, string>>,
  standing?: Readonly<Record<string, string>>,
): Pick<Issue, 'column' | 'message'>[] {
  const other = Object.entries(row).filter(
    ([heading, value]) => value !== '' && standing?.[heading] !== undefined && !isSame(value, standing[heading] ?? ''),
  )
  return other.map(([column, value]) => ({
    column,
    message: `на листе «${standing?.[column] || 'пусто'}», в файле «${value}»: строка осталась как на листе, исправьте её там`,
  }))
}

function isSame(one: string, other: string): boolean {
  return folded(one) === folded(other) || (readDay(one) !== null && readDay(one) === readDay(other))
}

function keyOf(kind: ListKind, row: Readonly<Record<string, string>>): string {
  const values = keyHeadings[kind].map((heading) => row[heading] ?? '')
  const first = values.find((value) => value !== '') ?? ''
  return kind === 'workingCalendar' ? (readDay(first) ?? first) : first.toLowerCase()
}
