/** G1: one's own weeks by the hour, and the week before them. */
import { ownSlots } from '../../../src/usecases/calendar/ownSlots'
import { eventAt, type Given, knownTo, refusalOf, shownBy, whoMay } from '../../fixtures/known'
import { callers } from '../../fixtures/staff'

const last = eventAt('2026-11-17T10:00', '2026-11-17T11:00')
const free = eventAt('2026-11-24T10:00', '2026-11-24T11:00')
const others = eventAt('2026-11-24T12:00', '2026-11-24T13:00', 'СБ консультация')
const late = eventAt('2026-12-14T10:00', '2026-12-14T11:00')
const given: Given = { events: [last, free, others, late], who: callers.own }

test('the running week and the two behind it, one’s own alone; last week’s hours beside', () => {
  const { weeks, before } = shownBy(ownSlots, {}, given)
  expect(weeks.map(({ monday }) => monday)).toEqual(['2026-11-23', '2026-11-30', '2026-12-07'])
  expect(weeks.flatMap(({ days }) => days.flatMap(({ hours }) => hours.map(({ start }) => start)))).toEqual(['2026-11-24T10:00'])
  expect(before).toMatchObject([{ start: '2026-11-17T10:00' }])
  expect(knownTo(ownSlots, {}, given).events).toEqual([last, free, others])
})

test('what is held on the phone is held here', () => {
  const holds = JSON.stringify([
    { eventId: free.id, start: free.start, who: 'office@example.org', name: 'Титова', until: '2026-11-23T09:09' },
  ])
  const { weeks } = shownBy(ownSlots, {}, { ...given, service: { holds } })
  expect(weeks[0]?.days[1]?.hours).toMatchObject([{ kind: 'held' }])
})

test('who has initials of his own', () => {
  expect(whoMay(ownSlots, {}, given)).toEqual(['own', 'other'])
  expect(refusalOf(ownSlots, {}, { ...given, who: callers.director })).toMatchObject({
    code: 'notAllowed',
    action: 'отмечать слоты без своих инициалов',
  })
  const twins = { ...callers.own, initials: '' }
  expect(refusalOf(ownSlots, {}, { ...given, who: twins })).toMatchObject({ code: 'notAllowed' })
})
