/** Reads «Сотрудники», the sheet or its file: who works here, with which roles, topics and days away. */

import { type RaisedQuota, readRaisedQuotas } from '../calendar/raisedQuota'
import { topicTitles } from '../deal/words'
import type { Person } from '../office/office'
import { type Role, roleTitles } from '../office/roles'
import type { Issue } from '../problem'
import { folded, initialsKey } from '../text/fold'
import type { LocalDate } from '../time/localTime'
import { openTable, type SourceTable, type TableRow } from './sheetTable'
import { isEmail, keyOfTitle, readAmount, readDay, readYesNo } from './wording'

/** Headings of «Сотрудники»; «Отсутствия» may be left out. */
const staffColumns = {
  needed: ['Инициалы', 'ФИО', 'E-mail', 'Роли', 'Темы', 'Внешний', 'Ставка, ₽/ч', 'С', 'По'],
  optional: ['Отсутствия', 'Норма в неделю'],
} as const

/**
 * People of the office. A row is never lost for one bad cell: the cell is named in the issues and left empty; only a row without a name is
 * passed over. Of two people with the same initials (Latin look-alikes and case aside) the second is read without initials.
 *
 *     Инициалы | ФИО                    | E-mail          | Роли        | Темы   | Внешний | Ставка, ₽/ч | С          | По | Отсутствия
 *     ММ       | Морозова Мария Игоревна| gg0@example.org | консультант | 8,10,5 | нет     |             | 2024-01-09 |    | 24.11.2026–30.11.2026 отпуск
 */
export function readStaff(table: SourceTable): { readonly people: Person[]; readonly issues: Issue[] } {
  const issues: Issue[] = []
  const seen: Seen = { initials: new Set(), emails: new Set() }
  const people = openTable(table, staffColumns, issues).flatMap((row) => {
    if (row.text('ФИО') !== '') return [readPerson(row, seen)]
    row.complain('ФИО', 'не указано имя, строка не загружается')
    return []
  })
  return { people, issues }
}

interface Seen {
  readonly initials: Set<string>
  readonly emails: Set<string>
}

function readPerson(row: TableRow, seen: Seen): Person {
  const roles = readRoles(row)
  return {
    initials: readInitials(row, roles, seen.initials),
    name: row.text('ФИО'),
    email: readEmail(row, seen.emails),
    roles,
    topics: readTopics(row),
    external: readExternal(row, roles),
    ratePerHour: readRate(row),
    ...readBounds(row),
    absences: readAbsences(row),
    quotas: readQuotas(row),
  }
}

function readRoles(row: TableRow): Role[] {
  const roles = partsOf(row.text('Роли')).flatMap((title) => {
    const role = keyOfTitle(roleTitles, title)
    if (role === null) row.complain('Роли', `неизвестная роль «${title}»; бывают: ${Object.values(roleTitles).join(', ')}`)
    return role === null ? [] : [role]
  })
  if (row.text('Роли') === '') row.complain('Роли', 'не указана роль')
  return roles
}

function readInitials(row: TableRow, roles: readonly Role[], seen: Set<string>): string {
  const initials = row.text('Инициалы')
  const consults = roles.includes('consultant') || roles.includes('externalConsultant')
  if (initials === '') {
    if (consults) row.complain('Инициалы', 'у консультанта нет инициалов, в календаре его не узнать')
    return ''
  }
  if (!/^\p{L}{2,4}$/u.test(initials)) row.complain('Инициалы', `«${initials}»: нужно от двух до четырёх букв`)
  else if (seen.has(initialsKey(initials))) row.complain('Инициалы', `«${initials}» уже есть у другого сотрудника`)
  else {
    seen.add(initialsKey(initials))
    return initials
  }
  return ''
}

function readEmail(row: TableRow, seen: Set<string>): string {
  const email = row.text('E-mail')
  if (!isEmail(email)) {
    row.complain('E-mail', email === '' ? 'не указан адрес' : `«${email}» не похоже на адрес`)
    return ''
  }
  if (seen.has(folded(email))) row.complain('E-mail', `адрес ${email} уже есть у другого сотрудника`)
  seen.add(folded(email))
  return email
}

/** Sheets turns «8,10» typed by hand into the number 8.1, and the second topic is lost: only whole numbers are believed. */
function readTopics(row: TableRow): number[] {
  const cell = row.cell('Темы')
  if (typeof cell === 'number' && !Number.isInteger(cell)) {
    row.complain('Темы', `темы записаны числом ${String(cell).replace('.', ',')}: запишите их через точку с запятой`)
    return []
  }
  return partsOf(row.text('Темы')).flatMap((part) => {
    if (/^\d+$/.test(part) && topicTitles[Number(part)] !== undefined) return [Number(part)]
    row.complain('Темы', `«${part}»: нужен номер темы от 1 до 11`)
    return []
  })
}

function readExternal(row: TableRow, roles: readonly Role[]): boolean {
  const external = readYesNo(row.cell('Внешний'))
  const byRole = roles.includes('externalConsultant')
  if (external === null) row.complain('Внешний', `«${row.text('Внешний')}»: нужно «да» или «нет»`)
  else if (external !== byRole) row.complain('Внешний', 'не сходится с ролью: «да» бывает у внешнего консультанта, и только у него')
  return byRole || external === true
}

function readRate(row: TableRow): number | null {
  const text = row.text('Ставка, ₽/ч')
  const rate = readAmount(text)
  if (text !== '' && rate === null) row.complain('Ставка, ₽/ч', `«${text}» не число`)
  return rate
}

/** A date that cannot be read closes: nobody keeps rights by a misprint. */
function readBounds(row: TableRow): Pick<Person, 'from' | 'until' | 'unclear'> {
  const [from, until] = [readBound(row, 'С'), readBound(row, 'По')]
  const isUnclear = (from === null && row.text('С') !== '') || (until === null && row.text('По') !== '')
  return { from, until, ...(isUnclear ? { unclear: true } : {}) }
}

function readBound(row: TableRow, column: 'С' | 'По'): LocalDate | null {
  if (row.text(column) === '') return null
  const day = readDay(row.cell(column))
  if (day === null) row.complain(column, `«${row.text(column)}» не дата`)
  return day
}

/** «24.11.2026–30.11.2026 отпуск; 07.12.2026 командировка». */
function readAbsences(row: TableRow): Person['absences'] {
  const parts = row
    .text('Отсутствия')
    .split(/[;\n]/)
    .map((part) => part.trim())
  return parts
    .filter((part) => part !== '')
    .flatMap((part) => {
      const [, first, last, why = ''] = /^([\d.]+)(?:\s*[–—-]\s*([\d.]+))?\s*(.*)$/.exec(part) ?? []
      const from = readDay(first ?? '')
      const until = readDay(last ?? first ?? '')
      if (from !== null && until !== null && from <= until) return [{ from, until, why }]
      row.complain('Отсутствия', `«${part}»: нужно так: 24.11.2026–30.11.2026 отпуск`)
      return []
    })
}

/** G7: «3: 01.12.2026–25.12.2026». */
function readQuotas(row: TableRow): RaisedQuota[] {
  const quotas = readRaisedQuotas(row.text('Норма в неделю'))
  if (quotas === null) row.complain('Норма в неделю', `«${row.text('Норма в неделю')}»: нужно так: 3: 01.12.2026–25.12.2026`)
  return quotas ?? []
}

function partsOf(text: string): string[] {
  return text
    .split(/[,;]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}
