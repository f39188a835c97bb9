/** Methods of «Настройки и проверка»: the settings, what Google tells about the desk, a change of settings. */

import { type CheckFacts, selfChecks } from '../../domain/office/selfCheck.ru'
import type { Cell } from '../../domain/office/settings'
import { accept, type Outcome, refuse } from '../../domain/problem'
import type { Input, Output } from '../../rpc/contract'
import type { SettingsScreenData } from '../../rpc/settingsContract'
import { standingNotes } from '../../usecases/control/today'
import { forbidden } from '../../usecases/permissions'
import { sampleLetters } from '../../usecases/register/sampleLetters'
import { type SettingWrite, settingRows, settingWrites } from '../../usecases/register/settingRows'
import { keyInSheet } from '../../usecases/service'
import { webAppUrl } from '../desk/links'
import { type Loaded, loadDesk } from '../desk/load'
import type { DeskSession } from '../desk/session'
import { installedTriggers } from '../doors/triggers'
import { calendarState } from '../google/calendar'
import { underLock } from '../google/lock'
import { lettersLeft, sendLetter } from '../google/mailer'
import { tables } from '../google/register/tables'
import { writeRegister } from '../google/register/writer'
import { deskOwner, spreadsheetZone } from '../google/spreadsheet'
import { addressOf } from '../jobs/sync'

type Request = GoogleAppsScript.Sheets.Schema.Request

/** Six calls: the register, its zone, the calendar, triggers, the mail quota, the address of the pages. */
export function open(_input: Input<'settings/open'>, session: DeskSession): Outcome<SettingsScreenData> {
  const loaded = loadDesk(session)
  const denied = forbidden(loaded.moment.who, 'read')
  return denied === null ? accept(screenOf(loaded)) : refuse(denied)
}

function screenOf(loaded: Loaded): SettingsScreenData {
  const { desk, moment } = loaded
  return {
    settings: settingRows(rowsOf(loaded)),
    checks: selfChecks(factsOf(loaded), desk.office, moment.now),
    mayChange: forbidden(moment.who, 'settings') === null,
  }
}

function factsOf(loaded: Loaded): CheckFacts {
  const { desk, session } = loaded
  const calendar = calendarState(addressOf(loaded))
  const owner = deskOwner()
  return {
    zones: { spreadsheet: spreadsheetZone(session.spreadsheetId), script: Session.getScriptTimeZone(), calendar: calendar.zone },
    calendar: calendar.state,
    owner,
    triggers: owner === '' || owner === Session.getEffectiveUser().getEmail() ? installedTriggers() : null,
    heartbeat: desk.service.heartbeat,
    isPublished: webAppUrl() !== '',
    lettersLeft: lettersLeft(),
    issues: desk.issues.length + standingNotes(desk).length,
    garbled: loaded.garbled.map((key) => ({ key, shown: keyInSheet(key) })),
  }
}

function rowsOf({ snapshot }: Loaded): readonly (readonly Cell[])[] {
  const { title: titleAt = 0, value: valueAt = 1 } = snapshot.layouts.settings ?? {}
  return (snapshot.whole.settings ?? []).map((row) => [row[titleAt] ?? null, row[valueAt] ?? null])
}

/** Four calls; all values or none. */
export function save(input: Input<'settings/save'>, session: DeskSession): Outcome<Output<'settings/save'>> {
  return underLock(() => {
    const loaded = loadDesk(session)
    const denied = forbidden(loaded.moment.who, 'settings')
    if (denied !== null) return refuse(denied)
    const writes = settingWrites(input.values, rowsOf(loaded))
    if (!writes.ok) return writes
    write(loaded, writes.value)
    return accept({ settings: settingRows(withWrites(rowsOf(loaded), writes.value)) })
  })
}

function write({ session, snapshot }: Loaded, writes: readonly SettingWrite[]): void {
  const { settings: layout = {} } = snapshot.layouts
  const appended = writes.filter(({ row }) => row === null).map(({ title, value, clause }) => ({ title, value: String(value), clause }))
  const more = writes.flatMap(({ row, value }): Request[] => (row === null ? [] : [valueRequest(row + 1, layout['value'] ?? 1, value)]))
  writeRegister(session.spreadsheetId, {
    layouts: snapshot.layouts,
    patches: [],
    appends: { settings: appended },
    replaced: {},
    service: {},
    more,
  })
}

/** @param rowIndex 0-based, the heading is 0 */
function valueRequest(rowIndex: number, columnIndex: number, value: string | number): Request {
  const userEnteredValue = typeof value === 'number' ? { numberValue: value } : { stringValue: value }
  return {
    updateCells: {
      start: { sheetId: tables.settings.sheetId, rowIndex, columnIndex },
      rows: [{ values: [{ userEnteredValue }] }],
      fields: 'userEnteredValue',
    },
  }
}

function withWrites(rows: readonly (readonly Cell[])[], writes: readonly SettingWrite[]): readonly (readonly Cell[])[] {
  const changed = rows.map((row, index) => {
    const write = writes.find((one) => one.row === index)
    return write === undefined ? row : [row[0] ?? null, write.value]
  })
  return [...changed, ...writes.filter(({ row }) => row === null).map(({ title, value }) => [title, value])]
}

/** One call. */
export function samples(_input: Input<'letter/samples'>, session: DeskSession): Outcome<Output<'letter/samples'>> {
  const { desk, moment } = loadDesk(session)
  const denied = forbidden(moment.who, 'read')
  return denied === null ? accept({ letters: sampleLetters(desk, moment) }) : refuse(denied)
}

/** Two calls: the letter goes to whoever asks, at once. */
export function testLetter({ kind }: Input<'letter/test'>, session: DeskSession): Outcome<Output<'letter/test'>> {
  const { desk, moment } = loadDesk(session)
  const denied = forbidden(moment.who, 'settings')
  if (denied !== null) return refuse(denied)
  const letter = sampleLetters(desk, moment).find((one) => one.kind === kind)
  if (letter === undefined) return refuse({ code: 'badValue', title: 'Письмо', why: 'такого письма нет' })
  const { subject, body, html } = letter
  sendLetter({ to: moment.who.email, subject: `Проба: ${subject}`, body, html, from: desk.office.settings.centreName })
  return accept({ to: moment.who.email })
}
