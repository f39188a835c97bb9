/** S1: closed deals go to the archive of their year. */
import type { Deal } from '../../../src/domain/deal/deal'
import { archiveBatch, archiveDeals, controlBelow } from '../../../src/usecases/register/archiveDeals'
import { assignedDeal, defaultSettings, heldDeal, unsortedDeal } from '../../fixtures/builders'
import { deskOf, type Given } from '../../fixtures/known'
import { controlLine, officeLine } from '../../fixtures/lines'

const now = '2026-11-23T09:00'
const old = heldDeal({ id: 41000, stage: 'won', stageSince: '2025-10-10T18:00', start: '2025-10-08T10:00' })
const line = (row: number, value: Partial<Deal>) => ({ row, value })
const standing = [line(2, old), line(3, assignedDeal())]
const batch = (lines: readonly ReturnType<typeof line>[], given: Given = {}) =>
  archiveBatch(lines, deskOf(given), { now }).map(({ row }) => row)

test.each<[string, Partial<Deal>, number]>([
  ['closed thirteen months ago and a day', { stageSince: '2025-10-22T23:59' }, 1],
  ['closed thirteen months ago', { stageSince: '2025-10-23T00:00' }, 0],
  ['lost long ago', { stage: 'lost' }, 1],
  ['open', { stage: 'feedback' }, 0],
])('%s: %j', (_, part, count) => {
  expect(batch([line(2, { ...old, ...part }), line(3, assignedDeal())])).toHaveLength(count)
})

test('not what owes something, what stands twice, or where the office archives nothing', () => {
  expect(batch(standing)).toEqual([2])
  expect(batch(standing, { control: [controlLine({ dealId: 41000 })] })).toEqual([])
  expect(batch([...standing, line(4, old)])).toEqual([])
  expect(batch(standing, { office: { settings: { ...defaultSettings, archiveMonths: 0 } } })).toEqual([])
})

test('one row always stays; five hundred at most, within the range that is read', () => {
  const many = Array.from({ length: 600 }, (_, index) => line(index + 2, { ...old, id: 40_000 + index }))
  expect(batch(many)).toHaveLength(500)
  expect(batch([line(2, old)])).toEqual([])
  expect(batch([line(2, old), line(2002, { ...old, id: 41001 }), line(2003, assignedDeal())])).toEqual([2])
  expect(batch([line(2, old), line(2001, { ...old, id: 41001 }), line(2003, assignedDeal())])).toEqual([2, 2001])
})

const clients = new Map([[7, { id: 7, version: 4, archivedHeld: 2, archivedLast: '' }]])
const plan = (deals: readonly Deal[], typed: Partial<Deal> = {}) =>
  archiveDeals({
    standing: deals.map((deal, index) => ({ row: index + 2, fields: { ...deal, ...typed } })),
    known: new Map(deals.map((deal) => [deal.id, deal])),
    clients,
  })

test('each to the year in whose numbers it counts, with the next version', () => {
  const lost = unsortedDeal({ id: 41001, stage: 'lost', stageSince: '2024-01-03T10:00', received: '2023-12-28T10:00' })
  const { years, rows, changes } = plan([old, lost])
  expect([...years].map(([year, deals]) => [year, deals.map(({ id, version }) => [id, version])])).toEqual([
    ['2025', [[41000, 2]]],
    ['2024', [[41001, 2]]],
  ])
  expect(rows).toEqual([2, 3])
  expect(changes.deals[0]?.after).toMatchObject({ archive: '2025' })
})

test('the client’s card remembers what was held', () => {
  expect(plan([old, { ...old, id: 41002, start: '2025-09-01T10:00' }]).changes.clients).toMatchObject([
    { after: { id: 7, version: 5, archivedHeld: 4, archivedLast: '2025-10-08 10:00, № 41000, тема 10, ММ' } },
  ])
  expect(plan([unsortedDeal({ stage: 'lost' })]).changes.clients).toEqual([])
})

test('a row that somebody has just typed into stays until it was judged', () => {
  expect(plan([old], { comments: 'дописано' })).toMatchObject({ rows: [], changes: { deals: [], clients: [] } })
})

test('«Контроль» names rows that have moved up', () => {
  const lines = [controlLine({ row: 5 }), controlLine({ row: 3 }), officeLine(), controlLine({ row: 4 })]
  expect(controlBelow(lines, [2, 4]).map(({ row }) => row)).toEqual([3, 2, null, 3])
})
