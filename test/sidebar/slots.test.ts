/** «Слоты»: booking a free hour for the deal in hand. */

import { lengthsIn, roomOf } from '../../src/sidebar/models/slots/slotRoom'
import { accepted, type Handlers, refused } from '../../src/sidebar/transports/memoryTransport'
import { cardOf, deskWith, settled, slotList } from './pageBuilder'

const one = slotList.consultants[0]!
const slot = one.slots[0]!
const booked = cardOf({ stage: 'assigned', version: 2, consultant: 'ММ', start: slot.start, topic: 8 })
const office: Handlers = {
  'slot/list': () => accepted(slotList),
  'deal/book': () => accepted({ card: booked, lettersWaiting: 1 }),
  'outbox/send': () => accepted({ sent: 1, failed: 0, waiting: 0 }),
}

async function picked(handlers: Handlers, topic: number | null = 8) {
  const bench = deskWith(handlers)
  bench.desk.slots.begin(cardOf({ topic, agreedWith: 'ММ' }))
  await settled()
  bench.desk.slots.pick(one, slot)
  return bench
}

it('I2: the consultant agreed with is asked for first', async () => {
  const { server } = await picked(office)
  expect(server.calls[0]?.input).toMatchObject({ topic: 8, agreedWith: 'ММ', consultant: null })
})

it('A1: a booking shows the card, and the letters go out behind it', async () => {
  const { desk, server } = await picked(office)
  desk.slots.details.setPlace('каб. 214')
  await desk.slots.book()
  await settled()
  expect(server.calls[1]?.input).toMatchObject({ consultant: 'ММ', topic: 8, format: 'inPerson', place: 'каб. 214', minutes: 60 })
  expect(desk.tab.value).toBe('card')
  expect(desk.card.done.value).toBe('Назначено: пт 27 ноября, 10:00, Морозова М. И.')
  expect(server.calls[2]?.method).toBe('outbox/send')
  expect(desk.letters.told.value).toBe('Письмо отправлено')
})

it('a slot taken meanwhile: the sentence, fresh slots, and nothing typed is lost', async () => {
  const taken = refused<never>({ message: 'Это время заняли', problem: { code: 'slotTaken', start: slot.start, consultant: 'ММ' } })
  const { desk, server } = await picked({ ...office, 'deal/book': () => taken })
  desk.slots.details.format.value = 'online'
  desk.slots.details.setPlace('https://zoom.us/j/1')
  await desk.slots.book()
  await settled()
  expect(desk.slots.lost.value).toBe('Это время заняли')
  expect(desk.slots.picked.value).toBeNull()
  expect(desk.slots.details.place.value).toBe('https://zoom.us/j/1')
  expect(server.calls.filter((call) => call.method === 'slot/list')).toHaveLength(2)
})

it('a failure leaves the panel as it was', async () => {
  const { desk } = await picked({ 'slot/list': office['slot/list']! })
  desk.slots.details.setPlace('каб. 214')
  await desk.slots.book()
  expect(desk.slots.caller.trouble.value).toMatchObject({ retry: expect.any(Function) })
  expect(desk.slots.picked.value?.slot).toBe(slot)
})

it('without a topic nothing is booked', async () => {
  const { desk, server } = await picked(office, null)
  await desk.slots.book()
  expect(server.calls.map((call) => call.method)).not.toContain('deal/book')
  desk.slots.details.topic.value = 8
  await desk.slots.book()
  expect(server.calls.map((call) => call.method)).toContain('deal/book')
})

it('the consultant’s usual room is proposed, goes with another consultant’s hour, and never over what was typed', async () => {
  const { desk } = await picked(office)
  const { details, pick } = desk.slots
  const at = (initials: string, place?: string) => pick({ ...one, initials, ...(place === undefined ? {} : { place }) }, slot)
  const told = () => [details.place.value, details.isUsual.value]
  at('ММ', 'каб. 3')
  expect(told()).toEqual(['каб. 3', true])
  details.format.value = 'online'
  expect(told()).toEqual(['', false])
  details.format.value = 'inPerson'
  at('ЕК', 'каб. 5')
  expect(told()).toEqual(['каб. 5', true])
  at('НВ')
  expect(told()).toEqual(['', false])
  details.setPlace('актовый зал')
  at('ММ', 'каб. 3')
  expect(told()).toEqual(['актовый зал', false])
})

it('each format keeps its own place; the phone is the client’s', async () => {
  const { desk } = await picked(office)
  desk.slots.details.setPlace('каб. 214')
  desk.slots.details.format.value = 'phone'
  expect(desk.slots.details.place.value).toBe('8 911 416-01-23')
  desk.slots.details.format.value = 'inPerson'
  expect(desk.slots.details.place.value).toBe('каб. 214')
})

describe('a consultation longer than its slot', () => {
  const join = { eventId: 'e2', etag: 't2', start: slot.end, end: '2026-11-27T12:00' }

  it('G3: 90 minutes and two hours are offered only where there is room', () => {
    expect(lengthsIn(slot)).toEqual([])
    expect(lengthsIn({ ...slot, join })).toEqual([60, 90, 120])
    expect(lengthsIn({ ...slot, join: { ...join, end: '2026-11-27T11:30' } })).toEqual([60, 90])
    expect(roomOf({ ...slot, minutes: 30, join })).toBe(30)
  })

  it.each([
    [60, null],
    [90, join],
  ])('%d minutes: the slot behind goes with the booking only where it is needed', async (minutes, expected) => {
    const { desk, server } = await picked(office)
    desk.slots.pick(one, { ...slot, join })
    desk.slots.details.setMinutes(minutes)
    await desk.slots.book()
    expect(server.calls.find(({ method }) => method === 'deal/book')?.input).toMatchObject({ minutes, join: expected })
  })

  it('another slot with less room: no more minutes than fit', async () => {
    const { desk } = await picked(office)
    desk.slots.details.setMinutes(120)
    desk.slots.pick(one, slot)
    expect(desk.slots.details.minutes.value).toBe(60)
  })
})

it('what the office wants a reason for gets a field; with the reason it is booked, and another slot asks nothing', async () => {
  const problem = { code: 'reasonNeeded', what: 'консультация назначается, хотя это выходной день' } as const
  const asks = ({ overrideReason = '' }: { readonly overrideReason?: string }) =>
    overrideReason === '' ? refused<never>({ message: 'Не указано', problem }) : accepted({ card: booked, lettersWaiting: 0 })
  const { desk, server } = await picked({ ...office, 'deal/book': (input) => asks(input as object) })
  await desk.slots.book()
  await settled()
  expect(desk.slots.details.reasonFor.value).toBe(problem.what)
  expect(desk.slots.picked.value?.slot).toBe(slot)
  desk.slots.details.overrideReason.value = 'клиент просил'
  await desk.slots.book()
  await settled()
  expect(
    server.calls.filter(({ method }) => method === 'deal/book').map(({ input }) => (input as { overrideReason?: string }).overrideReason),
  ).toEqual([undefined, 'клиент просил'])
  desk.slots.pick(one, slot)
  expect(desk.slots.details.reasonFor.value).toBe('')
})
