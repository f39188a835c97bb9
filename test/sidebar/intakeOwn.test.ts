/** I9: an employee writes down a consultation whose time is agreed already. */

import type { PageData } from '../../src/rpc/contract'
import { accepted, type Handlers, refused } from '../../src/sidebar/transports/memoryTransport'
import { anna, cardOf, deskWith, pageData, settled, slotList } from './pageBuilder'

const data: PageData = { ...pageData, me: { email: 'mm@centre.ru', name: 'Морозова Мария', initials: 'ММ', roles: ['consultant'] } }
const one = slotList.consultants[0]!
const slot = one.slots[0]!
const made = cardOf({ id: 41300, stage: 'assigned', consultant: 'ММ', start: slot.start, eventId: 'e1' })
const office: Handlers = {
  'slot/list': () => accepted(slotList),
  'slot/hold': () => accepted({ holds: [] }),
  'slot/release': () => accepted({ holds: [] }),
  'deal/bookOwn': () => accepted({ card: made, lettersWaiting: 0 }),
}

async function agreed(handlers: Handlers = {}, client = anna) {
  const bench = deskWith({ ...office, ...handlers }, data)
  const { intake } = bench.desk
  bench.desk.turn('intake')
  intake.pick({ kind: 'client', match: { client, last: null, open: null, by: 'phone' } })
  intake.set({ topic: 8, request: 'Смета' })
  intake.own.turn(true)
  await settled()
  const booked = () => bench.server.calls.filter(({ method }) => method === 'deal/bookOwn').map(({ input }) => input)
  return { ...bench, intake, own: intake.own, booked }
}

it('me by default, my free slots are there to choose from', async () => {
  const { own, server } = await agreed()
  expect(own.consultant.value).toBe('ММ')
  expect(server.calls.find(({ method }) => method === 'slot/list')?.input).toMatchObject({ consultant: 'ММ', topic: null })
})

it('on a free slot: the deal is made assigned, its card is shown, the form is empty for the next one', async () => {
  const { desk, intake, own, booked, server } = await agreed()
  own.pick(one, slot)
  own.place.value = 'каб. 214'
  await settled()
  await intake.submit('own')
  await settled()
  expect(booked()).toMatchObject([
    { clientId: 7, consultant: 'ММ', topic: 8, request: 'Смета', place: 'каб. 214', slot: { eventId: 'e1' }, at: null },
  ])
  expect(desk.tab.value).toBe('card')
  expect(desk.card.done.value).toBe('Назначено: пт 27 ноября, 10:00, Морозова М. И.')
  expect([intake.form.value.phase, own.agreed.value]).toEqual(['search', false])
  expect(server.calls.filter(({ method }) => /hold|release/.test(method)).map(({ method }) => method)).toEqual(['slot/hold'])
})

it('at a time of one’s own', async () => {
  const { intake, own, booked } = await agreed()
  own.typeTime({ date: '2026-11-26', from: '18:30' })
  await intake.submit('own')
  expect(booked()).toMatchObject([{ slot: null, at: { start: '2026-11-26T18:30', end: '2026-11-26T19:30' } }])
})

it('I4, A2: nothing is sent while time, topic or a field of the client is missing; each is named', async () => {
  const { intake, own, booked, page } = await agreed({}, { ...anna, email: '' })
  intake.set({ topic: null })
  await intake.submit('own')
  expect(booked()).toEqual([])
  expect(own.faults.value.time).toBe('Выберите слот или впишите дату и время')
  expect(own.faults.value.topic).toMatch(/^Выберите тему/)
  expect(intake.faults.value).toEqual({ email: 'Заполните это поле' })
  expect(page.focus.value.id).toBe('client-email')
})

it('a slot taken meanwhile: the sentence, fresh slots, the form stays', async () => {
  const taken = refused<never>({ message: 'Это время заняли', problem: { code: 'slotTaken', start: slot.start, consultant: 'ММ' } })
  const { intake, own, server } = await agreed({ 'deal/bookOwn': () => taken })
  own.pick(one, slot)
  await intake.submit('own')
  await settled()
  expect([own.lost.value, own.picked.value]).toEqual(['Это время заняли', null])
  expect(intake.form.value.request).toBe('Смета')
  expect(server.calls.filter(({ method }) => method === 'slot/list')).toHaveLength(2)
})
