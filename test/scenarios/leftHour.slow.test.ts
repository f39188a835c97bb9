/** The hour that a deal has left is free again, once, and never taken from who has booked it since (docs/decisions/0020). */
import type { World } from '../../emulator/world/types'
import type { Card } from '../../src/rpc/contract'
import { expireTokens, insert, openLines, rename, settle } from '../fixtures/consultantHand'
import { done, eventOf, nextTick, phoned } from '../fixtures/desk'
import { bookedWorld, check, move, slotAt } from '../fixtures/movingDesk'
import { rowById } from '../fixtures/register'

describe('the hour that a deal has left', () => {
  test('page closed before its second call: the next tick frees it, and only once', () => {
    const { world, card } = bookedWorld()
    done(world, 'deal/reschedule', move(world, card))
    nextTick(world)
    expect(eventOf(world, card.deal.eventId).summary).toBe('ММ консультация')
    const { etag } = eventOf(world, card.deal.eventId)
    nextTick(world)
    expect(eventOf(world, card.deal.eventId).etag).toBe(etag)
    check(world)
  })

  test.each([
    ['released', (world: World, { ref }: Card) => done(world, 'deal/move', { deal: ref, to: 'accepted', reason: 'заболел', fields: {} })],
    ['moved', (world: World, card: Card) => [done(world, 'deal/reschedule', move(world, card)), done(world, 'outbox/send', {})]],
  ] as const)('%s, and booked by hand for another client within minutes: it stays booked', (_, leave) => {
    const { world, card } = bookedWorld()
    const next = phoned(world, 'Фонд «Север»')
    leave(world, card)
    rename(world, card.deal.eventId, 'ММ_Фонд «Север»')
    settle(world)
    expect(rowById(world, 'Сделки', next.deal.id)).toMatchObject({ Этап: 'Консультация назначена', Событие: card.deal.eventId })
    expect(eventOf(world, card.deal.eventId).summary).toBe('ММ_Фонд «Север»')
    check(world)
  })

  test('moved, and typed over by hand before it was freed: the new title stands', () => {
    const { world, card } = bookedWorld()
    const next = phoned(world, 'Фонд «Север»')
    done(world, 'deal/reschedule', move(world, card))
    rename(world, card.deal.eventId, 'ММ_Фонд «Север»')
    settle(world)
    expect(rowById(world, 'Сделки', next.deal.id)['Этап']).toBe('Консультация назначена')
    check(world)
  })

  test('booked by hand, then given to another because its consultant is ill, a full sync in between: the event goes, nobody is asked', () => {
    const { world } = bookedWorld()
    const { deal } = phoned(world, 'Фонд «Север»')
    const { id } = insert(world, 'ММ_Фонд «Север»', '2026-11-25T10:00', '2026-11-25T11:00')
    settle(world)
    const { ref } = done(world, 'deal/open', { id: deal.id, row: null, clientId: null })
    const told = done(world, 'deal/cannotHold', { deal: ref, reason: 'заболела' })
    const slot = slotAt(world, 'ОП', '2026-11-25T12')
    done(world, 'deal/reassign', { deal: told.ref, consultant: 'ОП', slot, reason: 'заболела' })
    expireTokens(world)
    settle(world)
    expect(eventOf(world, id).status).toBe('cancelled')
    expect(openLines(world).filter((key) => !key.startsWith('unread'))).toEqual([])
    check(world)
  })
})
