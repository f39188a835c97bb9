/** The time trigger: finish what a dead run left, sync the calendar, remind of what is due, send what waits, and say that all is well. */

import type { Deal } from '../../domain/deal/deal'
import { dateOf } from '../../domain/time/localTime'
import { commitService, type ServiceChange } from '../desk/commit'
import { type Loaded, loadDesk } from '../desk/load'
import type { DeskSession } from '../desk/session'
import { PlatformError, platformErrorOf } from '../google/platformError'
import { scanColumns } from '../google/register/records'
import { forgetHandEdits, noteHandEdit, storedProperties } from '../google/spreadsheet'
import { archiveClosed, isArchivingDue } from './archiving'
import { rebuildControl, runControl } from './control'
import { queueDueTasks } from './dueTasks'
import { reconcileSheets } from './handEdits'
import { type OfficeWide, officeWide } from './officeFacts'
import { sendWaiting } from './outbox'
import { isWaiting, type OutboxRow } from './outboxRow'
import { sendDueReports } from './reportLetters'
import { type Synced, syncCalendar } from './sync'

/** Enough to see a row that holds something and has no number. */
const noteColumns = ['id', 'organisation', 'reportSentAt']

/** A run of the trigger begins no further job after so long: a consumer account has 90 minutes of them a day. */
const budgetMs = 60_000

/** Runs every job; each is idempotent and marked as done after success, so one that failed or was not begun is done by the next tick. */
export function runTick(): void {
  const { spreadsheetId, isEdited } = storedProperties()
  if (spreadsheetId === '') throw new PlatformError('notInstalled')
  const session: DeskSession = { spreadsheetId, email: '', entry: 'триггер' }
  const until = Date.now() + budgetMs
  const job = jobsUntil(until)
  job('load', () => {
    const loaded = loadDesk(session, {
      columns: { outbox: ['key', 'done', 'attempts', 'nextTry'], deals: noteColumns },
    })
    let waiting = 0
    let synced: Synced | null = null
    let office: OfficeWide | null = null
    job('calendar', () => {
      synced = syncCalendar(loaded, noted(loaded))
      waiting += synced.waiting
    })
    job('tasks', () => {
      waiting += queueDueTasks(loaded)
    })
    job('register', () => {
      const isFirst = isFirstOfDay(loaded)
      if (isEdited || isFirst) checkSheets({ ...session, entry: 'таблица' })
      if (isFirst) commitService(loaded, { checkedDay: dateOf(loaded.moment.now) })
    })
    job('reports', () => {
      waiting += sendDueReports(loaded)
    })
    job('rules', () => rebuildControl(loaded))
    job('office', () => {
      office = officeWide(loaded, synced)
    })
    job('control', () => {
      waiting += runControl(loaded, office)
    })
    job('outbox', () => {
      if (waiting > 0 || lettersWait(loaded)) sendWaiting(session, until)
    })
    job('archive', () => {
      if (isArchivingDue(loaded)) archiveClosed(session)
    })
  })
}

/** One that fails does not keep the others from being done. */
function jobsUntil(until: number): (name: string, work: () => void) => void {
  return (name, work) => {
    if (Date.now() > until) return console.warn(`tick, ${name}: left for the next run`)
    try {
      work()
    } catch (error) {
      console.error(`tick, ${name}: ${platformErrorOf(error).message}`)
    }
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
  const { heartbeat, checkedDay } = desk.service
  return heartbeat !== '' && (checkedDay || dateOf(heartbeat)) < dateOf(moment.now)
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
