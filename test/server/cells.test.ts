/** Cells of the register: what is written for a field is what is read again, kind by kind. */

import fc from 'fast-check'
import { clientFields } from '../../src/domain/client/fields'
import { dealFields } from '../../src/domain/deal/fields'
import type { Cell } from '../../src/domain/office/settings'
import { readCell } from '../../src/domain/register/cells'
import { type Field, type Fields, keysOf } from '../../src/domain/register/field'
import { isText, type Kind, type Value } from '../../src/domain/register/kinds'
import { type Column, tables } from '../../src/domain/register/tables'
import { writeCell } from '../../src/server/google/register/cells'

const two = (number: number) => String(number).padStart(2, '0')
const day = fc
  .record({ year: fc.integer({ min: 2000, max: 2099 }), month: fc.integer({ min: 1, max: 12 }), date: fc.integer({ min: 1, max: 28 }) })
  .map(({ year, month, date }) => `${year}-${two(month)}-${two(date)}`)
const time = fc.record({ day, minute: fc.nat(1439) }).map((at) => `${at.day}T${two(Math.floor(at.minute / 60))}:${two(at.minute % 60)}`)

/** Values that a field of the kind may hold. */
function values(kind: Kind): fc.Arbitrary<Value> {
  if (isText(kind)) return fc.oneof(fc.constantFrom('', '=1+1', '007', "'кавычка", '23.11.2026', 'да'), fc.string({ maxLength: kind.most }))
  if (kind.type === 'integer') return fc.integer({ min: kind.min ?? 0, max: kind.max ?? 1_000_000 })
  if (kind.type === 'date') return day
  if (kind.type === 'dateTime') return time
  return fc.constantFrom(...Object.keys(kind.words).map((code) => (kind.numeric ? Number(code) : code)))
}

/** The cell as a read without formats brings it. */
function standing(column: Column, value: Value): Cell {
  const { userEnteredValue: written } = writeCell(column, value)
  return written?.numberValue ?? written?.stringValue ?? null
}

const columns = [...tables.deals.columns, ...tables.clients.columns]

test.each(columns.map((column) => [column.heading, column] as const))('«%s» is read as it was written', (_heading, column) => {
  fc.assert(
    fc.property(values(column.kind), (value) => {
      expect(readCell(column, standing(column, value))).toEqual({ ok: true, value })
    }),
    { numRuns: 50 },
  )
})

const rowsOf = (table: Fields): (readonly [string, Field])[] => keysOf(table, () => true).map((key) => [key, table[key] as Field])

test.each([...rowsOf(dealFields), ...rowsOf(clientFields)])(
  '%s: an empty cell is the empty value, or nothing where there has to be one',
  (_key, { heading, kind }) => {
    const read = readCell({ key: '', heading, kind, personal: false, width: 0 }, null)
    const hasToBe = kind.type === 'word' || heading === '№'
    expect(read).toEqual({ ok: true, value: hasToBe ? null : kind.empty })
  },
)

test.each([
  ['Продолжительность, мин', 'час', /нужно целое число, стоит «час»/],
  ['Попыток', 1.5, /нужно целое число/],
  ['Начало', 'завтра', /нужна дата/],
  ['Этап', 'Готово', /неизвестное значение «Готово»/],
] as const)('«%s»: «%s» is not read', (heading, cell, why) => {
  const column = tables.deals.columns.find((one) => one.heading === heading)
  expect(column && readCell(column, cell)).toEqual({ ok: false, message: expect.stringMatching(why) })
})

test('text is never written as a formula or a number', () => {
  const written = columns.filter(({ kind }) => isText(kind)).map((column) => writeCell(column, '=1+1').userEnteredValue)
  expect(new Set(written.map((value) => JSON.stringify(value)))).toEqual(new Set([JSON.stringify({ stringValue: '=1+1' })]))
})
