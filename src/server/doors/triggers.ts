/** The installable triggers: the tick, edits by hand, changed structure. Exactly one of each; what an event tells is decoded here. */

import type { Issue } from '../../domain/problem'
import { issueText } from '../../domain/text/text.ru'
import { type DeskSession, openSession } from '../desk/session'
import { platformErrorOf } from '../google/platformError'
import { noteHandEdit } from '../google/spreadsheet'
import { editedTable, reconcileEdit, reconcileSheets } from '../jobs/handEdits'

const tickMinutes = 10
/** Handler → how it is installed. */
const installers: Readonly<Record<string, (spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet) => void>> = {
  tick: () => ScriptApp.newTrigger('tick').timeBased().everyMinutes(tickMinutes).create(),
  sheetEdited: (spreadsheet) => ScriptApp.newTrigger('sheetEdited').forSpreadsheet(spreadsheet).onEdit().create(),
  sheetChanged: (spreadsheet) => ScriptApp.newTrigger('sheetChanged').forSpreadsheet(spreadsheet).onChange().create(),
}

/** How many of each stand there; Google shows an account only its own. */
export function installedTriggers(): Readonly<Record<string, number>> {
  const handlers = ScriptApp.getProjectTriggers().map((trigger) => trigger.getHandlerFunction())
  return Object.fromEntries(Object.keys(installers).map((name) => [name, handlers.filter((handler) => handler === name).length]))
}

/** A doubled trigger is deleted, a missing one made; others' triggers are left alone. */
export function repairTriggers(spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet): void {
  const existing = ScriptApp.getProjectTriggers()
  for (const [handler, install] of Object.entries(installers)) {
    const own = existing.filter((trigger) => trigger.getHandlerFunction() === handler)
    for (const doubled of own.slice(1)) ScriptApp.deleteTrigger(doubled)
    if (own.length === 0) install(spreadsheet)
  }
}

/** A person edited cells: only the register's two sheets are judged, and of them the edited rows. */
export function answerEdit({ range, value }: GoogleAppsScript.Events.SheetsOnEdit): void {
  const table = editedTable(range.getSheet().getSheetId())
  if (table === null) return
  const rows = { from: range.getRow(), until: range.getLastRow() }
  const edit = { table, ...rows, column: range.getColumn(), width: range.getNumColumns(), value: String(value ?? '') }
  noteHandEdit()
  judged((session) => reconcileEdit(session, edit))
}

/** Edits come by the edit trigger as well, and formats are nobody's business; rows or columns came or went, a sheet was sorted: Google does not say where. */
export function answerChange(event: GoogleAppsScript.Events.SheetsOnChange): void {
  if (event.changeType !== 'EDIT' && event.changeType !== 'FORMAT') judged(reconcileSheets)
}

function judged(reconcile: (session: DeskSession) => readonly Issue[]): void {
  try {
    const issues = reconcile(openSession('таблица'))
    if (issues.length > 0) tell(issues.slice(0, 3).map(issueText).join('\n'))
  } catch (error) {
    const known = platformErrorOf(error)
    console.error(`edit: ${known.message}`)
  }
}

/** A toast where somebody looks at the spreadsheet; triggers of other kinds have no active one. */
function tell(message: string): void {
  const active = SpreadsheetApp.getActiveSpreadsheet() as GoogleAppsScript.Spreadsheet.Spreadsheet | null
  active?.toast(message, 'Консультации', 15)
}
