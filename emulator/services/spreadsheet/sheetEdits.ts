/** What SpreadsheetApp changes of a sheet as a whole, by the same requests as the API's batchUpdate. */

import { ServiceError, type SheetState, type SpreadsheetState } from '../../world/types'
import { notEmulated } from '../knownMembers'
import { checkWorkbookSize, commitDraft, openDraft } from '../sheets/draft'
import { runBatch } from '../sheets/requests/batchUpdate'
import { type AppContext, callApp, sheetStateOf, spreadsheetOf } from './appContext'
import { requireUnprotected } from './protection'

type Request = GoogleAppsScript.Sheets.Schema.Request

export interface SheetPlace {
  readonly id: string
  readonly sheetId: number
}

/** Cells in all of the grid become what `fields` leaves of them. */
export const clearedSheet = (context: AppContext, member: 'clear' | 'clearContents', { id, sheetId }: SheetPlace): void => {
  const { rowCount, columnCount } = sheetStateOf(context, id, sheetId)
  const fields = member === 'clear' ? 'userEnteredValue,userEnteredFormat' : 'userEnteredValue'
  const whole = { startRow: 0, endRow: rowCount, startColumn: 0, endColumn: columnCount }
  callApp(
    context,
    member,
    () => {
      requireUnprotected(context, sheetStateOf(context, id, sheetId), whole)
      batch(context, id, { updateCells: { range: { sheetId }, fields } })
      return null
    },
    { written: rowCount * columnCount },
  )
}

export const deletedRows = (context: AppContext, { id, sheetId }: SheetPlace, row: number, count: number): void => {
  if (!(row >= 1) || !(count >= 1)) throw new ServiceError('Those rows are out of bounds.')
  const range = { sheetId, dimension: 'ROWS', startIndex: row - 1, endIndex: row - 1 + count }
  callApp(context, 'deleteRows', () => {
    const { rowCount, columnCount } = sheetStateOf(context, id, sheetId)
    if (row - 1 + count > rowCount) throw new ServiceError('Those rows are out of bounds.')
    if (count === rowCount) throw new ServiceError("You can't delete all the rows on the sheet.")
    requireUnprotected(context, sheetStateOf(context, id, sheetId), {
      startRow: row - 1,
      endRow: row - 1 + count,
      startColumn: 0,
      endColumn: columnCount,
    })
    batch(context, id, { deleteDimension: { range } })
    return null
  })
}

/** Behind the active sheet where the name is Google's choice or the script's; it is the active one afterwards. */
export const insertedSheet = (context: AppContext, id: string, name: string | undefined, behind: number): number => {
  const sheetId = callApp(context, 'insertSheet', () => {
    const { sheets } = spreadsheetOf(context, id)
    if (name !== undefined && sheets.some(({ title }) => title.toLowerCase() === name.toLowerCase())) throw takenName(name)
    const index = (sheets.find((sheet) => sheet.sheetId === behind)?.index ?? sheets.length - 1) + 1
    const { replies = [] } = batch(context, id, { addSheet: { properties: { ...(name !== undefined && { title: name }), index } } })
    return replies[0]?.addSheet?.properties?.sheetId ?? 0
  })
  if (id === context.host.state.boundSpreadsheetId) context.active = { sheetId, row: 1, column: 1 }
  return sheetId
}

const takenName = (name: string): ServiceError =>
  new ServiceError(`A sheet with the name "${name}" already exists. Please enter another name.`)

/** A sheet's cells, sizes and formats at the end of a spreadsheet, as «Copy of …» (documented). */
export const copiedSheet = (context: AppContext, { id, sheetId }: SheetPlace, to: string): number =>
  callApp(context, 'copyTo', () => {
    const source = sheetStateOf(context, id, sheetId)
    if (source.charts.length > 0 || source.protectedRanges.length > 0)
      throw notEmulated('Sheet.copyTo of a sheet with charts or protected ranges')
    const spreadsheet = spreadsheetOf(context, to)
    const draft = openDraft(spreadsheet)
    const copy: SheetState = {
      ...structuredClone(source),
      sheetId: Math.max(1, spreadsheet.nextSheetId),
      title: freeCopyTitle(spreadsheet, source.title),
      index: spreadsheet.sheets.length,
      hidden: false,
    }
    draft.spreadsheet.sheets = [...draft.spreadsheet.sheets, copy]
    draft.spreadsheet.nextSheetId = copy.sheetId + 1
    checkWorkbookSize(draft)
    commitDraft(draft, spreadsheet)
    return copy.sheetId
  })

const freeCopyTitle = ({ sheets }: SpreadsheetState, title: string): string => {
  const wanted = `Copy of ${title}`
  const isTaken = (name: string) => sheets.some((sheet) => sheet.title.toLowerCase() === name.toLowerCase())
  let name = wanted
  for (let number = 2; isTaken(name); number++) name = `${wanted} ${number}`
  return name
}

export const batch = (context: AppContext, id: string, request: Request) =>
  runBatch(spreadsheetOf(context, id), { requests: [request] }).response
