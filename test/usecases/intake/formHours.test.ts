/** Hours of the centre's own form: free, of staff, by topic; no name, nothing that needs a reason, nothing that is held. */
import { list } from '../../../src/usecases/booking/listSlots'
import { formHours } from '../../../src/usecases/intake/formHours'
import { eventAt, type Given, knownTo } from '../../fixtures/known'
import { belova, morozova } from '../../fixtures/staff'

const all = { topic: null, consultant: null, agreedWith: null, part: null, from: null }
const hoursOf = (given: Given) => formHours(knownTo(list, all, given))
const wednesday = eventAt('2026-11-25T10:00', '2026-11-25T11:00')
const same = eventAt('2026-11-25T10:00', '2026-11-25T11:00', 'СБ консультация')
const thursday = eventAt('2026-11-26T14:00', '2026-11-26T15:00', 'СБ консультация')

test('each hour once, with the topics of all who have it free, the nearest first', () => {
  expect(hoursOf({ events: [thursday, same, wednesday] })).toEqual([
    { start: '2026-11-25T10:00', topics: [...morozova.topics, ...belova.topics].sort((a, b) => a - b) },
    { start: '2026-11-26T14:00', topics: [2, 11] },
  ])
})

test.each([
  ['an external consultant’s', eventAt('2026-11-25T10:00', '2026-11-25T11:00', 'ПН консультация')],
  ['a booked one', eventAt('2026-11-25T10:00', '2026-11-25T11:00', 'ММ_АНО Маяк')],
  ['within the office’s notice', eventAt('2026-11-23T09:30', '2026-11-23T10:30')],
  ['on a day off', eventAt('2026-11-28T10:00', '2026-11-28T11:00')],
  ['behind the horizon', eventAt('2027-01-20T10:00', '2027-01-20T11:00')],
])('%s is not offered', (_what, event) => {
  expect(hoursOf({ events: [event] })).toEqual([])
})

test('one that is held is not offered; of two the other’s is', () => {
  const holds = JSON.stringify([
    { eventId: wednesday.id, start: wednesday.start, who: 'a@example.org', name: 'А', until: '2026-11-23T09:10' },
  ])
  expect(hoursOf({ events: [wednesday, thursday], service: { holds } }).map(({ start }) => start)).toEqual(['2026-11-26T14:00'])
})

test('no calendar, no hours', () => {
  expect(formHours({ ...knownTo(list, all, { events: [] }), events: null })).toEqual([])
})
