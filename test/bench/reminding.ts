/** A tick that finds twenty reminders due at once. */

import { rawValue } from '../../emulator/services/sheets/grid'
import type { ExecutionRecord } from '../../emulator/world/types'
import { toSerial } from '../../src/domain/time/localTime'
import { tick } from './asking'
import type { BenchOffice } from './office'
import { sheetOf } from './sheetRows'

const reminders = 20

/** Twenty lines of «Контроль» are due in an hour and to be reminded of since an hour; nothing else there has a reminder. */
export function remindOfTwenty({ world }: BenchOffice): ExecutionRecord {
  tick(world)
  const control = sheetOf(world, 'Контроль')
  const headings = (control.cells[0] ?? []).map((cell) => String(rawValue(cell)))
  const columns = ['Срок', 'Напомнить', 'Напомнено'].map((heading) => headings.indexOf(heading))
  const now = toSerial('2026-11-23T09:00')
  let made = 0
  control.cells = control.cells.map((row, index) => {
    if (!row || index === 0 || made >= reminders) return row
    made++
    const values = [now + 4 / 24, now - 1 / 24, null]
    return row.map((cell, column) => (columns.includes(column) ? (values[columns.indexOf(column)] ?? null) : cell))
  })
  return tick(world)
}
