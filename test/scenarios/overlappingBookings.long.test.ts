/** A booking dragged over another one of the same consultant: a line says so, from whichever side it comes. */
import { drag, openLines } from '../fixtures/consultantHand'
import { deskWorld, nextTick } from '../fixtures/desk'
import { registerEqualsJournal } from '../fixtures/register'
import { bookedAt } from '../fixtures/stages'

const standing = { from: '2026-11-24T11:00', until: '2026-11-24T12:00' }

function twoBooked() {
  const world = deskWorld()
  nextTick(world)
  const first = bookedAt(world, 'АНО «Маяк»', '2026-11-24')
  const second = bookedAt(world, 'Фонд «Север»', '2026-11-25')
  nextTick(world)
  expect(first.deal).toMatchObject({ start: standing.from, end: standing.until })
  return { world, second }
}

test.each<[string, string, string, boolean]>([
  ['begins half an hour before it', '2026-11-24T10:30', '2026-11-24T11:30', true],
  ['begins within it', '2026-11-24T11:30', '2026-11-24T12:30', true],
  ['encloses it', '2026-11-24T10:30', '2026-11-24T12:30', true],
  ['lies within it', '2026-11-24T11:15', '2026-11-24T11:45', true],
  ['runs one minute into it', '2026-11-24T10:01', '2026-11-24T11:01', true],
  ['ends as it begins', '2026-11-24T10:00', '2026-11-24T11:00', false],
  ['begins as it ends', '2026-11-24T12:00', '2026-11-24T13:00', false],
])('one that %s', (_, start, end, overlaps) => {
  const { world, second } = twoBooked()
  drag(world, second.deal.eventId, start, end)
  nextTick(world)
  expect(openLines(world).some((key) => key === `cannotMove:${second.deal.eventId}`)).toBe(overlaps)
  registerEqualsJournal(world)
})
