/** Calendar, script, spreadsheet and office each in a zone of its own: everybody is told the office’s wall clock. */
import type { World } from '../../emulator/world/types'
import { bookingProblems } from '../fixtures/consultantHand'
import { booked, bookInput, calendarId, deskWorld, done, eventOf, nextTick, phoned, setSetting, slotOf, slotsOf } from '../fixtures/desk'
import { mailAfterwards } from '../fixtures/mail'
import { registerEqualsJournal, rowById, serialOf } from '../fixtures/register'

interface Zones {
  readonly calendar: string
  readonly script: string
  readonly spreadsheet: string
}

const moscow: Zones = { calendar: 'Europe/Moscow', script: 'Europe/Moscow', spreadsheet: 'Europe/Moscow' }
const scattered: readonly Zones[] = [
  { calendar: 'Asia/Vladivostok', script: 'America/New_York', spreadsheet: 'Asia/Yekaterinburg' },
  { calendar: 'UTC', script: 'Asia/Kolkata', spreadsheet: 'America/St_Johns' },
]

function worldIn({ calendar, script, spreadsheet }: Zones, office = 'Europe/Moscow'): World {
  const world = deskWorld()
  const { state } = world
  state.scriptTimeZone = script
  const [book, shared] = [state.spreadsheets[state.boundSpreadsheetId], state.calendars[calendarId]]
  if (book) book.timeZone = spreadsheet
  if (shared) shared.timeZone = calendar
  setSetting(world, 'Часовой пояс офиса', office)
  return world
}

/** Listed, booked, moved with its event, told: what people see of it. */
function story(world: World) {
  const listed = slotsOf(world, 'ММ').map(({ start, end }) => `${start}–${end}`)
  const { card } = done(world, 'deal/book', bookInput(phoned(world, 'АНО «Маяк»'), slotOf(world)))
  const at = { start: '2026-11-25T16:00', end: '2026-11-25T17:00', etag: null }
  const moved = done(world, 'deal/reschedule', { deal: card.ref, slot: null, at, reason: 'просил клиент' })
  nextTick(world)
  registerEqualsJournal(world)
  const row = rowById(world, 'Сделки', card.deal.id)
  const stamp = (at: string | undefined) => new Date(at ?? '').toISOString()
  const event = eventOf(world, moved.card.deal.eventId)
  return {
    listed,
    start: row['Начало'],
    mail: mailAfterwards(world),
    event: [stamp(event.start.dateTime), stamp(event.end.dateTime)],
    problems: bookingProblems(world),
  }
}

const expected = story(worldIn(moscow))

test('in one zone: the wall clock of Moscow', () => {
  expect(expected).toMatchObject({
    start: serialOf('2026-11-25T16:00'),
    event: ['2026-11-25T13:00:00.000Z', '2026-11-25T14:00:00.000Z'],
    problems: [],
  })
  expect(expected.mail.join()).toContain('25 ноября, 16:00')
})

test.each(scattered)('calendar $calendar, script $script, spreadsheet $spreadsheet: nobody notices', (zones) => {
  expect(story(worldIn(zones))).toEqual(expected)
})

test.each(scattered)('moved by hand in a calendar of $calendar, the card follows on the office’s clock', (zones) => {
  const world = worldIn(zones)
  nextTick(world)
  const { deal } = booked(world, 'АНО «Маяк»')
  const event = eventOf(world, deal.eventId)
  const later = (at: string | undefined) => new Date(Date.parse(at ?? '') + 2 * 3_600_000).toISOString()
  const { start, end } = event
  const wall = (at: string) =>
    new Intl.DateTimeFormat('sv-SE', { timeZone: zones.calendar, dateStyle: 'short', timeStyle: 'short' })
      .format(new Date(at))
      .replace(' ', 'T')
  world.calendarHand.patch({
    calendarId,
    id: event.id,
    start: wall(later(start.dateTime)),
    end: wall(later(end.dateTime)),
    user: 'gg0@example.org',
  })
  nextTick(world)
  expect(rowById(world, 'Сделки', deal.id)['Начало']).toBeCloseTo(serialOf(deal.start ?? '') + 2 / 24, 6)
  expect(bookingProblems(world)).toEqual([])
  registerEqualsJournal(world)
})

test('an office two hours east of its calendar reads its own clock', () => {
  const east = worldIn(moscow, 'Asia/Yekaterinburg')
  const [first = ''] = story(east).listed
  expect(slotsOf(worldIn(moscow), 'ММ').map(({ start }) => start)).toContain(
    `${first.slice(0, 11)}${String(Number(first.slice(11, 13)) - 2).padStart(2, '0')}${first.slice(13, 16)}`,
  )
})
