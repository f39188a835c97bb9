/** The client's page beside the office: whoever is first, one booking stands; and a run that dies at any call is done once by the second press. */
import type { World } from '../../emulator/world/types'
import { deathFaults } from '../fixtures/deaths'
import { calendarLines, nextTick, request } from '../fixtures/desk'
import { send, sending, viewOf, visit, visitWorld } from '../fixtures/pagesDesk'
import { inEveryOrder } from '../fixtures/races'
import { registerEqualsJournal, rowById } from '../fixtures/register'

const doing = visitWorld({ self: true })
const { id } = doing.card.deal
const view = viewOf(doing.world.fork(), { ...doing.link })
const hours = view.view === 'visit' ? view.hours.map(({ start }) => start) : []
const press = (input: unknown) => sending({ link: doing.link, method: 'visit/send', input })
const bookings = (world: World) => calendarLines(world).filter((line) => line.includes('Причал')).length

/** The hour that was given up is freed by the tick at the latest. */
function expectOneBooking(world: World): void {
  nextTick(world)
  nextTick(world)
  registerEqualsJournal(world)
  const stands = rowById(world, 'Сделки', id)['Этап'] === 'Консультация назначена'
  expect(bookings(world)).toBe(stands ? 1 : 0)
}

const at = { start: '2026-12-01T14:00', end: '2026-12-01T15:00', etag: null }
const moves = request('deal/reschedule', { deal: doing.card.ref, slot: null, at, reason: 'болезнь' })

test('the client calls off while the office moves: one of the two, in every order', () => {
  expect(inEveryOrder(doing.world, [press(visit('cancel')), moves], 1, expectOneBooking)).toBeGreaterThan(1)
})

test('the client moves while the office moves: one booking, in every order', () => {
  expect(inEveryOrder(doing.world, [press(visit('move', hours[0])), moves], 1, expectOneBooking)).toBeGreaterThan(1)
})

test('two tabs, two hours: one of them', () => {
  expect(
    inEveryOrder(doing.world, [press(visit('move', hours[0])), press(visit('move', hours.at(-1)))], 1, expectOneBooking),
  ).toBeGreaterThan(1)
})

test.each([visit('move', hours[0]), visit('cancel')])('killed at any call ($kind): the second press finds it done, or does it', (input) => {
  for (const fault of deathFaults(doing.world.fork().invoke(press(input)).calls)) {
    const after = doing.world.fork()
    after.invoke(press(input), [fault])
    expect(send(after, doing.link, 'visit/send', input)).toMatchObject({ ok: true })
    expectOneBooking(after)
  }
})
