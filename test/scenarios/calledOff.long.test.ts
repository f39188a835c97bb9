/** A booking that stands no more is told to the client and to the consultant, once each, by whatever door it was called off (A2, R2). */
import type { World } from '../../emulator/world/types'
import type { Card } from '../../src/rpc/contract'
import { remove, rename, settle } from '../fixtures/consultantHand'
import { cardNow, lineOf } from '../fixtures/controlDesk'
import { booked, completeClient, deskWorld, done, morozova, nextTick, setSetting } from '../fixtures/desk'

type Door = (world: World, card: Card) => unknown

/** To whom it was said that the consultation is cancelled. */
function lettersOff(desk: World, card: Card, door: Door): string[] {
  settle(desk)
  const before = desk.state.letters.length
  door(desk, card)
  settle(desk)
  settle(desk)
  const off = desk.state.letters.slice(before).filter(({ subject }) => subject.startsWith('Консультация отменена'))
  return off.map(({ to }) => to).sort()
}

const doors: readonly (readonly [string, Door])[] = [
  ['released on the board', (world, { ref }) => done(world, 'deal/move', { deal: ref, to: 'accepted', reason: 'заболел', fields: {} })],
  ['refused by the client', (world, { ref }) => done(world, 'deal/move', { deal: ref, to: 'lost', reason: 'отказ клиента', fields: {} })],
  ['the booking undone', (world, { ref }) => done(world, 'deal/undo', { deal: ref })],
  ['the event deleted by hand', (world, { deal }) => remove(world, deal.eventId)],
  ['the event made free by hand', (world, { deal }) => rename(world, deal.eventId, 'ММ консультация')],
  ['renamed to a riddle, then released among the discrepancies', releasedAmongDiscrepancies],
]

function releasedAmongDiscrepancies(desk: World, { deal }: Card): void {
  rename(desk, deal.eventId, 'разное')
  nextTick(desk)
  done(desk, 'discrepancy/resolve', { key: `bookedUnread:${deal.eventId}`, outcome: 'release', reason: 'не может', deal: null })
}

let world: World
beforeEach(() => {
  world = deskWorld()
})

test.each(doors)('%s: the client and the consultant are told, once each', (_, door) => {
  expect(lettersOff(world, booked(world, 'АНО «Причал»'), door)).toEqual([morozova, completeClient.email].sort())
})

const byPhone = doors.filter(([name]) => name !== 'refused by the client' && name !== 'the booking undone')

test.each(byPhone)('%s, and clients are not written to: A1.tell is owed until he is reached', (_, door) => {
  setSetting(world, 'Письма клиентам', 'нет')
  const { id } = booked(world, 'АНО «Причал»').deal
  reach(world, id)
  expect(lettersOff(world, cardNow(world, id), door)).toEqual([morozova])
  expect(lineOf(world, 'A1.tell', id)).toBeDefined()
  reach(world, id)
  settle(world)
  expect(lineOf(world, 'A1.tell', id)).toBeUndefined()
})

function reach(desk: World, id: number): void {
  done(desk, 'deal/note', { deal: cardNow(desk, id).ref, text: 'сказали по телефону', outcome: 'reached' })
}

describe('the last step taken back', () => {
  const since = (desk: World, before: number) =>
    desk.state.letters
      .slice(before)
      .map(({ to, subject }) => [to, subject.split(':')[0]])
      .sort()

  test('a booking, before its letters went: nobody hears of it', () => {
    const { ref } = booked(world, 'АНО «Причал»')
    const before = world.state.letters.length
    done(world, 'deal/undo', { deal: ref })
    settle(world)
    expect(since(world, before)).toEqual([])
  })

  test('a release, before its letters went: nobody hears of it, the client knows his time', () => {
    const { deal } = booked(world, 'АНО «Причал»')
    settle(world)
    const before = world.state.letters.length
    const cardBefore = cardNow(world, deal.id)
    const { ref } = done(world, 'deal/move', { deal: cardBefore.ref, to: 'accepted', reason: 'заболел', fields: {} })
    const { card } = done(world, 'deal/undo', { deal: ref })
    settle(world)
    expect(since(world, before)).toEqual([])
    expect(card.deal.stage).toBe('assigned')
    expect(card.deal.toldAt).toBe(cardBefore.deal.toldAt)
  })

  test('a release, after its letters went: both hear that it stands', () => {
    const { deal } = booked(world, 'АНО «Причал»')
    settle(world)
    const { ref } = done(world, 'deal/move', { deal: cardNow(world, deal.id).ref, to: 'accepted', reason: 'заболел', fields: {} })
    done(world, 'outbox/send', {})
    const before = world.state.letters.length
    done(world, 'deal/undo', { deal: ref })
    settle(world)
    expect(since(world, before).map(([to]) => to)).toEqual([morozova, completeClient.email].sort())
    expect(since(world, before).every(([, subject]) => subject !== 'Консультация отменена')).toBe(true)
    expect(cardNow(world, deal.id).deal.toldAt).not.toBeNull()
  })
})
