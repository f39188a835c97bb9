/** The calendar file of a letter: one event for all letters of a consultation to a person, newer with each change, out when it is off. */
import type { World } from '../../emulator/world/types'
import { remove, settle } from '../fixtures/consultantHand'
import { cardNow } from '../fixtures/controlDesk'
import { deskWorld, done, morozova } from '../fixtures/desk'
import { client, known } from '../fixtures/toldLetters'

let world: World
beforeEach(() => {
  world = deskWorld()
})

/** UID, sequence, start and method of the files that went to an address. */
function files(to: string) {
  return world.state.letters
    .filter((letter) => letter.to === to)
    .flatMap(({ attachments }) => attachments)
    .map(({ base64, mimeType }) => {
      const text = Buffer.from(base64, 'base64').toString()
      const value = (name: string) => new RegExp(`^${name}:(.*)\r$`, 'm').exec(text)?.[1] ?? ''
      return { uid: value('UID'), sequence: Number(value('SEQUENCE')), start: value('DTSTART'), method: value('METHOD'), mimeType }
    })
}

test('booked, moved, called off', () => {
  const card = known(world)
  const at = { start: '2026-11-25T15:00', end: '2026-11-25T16:00', etag: null }
  done(world, 'deal/reschedule', { deal: card.ref, slot: null, at, reason: 'просил клиент' })
  settle(world)
  remove(world, cardNow(world, card.deal.id).deal.eventId)
  settle(world)
  settle(world)
  const all = files(client)
  expect(all.map(({ start, method }) => [start, method])).toEqual([
    ['20261124T080000Z', 'PUBLISH'],
    ['20261125T120000Z', 'PUBLISH'],
    ['20261125T120000Z', 'CANCEL'],
  ])
  expect(new Set(all.map(({ uid }) => uid)).size).toBe(1)
  expect(all.map(({ sequence }) => sequence)).toEqual([...new Set(all.map(({ sequence }) => sequence))].sort((a, b) => a - b))
  expect(all[2]?.mimeType).toContain('method=CANCEL')
})

test('a consultant of the staff sees the calendar itself; every letter has its words as HTML too', () => {
  known(world)
  expect(files(morozova)).toEqual([])
  expect(world.state.letters.filter(({ htmlBody }) => !htmlBody.startsWith('<!doctype html>'))).toEqual([])
})
