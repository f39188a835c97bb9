/** Cell values as getValues and setValues carry them: dates as Date objects in the spreadsheet's zone, empty cells as ''. */
import type { SpreadsheetState, StoredCell } from '../../world/types'
import { wallClock } from '../../world/zone'
import { wallOf, wallToInstant } from '../calendar/time'
import { isDatePattern } from '../sheets/display'
import { type Entered, enter } from '../sheets/entry'
import { asCell, compactCell } from '../sheets/grid'
import { fromSerial, toSerial } from '../sheets/serial'

/** JSON-safe form of a value on its way out, so that a replay can keep it. */
export type Carried = string | number | boolean | { readonly dateMs: number }

export const carried = (cell: StoredCell | undefined, zone: string): Carried => {
  const { v, nf } = asCell(cell)
  return typeof v === 'number' && isDatePattern(nf) ? { dateMs: serialToInstant(v, zone) } : (v ?? '')
}

export const revived = (value: Carried): string | number | boolean | Date => (typeof value === 'object' ? new Date(value.dateMs) : value)

const serialToInstant = (serial: number, zone: string): number => {
  const clock = fromSerial(serial)
  const pad = (value: number, length = 2): string => String(value).padStart(length, '0')
  const day = `${pad(clock.year, 4)}-${pad(clock.month)}-${pad(clock.day)}`
  return wallToInstant(zone, `${day}T${pad(clock.hour)}:${pad(clock.minute)}:${pad(clock.second)}`)
}

/** The stored cell after setValue(s) has put `value` in: text is parsed, a Date becomes a serial number. */
export const entered = (current: StoredCell | undefined, value: unknown, spreadsheet: SpreadsheetState, nowMs: number): StoredCell => {
  if (isDate(value)) return dateCell(current, value.getTime(), spreadsheet.timeZone)
  const context = { locale: spreadsheet.locale, year: wallClock(spreadsheet.timeZone, nowMs).year }
  return enter(current, plain(value), context)
}

// A Date of the script's realm is no instance of ours.
const isDate = (value: unknown): value is Date => Object.prototype.toString.call(value) === '[object Date]'

const plain = (value: unknown): Entered => {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  return value === null || value === undefined ? null : String(value)
}

const dateCell = (current: StoredCell | undefined, ms: number, zone: string): StoredCell => {
  const wall = wallOf(zone, ms)
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = wall.split(/[-T:]/).map(Number)
  const { f: _, ...kept } = asCell(current)
  const pattern = wall.endsWith('T00:00:00') ? 'dd.mm.yyyy' : 'dd.mm.yyyy hh:mm:ss'
  return compactCell({ ...kept, v: toSerial({ year, month, day, hour, minute, second }) ?? null, nf: kept.nf ?? pattern })
}
