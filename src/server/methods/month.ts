/** The month's sheet: read once, count in one pass, write in one transaction; charts included. */

import type { Client } from '../../domain/client'
import type { Deal } from '../../domain/deal'
import { type MonthRow, monthSummary } from '../../domain/month'
import { accept, type Outcome, refuse } from '../../domain/problem'
import type { Input, Output } from '../../rpc/contract'
import { monthSheet } from '../../usecases/monthSheet'
import { forbidden } from '../../usecases/permissions'
import { archivedForMonth } from '../archives'
import { platformErrorOf } from '../google/platformError'
import { reportSheet } from '../google/register/monthSheets'
import { monthRequests, type StandingSheet } from '../google/register/monthWriter'
import { scanColumns } from '../google/register/records'
import { loadDesk } from '../load'
import type { DeskSession } from '../session'

const dealColumns = [
  'id',
  'stage',
  'stageSince',
  'start',
  'minutes',
  'clientId',
  'organisation',
  'topic',
  'consultant',
  'project',
  'format',
  'channel',
  'feedbackScore',
  'feedbackText',
  'failure',
]

/** Three calls: which sheets stand, one batchGet, one batchUpdate; one more for each year of the archive up to the month's. */
export function report(input: Input<'month/report'>, session: DeskSession): Outcome<Output<'month/report'>> {
  const loaded = loadDesk(session, { columns: { deals: dealColumns, clients: ['id', 'kind', 'municipality', 'outsideIds'] } })
  const { desk, moment, snapshot } = loaded
  const denied = forbidden(moment.who, 'report')
  if (denied !== null) return refuse(denied)
  const archived = archivedForMonth(loaded, input.month, dealColumns).map((value) => ({ value }))
  const rows = monthRows([...scanColumns<Deal>(snapshot, 'deals').rows, ...archived], scanColumns<Client>(snapshot, 'clients').rows)
  const summary = monthSummary({ rows, month: input.month, office: desk.office })
  const sheet = reportSheet(input.month)
  write(session.spreadsheetId, monthRequests(sheet, monthSheet(summary), standing(session.spreadsheetId, sheet.sheetId)))
  return accept({ month: input.month, sheet: sheet.title, held: summary.totals.held.count, minutes: summary.totals.minutes })
}

function monthRows(deals: readonly { value: Partial<Deal> }[], clients: readonly { value: Partial<Client> }[]): MonthRow[] {
  const byId = new Map(clients.map(({ value }) => [value.id, value]))
  return deals.map(({ value }) => {
    const client = byId.get(value.clientId ?? undefined)
    return { ...(value as MonthRow), kind: client?.kind ?? '', municipality: client?.municipality ?? '' }
  })
}

/** Whether the report's sheet is there already, and which charts stand on it. */
function standing(spreadsheetId: string, sheetId: number): StandingSheet | null {
  try {
    const answer = Sheets!.Spreadsheets!.get(spreadsheetId, { fields: 'sheets(properties(sheetId,gridProperties),charts(chartId))' })
    const sheet = (answer.sheets ?? []).find(({ properties }) => properties?.sheetId === sheetId)
    if (sheet === undefined) return null
    return { rowCount: sheet.properties?.gridProperties?.rowCount ?? 0, chartIds: (sheet.charts ?? []).map(({ chartId }) => chartId ?? 0) }
  } catch (error) {
    throw platformErrorOf(error)
  }
}

function write(spreadsheetId: string, requests: GoogleAppsScript.Sheets.Schema.Request[]): void {
  try {
    Sheets!.Spreadsheets!.batchUpdate({ requests }, spreadsheetId)
  } catch (error) {
    throw platformErrorOf(error)
  }
}
