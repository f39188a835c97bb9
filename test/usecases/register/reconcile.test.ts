/** The register against the fold of its journal: what people changed by hand is journalled, put back or restored. */
import type { Deal } from '../../../src/domain/deal/deal'
import { emptyRow, type ReconcileRequest, reconcile, type StandingRow } from '../../../src/usecases/register/reconcile'
import { acceptedDeal, assignedDeal, client, heldDeal } from '../../fixtures/builders'
import { deskOf } from '../../fixtures/known'

const one = assignedDeal()
const two = acceptedDeal({
  id: 41722,
  organisation: 'Фонд «Север»',
  contact: 'Пётр Лосев',
  phone: '8 921 555-44-33',
  request: 'Устав',
  clientId: 9,
})

function row(at: number, deal: object, part: Partial<StandingRow> = {}): StandingRow {
  return { row: at, fields: { ...deal } as StandingRow['fields'], unreadable: {}, mistyped: [], ...part }
}
function result(rows: readonly StandingRow[], part: Partial<ReconcileRequest> = {}, deals: readonly Deal[] = [one, two]) {
  const setting = { office: deskOf().office, now: '2026-11-23T09:00' }
  const who = { name: 'Титова', email: 'office@example.org', initials: '', roles: ['officeManager'] as const }
  const fields = new Set([...Object.keys(emptyRow('deals')), ...Object.keys(emptyRow('clients'))])
  return reconcile({
    table: 'deals',
    rows,
    known: new Map(deals.map((deal) => [deal.id, deal])),
    archived: new Map(),
    givenOut: 50_000,
    whole: true,
    setting,
    editor: { who, fields, ownClients: new Set<number>() },
    clientOf: () => client(),
    filledLast: () => new Set(),
    ...part,
  })
}

test('nothing was touched: nothing is written', () => {
  expect(result([row(2, one), row(3, two)])).toEqual({
    changes: [],
    cells: [],
    notes: [],
    restored: [],
    issues: [],
    taken: [],
    unknown: [],
  })
})

test('a legal edit is journalled, and its version follows in the row', () => {
  const { changes, cells, notes } = result([row(2, { ...one, place: 'каб. 5' }), row(3, two)])
  expect(changes).toEqual([{ before: one, after: { ...one, place: 'каб. 5', version: 2 } }])
  expect(cells).toMatchObject([{ row: 2, id: one.id, values: { version: 2 } }])
  expect(notes).toEqual([])
})

test('a forbidden one is put back, with a note in the cell and an issue', () => {
  const { changes, cells, notes, issues } = result([row(2, { ...one, start: '2026-11-26T10:00' }), row(3, two)])
  expect(changes).toEqual([])
  expect(cells).toEqual([{ row: 2, id: one.id, values: { start: '2026-11-25T10:00' } }])
  expect(notes).toMatchObject([{ row: 2, field: 'start', text: expect.stringContaining('R1') }])
  expect(issues).toMatchObject([{ where: 'Сделки', row: 2 }])
})

test('both in one row: the one stands, the other goes back', () => {
  const { changes, cells } = result([row(2, { ...one, place: 'каб. 5', version: 9 }), row(3, two)])
  expect(changes).toMatchObject([{ after: { place: 'каб. 5', version: 2 } }])
  expect(cells[0]?.values).toMatchObject({ version: 2 })
})

test('K5: no cell closes an incomplete card', () => {
  const held = heldDeal({ minutes: null })
  const { changes, notes } = result([row(2, { ...held, stage: 'won' })], {}, [held])
  expect(changes).toEqual([])
  expect(notes).toMatchObject([{ field: 'stage' }])
})

test('a cell that cannot be read goes back', () => {
  const { cells, notes } = result([row(2, one, { unreadable: { minutes: 'не число' } }), row(3, two)])
  expect(cells).toEqual([{ row: 2, id: one.id, values: { minutes: null } }])
  expect(notes).toMatchObject([{ field: 'minutes', text: expect.stringContaining('не число') }])
})

test('a phone that Sheets took for a number is written again as it is meant', () => {
  expect(result([row(2, one, { mistyped: ['phone'] }), row(3, two)]).cells).toEqual([{ row: 2, id: one.id, values: { phone: one.phone } }])
})

test('a deleted row comes back, only where the whole sheet was read', () => {
  expect(result([row(2, one)]).restored).toEqual([two])
  expect(result([row(2, one)], { whole: false }).restored).toEqual([])
})

test('a number that was typed over is recognised by the rest of its row', () => {
  const { cells, restored } = result([row(2, one), row(3, { ...two, id: 999 })])
  expect(restored).toEqual([])
  expect(cells).toMatchObject([{ row: 3, id: two.id, values: { id: two.id } }])
})

test('of a copied row the likelier one is the deal, the other loses its number', () => {
  const { cells, issues } = result([row(2, { ...one, place: 'каб. 9', content: 'копия' }), row(3, one), row(4, two)])
  expect(cells).toEqual([{ row: 2, id: 0, values: { id: null } }])
  expect(issues).toMatchObject([{ row: 2, column: '№' }])
})

test('a copy of an archived row is emptied, since the archive has it', () => {
  const { cells } = result(
    [row(2, one), row(3, { ...heldDeal({ id: 40001 }) })],
    { archived: new Map([[40001, heldDeal({ id: 40001 })]]), whole: false },
    [one],
  )
  expect(cells).toHaveLength(1)
  expect(cells[0]).toMatchObject({ row: 3, id: 0, values: { id: null, organisation: null } })
})

test('a client’s phone brings its search form along', () => {
  const kept = client()
  const request = { table: 'clients' as const, known: new Map([[7, kept]]) }
  const { changes } = result([row(2, { ...kept, phone: '8 921 000-00-01' })], request)
  expect(changes).toMatchObject([{ after: { phoneKey: '+79210000001', version: 2 } }])
  expect(emptyRow('clients')).toMatchObject({ organisation: '' })
})
