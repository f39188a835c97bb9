/** Which events «Исходящие» still has to free: those that stand as their deal left them. */

import { titleReader } from '../../src/domain/calendar/slotTitle'
import { isStillLeft } from '../../src/domain/calendar/sync/leftBooking'

const left = { eventId: 'abc12', deal: 41720, version: 5, organisation: 'Фонд «Север»' }
const mark = { deal: '41720', version: '4', booking: '{}', event: 'abc12' }
const hours = { start: '2026-11-25T10:00', end: '2026-11-25T11:00', allDay: false, recurringEventId: '' }

test.each([
  ['as it was booked', 'ММ_Фонд «Север»', mark, true],
  ['booked by hand, no mark', 'ММ_Фонд Север', {}, true],
  ['the mark of another event, copied with it', 'ММ_Фонд «Север»', { ...mark, event: 'other', deal: '41001' }, true],
  ['freed by our own run', 'ММ консультация', { freed: '41720v5' }, false],
  ['freed, then booked by hand for the same client', 'ММ_Фонд «Север»', { freed: '41720v5' }, false],
  ['freed for an earlier booking of the deal', 'ММ_Фонд «Север»', { ...mark, freed: '41720v2' }, true],
  ['booked anew by the desk for the same deal', 'ММ_Фонд «Север»', { ...mark, version: '6' }, false],
  ['booked by the desk for another deal of the same client', 'ММ_Фонд «Север»', { ...mark, deal: '41721' }, false],
  ['typed over for another client', 'ММ_АНО «Причал»', mark, false],
  ['typed over with something else', 'Планёрка', mark, false],
] as const)('%s', (_, title, properties, expected) => {
  const event = { id: 'abc12', etag: '"1"', title, ...hours, private: properties }
  expect(
    isStillLeft(
      event,
      left,
      titleReader([
        { initials: 'ММ', name: '' },
        { initials: 'ОП', name: '' },
      ]),
    ),
  ).toBe(expected)
})
