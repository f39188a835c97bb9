/** What the mark on an event still asks for when a run died. */

import { slotBefore } from '../../../src/domain/calendar/sync/bookingMark'
import { restsOfMark } from '../../../src/usecases/calendar/markedBooking'
import { eventAt } from '../../fixtures/known'

const mark = (was: string, booking = '{}') => ({ deal: 41721, version: 2, booking, was })
const whole = '{"start":"2026-11-25T09:00","end":"2026-11-25T12:00"}'
const hour = eventAt('2026-11-25T10:00', '2026-11-25T11:00', 'ММ_АНО «Маяк»')
const rests = (was: string, event = hour, booking = '{}') => restsOfMark(mark(was, booking), event, 'ММ')

test('parts before and after the booking stay free', () => {
  expect(rests(whole)).toMatchObject({
    kind: 'rests',
    eventId: hour.id,
    rest: [
      { start: '2026-11-25T09:00', end: '2026-11-25T10:00' },
      { start: '2026-11-25T11:00', end: '2026-11-25T12:00' },
    ],
    restSummary: 'ММ консультация',
    join: '',
  })
})

test.each(['', 'garbage', '{"start":"2026-11-25T09:00"}'])('«%s» tells no slot: the event was made for its booking', (was) => {
  expect(slotBefore(mark(was))).toBeNull()
  expect(rests(was)).toBeNull()
})

test('nothing is left of a slot that is as long as the booking, or where the event was moved out of it since', () => {
  expect(rests('{"start":"2026-11-25T10:00","end":"2026-11-25T11:00"}')).toBeNull()
  expect(rests(whole, eventAt('2026-11-25T12:00', '2026-11-25T13:00'))).toBeNull()
})

test('the free event behind is named where its beginning was taken', () => {
  const booking = '{"join":{"eventId":"event-2"}}'
  expect(rests('{"start":"2026-11-25T10:00","end":"2026-11-25T11:00"}', hour, booking)).toMatchObject({
    rest: [],
    join: 'event-2',
    end: hour.end,
  })
})
