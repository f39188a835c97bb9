/** Edits by hand and changed structure, as the triggers tell them; what an event tells is decoded here. */

import type { Issue } from '../../domain/problem'
import { issueText } from '../../domain/text/text.ru'
import { guardedTable, guardRights } from '../desk/rights'
import { type DeskSession, openSession } from '../desk/session'
import { platformErrorOf } from '../google/platformError'
import { noteEditedRows, noteHandEdit } from '../google/spreadsheet'
import { editedTable, reconcileEdit, reconcileSheets } from '../jobs/handEdits'

/** A person edited cells: only the register's two sheets are judged, and of them the edited rows. */
export function answerEdit({ range, value, oldValue, user }: GoogleAppsScript.Events.SheetsOnEdit): void {
  const sheetId = range.getSheet().getSheetId()
  const rows = { from: range.getRow(), until: range.getLastRow() }
  const [guarded, table] = [guardedTable(sheetId), editedTable(sheetId)]
  if (guarded === null && table === null) return
  noteEditedRows({ table: table ?? 'rights', ...rows })
  if (guarded !== null) judged(emailOf(user), (session) => guardRights(session, { table: guarded, ...rows }))
  if (table === null) return
  const edit = { table, ...rows, column: range.getColumn(), width: range.getNumColumns(), value: String(value ?? ''), ...stoodIn(oldValue) }
  judged(emailOf(user), (session) => reconcileEdit(session, edit))
}

/** Google tells it of a single cell that held something. */
function stoodIn(oldValue: unknown) {
  return typeof oldValue === 'string' || typeof oldValue === 'number' ? { stood: oldValue } : {}
}

/**
 * Edits come by the edit trigger as well, and formats are nobody's business; rows or columns came or went, a sheet was sorted: Google does not say
 * where. It tells of it once: noted before the look, the next tick looks again, whatever becomes of this run.
 */
export function answerChange(event: GoogleAppsScript.Events.SheetsOnChange): void {
  if (event.changeType === 'EDIT' || event.changeType === 'FORMAT') return
  noteHandEdit()
  judged('', reconcileSheets)
}

/** Who typed, where Google tells it: Session names whoever the trigger runs as on some accounts. A user comes with a method, or as a plain record. */
function emailOf(user: unknown): string {
  const { getEmail, email } = (user ?? {}) as { getEmail?: () => string; email?: string }
  return String((typeof getEmail === 'function' ? getEmail() : email) ?? '')
}

function judged(email: string, reconcile: (session: DeskSession) => readonly Issue[]): void {
  try {
    const issues = reconcile({ ...openSession('таблица'), email })
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
