/** The client's page beside the office: whoever is first, one booking stands; a run that dies at any call is done once by the second press. `SWITCHES=3`: more orders. */
import type { World } from '../../emulator/world/types'
import { deathFaults } from '../fixtures/deaths'
import { calendarLines, nextTick, request } from '../fixtures/desk'
import { send, sending, viewOf, visit, visitWorld } from '../fixtures/pagesDesk'
import { inEveryOrder } from '../fixtures/races'
import { registerEqualsJournal, rowById } from '../fixtures/register'

const switches = Number(process.env['SWITCHES'] ?? 1)
const tried: Record<string, number> = {}
afterAll(() => console.log(`orders of the service calls, at most ${switches} switches: ${JSON.stringify(tried)}`))

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

function everyOrder(name: string, pair: Parameters<typeof inEveryOrder>[1]): void {
  tried[name] = inEveryOrder(doing.world, pair, switches, expectOneBooking)
  expect(tried[name]).toBeGreaterThan(1)
}

const at = { start: '2026-12-01T14:00', end: '2026-12-01T15:00', etag: null }
const moves = request('deal/reschedule', { deal: doing.card.ref, slot: null, at, reason: 'болезнь' })

test('the client calls off while the office moves: one of the two, in every order', () =>
  everyOrder('calls off × moved', [press(visit('cancel')), moves]))

test('the client moves while the office moves: one booking, in every order', () =>
  everyOrder('moves × moved', [press(visit('move', hours[0])), moves]))

test('two tabs, two hours: one of them', () => everyOrder('two tabs', [press(visit('move', hours[0])), press(visit('move', hours.at(-1)))]))

test('two taps of one button, each a request of its own: done once', () =>
  everyOrder('two taps', [press(visit('cancel')), press(visit('cancel'))]))

test.each([visit('move', hours[0]), visit('cancel')])('killed at any call ($kind): the second press finds it done, or does it', (input) => {
  for (const fault of deathFaults(doing.world.fork().invoke(press(input)).calls)) {
    const after = doing.world.fork()
    after.invoke(press(input), [fault])
    expect(send(after, doing.link, 'visit/send', input)).toMatchObject({ ok: true })
    expectOneBooking(after)
  }
})
