/** Two people act on one slot at the same time, their runs interleaved at every service call: exactly one wins, the other is told. */
import { answerOf, belova, booked, bookInput, calendarLines, deskWorld, eventOf, phoned, request, slotOf, slotsOf } from '../fixtures/desk'
import { answers, assigned, expectOneBooking, expectOneWinner } from '../fixtures/oneSlot'
import { inEveryOrder } from '../fixtures/races'
import { registerEqualsJournal, rowById } from '../fixtures/register'

/** Six calls that leave the script, each the place of up to two changes: 2 + 10 orders; with three, in bookingRaces.long.test.ts. */
const allOrders = 12

test('A3, G3: two clients, one slot: in every order exactly one gets it; the other is told and keeps the deal as it was', () => {
  expect(expectOneWinner(2)).toBe(allOrders)
})

describe('A2: one client, two slots', () => {
  const world = deskWorld()
  const card = phoned(world, 'АНО «Маяк»')
  const [slot, later] = slotsOf(world, 'ММ').filter(({ start }) => start >= '2026-11-24')
  const slots = [slot, later].map((one) => one ?? slotOf(world))
  const invocations = slots.map((one) => request('deal/book', bookInput(card, one)))

  test('in every order the deal has one time, and the other slot stays free', () => {
    const orders = inEveryOrder(world, invocations, 2, (after, records) => {
      const told = answers(records)
      const won = told[0]?.ok === true ? 0 : 1
      expect(told[1 - won]).toMatchObject({ ok: false, problem: { code: 'changedMeanwhile', id: card.deal.id } })
      expect(told[won]).toMatchObject({ ok: true, value: { card: { deal: { eventId: slots[won]?.eventId } } } })
      expect(eventOf(after, slots[1 - won]?.eventId ?? '')).toEqual(eventOf(world, slots[1 - won]?.eventId ?? ''))
      expect(calendarLines(after).filter((line) => line.includes('ММ_АНО «Маяк»'))).toHaveLength(1)
      expectOneBooking(after, world)
    })
    expect(orders).toBeGreaterThanOrEqual(10)
  })
})

describe('G6: the time is given back while somebody else wants it', () => {
  const world = deskWorld()
  const wisher = phoned(world, 'Фонд «Север»')
  const listed = slotOf(world)
  const holder = booked(world, 'АНО «Маяк»')
  const release = request('deal/move', { deal: holder.ref, to: 'accepted', reason: 'по просьбе клиента', fields: {} })

  test('in every order the one is released, and the other has the hour, or is told to look again', () => {
    inEveryOrder(world, [release, request('deal/book', bookInput(wisher, listed))], 2, (after, records) => {
      expect(answerOf<'deal/move'>(records[0]).ok).toBe(true)
      expect(rowById(after, 'Сделки', holder.deal.id)).toMatchObject({ Этап: 'Принято в работу', Событие: null, Начало: null })
      const booked = answerOf<'deal/book'>(records[1])
      if (booked.ok) {
        // Released before the other looked: the hour is his.
        expect(eventOf(after, listed.eventId)).toMatchObject({ summary: 'ММ_Фонд «Север»' })
        registerEqualsJournal(after)
        return
      }
      expect(booked).toMatchObject({ ok: false, problem: { code: 'slotTaken' } })
      expect(rowById(after, 'Сделки', wisher.deal.id)).toEqual(rowById(world, 'Сделки', wisher.deal.id))
      expect(eventOf(after, listed.eventId)).toMatchObject({ summary: 'ММ консультация' })
      expect(eventOf(after, listed.eventId).extendedProperties?.private).toEqual({ freed: `${holder.deal.id}v${holder.deal.version + 1}` })
      registerEqualsJournal(after)
    })
    const after = world.fork()
    after.invoke(release)
    expect(answerOf<'deal/book'>(after.invoke(request('deal/book', bookInput(wisher, slotOf(after))))).ok).toBe(true)
    expect(eventOf(after, listed.eventId).summary).toBe('ММ_Фонд «Север»')
  })
})

describe('the trigger runs while somebody books', () => {
  test('the booking is written once, in every order', () => {
    const world = deskWorld()
    const card = phoned(world, 'АНО «Маяк»')
    const slot = slotOf(world)
    const tick = { fn: 'tick', entry: 'trigger', user: '' } as const
    inEveryOrder(world, [request('deal/book', bookInput(card, slot)), tick], 2, (after, records) => {
      expect(answerOf<'deal/book'>(records[0]).ok).toBe(true)
      expect(rowById(after, 'Сделки', card.deal.id)).toMatchObject({ Этап: assigned, Событие: slot.eventId, Версия: 2 })
      expect(eventOf(after, slot.eventId).summary).toBe('ММ_АНО «Маяк»')
      expectOneBooking(after, world)
    })
  })
})

describe('G3: the slot was changed by hand between the list and the booking', () => {
  test.each([
    ['renamed to a booking', { summary: 'ММ_Совет ветеранов' }],
    ['renamed to a holiday', { summary: 'Отпуск ММ' }],
    ['moved', { start: '2026-11-30T10:00' }],
  ])('%s: the office manager is told, what the consultant wrote stays', (_, change) => {
    const world = deskWorld()
    const card = phoned(world, 'АНО «Маяк»')
    const slot = slotOf(world)
    world.calendarHand.patch({ calendarId: 'consultations@group.calendar.example.org', id: slot.eventId, user: belova, ...change })
    const before = { event: eventOf(world, slot.eventId), deal: rowById(world, 'Сделки', card.deal.id) }
    const answer = answerOf<'deal/book'>(world.invoke(request('deal/book', bookInput(card, slot))))
    expect(answer).toMatchObject({ ok: false, problem: { code: 'slotTaken' }, retry: true })
    expect(eventOf(world, slot.eventId)).toEqual(before.event)
    expect(rowById(world, 'Сделки', card.deal.id)).toEqual(before.deal)
    registerEqualsJournal(world)
  })
})
