/** G1, G4: what «Сохранить» plans in the calendar, and what it answers. */
import { markSlots } from '../../../src/usecases/calendar/markSlots'
import { answerBy, changesBy, eventAt, type Given, planOf, whoMay } from '../../fixtures/known'
import { callers } from '../../fixtures/staff'

const slot = eventAt('2026-11-24T10:00', '2026-11-24T13:00', 'ММ консультация (онлайн)')
const given: Given = { events: [slot], who: callers.own }
const offer = [{ start: '2026-11-25T10:00', end: '2026-11-25T11:00' }]
const take = [{ start: '2026-11-24T11:00', end: '2026-11-24T12:00' }]

test('a new slot, and what stays of the longer one with its note', () => {
  expect(changesBy(markSlots, { offer, take }, given)).toMatchObject({
    kind: 'slot/mark',
    deals: [],
    calendar: {
      kind: 'marks',
      adds: [{ eventId: 'deskslot41c41ct202611251000', summary: 'ММ консультация', ...offer[0] }],
      takes: [
        {
          eventId: slot.id,
          etag: slot.etag,
          keep: { start: '2026-11-24T10:00', end: '2026-11-24T11:00' },
          rest: [{ summary: 'ММ консультация (онлайн)', start: '2026-11-24T12:00', end: '2026-11-24T13:00' }],
        },
      ],
    },
  })
})

test('the answer is the grid as it stands then, and what was done', () => {
  const answer = answerBy(markSlots, { offer, take }, given)
  expect(answer).toMatchObject({ offered: offer, taken: take, refused: [], left: { offer: [], take: [] } })
  expect(answer.grid.weeks[0]?.days.flatMap(({ hours }) => hours.map(({ start }) => start))).toEqual([
    '2026-11-24T10:00',
    '2026-11-24T12:00',
    '2026-11-25T10:00',
  ])
})

test('nothing to be done asks Google for nothing', () => {
  expect(planOf(markSlots, { offer: [], take: [] }, given)).toMatchObject({ ok: true, changes: { calendar: null } })
})

test('for oneself alone', () => {
  expect(whoMay(markSlots, { offer, take: [] }, given)).toEqual(['own', 'other'])
})
