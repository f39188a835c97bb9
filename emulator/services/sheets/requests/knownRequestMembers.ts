/** Members of batchUpdate requests that have an effect here; with any other the request stops the run by its name. */
import { requireKnown } from '../../knownMembers'

const members: Readonly<Record<string, readonly string[]>> = {
  addSheet: ['properties'],
  deleteSheet: ['sheetId'],
  updateSheetProperties: ['properties', 'fields'],
  updateSpreadsheetProperties: ['properties', 'fields'],
  updateCells: ['rows', 'fields', 'start', 'range'],
  appendCells: ['sheetId', 'rows', 'fields'],
  repeatCell: ['range', 'cell', 'fields'],
  insertDimension: ['range', 'inheritFromBefore'],
  appendDimension: ['sheetId', 'dimension', 'length'],
  deleteDimension: ['range'],
  updateDimensionProperties: ['range', 'properties', 'fields'],
  autoResizeDimensions: ['dimensions'],
  sortRange: ['range', 'sortSpecs'],
  deleteRange: ['range', 'shiftDimension'],
  setDataValidation: ['range', 'rule'],
  addProtectedRange: ['protectedRange'],
  deleteProtectedRange: ['protectedRangeId'],
  setBasicFilter: ['filter'],
  clearBasicFilter: ['sheetId'],
  addConditionalFormatRule: ['rule', 'index'],
  deleteConditionalFormatRule: ['sheetId', 'index'],
  addChart: ['chart'],
  updateChartSpec: ['chartId', 'spec'],
  deleteEmbeddedObject: ['objectId'],
}

/** What stands one level deeper, where it would be dropped in silence. */
const inner: Readonly<Record<string, readonly [member: string, known: readonly string[]]>> = {
  addSheet: ['properties', ['sheetId', 'title', 'index', 'hidden', 'gridProperties', 'sheetType']],
  updateSpreadsheetProperties: ['properties', ['title', 'locale', 'timeZone']],
  updateDimensionProperties: ['properties', ['pixelSize']],
  addProtectedRange: ['protectedRange', ['protectedRangeId', 'range', 'description', 'warningOnly']],
}

export function requireKnownMembers(kind: string, request: object): void {
  const place = `Sheets.Spreadsheets.batchUpdate ${kind}`
  requireKnown(place, request, members[kind] ?? [])
  const [member, known] = inner[kind] ?? []
  if (member && known) requireKnown(`${place}.${member}`, (request as Record<string, object>)[member], known)
}
