/** What is asked before it is wanted: free hours while the question is typed, a client while Enter does not wait. */

import { completed } from '../../src/sidebar/models/intake/completed'
import { searchDelay } from '../../src/sidebar/models/intake/intakeSearch'
import { createDesk } from '../../src/sidebar/models/page/desk'
import { aheadDelay } from '../../src/sidebar/models/slots/listAhead'
import { slotId } from '../../src/sidebar/models/slots/slots'
import { accepted, type Handlers } from '../../src/sidebar/transports/memoryTransport'
import { answers } from '../fixtures/requestAnswers'
import { anna, benchWith, cardOf, deskWith, held, pageData, settled, slotList } from './pageBuilder'

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

describe('hours are chosen while the request is being accepted', () => {
  const made = cardOf({ id: 41300, topic: 8, stage: 'accepted' })
  const booked = cardOf({ id: 41300, topic: 8, stage: 'assigned', start: '2026-11-27T10:00', consultant: 'ММ' })

  /** Accepted as far as the press; the first hour is picked and «Назначить» pressed. */
  async function pressed() {
    const sent = held<'deal/create'>()
    const bench = await typing({
      'deal/create': () => sent.promise,
      'deal/book': () => accepted({ card: booked, lettersWaiting: 0 }),
    } as Handlers)
    await bench.pass(aheadDelay)
    void bench.desk.intake.submit('slots')
    await settled()
    const [one] = slotList.consultants
    if (one?.slots[0] === undefined) throw new Error('no slot')
    bench.desk.slots.pick(one, one.slots[0])
    bench.desk.slots.details.setPlace('каб. 3')
    void bench.desk.slots.book()
    const books = () => bench.server.calls.filter(({ method }) => method === 'deal/book').map(({ input }) => input)
    return { ...bench, sent, books }
  }

  it('the booking that was pressed goes with the number, and its card is shown', async () => {
    const { desk, sent, books } = await pressed()
    expect([desk.tab.value, desk.slots.awaited.request.value?.name, desk.slots.caller.busy.value, books()]).toEqual([
      'slots',
      anna.organisation,
      'book',
      [],
    ])
    sent.come(accepted(made))
    await settled()
    await settled()
    expect(books()).toMatchObject([{ deal: made.ref, place: 'каб. 3', consultant: 'ММ' }])
    expect([desk.tab.value, desk.card.card.value?.deal.stage, desk.slots.awaited.request.value]).toEqual(['card', 'assigned', null])
  })
  it('who has gone on meanwhile is not taken back', async () => {
    const { desk, page, sent, books } = await pressed()
    desk.go('today')
    sent.come(accepted(made))
    await settled()
    await settled()
    expect([books().length, desk.tab.value]).toEqual([1, 'today'])
    expect(page.news.items.value.map(({ sentence }) => sentence).join()).toContain('Назначено')
  })
  it('refused: nothing is booked, why is told, and one press leads to the field', async () => {
    const { desk, page, sent, books } = await pressed()
    const missing = [{ card: 'client', field: 'email', title: 'E-mail', clause: 'I4' }] as const
    sent.come({ ok: false, message: 'Не хватает: E-mail', problem: { code: 'incomplete', missing, to: null }, issues: [], retry: false })
    await settled()
    expect([desk.tab.value, desk.slots.awaited.refusal.value, desk.slots.caller.busy.value]).toEqual(['slots', 'Не хватает: E-mail', ''])
    desk.backToRequest()
    expect([desk.tab.value, page.focus.value.id, books()]).toEqual(['intake', 'client-email', []])
  })
  it('after a reload the request stands where it was written down, and is the same one', async () => {
    const { desk, drafts, books } = await pressed()
    const again = benchWith({ ...answers(), 'deal/create': () => accepted(made) } as Handlers, pageData, drafts)
    const reopened = createDesk(again.page, pageData)
    expect([reopened.tab.value, books()]).toEqual(['intake', []])
    expect(reopened.intake.form.value.requestKey).toBe(desk.intake.form.value.requestKey)
  })
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
  ['Он', 'Онежский район'],
  ['О', 'О'],
  ['Мез', 'Мез'],
  ['Вельск', 'Вельск'],
])('Tab makes of «%s» «%s»', (typed, whole) => {
  expect(completed(typed, ['Онежский район', 'Мезенский район', 'Мезень'])).toBe(whole)
})
