/** Requests that make the register's sheets: headings, widths, colours of stages, drop-down lists, what the office starts with. */

import { clientTitles, dealTitles } from '../../../domain/deal/fieldTitles'
import { cardTitles, goalTitles, initialRequired } from '../../../domain/deal/requiredFields'
import { failureReasons, stageTitles, topicTitles } from '../../../domain/deal/words'
import { publishedDays } from '../../../domain/importing/publishedDays'
import { dayKindTitles } from '../../../domain/importing/workingDays'
import { settingDefinitions, settingKeys } from '../../../domain/office/settings'
import { type Column, type Table, tables } from '../../../domain/register/tables'
import type { LocalDate } from '../../../domain/time/localTime'
import { keyInSheet, serviceKeys } from '../../../usecases/register/service'
import { sealed } from '../signed/seal'
import { type CellData, textCell, writeCell } from './cells'
import { oldestWriter } from './schema'

type Request = GoogleAppsScript.Sheets.Schema.Request
type SheetProperties = GoogleAppsScript.Sheets.Schema.SheetProperties
type Colour = GoogleAppsScript.Sheets.Schema.Color

const startRows = 1000

export interface Beginning {
  readonly calendarId: string
  readonly schemaVersion: number
  /** The day from which a new office counts; absent = it is not new. */
  readonly countFrom?: LocalDate
  /** «Напоминать клиентам накануне» of a new office; absent = as before. */
  readonly clientReminders?: 'да'
}

/** One transaction for all missing sheets; the blank sheet of a new file goes. */
export function initialRequests(missing: readonly Table[], existing: readonly SheetProperties[], beginning: Beginning): Request[] {
  const blank = existing.find(({ sheetId, title }) => sheetId === 0 && /^(Лист1|Sheet1)$/.test(title ?? ''))
  return [
    ...missing.flatMap((table) => sheetRequests(table, beginning)),
    ...(blank === undefined || existing.length > 1 ? [] : [{ deleteSheet: { sheetId: 0 } }]),
  ]
}

function sheetRequests(table: Table, beginning: Beginning): Request[] {
  const { sheetId, title, columns } = table
  return [
    {
      addSheet: {
        properties: {
          sheetId,
          title,
          hidden: table.hidden,
          gridProperties: { rowCount: startRows, columnCount: columns.length, frozenRowCount: 1 },
        },
      },
    },
    {
      updateCells: {
        start: { sheetId, rowIndex: 0, columnIndex: 0 },
        rows: [{ values: headingCells(columns) }],
        fields: 'userEnteredValue,userEnteredFormat',
      },
    },
    ...columns.flatMap((column, index) => columnRequests(table, column, index)),
    ...contentRequests(table, beginning),
    ...(table.own ? [protection(table)] : []),
    ...(table.sheetId === tables.deals.sheetId ? stageColours() : []),
  ]
}

/** Headings as they look in row 1. */
export function headingCells(columns: readonly Column[]): CellData[] {
  return columns.map(({ heading }) => ({ ...textCell(heading), userEnteredFormat: headingFormat }))
}

const headingFormat = {
  backgroundColor: { red: 0.945, green: 0.953, blue: 0.957 },
  textFormat: { bold: true },
  wrapStrategy: 'WRAP',
  verticalAlignment: 'MIDDLE',
}

function columnRequests({ sheetId }: Table, column: Column, index: number): Request[] {
  const range = { sheetId, startRowIndex: 1, startColumnIndex: index, endColumnIndex: index + 1 }
  const words = listOf(column)
  return [
    {
      updateDimensionProperties: {
        range: { sheetId, dimension: 'COLUMNS', startIndex: index, endIndex: index + 1 },
        properties: { pixelSize: column.width },
        fields: 'pixelSize',
      },
    },
    ...(column.kind.type === 'longText'
      ? [
          {
            repeatCell: {
              range,
              cell: { userEnteredFormat: { wrapStrategy: column.kind.rare === true ? 'CLIP' : 'WRAP', verticalAlignment: 'TOP' } },
              fields: 'userEnteredFormat(wrapStrategy,verticalAlignment)',
            },
          },
        ]
      : []),
    ...(words.length > 0 ? [{ setDataValidation: { range, rule: listRule(words) } }] : []),
  ]
}

/** Words a person may choose in the column. */
function listOf(column: Column): readonly string[] {
  if (column.kind.type === 'word') return Object.values(column.kind.words)
  return 'means' in column.kind && column.kind.means === 'failureReason' ? failureReasons : []
}

function listRule(words: readonly string[]): GoogleAppsScript.Sheets.Schema.DataValidationRule {
  return {
    condition: { type: 'ONE_OF_LIST', values: words.map((userEnteredValue) => ({ userEnteredValue })) },
    showCustomUi: true,
    strict: true,
  }
}

/** What a new office starts with. */
function contentRequests(table: Table, beginning: Beginning): Request[] {
  const start = { sheetId: table.sheetId, rowIndex: 1, columnIndex: 0 }
  if (table.sheetId === tables.workingCalendar.sheetId)
    return [{ updateCells: { start, rows: calendarCells(table), fields: 'userEnteredValue,userEnteredFormat' } }]
  const rows = contentOf(table.sheetId, beginning)
  if (rows.length === 0) return []
  const cells = rows.map((row) => ({
    values: row.map((value) => (typeof value === 'number' ? { userEnteredValue: { numberValue: value } } : textCell(value))),
  }))
  return [{ updateCells: { start, rows: cells, fields: 'userEnteredValue' } }]
}

function contentOf(sheetId: number, { schemaVersion, ...known }: Beginning): (string | number)[][] {
  if (sheetId === tables.settings.sheetId) {
    return settingKeys.map((key) => {
      const { title, initial, clause } = settingDefinitions[key]
      return [title, { ...known }[key as keyof typeof known] ?? initial, clause]
    })
  }
  if (sheetId === tables.required.sheetId) return requiredRows()
  if (sheetId === tables.topics.sheetId) return Object.entries(topicTitles).map(([id, title]) => [Number(id), title])
  if (sheetId === tables.service.sheetId) return serviceKeys.map((key) => serviceRow(key, schemaVersion))
  return []
}

/** Days of the years that are known at release. */
function calendarCells({ columns }: Table): { values: CellData[] }[] {
  const rows = publishedDays.map(({ date, kind, movedFrom }) => ({ date, kind: dayKindTitles[kind], movedFrom }))
  return rows.map((row) => ({ values: columns.map((column) => writeCell(column, row[column.key as keyof typeof row])) }))
}

function requiredRows(): (string | number)[][] {
  const titles: Readonly<Record<string, Readonly<Record<string, string>>>> = { client: clientTitles, deal: dealTitles }
  return initialRequired.map(({ card, goal, field, topic, clause }) => [
    ...[cardTitles[card], goalTitles[goal], titles[card]?.[field] ?? field],
    ...[topic ?? '', clause],
  ])
}

/** Key, value, seal. */
function serviceRow(key: (typeof serviceKeys)[number], schemaVersion: number): string[] {
  const row = { key: keyInSheet(key), value: serviceStart(key, schemaVersion) }
  return [row.key, row.value, sealed('service', row).seal ?? '']
}

function serviceStart(key: (typeof serviceKeys)[number], schemaVersion: number): string {
  if (key === 'oldestWriter') return String(oldestWriter)
  if (key === 'indexed') return '0 0 '
  return key === 'schemaVersion'
    ? String(schemaVersion)
    : key === 'lastDealId' || key === 'lastClientId' || key === 'journalLines'
      ? '0'
      : ''
}

/** A warning, not a wall: an owner may still mend what the product wrote. */
function protection({ sheetId }: Table): Request {
  return {
    addProtectedRange: { protectedRange: { range: { sheetId }, warningOnly: true, description: 'Лист ведёт программа «Консультации»' } },
  }
}

const stageTints: Readonly<Record<keyof typeof stageTitles, Colour>> = {
  unsorted: { red: 0.996, green: 0.91, blue: 0.902 },
  new: { red: 0.996, green: 0.937, blue: 0.765 },
  accepted: { red: 0.91, green: 0.941, blue: 0.996 },
  unreached: { red: 0.992, green: 0.886, blue: 0.8 },
  assigned: { red: 0.82, green: 0.894, blue: 0.988 },
  held: { red: 0.875, green: 0.941, blue: 0.847 },
  feedback: { red: 0.906, green: 0.882, blue: 0.957 },
  won: { red: 0.808, green: 0.918, blue: 0.839 },
  lost: { red: 0.91, green: 0.918, blue: 0.929 },
}

function stageColours(): Request[] {
  const index = tables.deals.columns.findIndex(({ key }) => key === 'stage')
  const range = { sheetId: tables.deals.sheetId, startRowIndex: 1, startColumnIndex: index, endColumnIndex: index + 1 }
  return (Object.keys(stageTitles) as (keyof typeof stageTitles)[]).map((stage, order) => ({
    addConditionalFormatRule: {
      index: order,
      rule: {
        ranges: [range],
        booleanRule: {
          condition: { type: 'TEXT_EQ', values: [{ userEnteredValue: stageTitles[stage] }] },
          format: { backgroundColor: stageTints[stage] },
        },
      },
    },
  }))
}
