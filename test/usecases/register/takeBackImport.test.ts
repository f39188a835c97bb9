/** «Вернуть импорт»: which rows go, and when none does. */
import { takeBack, takenBack } from '../../../src/usecases/register/takeBackImport'
import { knownTo } from '../../fixtures/known'

const at = '2026-11-23T09:00'
const run = { at, fileName: 'a.csv', total: 2, done: 2, written: 2 }
const deal = (row: number, id: number, part: object = {}) => ({
  row,
  value: { id, version: 1, clientId: id * 10, importedAt: at, ...part },
})
const client = (row: number, id: number, part: object = {}) => ({ row, value: { id, version: 1, outsideIds: `import:${at}`, ...part } })
const line = (row: number, table: 'Сделки' | 'Клиенты', rowId: number, kind = 'import/deals') => ({ row, value: { table, rowId, kind } })
const standing = {
  deals: [deal(2, 7, { importedAt: null }), deal(3, 8), deal(4, 9)],
  clients: [client(2, 70, { outsideIds: '' }), client(3, 80), client(4, 90)],
  journal: [
    line(2, 'Сделки', 7, 'deal/create'),
    line(3, 'Сделки', 8),
    line(4, 'Сделки', 9),
    line(5, 'Клиенты', 80),
    line(6, 'Клиенты', 90),
  ],
}

test('its deals, the clients that it made, and their lines', () => {
  expect(takenBack(run, at, standing)).toEqual({
    ok: true,
    value: { deals: [3, 4], dealIds: [8, 9], clients: [3, 4], journal: [3, 4, 5, 6], left: 0 },
  })
})

test('a client stays where somebody has changed its card, or a deal of another day names it', () => {
  const changed = {
    ...standing,
    clients: [client(3, 80, { version: 2 }), client(4, 90)],
    deals: [deal(2, 7, { importedAt: null, clientId: 90 }), ...standing.deals.slice(1)],
  }
  expect(takenBack(run, at, changed)).toMatchObject({ value: { clients: [] } })
})

test('one deal that is not as it came keeps all of them, and is named', () => {
  const touched = { ...standing, deals: [deal(3, 8), deal(4, 9, { version: 2 })] }
  expect(takenBack(run, at, touched)).toEqual({ ok: false, problem: { code: 'importTouched', count: 1, deals: [9] } })
  const gone = { ...standing, deals: [deal(3, 8)] }
  expect(takenBack(run, at, gone)).toEqual({ ok: false, problem: { code: 'importTouched', count: 1, deals: [] } })
})

test('another import, or none: nothing to do', () => {
  expect(takenBack(null, at, standing)).toMatchObject({ problem: { code: 'nothingToDo' } })
  expect(takenBack({ ...run, at: '2026-11-20T09:00' }, at, standing)).toMatchObject({ problem: { code: 'nothingToDo' } })
})

test('more than a thousand go in portions, the last rows first', () => {
  const deals = Array.from({ length: 1500 }, (_, place) => deal(place + 2, place + 1))
  const many = { ...run, written: 1500 }
  expect(takenBack(many, at, { deals, clients: [], journal: [] })).toMatchObject({ value: { left: 500 } })
})

test('the office takes it back', () => {
  expect(takeBack).toMatchObject({ may: 'import' })
  expect(takeBack.deed?.({ at }, knownTo(takeBack, { at }))).toEqual({ ok: true, value: { kind: 'takeBack', asked: { at } } })
})
