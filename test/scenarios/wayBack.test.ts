/** A way back restores the world, not the card alone; and no door books a consultant twice for one time. */
import type { World } from '../../emulator/world/types'
import { drag, insert } from '../fixtures/consultantHand'
import { booked, bookInput, call, deskWorld, director, done, eventOf, nextTick, phoned, slotOf, slotsOf } from '../fixtures/desk'
import { registerEqualsJournal, rowById } from '../fixtures/register'

let world: World
beforeEach(() => {
  world = deskWorld()
})

const refuse = (deal: ReturnType<typeof booked>['ref']) =>
  done(world, 'deal/move', { deal, to: 'lost', reason: 'отказ клиента', fields: {} })

describe('booked, refused by the client, taken back', () => {
  test('the hour is booked again with the card', () => {
    const { deal, ref } = booked(world, 'АНО «Причал»')
    const { ref: lost } = refuse(ref)
    expect(eventOf(world, deal.eventId).summary).toBe('ММ консультация')
    const back = done(world, 'deal/undo', { deal: lost })
    expect(back.card.deal).toMatchObject({ stage: 'assigned', start: deal.start, eventId: deal.eventId })
    expect(eventOf(world, deal.eventId).summary).toBe('ММ_АНО «Причал»')
    registerEqualsJournal(world)
  })

  test('where the hour is another’s by now it is refused, and nothing is written', () => {
    const { ref } = booked(world, 'АНО «Причал»')
    const { ref: lost } = refuse(ref)
    const other = booked(world, 'Фонд «Север»')
    const undone = call(world, 'deal/undo', { deal: lost })
    expect(undone).toMatchObject({ ok: false, problem: { code: 'cannotUndo' } })
    expect(eventOf(world, other.deal.eventId).summary).toBe('ММ_Фонд «Север»')
  })

  test('reopened by the director it waits for a time anew: the hour was given back (F12)', () => {
    const { ref } = booked(world, 'АНО «Причал»')
    const { ref: lost } = refuse(ref)
    booked(world, 'Фонд «Север»')
    const { deal } = done(world, 'deal/reopen', { deal: lost, reason: 'передумали' }, director)
    expect(deal).toMatchObject({ stage: 'accepted', consultant: '', start: null, eventId: '' })
    registerEqualsJournal(world)
  })
})

test('a closing is taken back within a day; later only the director reopens it', () => {
  const card = phoned(world, 'АНО «Причал»')
  const { ref } = done(world, 'deal/move', { deal: card.ref, to: 'lost', reason: 'отказ клиента', fields: {} })
  const late = world.fork()
  expect(call(world, 'deal/undo', { deal: ref })).toMatchObject({ ok: true })
  late.state.now += 25 * 3_600_000
  expect(call(late, 'deal/undo', { deal: ref })).toMatchObject({ ok: false, problem: { code: 'cannotUndo' } })
  expect(call(late, 'deal/reopen', { deal: ref, reason: 'передумали' }, director)).toMatchObject({ ok: true })
})

test('a change that reached the client’s card too is not undone on one of the two', () => {
  const card = phoned(world, 'АНО «Причал»')
  const { ref } = done(world, 'client/fill', { deal: card.ref, fields: { contact: 'Вера Шилова' } })
  expect(call(world, 'deal/undo', { deal: ref })).toMatchObject({ ok: false, problem: { code: 'cannotUndo' } })
  expect(rowById(world, 'Клиенты', card.deal.clientId ?? 0)['Контактное лицо']).toBe('Вера Шилова')
})

describe('one consultant, two bookings of one time: refused at every door', () => {
  const overlapping = { ok: false, problem: { code: 'overlaps' } } as const
  /** ММ offers half an hour later as well, over her own slot. */
  const halfLater = () => {
    const slot = slotOf(world)
    insert(world, 'ММ консультация', slot.start.replace(':00', ':30'), slot.end.replace(':00', ':30'))
    return [slot, slotsOf(world, 'ММ').find(({ start }) => start === slot.start.replace(':00', ':30'))] as const
  }

  test('booking the second slot', () => {
    const [one, two] = halfLater()
    if (two === undefined) throw new Error('the second slot is not offered')
    const [first, second] = ['АНО «Причал»', 'Фонд «Север»'].map((name) => phoned(world, name))
    done(world, 'deal/book', bookInput(first!, one))
    expect(call(world, 'deal/book', bookInput(second!, two))).toMatchObject(overlapping)
  })

  test('moving to it, and giving it to its consultant', () => {
    const [one, two] = halfLater()
    if (two === undefined) throw new Error('the second slot is not offered')
    const { minutes: _, ...ref } = two
    const first = phoned(world, 'АНО «Причал»')
    const away = slotsOf(world, 'СБ')[0]
    if (away === undefined) throw new Error('СБ offers nothing')
    const second = done(world, 'deal/book', bookInput(phoned(world, 'Фонд «Север»'), away, { consultant: 'СБ', topic: 2 })).card
    done(world, 'deal/book', bookInput(first, one))
    expect(call(world, 'deal/reassign', { deal: second.ref, consultant: 'ММ', slot: ref, reason: 'заболела' })).toMatchObject(overlapping)
  })

  test('«вернуть как было» of a move too far, when the first time is another’s', () => {
    const { deal } = booked(world, 'АНО «Причал»')
    drag(world, deal.eventId, '2026-12-02T11:00', '2026-12-02T12:00')
    nextTick(world)
    insert(world, 'ММ консультация', '2026-11-24T11:00', '2026-11-24T12:00')
    booked(world, 'Фонд «Север»')
    const answer = call(world, 'discrepancy/resolve', { key: `limit:${deal.eventId}`, outcome: 'putBack', reason: '', deal: null })
    expect(answer).toMatchObject(overlapping)
    registerEqualsJournal(world)
  })
})
