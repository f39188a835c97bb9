/** batchUpdate requests about whole sheets and the spreadsheet: addSheet, deleteSheet, updateSheetProperties, updateSpreadsheetProperties. */
import type { SheetState, SpreadsheetState } from '../../../world/types'
import { notEmulated } from '../../knownMembers'
import { duplicateTitleText, refuse } from '../apiError'
import { checkWorkbookSize, type Draft, draftSheet, writableSheet } from '../draft'
import { blankSheet } from '../grid'
import { sheetProperties } from '../resource'
import { maskPaths } from './fieldMask'
import type { Reply, RequestTable } from './requestTable'

type SheetProperties = GoogleAppsScript.Sheets.Schema.SheetProperties

const addSheet = (draft: Draft, request: GoogleAppsScript.Sheets.Schema.AddSheetRequest): Reply => {
  const given = request.properties ?? {}
  const { spreadsheet } = draft
  const sheetId = given.sheetId ?? freeSheetId(spreadsheet)
  const title = given.title ?? freeTitle(spreadsheet)
  if (spreadsheet.sheets.some((sheet) => sheet.sheetId === sheetId)) refuse(`A sheet with the ID "${sheetId}" already exists.`)
  checkTitle(spreadsheet, title)
  const sheet = blankSheet({ sheetId, title, index: spreadsheet.sheets.length })
  draft.ownSheets.add(sheet)
  spreadsheet.sheets.push(sheet)
  applyProperties(draft, sheet, given, new Set(propertyNames))
  spreadsheet.nextSheetId = Math.max(spreadsheet.nextSheetId, sheetId + 1)
  checkWorkbookSize(draft)
  return { addSheet: { properties: sheetProperties(sheet) } }
}

const freeSheetId = (spreadsheet: SpreadsheetState): number => {
  let id = Math.max(1, spreadsheet.nextSheetId)
  while (spreadsheet.sheets.some((sheet) => sheet.sheetId === id)) id++
  return id
}

const freeTitle = (spreadsheet: SpreadsheetState): string => {
  let number = spreadsheet.sheets.length + 1
  while (sameTitle(spreadsheet, `Лист${number}`)) number++
  return `Лист${number}`
}

// Google compares titles without regard to case.
const sameTitle = (spreadsheet: SpreadsheetState, title: string): SheetState | undefined =>
  spreadsheet.sheets.find((sheet) => sheet.title.toLowerCase() === title.toLowerCase())

const checkTitle = (spreadsheet: SpreadsheetState, title: string): void => {
  if (title === '') refuse('Sheet title cannot be empty.')
  if (sameTitle(spreadsheet, title)) refuse(duplicateTitleText(title))
}

const deleteSheet = (draft: Draft, request: GoogleAppsScript.Sheets.Schema.DeleteSheetRequest): void => {
  const sheet = draftSheet(draft, request.sheetId, 'sheet')
  const rest = draft.spreadsheet.sheets.filter((other) => other !== sheet)
  if (!rest.some((other) => !other.hidden)) refuse("You can't remove all the visible sheets in a document.")
  draft.spreadsheet.sheets = rest
  renumber(draft)
}

const renumber = (draft: Draft): void => {
  for (const [index, sheet] of [...draft.spreadsheet.sheets.entries()]) {
    if (sheet.index !== index) writableSheet(draft, sheet.sheetId).index = index
  }
}

const propertyNames = [
  'title',
  'index',
  'hidden',
  'gridProperties.rowCount',
  'gridProperties.columnCount',
  'gridProperties.frozenRowCount',
  'gridProperties.frozenColumnCount',
  'gridProperties.hideGridlines',
]
const unstored = /^(rightToLeft|tabColor|tabColorStyle|gridProperties\.(rowGroupControlAfter|columnGroupControlAfter))(\.|$)/

const updateSheetProperties = (draft: Draft, request: GoogleAppsScript.Sheets.Schema.UpdateSheetPropertiesRequest): void => {
  const given = request.properties ?? {}
  const sheet = writableSheet(draft, given.sheetId, 'sheet')
  const names = new Set(maskPaths(request.fields ?? '').flatMap(expandProperty))
  if (names.size === 0) refuse("At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)")
  if (names.has('title')) {
    if (sameTitle(draft.spreadsheet, given.title ?? '') !== sheet) checkTitle(draft.spreadsheet, given.title ?? '')
  }
  applyProperties(draft, sheet, given, names)
  checkWorkbookSize(draft)
}

const expandProperty = (path: string): string[] => {
  if (path === '*') return propertyNames
  if (path === 'gridProperties') return propertyNames.filter((name) => name.startsWith(path))
  if (propertyNames.includes(path)) return [path]
  if (unstored.test(path)) throw notEmulated(`Sheets.Spreadsheets.batchUpdate updateSheetProperties field "${path}"`)
  return refuse(`Invalid field: ${path}`)
}

const applyProperties = (draft: Draft, sheet: SheetState, given: SheetProperties, names: ReadonlySet<string>): void => {
  const grid = given.gridProperties ?? {}
  if (names.has('title') && given.title !== undefined) sheet.title = given.title
  if (names.has('hidden')) hide(draft, sheet, given.hidden ?? false)
  if (names.has('gridProperties.rowCount') && grid.rowCount) resizeRows(sheet, grid.rowCount)
  if (names.has('gridProperties.columnCount') && grid.columnCount) resizeColumns(sheet, grid.columnCount)
  if (names.has('gridProperties.frozenRowCount')) sheet.frozenRowCount = grid.frozenRowCount ?? 0
  if (names.has('gridProperties.frozenColumnCount')) sheet.frozenColumnCount = grid.frozenColumnCount ?? 0
  if (names.has('gridProperties.hideGridlines')) sheet.hideGridlines = grid.hideGridlines ?? false
  if (sheet.frozenRowCount >= sheet.rowCount) refuse("You can't freeze all visible rows on the sheet.")
  if (sheet.frozenColumnCount >= sheet.columnCount) refuse("You can't freeze all visible columns on the sheet.")
  if (names.has('index') && given.index !== undefined) moveSheet(draft, sheet, given.index)
}

const hide = (draft: Draft, sheet: SheetState, hidden: boolean): void => {
  sheet.hidden = hidden
  if (!draft.spreadsheet.sheets.some((other) => !other.hidden)) refuse("You can't hide all the visible sheets in a document.")
}

const resizeRows = (sheet: SheetState, rowCount: number): void => {
  sheet.rowCount = rowCount
  sheet.cells.length = Math.min(sheet.cells.length, rowCount)
}

const resizeColumns = (sheet: SheetState, columnCount: number): void => {
  sheet.columnCount = columnCount
  sheet.cells = sheet.cells.map((row) => (row && row.length > columnCount ? row.slice(0, columnCount) : row))
}

const moveSheet = (draft: Draft, sheet: SheetState, index: number): void => {
  const { sheets } = draft.spreadsheet
  if (index > sheets.length) refuse(`Sheet index ${index} is out of range.`)
  const from = sheets.indexOf(sheet)
  sheets.splice(from, 1)
  // The API counts the place before the move: to go right, the sheet's own place still counts.
  sheets.splice(index > from ? index - 1 : index, 0, sheet)
  renumber(draft)
}

const updateSpreadsheetProperties = (draft: Draft, request: GoogleAppsScript.Sheets.Schema.UpdateSpreadsheetPropertiesRequest): void => {
  const given = request.properties ?? {}
  const names = new Set(maskPaths(request.fields ?? ''))
  if (names.size === 0) refuse("At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)")
  const all = names.has('*')
  if ((all || names.has('title')) && given.title !== undefined) draft.spreadsheet.title = given.title
  if ((all || names.has('locale')) && given.locale !== undefined) draft.spreadsheet.locale = given.locale
  if ((all || names.has('timeZone')) && given.timeZone !== undefined) draft.spreadsheet.timeZone = checkedZone(given.timeZone)
}

const checkedZone = (zone: string): string => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return zone
  } catch {
    return refuse(`Invalid time zone: ${zone}`)
  }
}

export const sheetRequests = { addSheet, deleteSheet, updateSheetProperties, updateSpreadsheetProperties } satisfies RequestTable
