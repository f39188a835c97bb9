/** Seals: the same HMAC as everybody's, and no cell under a seal can be changed without breaking it. */
import { createHmac } from 'node:crypto'
import * as fc from 'fast-check'
import { hmac } from '../../src/domain/register/hmac'
import { isSealed, type SealedTable, sealOf } from '../../src/domain/register/seals'

const oracle = (text: string, key: string) =>
  createHmac('sha256', Buffer.from(key, 'utf8')).update(Buffer.from(text, 'utf8')).digest('base64url')

test.each(['', 'a', 'текст', '«Маяк» 👍', 'x'.repeat(55), 'x'.repeat(56), 'x'.repeat(64), 'ы'.repeat(5_000)])(
  '%#: as node computes it',
  (text) => {
    for (const key of ['', 'ключ', 'k'.repeat(64), 'k'.repeat(65), 'ж'.repeat(200)]) expect(hmac(text, key)).toBe(oracle(text, key))
  },
)

test('any text, any key', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.string({ unit: 'grapheme', maxLength: 90 }), (text, key) => {
      expect(hmac(text, key)).toBe(oracle(text, key))
    }),
    { seed: 13, numRuns: 300 },
  )
})

const rows: Readonly<Record<SealedTable, Readonly<Record<string, string | number | null>>>> = {
  outbox: { key: 'a', kind: 'письмо', to: 'a@example.org', payload: '{}' },
  service: { key: 'holds', value: '[]' },
  discrepancies: { key: 'limit:1', at: '2026-11-23T09:00', event: 'е', what: 'ч', consultant: 'ММ', dealId: 5, proposed: 'п', solved: 'р' },
  index: { id: 5, value: '{}' },
  indexNews: { value: '{}' },
  amo: { id: 5, lead: 700001, last: '{}', state: 'gone' },
  journal: {
    ...{ at: '2026-11-23T09:00', who: 'a@example.org', entry: 'панель', table: 'Сделки', rowId: 5, version: 2 },
    ...{ kind: 'deal/fill', reason: 'р', change: '{"a":[1,2]}', request: 'r1' },
  },
}
const cases = (Object.keys(rows) as SealedTable[]).flatMap((table) => Object.keys(rows[table]).map((column) => [table, column] as const))

test.each(cases)('%s: «%s» typed over breaks the seal; so does another key, and a cell emptied', (table, column) => {
  const row: Readonly<Record<string, string | number | null>> = { ...rows[table], seal: sealOf(table, rows[table], 'key') }
  expect([isSealed(table, row, 'key'), isSealed(table, row, 'other'), isSealed(table, { ...row, seal: '' }, 'key')]).toEqual([
    true,
    false,
    false,
  ])
  expect(isSealed(table, { ...row, [column]: typeof row[column] === 'number' ? 6 : 'x' }, 'key')).toBe(false)
  expect(isSealed(table, { ...row, [column]: null }, 'key')).toBe(false)
})

test('the seal of one row does not stand for another, nor that of one sheet for another', () => {
  const row = { key: 'a', kind: 'b', to: null, payload: 'c', value: 'v' }
  expect(sealOf('outbox', row, 'key')).not.toBe(sealOf('service', row, 'key'))
  expect(sealOf('service', { key: 'a', value: 'bc' }, 'key')).not.toBe(sealOf('service', { key: 'ab', value: 'c' }, 'key'))
})

test('of a journal line the facts alone are proved where the rest was not read', () => {
  const { table, rowId, version, change } = rows.journal
  const seal = sealOf('journal', rows.journal, 'key')
  const facts = { table, rowId, version, change, seal }
  expect(isSealed('journal', facts as never, 'key')).toBe(true)
  for (const column of Object.keys(facts)) expect(isSealed('journal', { ...facts, [column]: 'x' } as never, 'key')).toBe(false)
})
