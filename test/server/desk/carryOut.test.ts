/** A plan carried out: the calendar on its condition, then one commit, then the time that was let go. */
import { carryOut, isNothing } from '../../../src/server/desk/carryOut'
import { loadDesk } from '../../../src/server/desk/load'
import { type CalendarAction, type Changes, changes } from '../../../src/usecases/changes'
import { assignedDeal } from '../../fixtures/builders'
import { byOffice, dealIn, everythingIn, fakeDesk, rowsIn } from '../../fixtures/fakeDesk'
import { fakeEvent } from '../../fixtures/fakeGoogle'

const deal = assignedDeal()
const moved = { ...deal, version: 2, start: '2026-11-26T10:00', end: '2026-11-26T11:00', eventId: 'event-2' }
const mark = { deal: deal.id, version: 2, booking: '{}', was: '{"start":"2026-11-26T09:00","end":"2026-11-26T12:00"}' }

function standing() {
  const google = fakeDesk([deal])
  fakeEvent(google, 'event-1', 'ММ_АНО «Маяк»', ['2026-11-25T10:00', '2026-11-25T11:00'])
  const free = fakeEvent(google, 'event-2', 'ММ консультация', ['2026-11-26T09:00', '2026-11-26T12:00'])
  const loaded = loadDesk(byOffice, { deals: [{ id: deal.id, row: 2 }] })
  google.forget()
  const book: Extract<CalendarAction, { kind: 'book' }> = {
    kind: 'book',
    eventId: 'event-2',
    etag: free.etag ?? '',
    summary: 'ММ_АНО «Маяк»',
    start: moved.start,
    end: moved.end,
    mark,
    rest: [
      { start: '2026-11-26T09:00', end: '2026-11-26T10:00' },
      { start: '2026-11-26T11:00', end: '2026-11-26T12:00' },
    ],
    restSummary: 'ММ консультация',
  }
  const plan = (part: Partial<Changes> = {}) => changes({ kind: 'deal/reschedule', deals: [{ before: deal, after: moved }], ...part })
  return { google, loaded, book, plan }
}

test('a booking: the event on its etag, what is left of the slot, then the commit; the old event goes later', () => {
  const { google, loaded, book, plan } = standing()
  const freed = [{ eventId: 'event-1', summary: 'ММ консультация' }]
  expect(carryOut(loaded, plan({ calendar: book, freed }))).toMatchObject({ ok: true, value: { lettersWaiting: 3 } })
  expect(google.calls).toEqual(['events.patch', 'events.insert', 'events.insert', 'write'])
  expect(google.events.get('event-2')).toMatchObject({
    summary: 'ММ_АНО «Маяк»',
    extendedProperties: { private: { deal: '41721', version: '2', event: 'event-2' } },
  })
  expect(google.events.get('event-1')?.summary).toBe('ММ_АНО «Маяк»')
  expect(rowsIn(google, 'outbox').map(({ kind }) => kind)).toContain('календарь')
})

test('somebody was faster: neither calendar nor register changes', () => {
  const { google, loaded, book, plan } = standing()
  google.before('events.patch', () => fakeEvent(google, 'event-2', 'ММ_Фонд «Север»', ['2026-11-26T09:00', '2026-11-26T12:00']))
  expect(carryOut(loaded, plan({ calendar: book }))).toEqual({
    ok: false,
    problem: { code: 'slotTaken', start: moved.start, consultant: 'ММ' },
  })
  expect(google.calls).toEqual(['events.patch', 'events.get'])
  expect(dealIn(google, deal.id)).toMatchObject({ version: 1 })
  expect(google.events.get('event-2')?.summary).toBe('ММ_Фонд «Север»')
})

test('its own event was changed meanwhile: told as such', () => {
  const { loaded, book, plan } = standing()
  const own = { ...book, eventId: 'event-1', etag: '"old"' }
  expect(carryOut(loaded, plan({ calendar: own }))).toEqual({ ok: false, problem: { code: 'changedMeanwhile', id: deal.id } })
})

test('a booking of ours whose run died before the commit is taken for done', () => {
  const { google, loaded, book, plan } = standing()
  carryOut(loaded, plan({ calendar: book }))
  const again = { ...book, etag: '"old"', rest: [] }
  google.forget()
  const ours = google.events.get('event-2')
  if (ours) google.events.set('event-2', { ...ours, start: { dateTime: `${moved.start}:00+03:00` } })
  expect(carryOut(loaded, plan({ calendar: again })).ok).toBe(true)
  expect(google.calls).toEqual(['events.patch', 'events.get', 'write'])
})

test.each([
  ['another version', { version: 1 }],
  ['another deal', { deal: 41700 }],
])('the mark of %s is somebody’s booking', (_, other) => {
  const { google, loaded, book, plan } = standing()
  carryOut(loaded, plan({ calendar: { ...book, mark: { ...mark, ...other } } }))
  const theirs = google.events.get('event-2')
  if (theirs) google.events.set('event-2', { ...theirs, start: { dateTime: `${moved.start}:00+03:00` } })
  google.forget()
  expect(carryOut(loaded, plan({ calendar: { ...book, etag: '"old"' } }))).toMatchObject({ ok: false, problem: { code: 'slotTaken' } })
  expect(google.calls).not.toContain('write')
})

test('an adjoining event that is gone meanwhile gives the first one back', () => {
  const { google, loaded, book, plan } = standing()
  const next = fakeEvent(google, 'event-3', 'ММ консультация', ['2026-11-26T12:00', '2026-11-26T14:00'])
  const join = { eventId: 'event-3', etag: next.etag ?? '', start: '2026-11-26T14:00', end: '2026-11-26T14:00' }
  google.before('events.remove', () => fakeEvent(google, 'event-3', 'ММ_Фонд «Север»', ['2026-11-26T12:00', '2026-11-26T14:00']))
  expect(carryOut(loaded, plan({ calendar: { ...book, join } }))).toMatchObject({ ok: false, problem: { code: 'slotTaken' } })
  expect(google.events.get('event-3')?.summary).toBe('ММ_Фонд «Север»')
  expect(google.events.get('event-2')).toMatchObject({ summary: 'ММ консультация', start: { dateTime: '2026-11-26T09:00:00' } })
  expect(google.calls).not.toContain('write')
})

test('time that is let go is freed after the commit, not before', () => {
  const { google, loaded, plan } = standing()
  expect(carryOut(loaded, plan({ calendar: { kind: 'free', eventId: 'event-1', summary: 'ММ консультация' } })).ok).toBe(true)
  expect(google.calls).toEqual(['write', 'events.patch'])
  expect(google.events.get('event-1')).toMatchObject({ summary: 'ММ консультация', extendedProperties: { private: { freed: '41721v2' } } })
})

test('where freeing fails the register stands, and «Исходящие» tries again', () => {
  const { google, loaded, plan } = standing()
  const error = jest.spyOn(console, 'error').mockImplementation(() => undefined)
  google.before('events.patch', () => {
    throw new Error('Service invoked too many times in a short time: calendar')
  })
  expect(carryOut(loaded, plan({ calendar: { kind: 'free', eventId: 'event-1', summary: 'ММ консультация' } })).ok).toBe(true)
  expect(dealIn(google, deal.id)).toMatchObject({ version: 2 })
  expect(rowsIn(google, 'outbox').find(({ kind }) => kind === 'календарь')).toMatchObject({ nextTry: '2026-11-23T09:05', done: null })
  expect(error).toHaveBeenCalled()
  error.mockRestore()
})

test.each<[string, CalendarAction, string[]]>([
  [
    'a booking with its own event',
    { kind: 'insert', eventId: 'own', summary: 'ММ_АНО «Маяк»', start: moved.start, end: moved.end, mark },
    ['events.insert', 'write'],
  ],
  ['a repair', { kind: 'set', eventId: 'event-1', summary: 'ММ_АНО «Маяк»', clearMark: true }, ['events.patch', 'write']],
])('%s', (_, calendar, calls) => {
  const { google, loaded, plan } = standing()
  expect(carryOut(loaded, plan({ calendar })).ok).toBe(true)
  expect(google.calls).toEqual(calls)
})

test('an own event that a dead run left becomes the booking', () => {
  const { google, loaded, plan } = standing()
  fakeEvent(google, 'own', 'ММ_Фонд «Север»', ['2026-11-26T10:00', '2026-11-26T11:00'])
  carryOut(
    loaded,
    plan({ calendar: { kind: 'insert', eventId: 'own', summary: 'ММ_АНО «Маяк»', start: moved.start, end: moved.end, mark } }),
  )
  expect(google.events.get('own')).toMatchObject({ summary: 'ММ_АНО «Маяк»', status: 'confirmed' })
})

test('slots that stand already are not counted as written', () => {
  const { google, loaded } = standing()
  fakeEvent(google, 's1', 'ММ консультация', ['2026-12-01T10:00', '2026-12-01T11:00'])
  const slots = ['s1', 's2'].map((eventId) => ({ eventId, summary: 'ММ консультация', start: '2026-12-01T10:00', end: '2026-12-01T11:00' }))
  expect(carryOut(loaded, changes({ kind: 'slot/repeatWeek', calendar: { kind: 'slots', slots } }))).toMatchObject({
    ok: true,
    value: { inserted: ['s2'] },
  })
  expect(google.calls).toEqual(['events.insert', 'events.insert'])
})

test('comments that outgrew their cell: nothing is done', () => {
  const { google, loaded, book, plan } = standing()
  const before = everythingIn(google)
  const long = { ...moved, comments: 'о'.repeat(10_001) }
  expect(carryOut(loaded, plan({ calendar: book, deals: [{ before: deal, after: long }] }))).toMatchObject({
    ok: false,
    problem: { code: 'tooLong' },
  })
  expect([google.calls, everythingIn(google)]).toEqual([[], before])
})

test('a plan of nothing is known as such; any part of it is something', () => {
  expect(isNothing(changes({ kind: 'x' }))).toBe(true)
  expect(isNothing(changes({ kind: 'x', service: { holds: '' } }))).toBe(false)
  expect(isNothing(changes({ kind: 'x', calendar: { kind: 'slots', slots: [] } }))).toBe(false)
})
