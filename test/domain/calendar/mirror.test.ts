/** The calendar's mirror: what is kept, what goes, what survives a new list. */
import { covers, type Merging, merged, mirrorWindow, relisted } from '../../../src/domain/calendar/mirror'
import type { CalendarEvent } from '../../../src/domain/calendar/sync/decision'
import { staffed } from '../../fixtures/staff'

const window = mirrorWindow('2026-11-23T09:00', 14)
const setting = (held: readonly string[] = []): Merging => ({ window, people: staffed().people, held: new Set(held) })

function event(part: Partial<CalendarEvent> = {}): CalendarEvent {
  const times = { start: '2026-11-25T10:00', end: '2026-11-25T11:00', allDay: false }
  const plain = { etag: '"1"', recurringEventId: '', private: {}, cancelled: false, declined: [] }
  return { id: 'a', title: 'ММ консультация', ...times, ...plain, ...part }
}
const ids = (events: readonly CalendarEvent[]) => events.map(({ id }) => id)

test('from two weeks back to four weeks ahead, or the horizon where that is farther', () => {
  expect(window).toEqual({ from: '2026-11-09', until: '2026-12-22' })
  expect(mirrorWindow('2026-11-23T09:00', 60).until).toBe('2027-01-23')
  expect([
    covers(window, '2026-11-09', '2026-12-21'),
    covers(window, '2026-11-08', '2026-12-01'),
    covers(window, '2026-11-23', '2026-12-22'),
  ]).toEqual([true, false, false])
})

test.each<[string, Partial<CalendarEvent>, readonly string[], boolean]>([
  ['within', {}, [], true],
  ['over for three weeks', { start: '2026-11-02T10:00', end: '2026-11-02T11:00' }, [], false],
  ['over for three weeks, a deal stands on it', { start: '2026-11-02T10:00', end: '2026-11-02T11:00' }, ['a'], true],
  ['a leave that reaches into it', { title: 'Отпуск ММ', start: '2026-11-01T00:00', end: '2026-11-10T00:00', allDay: true }, [], true],
  ['a free hour beyond the horizon', { start: '2027-02-01T10:00', end: '2027-02-01T11:00' }, [], false],
  ['a booking beyond the horizon', { title: 'ММ_Фонд «Север»', start: '2027-02-01T10:00', end: '2027-02-01T11:00' }, [], true],
  ['our mark beyond the horizon', { start: '2027-02-01T10:00', end: '2027-02-01T11:00', private: { deal: '7' } }, [], true],
])('%s: kept %#', (_, part, held, isKept) => {
  expect(ids(merged([], [event(part)], setting(held)))).toEqual(isKept ? ['a'] : [])
})

test('what is cancelled goes; what changed is as it is now; the rest stays', () => {
  const before = merged([], [event(), event({ id: 'b' }), event({ id: 'c' })], setting())
  const after = merged(before, [event({ id: 'b', cancelled: true }), event({ id: 'c', title: 'ММ обед', etag: '"2"' })], setting())
  expect(after.map(({ id, title }) => `${id} ${title}`)).toEqual(['a ММ консультация', 'c ММ обед'])
})

test('a refusal stays while the event is the same one', () => {
  const refusal = { error: 'Forbidden', tries: 2, nextTry: '2026-11-23T10:00' }
  const before = [{ ...event(), refusal }]
  expect(merged(before, [event()], setting())[0]?.refusal).toEqual(refusal)
  expect(merged(before, [event({ etag: '"2"' })], setting())[0]?.refusal).toBeNull()
})

test('listed anew: what should be in the list and is not has gone; what lies beyond stays', () => {
  const far = event({ id: 'far', title: 'ММ_Фонд «Север»', start: '2027-02-01T10:00', end: '2027-02-01T11:00' })
  const before = merged([], [event(), event({ id: 'b' }), far], setting())
  expect(ids(relisted(before, [event({ id: 'b' }), event({ id: 'new' })], setting())).sort()).toEqual(['b', 'far', 'new'])
})

test('addresses of guests are not kept', () => {
  const told = { declined: ['gg0@example.org', 'client@example.com'], creator: 'client@example.com' }
  const people = staffed().people.map((one) => (one.initials === 'ММ' ? { ...one, email: 'gg0@example.org' } : one))
  expect(merged([], [event(told)], { ...setting(), people })).toMatchObject([{ declined: ['gg0@example.org'], creator: '' }])
})
