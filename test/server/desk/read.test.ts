/** What a method declares, read in as few calls as there are rounds. */
import type { Deal } from '../../../src/domain/deal/deal'
import { readSteps } from '../../../src/server/desk/read'
import type { Known } from '../../../src/usecases/method/method'
import { acceptedDeal, assignedDeal, client } from '../../fixtures/builders'
import { byOffice, fakeDesk, fill } from '../../fixtures/fakeDesk'
import { fakeEvent } from '../../fixtures/fakeGoogle'

const one = assignedDeal()
const two = acceptedDeal({ id: 41722 })
const desk = () => fakeDesk([one, two], [client()])

test('each round sees what the earlier ones found', () => {
  const google = desk()
  const seen: (number | undefined)[] = []
  const { known } = readSteps(byOffice, [
    () => ({ columns: { deals: ['id', 'clientId'] } }),
    (sofar) => {
      const found = sofar.scan<Deal>('deals').find(({ value }) => value.clientId === 7)
      seen.push(found?.value.id)
      return { deals: [{ id: found?.value.id ?? 0, row: found?.row ?? null }] }
    },
    (sofar) => {
      seen.push(...sofar.desk.deals.keys())
      return null
    },
  ])
  expect(seen).toEqual([one.id, one.id])
  expect(known.desk.deals.get(one.id)?.value).toEqual(one)
  expect(google.calls).toEqual(['read', 'read'])
})

test('a round that wants nothing costs nothing; without a round the office comes', () => {
  const google = desk()
  readSteps(byOffice, [() => ({}), () => null, () => ({})])
  expect(google.calls).toEqual(['read'])
  google.forget()
  expect(readSteps(byOffice, []).known.desk.office.people).toHaveLength(3)
  expect(google.calls).toEqual(['read'])
})

test('facts alone are asked for before the register', () => {
  const google = desk()
  let first: Known | null = null
  const { known } = readSteps(byOffice, [
    () => ({ facts: ['runsAs'] }),
    (sofar) => {
      first = sofar
      expect(google.calls).toEqual([])
      return { deals: [{ id: one.id, row: 2 }] }
    },
  ])
  expect(first).toMatchObject({ facts: { runsAs: 'owner@example.org' } })
  expect(known.facts).toEqual({ runsAs: 'owner@example.org' })
})

test('events of the days that are asked for, on the wall clock', () => {
  const google = desk()
  fakeEvent(google, 'a', 'ММ консультация', ['2026-11-25T10:00', '2026-11-25T11:00'])
  fakeEvent(google, 'b', 'ММ консультация', ['2026-11-26T00:00', '2026-11-26T01:00'])
  const { known } = readSteps(byOffice, [() => ({ events: { from: '2026-11-25', until: '2026-11-25' } })])
  expect(known.events?.map(({ id, start }) => [id, start])).toEqual([['a', '2026-11-25T10:00']])
  expect(google.calls).toEqual(['read', 'events.list'])
})

test('a calendar that does not answer: null where it may, an error where it may not', () => {
  const google = desk()
  const error = jest.spyOn(console, 'error').mockImplementation(() => undefined)
  const days = { from: '2026-11-25', until: '2026-11-25' }
  const fail = () => {
    throw new Error('Service invoked too many times in a short time: calendar')
  }
  /** Once, and each time that it is tried again. */
  const fails = () => {
    for (let tries = 0; tries < 4; tries++) google.before('events.list', fail)
  }
  fails()
  expect(readSteps(byOffice, [() => ({ events: { ...days, mayFail: true } })]).known.events).toBeNull()
  fails()
  expect(() => readSteps(byOffice, [() => ({ events: days })])).toThrow('quotaMinute')
  error.mockRestore()
})

test('one event, or null where it is gone', () => {
  const google = desk()
  fakeEvent(google, 'a', 'ММ консультация', ['2026-11-25T10:00', '2026-11-25T11:00'])
  expect(readSteps(byOffice, [() => ({ event: 'a' })]).known.event).toMatchObject({ title: 'ММ консультация', cancelled: false })
  expect(readSteps(byOffice, [() => ({ event: 'b' })]).known.event).toBeNull()
})

test('lines of the journal about these rows alone, all or the last', () => {
  const google = desk()
  const line = (rowId: number, version: number, kind: string) => ({
    at: '2026-11-23T09:00',
    who: 'x',
    entry: 'панель',
    table: 'Сделки',
    rowId,
    version,
    kind,
    reason: '',
    change: '{}',
    request: '',
  })
  fill(google, 'journal', [line(one.id, 2, 'a'), line(two.id, 2, 'b'), line(one.id, 3, 'c')])
  const kinds = (only: 'all' | 'last') =>
    readSteps(byOffice, [() => ({ journal: { of: [one.id], only } })]).known.journal.map(({ kind }) => kind)
  expect(kinds('all')).toEqual(['import/deals', 'a', 'c'])
  expect(kinds('last')).toEqual(['c'])
})

test('a sheet as a whole, by column key, and as records', () => {
  const google = desk()
  fill(google, 'discrepancies', [
    { key: 'limit:e', at: '2026-11-23T08:00', event: 'x', what: '', consultant: 'ММ', dealId: one.id, proposed: '', solved: '' },
  ])
  const { known } = readSteps(byOffice, [() => ({ whole: ['discrepancies'] })])
  expect(known.records('discrepancies')).toMatchObject([{ row: 2, value: { key: 'limit:e', at: '2026-11-23T08:00', dealId: one.id } }])
  expect(known.cells('discrepancies')[0]).toMatchObject({ key: 'limit:e', dealId: one.id })
  expect(known.cells('journal')).toEqual([])
})
