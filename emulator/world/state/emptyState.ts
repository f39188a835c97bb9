/** The state of a new world: one empty bound spreadsheet, the shared calendar, nothing installed. */
import { blankSheet } from '../../services/sheets/grid'
import { firstDeployment } from '../platform/deployments'
import type { CalendarState, SpreadsheetState, WorldState } from '../types'

const boundSpreadsheetId = '1KonsultaciiReestrEmulatorSpreadsheetId000000'
const sharedCalendarId = 'konsultacii@group.calendar.google.com'

export interface NewWorld {
  readonly owner: string
  /** Epoch ms. */
  readonly now: number
  readonly timeZone: string
  readonly limits: WorldState['limits']
  readonly seed: number
}

function emptySpreadsheet(timeZone: string): SpreadsheetState {
  const sheet = blankSheet({ sheetId: 0, title: 'Лист1', index: 0 })
  return { id: boundSpreadsheetId, title: 'Консультации', timeZone, locale: 'ru_RU', sheets: [sheet], nextSheetId: 1 }
}

function emptyCalendar(timeZone: string): CalendarState {
  return { id: sharedCalendarId, summary: 'Консультации', timeZone, events: [], revision: 1, oldestValidRevision: 0 }
}

export function emptyState({ owner, now, timeZone, limits, seed }: NewWorld): WorldState {
  return {
    formatVersion: 1,
    now,
    seed,
    counter: 0,
    owner,
    scriptId: '1EmulatedScriptIdOfConsultationDesk0000000000000000000000',
    scriptTimeZone: timeZone,
    boundSpreadsheetId,
    spreadsheets: { [boundSpreadsheetId]: emptySpreadsheet(timeZone) },
    calendars: { [sharedCalendarId]: emptyCalendar(timeZone) },
    properties: { script: {}, document: {}, user: {} },
    cache: {},
    lock: { heldBy: null },
    triggers: [],
    letters: [],
    files: [],
    quotas: { day: '', used: {} },
    limits,
    code: { head: '', versions: [], deployments: [firstDeployment] },
    executionCounter: 0,
    executions: [],
  }
}
