/** Serial numbers of Sheets: days since 1899-12-30 of the spreadsheet's wall clock; no time zone enters here. */

import type { WallClock } from '../../world/zone'

type SheetClock = Omit<WallClock, 'millisecond' | 'offsetMinutes'>

const dayMs = 86_400_000
const epochMs = Date.UTC(1899, 11, 30)

/** Day and time as a serial number; undefined where there is no such day or time (31.02, 25:00). */
export const toSerial = (clock: SheetClock): number | undefined => {
  const ms = Date.UTC(clock.year, clock.month - 1, clock.day)
  const date = new Date(ms)
  if (date.getUTCMonth() !== clock.month - 1 || date.getUTCDate() !== clock.day) return undefined
  if (clock.hour > 23 || clock.minute > 59 || clock.second > 59) return undefined
  return (ms - epochMs) / dayMs + (clock.hour * 3600 + clock.minute * 60 + clock.second) / 86_400
}

/** The wall clock of a serial number, rounded to the second. */
export const fromSerial = (serial: number): SheetClock => {
  const date = new Date(epochMs + Math.round(serial * 86_400) * 1000)
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
  }
}
