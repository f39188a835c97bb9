/** One wall clock, the office's: whatever zones calendar, spreadsheet and script are set to, and that of the machine (npm test runs this in three). */
import type { World } from '../../emulator/world/types'
import { drag, insert } from '../fixtures/consultantHand'
import { bookInput, calendarId, deskWorld, done, eventOf, nextTick, phoned, slotOf, slotsOf } from '../fixtures/desk'
import { mailed } from '../fixtures/pagesDesk'
import { registerEqualsJournal, rowById, serialOf } from '../fixtures/register'

/** Two hours later than the office, six and a half earlier, three earlier. */
function abroad(): World {
  const world = deskWorld()
  const { state } = world
  const calendar = state.calendars[calendarId]
  const spreadsheet = state.spreadsheets[state.boundSpreadsheetId]
  if (calendar === undefined || spreadsheet === undefined) throw new Error('there is no calendar or no spreadsheet')
  calendar.timeZone = 'Asia/Yekaterinburg'
  spreadsheet.timeZone = 'America/St_Johns'
  state.scriptTimeZone = 'UTC'
  return world
}

/** The office's hour of an event. */
function officeHour(world: World, id: string): string {
  return new Date(Date.parse(eventOf(world, id).start.dateTime ?? '') + 3 * 3_600_000).toISOString().slice(0, 16)
}

function bookedIn(world: World) {
  const card = phoned(world, 'АНО «Маяк»')
  const slot = slotOf(world)
  return { slot, card: done(world, 'deal/book', bookInput(card, slot)).card, letters: mailed(world) }
}

test('the same hours are offered', () => {
  const [home, away] = [deskWorld(), abroad()].map((world) => slotsOf(world, 'ММ').map(({ start, end }) => [start, end]))
  expect(away).toEqual(home)
  expect(home?.length).toBeGreaterThan(1)
})

test('a booking stands in card, register, calendar and letters at the office’s hour', () => {
  const [home, world] = [deskWorld(), abroad()]
  const [at, there] = [bookedIn(home), bookedIn(world)]
  expect(there.card.deal).toMatchObject({ start: '2026-11-24T11:00', toldAt: at.card.deal.toldAt })
  expect(rowById(world, 'Сделки', there.card.deal.id)['Начало']).toBeCloseTo(serialOf('2026-11-24T11:00'), 6)
  expect(officeHour(world, there.slot.eventId)).toBe('2026-11-24T11:00')
  const told = (letters: typeof at.letters) => letters.map(({ to, subject, body }) => [to, subject, body])
  expect(told(there.letters)).toEqual(told(at.letters))
  expect(there.letters.map(({ body }) => body.includes('11:00'))).toEqual([true, true])
  registerEqualsJournal(world)
})

test('an hour that a consultant enters or drags in the calendar’s zone is the office’s everywhere else', () => {
  const world = abroad()
  const { card, slot } = bookedIn(world)
  const { id } = insert(world, 'ММ консультация', '2026-11-25T15:00', '2026-11-25T16:00')
  drag(world, slot.eventId, '2026-11-25T17:00')
  nextTick(world)
  expect(rowById(world, 'Сделки', card.deal.id)['Начало']).toBeCloseTo(serialOf('2026-11-25T15:00'), 6)
  expect(slotsOf(world, 'ММ').find(({ eventId }) => eventId === id)).toMatchObject({ start: '2026-11-25T13:00', end: '2026-11-25T14:00' })
  expect(mailed(world).filter(({ body }) => body.includes('17:00'))).toEqual([])
  registerEqualsJournal(world)
})

test('an hour that the office names is the office’s in the calendar', () => {
  const world = abroad()
  const { card, slot } = bookedIn(world)
  const at = { start: '2026-11-25T17:00', end: '2026-11-25T18:00', etag: null }
  done(world, 'deal/reschedule', { deal: card.ref, slot: null, at, reason: 'по просьбе клиента' })
  expect(officeHour(world, slot.eventId)).toBe('2026-11-25T17:00')
  expect(rowById(world, 'Сделки', card.deal.id)['Начало']).toBeCloseTo(serialOf('2026-11-25T17:00'), 6)
  nextTick(world)
  expect(rowById(world, 'Сделки', card.deal.id)['Начало']).toBeCloseTo(serialOf('2026-11-25T17:00'), 6)
})
