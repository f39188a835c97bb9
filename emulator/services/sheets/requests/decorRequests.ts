/** batchUpdate requests that hang things on ranges: validation, protection, filter, conditional format. */
import type { SheetState } from '../../../world/types'
import { refuse } from '../apiError'
import { type Draft, writableSheet } from '../draft'
import { protectedRange } from '../resource'
import { rangeBounds, storedRange } from './gridRange'
import type { Reply, RequestTable } from './requestTable'

type Schema = GoogleAppsScript.Sheets.Schema.Request

const setDataValidation = (draft: Draft, request: NonNullable<Schema['setDataValidation']>): void => {
  const sheet = writableSheet(draft, request.range?.sheetId)
  rangeBounds(request.range ?? {}, sheet)
  const range = storedRange(request.range ?? {})
  const same = JSON.stringify(range)
  sheet.validations = sheet.validations.filter((held) => JSON.stringify(held.range) !== same)
  if (request.rule) sheet.validations.push({ range, rule: request.rule as Record<string, unknown> })
}

const addProtectedRange = (draft: Draft, request: NonNullable<Schema['addProtectedRange']>): Reply => {
  const given = request.protectedRange ?? refuse('No protected range was specified.')
  const sheet = writableSheet(draft, given.range?.sheetId)
  rangeBounds(given.range ?? {}, sheet)
  const taken = draft.spreadsheet.sheets.flatMap((other) => other.protectedRanges.map((held) => held.id))
  const id = given.protectedRangeId ?? Math.max(0, ...taken) + 1
  if (taken.includes(id)) refuse(`A protected range with the ID "${id}" already exists.`)
  const held = { id, range: storedRange(given.range ?? {}), warningOnly: given.warningOnly ?? false, description: given.description ?? '' }
  sheet.protectedRanges.push(held)
  return { addProtectedRange: { protectedRange: protectedRange(held, sheet.sheetId) } }
}

const deleteProtectedRange = (draft: Draft, request: NonNullable<Schema['deleteProtectedRange']>): void => {
  const holds = (sheet: SheetState): boolean => sheet.protectedRanges.some((held) => held.id === request.protectedRangeId)
  const owner = draft.spreadsheet.sheets.find(holds) ?? refuse(`No protected range with ID: ${request.protectedRangeId}`)
  const sheet = writableSheet(draft, owner.sheetId)
  sheet.protectedRanges = sheet.protectedRanges.filter((held) => held.id !== request.protectedRangeId)
}

const setBasicFilter = (draft: Draft, request: NonNullable<Schema['setBasicFilter']>): void => {
  const sheet = writableSheet(draft, request.filter?.range?.sheetId)
  rangeBounds(request.filter?.range ?? {}, sheet)
  sheet.basicFilter = (request.filter ?? null) as Record<string, unknown> | null
}

const clearBasicFilter = (draft: Draft, request: NonNullable<Schema['clearBasicFilter']>): void => {
  writableSheet(draft, request.sheetId).basicFilter = null
}

const addConditionalFormatRule = (draft: Draft, request: NonNullable<Schema['addConditionalFormatRule']>): void => {
  const ranges = request.rule?.ranges ?? []
  if (ranges.length === 0) refuse('At least one range must be specified.')
  const sheet = writableSheet(draft, ranges[0]?.sheetId)
  for (const range of ranges) rangeBounds(range, sheet)
  sheet.conditionalFormats.splice(request.index ?? 0, 0, request.rule as Record<string, unknown>)
}

const deleteConditionalFormatRule = (draft: Draft, request: NonNullable<Schema['deleteConditionalFormatRule']>): Reply => {
  const sheet = writableSheet(draft, request.sheetId)
  const index = request.index ?? 0
  const [rule] = sheet.conditionalFormats.splice(index, 1)
  if (!rule) return refuse(`No conditional format on sheet: ${sheet.sheetId} at index: ${index}`)
  return { deleteConditionalFormatRule: { rule } }
}

export const decorRequests = {
  setDataValidation,
  addProtectedRange,
  deleteProtectedRange,
  setBasicFilter,
  clearBasicFilter,
  addConditionalFormatRule,
  deleteConditionalFormatRule,
} satisfies RequestTable
