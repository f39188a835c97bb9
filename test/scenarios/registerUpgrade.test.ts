/** A register made by an older version: refused with a sentence, upgraded in place by «Установить», nothing lost. */
import type { World } from '../../emulator/types'
import { deskWorld, done, office, refusal, sheet } from '../fixtures/desk'
import { rowsOf, valueOf } from '../fixtures/register'

/** As version 1 left it: no «Расхождения», no columns of moves, no newer keys in «Служебное». */
function olderWorld(): World {
  const world = deskWorld()
  const book = world.state.spreadsheets[world.state.boundSpreadsheetId]
  if (book === undefined) throw new Error('there is no register')
  book.sheets = book.sheets.filter(({ title }) => title !== 'Расхождения')
  const deals = sheet(world, 'Сделки')
  const first = (deals.cells[0] ?? []).findIndex((cell) => valueOf(cell) === 'Не может провести')
  deals.cells = deals.cells.map((row) => row?.slice(0, first))
  deals.columnCount = first
  const service = sheet(world, 'Служебное')
  service.cells = service.cells
    .filter((row) => !['revision', 'holds'].includes(String(valueOf(row?.[0]))))
    .map((row) => (valueOf(row?.[0]) === 'schemaVersion' ? ['schemaVersion', '1'] : row))
  return world
}

test('before the upgrade a sentence says what to do; after it everything works and every deal is there', () => {
  const world = olderWorld()
  const deals = rowsOf(world, 'Сделки').map(({ cells }) => [cells['№'], cells['Этап'], cells['Организация']])
  expect(refusal(world, 'discrepancy/list', {})).toMatch(/Установить/)
  expect(world.invoke({ fn: 'setUp', entry: 'menu', user: office }).error).toBeNull()
  expect(done(world, 'discrepancy/list', {}).items).toEqual([])
  expect(rowsOf(world, 'Сделки').map(({ cells }) => [cells['№'], cells['Этап'], cells['Организация']])).toEqual(deals)
  expect(rowsOf(world, 'Служебное').map(({ cells }) => [cells['Ключ'], cells['Значение']])).toContainEqual(['schemaVersion', '2'])
  const slot = { eventId: 'x', start: '2026-11-24T10:00' }
  expect(done(world, 'slot/hold', slot).holds.length).toBe(1)
  expect(done(world, 'slot/release', slot).holds).toEqual([])
})

test('an upgraded register is left alone by a second «Установить»', () => {
  const world = olderWorld()
  world.invoke({ fn: 'setUp', entry: 'menu', user: office })
  const record = world.invoke({ fn: 'setUp', entry: 'menu', user: office })
  expect(record.error).toBeNull()
  expect(record.calls.filter(({ name }) => name === 'Sheets.batchUpdate')).toEqual([])
})
