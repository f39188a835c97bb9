/** A2, R2: to whom a change is news, and from when on a person tells the client. */
import type { Deal } from '../../../src/domain/deal/deal'
import {
  bookingOf,
  clientKnows,
  consultantsKnow,
  withClientTold,
  withConsultantTold,
  withKnowledge,
} from '../../../src/domain/letter/telling'
import { toldKind, withTellings } from '../../../src/usecases/booking/tellings'
import { changes, type Moment } from '../../../src/usecases/changes'
import { acceptedDeal, assignedDeal, client, defaultSettings } from '../../fixtures/builders'
import { deskOf, type Given, momentOf } from '../../fixtures/known'
import { callers } from '../../fixtures/staff'

const now = '2026-11-23T09:00'
const fresh = withKnowledge(acceptedDeal(), assignedDeal({ toldAt: null }), now)
const told = withConsultantTold(withClientTold(fresh, bookingOf(fresh), now, client().email), 'ММ', bookingOf(fresh), now)
const moved = { start: '2026-11-26T12:00', end: '2026-11-26T13:00' }
const released = { stage: 'accepted', consultant: '', start: null, end: null, place: '' } as const

function after(before: Deal | null, part: Partial<Deal>, given: Given = {}, more: Partial<Moment> & { kind?: string } = {}) {
  const all = { deals: before === null ? [] : [before], clients: [client()], ...given }
  const deal = { ...(before ?? acceptedDeal()), ...part, version: (before?.version ?? 0) + 1 }
  const plan = changes({ kind: more.kind ?? 'x', deals: [{ before, after: deal }] })
  const made = withTellings(plan, deskOf(all), { ...momentOf(all), ...more })
  return { people: made.tellings.map(({ person }) => person), tellings: made.tellings, deal: made.deals[0]?.after ?? deal }
}

test.each<[string, Partial<Deal>, string[]]>([
  ['nothing about the booking', { content: 'Разобрали отчёт' }, []],
  ['moved', moved, ['ММ', 'client']],
  ['another consultant', { consultant: 'СБ' }, ['ММ', 'СБ', 'client']],
  ['another place', { place: 'каб. 5' }, ['ММ', 'client']],
  ['another format', { format: 'online', place: '' }, ['ММ', 'client']],
  ['released', released, ['ММ', 'client']],
  ['lost', { stage: 'lost' }, ['ММ', 'client']],
  ['held', { stage: 'held' }, []],
  ['G5: too far', { start: '2026-12-01T10:00' }, ['ММ']],
  ['into the past', { start: '2026-11-20T10:00' }, []],
])('%s: %j', (_, part, people) => {
  expect(after(told, part).people).toEqual(people)
})

test('booked: both; nobody knows of it yet, and «Клиент извещён» is empty', () => {
  const { people, deal } = after(acceptedDeal(), assignedDeal({ toldAt: null }))
  expect(people).toEqual(['ММ', 'client'])
  expect([clientKnows(deal), consultantsKnow(deal), deal.toldAt]).toEqual([null, [], null])
})

test('R3: who does it himself by a command knows; the client is told', () => {
  const { people, deal } = after(told, moved, { who: callers.own })
  expect(people).toEqual(['client'])
  expect(consultantsKnow(deal)).toMatchObject([{ start: moved.start }])
  expect(after(told, released, { who: callers.own }).people).toEqual(['client'])
})

test('moved and moved back: nothing is owed, and he is told since the first letter', () => {
  const away = after(told, moved).deal
  expect(away.toldAt).toBeNull()
  const { people, deal } = after(away, { start: told.start, end: told.end })
  expect([people, deal.toldAt, deal.tellFrom]).toEqual([[], told.toldAt, null])
})

test('booked and released before anybody was told: nobody', () => {
  expect(after(fresh, released).people).toEqual([])
})

test('a drag in the calendar waits for a quiet tick, a command does not', () => {
  expect(after(told, moved).tellings.map(({ at }) => at)).toEqual([now, now])
  expect(after(told, moved, {}, { kind: 'calendar/moved' }).tellings.map(({ at }) => at)).toEqual(['2026-11-23T09:10', '2026-11-23T09:10'])
})

test('A1.tell waits half an hour for the letter, and for nothing where none goes', () => {
  const silent = { office: { settings: { ...defaultSettings, clientLetters: false } } }
  const from = (given: Given, more = {}) => after(told, moved, given, more).deal.tellFrom
  expect(from({})).toBe('2026-11-23T09:30')
  expect(from({}, { kind: 'calendar/moved' })).toBe('2026-11-23T09:40')
  expect([from({ clients: [client({ email: '' })] }), from({ clients: [client({ email: 'не почта' })] }), from(silent)]).toEqual([
    now,
    now,
    now,
  ])
  expect(from({ clients: [] })).toBe('2026-11-23T09:30')
})

test('a note that changes nothing for the client lets the clock run', () => {
  const waiting = after(told, moved).deal
  expect(after(waiting, { content: 'x' }, { now: '2026-11-23T09:20' }).deal.tellFrom).toBe('2026-11-23T09:30')
})

test('G5: accepted, the client is told', () => {
  const far = after(told, { start: '2026-12-01T10:00' }).deal
  expect(far.tellFrom).toBe(now)
  expect(after(far, { firstStart: far.start }).people).toEqual(['client'])
})

test('X4: put back within the limit before anybody told him: no letter', () => {
  const far = after(told, { start: '2026-12-01T10:00' }).deal
  expect(after(far, { start: told.start }).people).toEqual([])
})

test('an address put right: he is told what he is owed, and again where the letter went elsewhere', () => {
  const corrected = (before: Deal, email: string) => {
    const change = { before: client({ email: 'не почта' }), after: client({ email, version: 2 }) }
    const plan = changes({ kind: 'client/fill', deals: [{ before, after: { ...before, version: 9 } }], clients: [change] })
    return withTellings(plan, deskOf({ deals: [before], clients: [change.before] }), momentOf()).tellings.map(({ person }) => person)
  }
  expect(corrected(fresh, 'anna@example.org')).toEqual(['client'])
  expect(corrected(told, 'anna@example.org')).toEqual(['client'])
  expect(corrected(told, 'Client1@example.org')).toEqual([])
})

test.each(['import/deals', toldKind])('%s tells nobody', (kind) => {
  expect(after(null, assignedDeal(), {}, { kind }).people).toEqual([])
})

test('of a booking of older versions both know', () => {
  const old = assignedDeal()
  expect(after(old, { place: 'каб. 5' }).people).toEqual(['ММ', 'client'])
  expect(after(old, { content: 'x' }).people).toEqual([])
  expect(clientKnows(after(old, moved).deal)).toMatchObject({ start: old.start, at: old.toldAt })
})
