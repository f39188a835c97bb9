/** A register made by an older version: upgraded in place by the first run of newer code, nothing lost. */
import type { StoredCell, World } from '../../emulator/world/types'
import { deskWorld, done, office, sheet } from '../fixtures/desk'
import { rowsOf } from '../fixtures/register'

/** The bare value of a stored cell. */
function bareValue(cell: StoredCell | undefined) {
  return typeof cell === 'object' && cell !== null ? cell.v : cell
}

/** As version 1 left it: no «Расхождения», no columns of moves, no newer keys in «Служебное». */
function olderWorld(): World {
  const world = deskWorld()
  const book = world.state.spreadsheets[world.state.boundSpreadsheetId]
  if (book === undefined) throw new Error('there is no register')
  book.sheets = book.sheets.filter(({ title }) => title !== 'Расхождения')
  const deals = sheet(world, 'Сделки')
  const isNewer = (deals.cells[0] ?? []).map((cell) =>
    ['Не может провести', 'Причина переноса', 'Перенесена'].includes(String(bareValue(cell))),
  )
  deals.cells = deals.cells.map((row) => row?.filter((_, place) => !isNewer[place]))
  deals.columnCount -= isNewer.filter(Boolean).length
  const service = sheet(world, 'Служебное')
  service.cells = service.cells
    .filter((row) => !['revision', 'holds'].includes(String(bareValue(row?.[0]))))
    .map((row) => (bareValue(row?.[0]) === 'schemaVersion' ? ['schemaVersion', '1'] : row))
  for (const { cells } of book.sheets) unsealed(cells)
  delete world.state.properties.script['sealed']
  return world
}

/** Older versions sealed nothing. */
function unsealed(cells: (StoredCell[] | null | undefined)[]): void {
  const place = (cells[0] ?? []).map(bareValue).indexOf('Печать')
  if (place >= 0)
    cells.forEach((row, at) => {
      if (row) cells[at] = row.filter((_, index) => index !== place)
    })
}

test('the first run, whoever starts it, upgrades it; everything works and every deal is there', () => {
  const world = olderWorld()
  const deals = rowsOf(world, 'Сделки').map(({ cells }) => [cells['№'], cells['Этап'], cells['Организация']])
  expect(done(world, 'discrepancy/list', {}).items).toEqual([])
  expect(rowsOf(world, 'Сделки').map(({ cells }) => [cells['№'], cells['Этап'], cells['Организация']])).toEqual(deals)
  expect(Number(rowsOf(world, 'Служебное').find(({ cells }) => cells['Ключ'] === 'schemaVersion')?.cells['Значение'])).toBeGreaterThan(1)
  expect(done(world, 'deal/history', { id: Number(deals[0]?.[0]) }).lines.length).toBeGreaterThan(0)
  const slot = { eventId: 'x', start: '2026-11-24T10:00' }
  expect(done(world, 'slot/hold', slot).holds.length).toBe(1)
  expect(done(world, 'slot/release', slot).holds).toEqual([])
})

test('two runs at once upgrade it once', () => {
  const world = olderWorld()
  const look = { fn: 'rpc', entry: 'rpc', user: office, args: [{ method: 'desk/today', input: {} }] } as const
  const records = world.interleave([look, look], [0, 1, 0, 1, 0, 1, 0, 1, 0, 1])
  expect(records.map(({ error }) => error)).toEqual([null, null])
  const headings = (sheet(world, 'Сделки').cells[0] ?? []).map((cell) => String(bareValue(cell)))
  expect(headings.filter((heading) => heading === 'Перенесена')).toEqual(['Перенесена'])
})

test('an upgraded register is left alone by a second «Установить»', () => {
  const world = olderWorld()
  world.invoke({ fn: 'setUp', entry: 'menu', user: office })
  const record = world.invoke({ fn: 'setUp', entry: 'menu', user: office })
  expect(record.error).toBeNull()
  expect(record.calls.filter(({ name }) => name === 'Sheets.batchUpdate')).toEqual([])
})
