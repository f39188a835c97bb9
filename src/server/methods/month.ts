/** «Отчёт»: the numbers for a look, the two sheets written in one transaction, the list as a file. */

import type { SlotEvent } from '../../domain/calendar/slotEvents'
import { listCsv } from '../../domain/month/csv'
import { heldRows } from '../../domain/month/list'
import type { Period } from '../../domain/month/period'
import { monthPeriod, periodOf } from '../../domain/month/period'
import { periodName } from '../../domain/month/periodText.ru'
import { accept, type Outcome, refuse } from '../../domain/problem'
import type { Input, Output } from '../../rpc/contract'
import type { SheetFiles } from '../../rpc/monthContract'
import { listSheet } from '../../usecases/month/listSheet'
import { approvalOf, stateOf } from '../../usecases/month/monthDone'
import { monthPreview } from '../../usecases/month/monthPreview'
import { monthSheet } from '../../usecases/month/monthSheet'
import type { MonthSheet } from '../../usecases/month/sheetRows'
import { forbidden } from '../../usecases/permissions'
import { serviceCells } from '../desk/commit'
import type { Loaded } from '../desk/load'
import { breachColumns, loadMonth, summaryOf } from '../desk/monthLoad'
import type { DeskSession } from '../desk/session'
import { listEvents } from '../google/calendar'
import { platformErrorOf } from '../google/platformError'
import { listSheetOf, reportSheet, type SheetAddress } from '../google/register/monthSheets'
import { monthRequests, type StandingSheet } from '../google/register/monthWriter'
import { writeRegister } from '../google/register/writer'
import { addressOf } from '../jobs/sync'

/** One call. */
export function preview(input: Input<'month/preview'>, session: DeskSession): Outcome<Output<'month/preview'>> {
  const period = periodOf(input.period)
  const read = loadMonth(session, period)
  const { desk, moment } = read.loaded
  const denied = forbidden(moment.who, 'monthNumbers')
  return denied === null ? accept(monthPreview(summaryOf(read, period, null), desk, moment)) : refuse(denied)
}

/** Three calls, whatever the size of the register: one batchGet, the calendar of the period, one batchUpdate; a fourth where the sheets stand already. */
export function report(input: Input<'month/report'>, session: DeskSession): Outcome<Output<'month/report'>> {
  const period = input.period === undefined ? monthPeriod(input.month ?? '') : periodOf(input.period)
  const read = loadMonth(session, period, breachColumns)
  const { desk, moment } = read.loaded
  const denied = forbidden(moment.who, 'report')
  if (denied !== null) return refuse(denied)
  const summary = summaryOf(read, period, eventsOf(read.loaded, period))
  const [sheet, list] = [reportSheet(period), listSheetOf(period)]
  const approval = period.choice.kind === 'month' ? approvalOf(stateOf(desk, period.choice.month)) : null
  const rows = heldRows({ rows: read.rows, days: period, office: desk.office, personal: input.personal ?? true })
  const contents = [
    [list, listSheet(rows)] as const,
    [sheet, monthSheet({ summary, now: moment.now, approval, listId: list.sheetId })] as const,
  ]
  writeSheets(read.loaded, contents)
  const { held, minutes } = summary.totals
  const files = { report: filesOf(session, sheet, true), list: filesOf(session, list, false) }
  return accept({ month: periodName(period), sheet: sheet.title, held: held.count, minutes, ...files })
}

/** One call: the page keeps the text as a file. */
export function csv(input: Input<'month/csv'>, session: DeskSession): Outcome<Output<'month/csv'>> {
  const period = periodOf(input.period)
  const { loaded, rows } = loadMonth(session, period)
  const denied = forbidden(loaded.moment.who, 'report')
  if (denied !== null) return refuse(denied)
  const text = listCsv(heldRows({ rows, days: period, office: loaded.desk.office, personal: input.personal }))
  return accept({ name: `${listSheetOf(period).title}.csv`, text })
}

/** A calendar that does not answer is no reason to have no report: slots are said to be unknown. */
function eventsOf(loaded: Loaded, { from, until }: Period): readonly SlotEvent[] | null {
  try {
    return listEvents(addressOf(loaded), from, until)
  } catch (error) {
    console.error(`month: ${platformErrorOf(error).message}`)
    return null
  }
}

/** Which sheets are there already, and which charts stand on them. */
function standingSheets(spreadsheetId: string): (sheet: SheetAddress) => StandingSheet | null {
  try {
    const answer = Sheets!.Spreadsheets!.get(spreadsheetId, { fields: 'sheets(properties(sheetId,gridProperties),charts(chartId))' })
    return ({ sheetId }) => {
      const sheet = (answer.sheets ?? []).find(({ properties }) => properties?.sheetId === sheetId)
      if (sheet === undefined) return null
      return {
        rowCount: sheet.properties?.gridProperties?.rowCount ?? 0,
        chartIds: (sheet.charts ?? []).map(({ chartId }) => chartId ?? 0),
      }
    }
  } catch (error) {
    throw platformErrorOf(error)
  }
}

type Contents = readonly (readonly [SheetAddress, MonthSheet])[]

/** Sheets that were not written before are taken for new; where they stand all the same, Google refuses the whole and we look. */
function writeSheets(loaded: Loaded, contents: Contents): void {
  const { session, desk, snapshot } = loaded
  const known = new Set(desk.service.reports.split(',').filter(Boolean))
  const ids = contents.map(([{ sheetId }]) => String(sheetId))
  const reports = [...new Set([...known, ...ids])].join(',')
  const commit = { layouts: snapshot.layouts, patches: [], appends: {}, replaced: {}, service: serviceCells(loaded, { reports }) }
  const writeAs = (standing: (sheet: SheetAddress) => StandingSheet | null) =>
    writeRegister(session.spreadsheetId, {
      ...commit,
      more: contents.flatMap(([sheet, rows]) => monthRequests(sheet, rows, standing(sheet))),
    })
  try {
    writeAs(ids.some((id) => known.has(id)) ? standingSheets(session.spreadsheetId) : () => null)
  } catch (error) {
    if (!/already exists/.test(platformErrorOf(error).message)) throw error
    writeAs(standingSheets(session.spreadsheetId))
  }
}

/** Google's own addresses: the browser of whoever may open the spreadsheet downloads it there. */
function filesOf({ spreadsheetId }: DeskSession, { sheetId, title }: SheetAddress, portrait: boolean): SheetFiles {
  const base = `https://docs.google.com/spreadsheets/d/${spreadsheetId}`
  return {
    title,
    open: `${base}/edit#gid=${sheetId}`,
    xlsx: `${base}/export?format=xlsx&gid=${sheetId}`,
    pdf: `${base}/export?format=pdf&size=A4&portrait=${portrait}&fitw=true&gridlines=${!portrait}&gid=${sheetId}`,
  }
}
