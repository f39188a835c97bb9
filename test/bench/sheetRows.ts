/** Writes records into the stored sheets of a world, by heading, as Sheets would keep them: the fast way past the script. */
import { putRow, rawValue, type StoredRow } from '../../emulator/services/sheets/grid'
import type { SheetState, World } from '../../emulator/world/types'
import { channelTitles, formatTitles, stageTitles, topicTitles } from '../../src/domain/deal/words'
import { toSerial } from '../../src/domain/time/localTime'
import { seal } from '../fixtures/sealing'

export type Fields = Readonly<Record<string, string | number | null>>

/** Field → code → the word that stands in the cell. */
const words: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  stage: stageTitles,
  channel: channelTitles,
  format: formatTitles,
  topic: topicTitles as Readonly<Record<string, string>>,
}
const wallClock = /^\d{4}-\d\d-\d\d(T\d\d:\d\d)?$/

export function sheetOf(world: World, title: string): SheetState {
  const sheet = world.state.spreadsheets[world.state.boundSpreadsheetId]?.sheets.find((one) => one.title === title)
  if (sheet === undefined) throw new Error(`There is no sheet «${title}»`)
  return sheet
}

/** Replaces everything below the heading. `titles`: field → heading; a column of another heading stays empty. */
export function replaceRows(sheet: SheetState, titles: Readonly<Record<string, string>>, records: readonly Fields[]): void {
  const fieldOf = new Map(Object.entries(titles).map(([field, title]) => [title, field]))
  const fields = (sheet.cells[0] ?? []).map((heading) => fieldOf.get(String(rawValue(heading))) ?? '')
  sheet.cells.length = 1
  sheet.rowCount = Math.max(1000, records.length + 200)
  records.forEach((record, index) => {
    putRow(
      sheet,
      index + 1,
      fields.map((field) => stored(field, record[field] ?? null)),
    )
  })
}

function stored(field: string, value: string | number | null): StoredRow[number] {
  if (value === null || value === '') return null
  const word = words[field]?.[value]
  if (word !== undefined) return word
  return typeof value === 'string' && wallClock.test(value) ? toSerial(value) : value
}

/** Sets a value of «Служебное», where rows are [key, value]. */
export function setService(world: World, key: string, value: string): void {
  const sheet = sheetOf(world, 'Служебное')
  const row = sheet.cells.findIndex((cells) => rawValue(cells?.[0]) === key)
  if (row < 0) throw new Error(`«Служебное» has no ${key}`)
  putRow(sheet, row, [key, value])
  seal(world, 'Служебное', row + 1)
}
