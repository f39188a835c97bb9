/** Sheets of a period in a commit: made where they are new, written anew where they stand as we left them, beside where people wrote there. */

import { decoded } from '../../../domain/register/stored'
import { reportTexts } from '../../../domain/text/fileText.ru'
import { chartIdOf, copyOf, mostCopies, type ReportSheet } from '../../../usecases/month/reportSheets'
import { type ServiceState, stored } from '../../../usecases/register/service'
import { platformErrorOf, tried } from '../../google/platformError'
import type { CellData } from '../../google/register/cells'
import { markOfCells, markOfContent, monthRequests, type StandingSheet } from '../../google/register/monthWriter'
import { joinedData } from '../../google/register/vault/joined'
import { type Commit, type Misplaced, writeRegister } from '../../google/register/writer'
import type { Loaded } from '../load'

/** A sheet with the address where it is written; standing null = it is new. */
interface Placed {
  readonly sheet: ReportSheet
  readonly standing: StandingSheet | null
}

export interface PlacedReports {
  readonly placed: readonly Placed[]
  /** What «Служебное» remembers of them. */
  readonly service: Partial<ServiceState>
  /** Where people's words stay, and where the numbers are now; '' = in their own place. */
  readonly note: string
}

/** One look where a sheet of the period was written before. */
export function placeReports(loaded: Loaded, reports: readonly ReportSheet[]): PlacedReports {
  if (reports.length === 0) return { placed: [], service: {}, note: '' }
  const written = decoded(stored.reportMarks, loaded.desk.service.reportMarks, {} as Record<string, string>)
  const latest = reports.map((sheet) => latestOf(sheet, knownIds(loaded)))
  const looks = lookAt(
    loaded.session.spreadsheetId,
    latest.flatMap((copy, at) => (copy === null ? [] : [copyOf(reports[at] as ReportSheet, copy)])),
  )
  const placed = reports.map((sheet, at) => place(sheet, latest[at] ?? null, { looks, written }))
  return { placed, service: remembered(loaded, placed, written), note: noteOf(reports, placed) }
}

/** The last copy of it that was written; null = none. */
function latestOf(sheet: ReportSheet, known: readonly string[]): number | null {
  const copies = Array.from({ length: mostCopies + 1 }, (_, copy) => copy).filter((copy) =>
    known.includes(String(copyOf(sheet, copy).sheetId)),
  )
  return copies[copies.length - 1] ?? null
}

interface Look extends StandingSheet {
  readonly mark: string
}

interface Looked {
  readonly looks: ReadonlyMap<number, Look>
  readonly written: Readonly<Record<string, string>>
}

function place(sheet: ReportSheet, latest: number | null, { looks, written }: Looked): Placed {
  if (latest === null) return { sheet, standing: null }
  const own = copyOf(sheet, latest)
  const look = looks.get(own.sheetId)
  if (look === undefined) return { sheet: own, standing: null }
  const isOurs = look.mark === written[String(own.sheetId)] && look.chartIds.every((id) => isOurChart(own, id))
  return isOurs || latest === mostCopies ? { sheet: own, standing: look } : { sheet: copyOf(sheet, latest + 1), standing: null }
}

function isOurChart({ sheetId, content }: ReportSheet, id: number): boolean {
  const ids = content.charts.map((_, order) => chartIdOf(sheetId, order))
  return ids.includes(null) || Math.floor((id - 1) / 10) === sheetId
}

function remembered(loaded: Loaded, placed: readonly Placed[], written: Looked['written']): Partial<ServiceState> {
  const ids = placed.map(({ sheet }) => String(sheet.sheetId))
  const now = Object.fromEntries(placed.map(({ sheet }) => [String(sheet.sheetId), markOfContent(sheet.content)]))
  return { reports: [...new Set([...knownIds(loaded), ...ids])].join(','), reportMarks: JSON.stringify({ ...written, ...now }) }
}

function noteOf(reports: readonly ReportSheet[], placed: readonly Placed[]): string {
  const moved = placed.filter(({ sheet }, at) => sheet.sheetId !== reports[at]?.sheetId && placed[at]?.standing === null)
  return moved.length === 0 ? '' : reportTexts.beside(moved.map(({ sheet }) => sheet.title))
}

function knownIds({ desk }: Loaded): string[] {
  return desk.service.reports.split(',').filter(Boolean)
}

/** Sheets that were not written before are taken for new; where they stand all the same, Google refuses the whole and we write over them. */
export function writeWithReports(loaded: Loaded, placed: readonly Placed[], commit: Commit): readonly Misplaced[] {
  const { spreadsheetId } = loaded.session
  const writeAs = (all: readonly Placed[]) =>
    writeRegister(spreadsheetId, {
      ...commit,
      more: [...(commit.more ?? []), ...all.flatMap(({ sheet, standing }) => monthRequests(sheet, sheet.content, standing))],
    })
  try {
    return writeAs(placed)
  } catch (error) {
    if (placed.length === 0 || !/already exists/.test(platformErrorOf(error).message)) throw error
    const looks = lookAt(
      spreadsheetId,
      placed.map(({ sheet }) => sheet),
    )
    return writeAs(placed.map(({ sheet }) => ({ sheet, standing: looks.get(sheet.sheetId) ?? null })))
  }
}

/** Which of these sheets are there, what stands on them, and which charts. One that was renamed is found by its id, with nothing of ours. */
function lookAt(spreadsheetId: string, sheets: readonly ReportSheet[]): ReadonlyMap<number, Look> {
  if (sheets.length === 0) return new Map()
  const fields = 'sheets(properties(sheetId,gridProperties),charts(chartId),data(rowData(values(userEnteredValue,note))))'
  try {
    return looksIn(tried(() => Sheets!.Spreadsheets!.get(spreadsheetId, { ranges: sheets.map(({ title }) => `'${title}'`), fields })))
  } catch (error) {
    const failed = platformErrorOf(error)
    if (failed.code !== 'sheetMissing') throw failed
    const plain = 'sheets(properties(sheetId,gridProperties),charts(chartId))'
    return new Map(
      [...looksIn(tried(() => Sheets!.Spreadsheets!.get(spreadsheetId, { fields: plain })))].map(([id, look]) => [
        id,
        { ...look, mark: '' },
      ]),
    )
  }
}

function looksIn({ sheets = [] }: GoogleAppsScript.Sheets.Schema.Spreadsheet): ReadonlyMap<number, Look> {
  return new Map(
    sheets.map(({ properties, charts = [], data = [] }) => [
      properties?.sheetId ?? 0,
      {
        rowCount: properties?.gridProperties?.rowCount ?? 0,
        chartIds: charts.map(({ chartId }) => chartId ?? 0),
        mark: markOfCells(joinedData((data[0]?.rowData ?? []).map(({ values = [] }) => values as CellData[]))),
      },
    ]),
  )
}
