/** The time trigger: finish what a dead run left, sync the calendar, send what waits, and say that all is well. */

import type { Deal } from '../domain/deal'
import { dateOf } from '../domain/localTime'
import { archiveClosed, isArchivingDue } from './archiving'
import type { ServiceChange } from './commit'
import { queueDueTasks } from './dueTasks'
import { PlatformError, platformErrorOf } from './google/platformError'
import { scanColumns } from './google/register/records'
import { forgetHandEdits, noteHandEdit, storedProperties } from './google/spreadsheet'
import { reconcileSheets } from './handEdits'
import { type Loaded, loadDesk } from './load'
import { isWaiting, type OutboxRow, send } from './methods/outbox'
import { sendDueReports } from './reportLetters'
import type { DeskSession } from './session'
import { syncCalendar } from './sync'

/** Enough to see a row that holds something and has no number. */
const noteColumns = ['id', 'organisation', 'reportSentAt']

/** Runs every job; each is idempotent, and a job that failed is done by the next tick. */
export function runTick(): void {
  const { spreadsheetId, isEdited } = storedProperties()
  if (spreadsheetId === '') throw new PlatformError('notInstalled')
  const session: DeskSession = { spreadsheetId, email: '', entry: 'триггер' }
  job('load', () => {
    const loaded = loadDesk(session, {
      columns: { outbox: ['key', 'done', 'attempts', 'nextTry'], deals: noteColumns },
    })
    let waiting = 0
    job('calendar', () => {
      waiting = syncCalendar(loaded, noted(loaded))
    })
    job('tasks', () => {
      waiting += queueDueTasks(loaded)
    })
    job('register', () => {
      if (isEdited || isFirstOfDay(loaded)) checkSheets({ ...session, entry: 'таблица' })
    })
    job('reports', () => {
      waiting += sendDueReports(loaded)
    })
    job('outbox', () => {
      if (waiting > 0 || lettersWait(loaded)) send({}, session)
    })
    job('archive', () => {
      if (isArchivingDue(loaded)) archiveClosed(session)
    })
  })
}

/** One that fails does not keep the others from being done. */
function job(name: string, work: () => void): void {
  try {
    work()
  } catch (error) {
    console.error(`tick, ${name}: ${platformErrorOf(error).message}`)
  }
}

/** An edit during the check notes itself again. */
function checkSheets(session: DeskSession): void {
  forgetHandEdits()
  try {
    reconcileSheets(session)
  } catch (error) {
    noteHandEdit()
    throw error
  }
}

/** Edits are judged at once by their own triggers; once a day, and after edits, the whole register is, in case Google dropped one. */
function isFirstOfDay({ desk, moment }: Loaded): boolean {
  const { heartbeat } = desk.service
  return heartbeat !== '' && dateOf(heartbeat) < dateOf(moment.now)
}

function lettersWait({ snapshot, moment }: Loaded): boolean {
  const { rows } = scanColumns<OutboxRow>(snapshot, 'outbox')
  return rows.some(({ value }) => isWaiting(value as OutboxRow) && (value.nextTry ?? '') <= moment.now)
}

/** Rows without a number that «Сегодня» names at most. */
const notesKept = 5

/** Rows that cannot be told apart by number are noted for «Сегодня». */
function noted({ snapshot }: Loaded): ServiceChange {
  const { issues } = scanColumns<Deal>(snapshot, 'deals')
  return { rowNotes: issues.length === 0 ? '' : JSON.stringify(issues.slice(0, notesKept)) }
}
