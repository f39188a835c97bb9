/** Reads «Проекты», the sheet or its file: who manages a project, and whether it pays for external consultants (T2, T3). */

import type { Project } from '../office/office'
import type { Issue } from '../problem'
import { folded } from '../text/fold'
import { openTable, type SourceTable, type TableRow } from './sheetTable'
import { isEmail, readAmount, readYesNo } from './wording'

const projectColumns = {
  needed: ['Проект', 'Руководитель (e-mail)', 'Внешние эксперты', 'Лимит внешних в месяц'],
  optional: [],
} as const

/**
 * Projects that consultations count for. A bad cell is named in the issues and left empty; a row without a name, or with the name
 * of an earlier one, is passed over.
 *
 *     Проект              | Руководитель (e-mail) | Внешние эксперты | Лимит внешних в месяц
 *     Ресурсный центр НКО | ep2@example.org       | да               | 12
 */
export function readProjects(table: SourceTable): { readonly projects: Project[]; readonly issues: Issue[] } {
  const issues: Issue[] = []
  const names = new Set<string>()
  const projects = openTable(table, projectColumns, issues).flatMap((row) => (isNamedOnce(row, names) ? [readProject(row)] : []))
  return { projects, issues }
}

function isNamedOnce(row: TableRow, names: Set<string>): boolean {
  const name = folded(row.text('Проект'))
  if (name !== '' && !names.has(name)) {
    names.add(name)
    return true
  }
  row.complain(
    'Проект',
    name === '' ? 'нет названия, строка не загружается' : `проект «${row.text('Проект')}» уже есть, строка не загружается`,
  )
  return false
}

function readProject(row: TableRow): Project {
  return {
    name: row.text('Проект'),
    managerEmail: readManager(row),
    externals: readExternals(row),
    externalLimitPerMonth: readLimit(row),
  }
}

function readManager(row: TableRow): string {
  const email = row.text('Руководитель (e-mail)')
  if (isEmail(email)) return email
  row.complain('Руководитель (e-mail)', email === '' ? 'не указан адрес' : `«${email}» не похоже на адрес`)
  return ''
}

function readExternals(row: TableRow): boolean {
  const answer = readYesNo(row.cell('Внешние эксперты'))
  if (answer === null) row.complain('Внешние эксперты', `«${row.text('Внешние эксперты')}»: нужно «да» или «нет»`)
  return answer ?? false
}

function readLimit(row: TableRow): number {
  const text = row.text('Лимит внешних в месяц')
  const limit = text === '' ? 0 : readAmount(text)
  if (limit !== null && Number.isInteger(limit)) return limit
  row.complain('Лимит внешних в месяц', `«${text}» не целое число`)
  return 0
}
