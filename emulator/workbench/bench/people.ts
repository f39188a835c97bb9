/** Who may sign in at the workbench: the people of the sheet «Сотрудники» and one outsider. */
import { rawValue } from '../../services/sheets/grid'
import type { WorldState } from '../../world/types'
import type { PersonView } from '../wire'

const outsider: PersonView = { email: 'stranger@example.net', name: 'Посторонний', role: 'нет в списке сотрудников' }

/** Titles of the columns as the office writes them: «ФИО», «E-mail», «Роли». */
const titles = { name: /^фио$|^имя/i, email: /mail|почта/i, role: /^рол/i, initials: /^инициалы/i } as const

/** '' = not in the list, or without initials there. */
export const initialsOf = (state: WorldState, email: string): string =>
  staffRows(state).find((person) => person.email === email)?.initials ?? ''

/** People in the sheet's order; the owner alone where the sheet is not there yet. The outsider is last. */
export const peopleOf = (state: WorldState): readonly PersonView[] => {
  const listed = staffRows(state).map(({ email, name, role }) => ({ email, name, role }))
  const owner = { email: state.owner, name: state.owner, role: 'владелец таблицы' }
  return [...(listed.some((person) => person.email === state.owner) ? [] : [owner]), ...listed, outsider]
}

const staffRows = (state: WorldState): (PersonView & { readonly initials: string })[] => {
  const sheet = state.spreadsheets[state.boundSpreadsheetId]?.sheets.find((candidate) => candidate.title === 'Сотрудники')
  const [heading, ...rows] = sheet?.cells ?? []
  const columns = (heading ?? []).map((cell) => String(rawValue(cell) ?? ''))
  const at = (title: RegExp): number => columns.findIndex((column) => title.test(column.trim()))
  const places = { name: at(titles.name), email: at(titles.email), role: at(titles.role), initials: at(titles.initials) }
  const text = (row: (typeof rows)[number], column: number): string => String(rawValue(row?.[column]) ?? '').trim()
  const people = rows.map((row) => ({
    name: text(row, places.name),
    email: text(row, places.email),
    role: text(row, places.role),
    initials: text(row, places.initials),
  }))
  return people.filter((person, index) => person.email !== '' && people.findIndex((other) => other.email === person.email) === index)
}
