/** A2, R2: whatever changed and by whatever door, the right people get the right letter once. Each named by the finding it mends. */
import type { World } from '../../emulator/world/types'
import type { Card } from '../../src/rpc/contract'
import { drag, remove, rename, restore, settle } from '../fixtures/consultantHand'
import { cardNow } from '../fixtures/controlDesk'
import { delivered, mailRows } from '../fixtures/deliveredMail'
import { booked, bookInput, completeClient, deskWorld, done, morozova, nextTick, office, phoned, slotOf } from '../fixtures/desk'
import { rowById, serialOf } from '../fixtures/register'
import { bodies, client, known, lettersOf } from '../fixtures/toldLetters'

let world: World
beforeEach(() => {
  world = deskWorld()
})

const release = ({ ref }: Card, user = office) =>
  done(world, 'deal/move', { deal: ref, to: 'accepted', reason: 'заболела', fields: {} }, user)
const elsewhere = (card: Card, start: string, end: string, user = office) =>
  done(world, 'deal/reschedule', { deal: card.ref, slot: null, at: { start, end, etag: null }, reason: 'просил клиент' }, user)

describe('called off', () => {
  const off = [`${client}: Консультация отменена: вт 24 ноября, 11:00`, `${morozova}: Консультация отменена: вт 24 ноября, 11:00`].sort()

  test('F2a, F2c: the event is deleted', () => {
    const { deal } = known(world)
    expect(lettersOf(world, () => remove(world, deal.eventId))).toEqual(off)
  })

  test('F2d: released in the panel', () => {
    const card = known(world)
    expect(lettersOf(world, () => release(card))).toEqual(off)
  })

  test('F2e: the booking is undone after its letters', () => {
    const card = known(world)
    expect(lettersOf(world, () => done(world, 'deal/undo', { deal: card.ref }))).toEqual(off)
  })

  test('F2f: the event is made free', () => {
    const { deal } = known(world)
    expect(lettersOf(world, () => rename(world, deal.eventId, 'ММ консультация'))).toEqual(off)
  })

  test('F2g, V7: given up in «Расхождения»', () => {
    const { deal } = known(world)
    rename(world, deal.eventId, 'разное')
    nextTick(world)
    const resolved = { key: `bookedUnread:${deal.eventId}`, outcome: 'release', reason: 'не может', deal: null } as const
    expect(lettersOf(world, () => done(world, 'discrepancy/resolve', resolved))).toEqual(off)
  })

  test('the consultant who releases it himself is not told', () => {
    const card = known(world)
    expect(lettersOf(world, () => release(card, morozova))).toEqual(off.slice(1))
  })

  test('V8: the release is undone after its letters: both hear that it stands', () => {
    const card = known(world)
    release(card)
    settle(world)
    expect(lettersOf(world, () => done(world, 'deal/undo', { deal: cardNow(world, card.deal.id).ref }))).toEqual([
      `${morozova}: Вам назначена консультация: вт 24 ноября, 11:00`,
      `${client}: Консультация назначена: вт 24 ноября, 11:00`,
    ])
  })

  test('deleted and taken out of the bin before the quiet tick: nobody', () => {
    const { deal } = known(world)
    const back = () => {
      remove(world, deal.eventId)
      nextTick(world)
      restore(world, deal.eventId)
    }
    expect(lettersOf(world, back)).toEqual([])
  })
})

describe('moved', () => {
  test('calendar#4: dragged away and back, a tick between: no letter', () => {
    const { deal } = known(world)
    const thereAndBack = () => {
      drag(world, deal.eventId, '2026-11-25T15:00')
      nextTick(world)
      drag(world, deal.eventId, '2026-11-24T11:00')
    }
    expect(lettersOf(world, thereAndBack)).toEqual([])
    expect(rowById(world, 'Сделки', deal.id)['Клиент извещён']).toBeCloseTo(serialOf(deal.toldAt ?? ''), 6)
  })

  test('dragged three times, a tick between each: one letter, of where it stands', () => {
    const { deal } = known(world)
    const often = () => {
      for (const hour of ['13', '14', '15']) {
        drag(world, deal.eventId, `2026-11-25T${hour}:00`)
        nextTick(world)
      }
    }
    expect(lettersOf(world, often)).toEqual(
      [`${client}: Консультация перенесена: ср 25 ноября, 15:00`, `${morozova}: Консультация перенесена: ср 25 ноября, 15:00`].sort(),
    )
    expect(bodies(world).at(-1)).toContain('было вт 24 ноября, 11:00')
  })

  test('F13: dragged by the office manager: the consultant is told', () => {
    const { deal } = known(world)
    expect(lettersOf(world, () => drag(world, deal.eventId, '2026-11-24T12:30'))).toContain(
      `${morozova}: Консультация перенесена: вт 24 ноября, 12:30`,
    )
  })

  test('X4: too far and put back: the client hears nothing', () => {
    const { deal } = known(world)
    const farAndBack = () => {
      drag(world, deal.eventId, '2026-12-01T11:00')
      settle(world)
      done(world, 'discrepancy/resolve', { key: `limit:${deal.eventId}`, outcome: 'putBack', reason: '', deal: null })
    }
    expect(lettersOf(world, farAndBack).filter((one) => one.startsWith(client))).toEqual([])
  })

  test('V7: too far and accepted: the client hears the new time, once', () => {
    const { deal } = known(world)
    drag(world, deal.eventId, '2026-12-01T11:00')
    expect(lettersOf(world, () => settle(world)).filter((one) => one.startsWith(client))).toEqual([])
    const accepted = { key: `limit:${deal.eventId}`, outcome: 'accept', reason: 'просил клиент', deal: null } as const
    expect(lettersOf(world, () => done(world, 'discrepancy/resolve', accepted))).toEqual([
      `${client}: Консультация перенесена: вт 1 декабря, 11:00`,
    ])
  })

  test('F14: renamed to a colleague: nobody before the office has decided, then the three of them, once each', () => {
    const { deal } = known(world)
    expect(lettersOf(world, () => rename(world, deal.eventId, 'ОП_АНО «Причал»'))).toEqual([])
    const handOver = { key: `otherConsultant:${deal.eventId}`, outcome: 'handOver', reason: 'заболела', deal: null } as const
    expect(lettersOf(world, () => done(world, 'discrepancy/resolve', handOver))).toEqual(
      [
        `${client}: Консультацию проведёт другой консультант: вт 24 ноября, 11:00`,
        `${morozova}: Консультация передана другому консультанту: вт 24 ноября, 11:00`,
        'ub1@example.org: Вам назначена консультация: вт 24 ноября, 11:00',
      ].sort(),
    )
  })
})

describe('composed when it goes', () => {
  test('V5a: the booking’s letter failed once, and the consultation moved meanwhile: the last word is the new hour', () => {
    world.faults.next('MailApp.sendEmail', 'transient', { times: 2 })
    const card = booked(world, 'АНО «Причал»')
    done(world, 'outbox/send', {})
    expect(world.state.letters.filter(({ to }) => to === client)).toEqual([])
    expect(lettersOf(world, () => elsewhere(card, '2026-11-25T15:00', '2026-11-25T16:00'))).toEqual([
      `${morozova}: Вам назначена консультация: ср 25 ноября, 15:00`,
      `${client}: Консультация назначена: ср 25 ноября, 15:00`,
    ])
  })

  test('booked and moved before a letter went: each hears of the new hour alone, and no other letter waits', () => {
    const card = booked(world, 'АНО «Причал»')
    elsewhere(card, '2026-11-25T15:00', '2026-11-25T16:00')
    done(world, 'outbox/send', {})
    expect(delivered(world)).toEqual([
      `${morozova}: Вам назначена консультация: ср 25 ноября, 15:00, сделка № ${card.deal.id}`,
      `${client}: Консультация назначена: ср 25 ноября, 15:00`,
    ])
    expect(mailRows(world, false)).toEqual([])
  })

  test('V5b: booked, and refused before the letters went: nobody hears of it', () => {
    const { ref } = booked(world, 'АНО «Причал»')
    expect(lettersOf(world, () => done(world, 'deal/move', { deal: ref, to: 'lost', reason: 'отказ клиента', fields: {} }))).toEqual([])
  })

  test('V5c: moved, and deleted in the calendar before the letters went: off alone', () => {
    const card = known(world)
    const gone = () => {
      elsewhere(card, '2026-11-25T15:00', '2026-11-25T16:00')
      remove(world, card.deal.eventId)
    }
    const letters = lettersOf(world, gone)
    expect(letters).toHaveLength(2)
    expect(letters.every((one) => one.includes('отменена'))).toBe(true)
  })

  test('V5d: an address put right before the letter goes, and after', () => {
    const card = phoned(world, 'АНО «Причал»', { client: { ...completeClient, email: 'wrong@example.org' } })
    const { ref } = done(world, 'deal/book', bookInput(card, slotOf(world))).card
    const { organisation, kind, contact, phone, messenger, municipality, consentDate } = completeClient
    const fields = (email: string) => ({ organisation, kind, contact, phone, email, messenger, municipality, consentDate })
    done(world, 'client/fill', { deal: ref, fields: fields('anna@example.org') })
    settle(world)
    const times = (to: string) => world.state.letters.filter((one) => one.to === to).length
    expect([times('wrong@example.org'), times('anna@example.org')]).toEqual([0, 1])
    done(world, 'client/fill', { deal: cardNow(world, card.deal.id).ref, fields: fields('anna.ivanova@example.org') })
    settle(world)
    expect([times('anna@example.org'), times('anna.ivanova@example.org')]).toEqual([1, 1])
  })

  test('V11: the letter of a move names no room for a consultation by phone', () => {
    const card = phoned(world, 'АНО «Причал»')
    const { deal } = done(world, 'deal/book', bookInput(card, slotOf(world), { format: 'phone', place: 'каб. 3' })).card
    settle(world)
    lettersOf(world, () => elsewhere(cardNow(world, deal.id), '2026-11-25T15:00', '2026-11-25T16:00'))
    expect(bodies(world).at(-1)).toContain('консультант вам позвонит')
    expect(bodies(world).at(-1)).not.toContain('каб. 3')
  })
})
