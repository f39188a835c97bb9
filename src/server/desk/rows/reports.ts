/** Sheets of a period in a commit: made where they are new, written anew where they stand. */

import type { ReportSheet, SheetAddress } from '../../../usecases/month/reportSheets'
import type { ServiceState } from '../../../usecases/register/service'
import { platformErrorOf } from '../../google/platformError'
import { monthRequests, type StandingSheet } from '../../google/register/monthWriter'
import { type Commit, type Misplaced, writeRegister } from '../../google/register/writer'
import type { Loaded } from '../load'

type Standing = (sheet: SheetAddress) => StandingSheet | null

/** Which sheets of periods were written before: their ids stand in «Служебное». */
export function reportsWritten(loaded: Loaded, reports: readonly ReportSheet[]): Partial<ServiceState> {
  return reports.length === 0
    ? {}
    : { reports: [...new Set([...knownIds(loaded), ...reports.map(({ sheetId }) => String(sheetId))])].join(',') }
}

function knownIds({ desk }: Loaded): string[] {
  return desk.service.reports.split(',').filter(Boolean)
}

/** Sheets that were not written before are taken for new; where they stand all the same, Google refuses the whole and we look. */
export function writeWithReports(loaded: Loaded, reports: readonly ReportSheet[], commit: Commit): readonly Misplaced[] {
  const { spreadsheetId } = loaded.session
  const known = knownIds(loaded)
  const writeAs = (standing: Standing) =>
    writeRegister(spreadsheetId, { ...commit, more: [...(commit.more ?? []), ...reports.flatMap((sheet) => requestsOf(sheet, standing))] })
  const isKnown = reports.some(({ sheetId }) => known.includes(String(sheetId)))
  try {
    return writeAs(isKnown ? standingSheets(spreadsheetId) : () => null)
  } catch (error) {
    if (reports.length === 0 || !/already exists/.test(platformErrorOf(error).message)) throw error
    return writeAs(standingSheets(spreadsheetId))
  }
}

function requestsOf(sheet: ReportSheet, standing: Standing) {
  return monthRequests(sheet, sheet.content, standing(sheet))
}

/** Which sheets are there already, and which charts stand on them. */
function standingSheets(spreadsheetId: string): Standing {
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
