/** «Контроль» changes in place: only rows that differ are written, none is empty between two lines. */

import fc from 'fast-check'
import type { Loaded } from '../../../src/server/desk/load'
import { replacedLines } from '../../../src/server/desk/rows/controlWrites'
import type { ControlLine } from '../../../src/usecases/desk'

const lines = Array.from({ length: 30 }, (_, at) => ({ key: `K${at}` }) as ControlLine)
/** Lines of the first twenty; above them rows that cannot be read. */
const places = fc.uniqueArray(fc.integer({ min: 0, max: 30 }), { maxLength: 20 })

/** Keys of the sheet's rows once the stretches are written; '' = an empty row. */
function applied(standing: readonly (ControlLine | null)[], { control = [] }: ReturnType<typeof replacedLines>): string[] {
  const rows = standing.map((line) => line?.key ?? 'unreadable')
  for (const { from = 0, rows: written, before } of control) {
    expect(Math.max(0, Math.min(from + written.length, standing.length) - from)).toBe(before)
    written.forEach((values, at) => {
      rows[from + at] = String(values['key'] ?? '')
    })
  }
  return rows
}

test('whatever stood there: all lines once, those that stay in their rows, nothing empty in between', () => {
  fc.assert(
    fc.property(places, fc.subarray(lines), (at, wanted) => {
      const standing = at.map((one) => (one < 20 ? (lines[one] as ControlLine) : null))
      const rows = applied(standing, replacedLines({ controlRows: standing } as unknown as Loaded, wanted))
      const keys = wanted.map(({ key }) => key)
      expect(rows.slice(0, keys.length).sort()).toEqual([...keys].sort())
      expect(rows.slice(keys.length).every((key) => key === '')).toBe(true)
      standing.slice(0, keys.length).forEach((line, place) => {
        if (line !== null && wanted.includes(line)) expect(rows[place]).toBe(line.key)
      })
    }),
    { numRuns: 500 },
  )
})

test('one line that goes and one that comes: one row is written', () => {
  const standing = lines.slice(0, 20)
  const wanted = [...lines.slice(0, 5), ...lines.slice(6, 20), lines[25] as ControlLine]
  const { control = [] } = replacedLines({ controlRows: standing } as unknown as Loaded, wanted)
  expect(control.map(({ from, rows }) => [from, rows.length])).toEqual([[5, 1]])
})
