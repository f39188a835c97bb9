/** What is asked before it is wanted: free hours while the question is typed, a client while Enter does not wait. */

import { completed } from '../../src/sidebar/models/intake/completed'
import { searchDelay } from '../../src/sidebar/models/intake/intakeSearch'
import { aheadDelay } from '../../src/sidebar/models/slots/listAhead'
import { slotId } from '../../src/sidebar/models/slots/slots'
import { accepted, type Handlers } from '../../src/sidebar/transports/memoryTransport'
import { answers } from '../fixtures/requestAnswers'
import { anna, cardOf, deskWith, settled, slotList } from './pageBuilder'

beforeEach(() => {
  jest.useFakeTimers()
})
afterEach(() => {
  jest.useRealTimers()
})

async function typing(handlers: Handlers = {}) {
  const bench = deskWith({ ...answers(), 'deal/create': () => accepted(cardOf({ topic: 8, stage: 'accepted' })), ...handlers })
  bench.desk.turn('intake')
  bench.desk.intake.pick({ kind: 'client', match: { client: anna, last: null, open: null, by: 'phone' } })
  bench.desk.intake.set({ topic: 8 })
  await settled()
  const lists = () => bench.server.calls.filter(({ method }) => method === 'slot/list').length
  const pass = async (span: number) => {
    jest.advanceTimersByTime(span)
    await settled()
  }
  return { ...bench, lists, pass }
}

test('the hours are there when the request is accepted, asked once, and the first has the focus', async () => {
  const { desk, page, lists, pass } = await typing()
  await pass(aheadDelay)
  expect(lists()).toBe(1)
  desk.intake.set({ request: 'нужен бюджет' })
  await desk.intake.submit('slots')
  await settled()
  const [one] = slotList.consultants
  if (one?.slots[0] === undefined) throw new Error('no slot')
  expect([desk.tab.value, desk.slots.list.value, lists()]).toEqual(['slots', slotList, 1])
  expect(page.focus.value.id).toBe(slotId(one, one.slots[0]))
})

test('hours asked for another topic, or too long ago, are asked for anew', async () => {
  const another = await typing()
  await another.pass(aheadDelay)
  another.desk.slots.begin(cardOf({ topic: 3, stage: 'accepted' }))
  await settled()
  expect(another.lists()).toBe(2)
  const old = await typing()
  await old.pass(aheadDelay)
  old.wait(5)
  await old.desk.intake.submit('slots')
  await settled()
  expect(old.lists()).toBe(2)
})

test('an answer that does not come ahead disturbs nobody: it is asked for when it is wanted', async () => {
  const { desk, server, pass } = await typing({ 'slot/list': () => Promise.reject(new Error('lost')) } as Handlers)
  await pass(aheadDelay)
  expect(desk.slots.finder.trouble.value).toBeNull()
  server.answer({ 'slot/list': () => accepted(slotList) })
  await desk.intake.submit('slots')
  await settled()
  expect(desk.slots.list.value).toEqual(slotList)
})

describe('Enter before the answer', () => {
  const found = {
    'client/search': () => accepted({ matches: [{ client: anna, last: null, open: null, by: 'phone' as const }] }),
  } as Handlers

  it('begins a new client by a whole number; a known one is offered beside the fields', async () => {
    const { desk } = deskWith({ ...answers(), ...found })
    desk.intake.type('8 911 416-01-23')
    desk.intake.pick()
    expect([desk.intake.form.value.phase, desk.intake.form.value.client.phone]).toEqual(['form', '8 911 416-01-23'])
    await settled()
    expect(desk.intake.like.matches.value.map(({ client }) => client.id)).toEqual([anna.id])
  })
  it('asks what a name or a part of a number means', async () => {
    const { desk } = deskWith({ ...answers(), ...found })
    desk.intake.type('Маяк')
    desk.intake.pick()
    await settled()
    expect([desk.intake.form.value.phase, desk.intake.rows.value?.length]).toEqual(['search', 2])
  })
  it('a whole number is looked for at once, a part of one when the typing stops', async () => {
    const { desk, server } = deskWith({ ...answers(), ...found })
    const searches = () => server.calls.filter(({ method }) => method === 'client/search').length
    desk.intake.type('8 911')
    jest.advanceTimersByTime(searchDelay - 1)
    expect(searches()).toBe(0)
    desk.intake.type('8 911 416-01-23')
    jest.advanceTimersByTime(1)
    expect(searches()).toBe(1)
  })
})

test.each([
  ['Онеж', 'Онежский район'],
  ['онежский', 'Онежский район'],
  ['Он', 'Он'],
  ['Мез', 'Мез'],
  ['Вельск', 'Вельск'],
])('Tab makes of «%s» «%s»', (typed, whole) => {
  expect(completed(typed, ['Онежский район', 'Мезенский район', 'Мезень'])).toBe(whole)
})
