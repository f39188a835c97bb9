/** The room that is proposed with an hour. */

import { usualPlace } from '../../src/domain/calendar/sync/usualPlace'
import { event } from './slotBuilders'

type Booked = readonly [client: number, day: number, place: string, format?: string]

const booked = ([client, day, place, format = 'inPerson']: Booked, properties = {}) => ({
  event: {
    ...event(`ММ_АНО «Маяк ${client}»`, `2026-11-${day}T10:00`),
    private: { deal: String(day), version: '2', booking: JSON.stringify({ consultant: 'ММ', format, place }), ...properties },
  },
  initials: 'ММ',
  organisation: `АНО «Маяк ${client}»`,
})
const of = (...some: Booked[]) => usualPlace(some.map((one) => booked(one)))

test('the room of most clients, the latest of two as frequent ones, in whatever order they stand', () => {
  const [a, b, c]: Booked[] = [
    [1, 23, 'каб. 3'],
    [2, 24, 'каб. 5'],
    [3, 25, 'каб. 3'],
  ]
  expect([of(a!, b!, c!), of(c!, b!, a!)]).toEqual(['каб. 3', 'каб. 3'])
  expect([of(a!, b!, c!, [4, 26, 'каб. 5']), of([4, 26, 'каб. 5'], b!, c!, a!)]).toEqual(['каб. 5', 'каб. 5'])
})

test('one client’s place may be his address: it is proposed to nobody else', () => {
  expect(of([1, 23, 'ул. Ленина, 5, кв. 3'])).toBe('')
  expect(of([1, 23, 'ул. Ленина, 5, кв. 3'], [1, 24, 'ул. Ленина, 5, кв. 3'])).toBe('')
})

test.each(['phone', 'online'])('a client’s phone or link (%s) is nobody’s room', (format) => {
  expect(of([1, 23, '+79210000000', format], [2, 24, '+79210000000', format])).toBe('')
})

test('marks that cannot be read, and copies of events, tell nothing', () => {
  const [one, two]: Booked[] = [
    [1, 23, 'каб. 3'],
    [2, 24, 'каб. 3'],
  ]
  expect(usualPlace([booked(one!), booked(two!, { booking: '{"format":' })])).toBe('')
  expect(usualPlace([booked(one!), booked(two!, { booking: '{"format":"inPerson","place":3}' })])).toBe('')
  expect(usualPlace([booked(one!), booked(two!, { event: 'another' })])).toBe('')
  expect(usualPlace([])).toBe('')
})
