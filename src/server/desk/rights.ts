/** Rights are not what a lesser right can write: who types a role, an address, a manager, a calendar has to have the right to give them. */

import {
  type Cells,
  calendarTitle,
  type Given,
  type GuardedTable,
  givenRights,
  guardedTitles,
  guards,
  isIncomplete,
  type KeptRights,
  mayGive,
  type StandingCells,
} from '../../domain/office/keptRights'
import type { Cell } from '../../domain/office/settings'
import type { Issue } from '../../domain/problem'
import { tables } from '../../domain/register/tables'
import { rightsTexts } from '../../domain/text/rightsText.ru'
import { dateOf } from '../../domain/time/localTime'
import type { Letter } from '../../usecases/changes'
import { readKeptRights, writeKeptRights } from '../google/keptRights'
import { underLock } from '../google/lock'
import { layoutIn } from '../google/register/layout'
import { writeRegister } from '../google/register/writer'
import { type Loaded, loadDesk } from './load'
import { outboxRows } from './rows/outboxRows'
import type { DeskSession } from './session'

type Request = GoogleAppsScript.Sheets.Schema.Request

/** Rows 1-based, both inclusive. */
export interface GuardedEdit {
  readonly table: GuardedTable | 'settings'
  readonly from: number
  readonly until: number
}

const names = Object.keys(guards) as GuardedTable[]

/** The sheet of an edit that gives rights, or null. */
export function guardedTable(sheetId: number): GuardedEdit['table'] | null {
  return [...names, 'settings' as const].find((name) => tables[name].sheetId === sheetId) ?? null
}

/**
 * Puts back what nobody with the right has written; the director hears of either.
 * @param edit of whoever `session.email` names; null = nobody knows who typed what
 */
export function guardRights(session: DeskSession, edit: GuardedEdit | null): readonly Issue[] {
  return underLock(() => {
    const kept = readKeptRights()
    const loaded = loadDesk(session)
    if (kept !== null) return judged(loaded, kept, edit)
    writeKeptRights(standingRights(loaded))
    return []
  })
}

/** What stands there now was written by the product, on the word of who may. */
export function confirmRights(session: DeskSession): void {
  writeKeptRights(standingRights(loadDesk(session)))
}

/** Whether something that gives rights stands otherwise than it was confirmed; nothing confirmed yet counts as such. */
export function isGivenOtherwise(loaded: Loaded, kept: KeptRights | null): boolean {
  if (kept === null || givenIn(loaded, kept).length > 0 || typedSettings(loaded, kept).length > 0) return true
  return kept.settings === undefined || names.some((table) => isIncomplete(table, kept[table]))
}

function givenIn(loaded: Loaded, kept: KeptRights): Given[] {
  return names.flatMap((table) => givenRights(table, rowsOf(loaded, table), kept[table]))
}

function judged(loaded: Loaded, kept: KeptRights, edit: GuardedEdit | null): readonly Issue[] {
  const { email } = loaded.session
  const isGiver =
    edit !== null && email !== '' && (mayGive(email, kept, dateOf(loaded.moment.now)) || email === Session.getEffectiveUser().getEmail())
  const given = givenIn(loaded, kept)
  const isTaken = ({ table, row }: Given) => isGiver && table === edit.table && row >= edit.from && row <= edit.until
  const taken = given.filter(isTaken)
  const back = given.filter((one) => !isTaken(one))
  const settings = typedSettings(loaded, kept).filter(
    ({ row }) => !(isGiver && edit.table === 'settings' && row >= edit.from && row <= edit.until),
  )
  const requests = [...back.map((one) => backRequest(loaded, one)), ...settings.map((one) => settingRequest(loaded, one))]
  const letters = [...lettersOf(loaded, taken, rightsTexts.taken), ...lettersOf(loaded, back, rightsTexts.putBack)]
  if (requests.length + letters.length > 0) {
    writeRegister(loaded.session.spreadsheetId, {
      layouts: loaded.snapshot.layouts,
      appends: { outbox: outboxRows(letters, loaded.moment.now) },
      more: requests,
    })
  }
  const isStale = kept.settings === undefined || names.some((table) => isIncomplete(table, kept[table]))
  if (taken.length + back.length > 0 || isGiver || isStale) writeKeptRights(standingRights(loaded, back, settings))
  return [...back.map(issueOf), ...settings.map(({ row, title }) => issueAt(tables.settings.title, row, title))]
}

/** As it stands, with what is put back. */
function standingRights(loaded: Loaded, back: readonly Given[] = [], settings: readonly TypedSetting[] = []): KeptRights {
  const rights = (table: GuardedTable): Cells[] =>
    rowsOf(loaded, table).map(({ row, cells }) => {
      const own = back.filter((one) => one.table === table && one.row === row)
      return { ...cells, ...Object.fromEntries(own.map(({ key, kept }) => [key, kept])) }
    })
  const values = { ...settingsIn(loaded), ...Object.fromEntries(settings.map(({ title, kept }) => [title, kept])) }
  const { [calendarTitle]: calendar = null, ...others } = values
  return { staff: rights('staff'), projects: rights('projects'), calendar, settings: others }
}

function rowsOf({ snapshot }: Loaded, table: GuardedTable): StandingCells[] {
  const layout = snapshot.layouts[table] ?? {}
  const rows = (snapshot.whole[table] ?? []).map((cells, index) => {
    const kept = guards[table].kept.map((key) => [key, cells[layout[key] ?? -1] ?? null] as const)
    return { row: index + 2, cells: Object.fromEntries(kept) }
  })
  return rows.filter(({ cells }) => Object.values(cells).some((cell) => cell !== null && cell !== ''))
}

/** A setting that stands otherwise than it was confirmed. */
interface TypedSetting {
  readonly row: number
  readonly title: string
  readonly kept: Cell
}

/** Values of the guarded settings, by title. */
function settingsIn(loaded: Loaded): Cells {
  return Object.fromEntries(settingRows(loaded).map(({ title, value }) => [title, value]))
}

function settingRows({ snapshot }: Loaded): { readonly row: number; readonly title: string; readonly value: Cell }[] {
  const { title: titles = -1, value = -1 } = snapshot.layouts.settings ?? {}
  return (snapshot.whole.settings ?? []).flatMap((cells, index) => {
    const title = String(cells[titles] ?? '')
    return guardedTitles.includes(title) ? [{ row: index + 2, title, value: cells[value] ?? null }] : []
  })
}

function typedSettings(loaded: Loaded, { calendar, settings = {} }: KeptRights): TypedSetting[] {
  const confirmed: Cells = { ...settings, [calendarTitle]: calendar }
  return settingRows(loaded).flatMap(({ row, title, value }) => {
    const kept = confirmed[title]
    return kept === undefined || String(value ?? '') === String(kept ?? '') ? [] : [{ row, title, kept }]
  })
}

function settingRequest({ snapshot }: Loaded, { row, kept }: TypedSetting): Request {
  return cellRequest('settings', { row, column: layoutIn(snapshot.layouts, 'settings')['value'] ?? 1, value: kept })
}

function backRequest({ snapshot }: Loaded, { table, row, key, kept }: Given): Request {
  return cellRequest(table, { row, column: layoutIn(snapshot.layouts, table)[key] ?? 0, value: kept })
}

function cellRequest(table: GuardedEdit['table'], at: { readonly row: number; readonly column: number; readonly value: Cell }): Request {
  const { row, column, value } = at
  const userEnteredValue = typeof value === 'number' ? { numberValue: value } : { stringValue: String(value ?? '') }
  const cell = { ...(value === null || value === '' ? {} : { userEnteredValue }), note: rightsTexts.note }
  return {
    updateCells: {
      start: { sheetId: tables[table].sheetId, rowIndex: row - 1, columnIndex: column },
      rows: [{ values: [cell] }],
      fields: 'userEnteredValue,note',
    },
  }
}

/** To every director but who did it. */
function lettersOf(
  { desk, session, moment }: Loaded,
  given: readonly Given[],
  text: (who: string, lines: readonly string[]) => string,
): Letter[] {
  if (given.length === 0) return []
  const directors = desk.office.people.filter(({ roles, email }) => roles.includes('director') && email !== '')
  const told = directors.filter(({ email }) => email.toLowerCase() !== session.email.toLowerCase())
  const body = text(session.email, given.map(lineOf))
  return told.map(({ email }, at) => ({
    key: `rights:${moment.now}:${given.length}:${lineOf(given[0] as Given)}:${at}`.slice(0, 200),
    to: email,
    subject: rightsTexts.subject,
    body,
  }))
}

function lineOf(given: Given): string {
  const { table, name, typed, kept } = given
  return rightsTexts.line({ sheet: tables[table].title, name, column: headingOf(given), was: String(kept ?? ''), now: String(typed ?? '') })
}

function headingOf({ table, key }: Given): string {
  return tables[table].columns.find((column) => column.key === key)?.heading ?? key
}

function issueOf(given: Given): Issue {
  return issueAt(tables[given.table].title, given.row, headingOf(given))
}

function issueAt(where: string, row: number | null, column: string): Issue {
  return { where, row, column, message: rightsTexts.note.charAt(0).toLowerCase() + rightsTexts.note.slice(1) }
}
