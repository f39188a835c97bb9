/** «Заявка»: a request taken down on the phone. */

import type { ClientMatch } from '../../src/rpc/contract'
import { emptyForm } from '../../src/sidebar/models/intake/intakeForm'
import { searchDelay } from '../../src/sidebar/models/intake/intakeSearch'
import { lookOf } from '../../src/sidebar/models/page/searchLook'
import { accepted, type Handlers, refused } from '../../src/sidebar/transports/memoryTransport'
import { anna, benchWith, cardOf, deskWith, held, pageData, settled, slotList } from './pageBuilder'

const known: ClientMatch = { client: anna, last: null, open: null, by: 'phone' }
const withOpenDeal: ClientMatch = { ...known, open: { id: 41217, row: 2, clientId: 7, stage: 'unsorted' } }
const office: Handlers = {
  'client/search': () => accepted({ matches: [known] }),
  'deal/create': () => accepted(cardOf({ stage: 'accepted', topic: 8 })),
  'deal/open': () => accepted(cardOf()),
  'slot/list': () => accepted(slotList),
}

beforeEach(() => jest.useFakeTimers())
afterEach(() => jest.useRealTimers())

async function typed(desk: ReturnType<typeof deskWith>['desk'], query: string): Promise<void> {
  desk.intake.type(query)
  jest.advanceTimersByTime(searchDelay)
  await settled()
}

it.each([
  ['8 911 416-01-23', 'phone'],
  ['416', 'phone'],
  ['anna@mayak.ru', 'email'],
  ['Анна Иванова', 'contact'],
  ['Иванова А. П.', 'contact'],
  ['маяк', 'organisation'],
  ['АНО Маяк', 'organisation'],
  ['Фонд Поморье', 'organisation'],
  ['ТОС «Заостровье»', 'organisation'],
])('«%s» looks like %s', (query, look) => expect(lookOf(query)).toBe(look))

const searches = (server: { readonly calls: readonly { readonly input: unknown }[] }) =>
  server.calls.map(({ input }) => (input as { text: string }).text)

it('asks at the first two letters, and once after the typing stops', async () => {
  const { desk, server } = deskWith(office)
  for (const query of ['м', 'ма', 'мая', 'маяк']) desk.intake.type(query)
  expect(searches(server)).toEqual(['ма'])
  jest.advanceTimersByTime(searchDelay)
  await settled()
  expect(searches(server)).toEqual(['ма', 'маяк'])
  desk.intake.type('8')
  desk.intake.type('89')
  expect(searches(server)).toEqual(['ма', 'маяк'])
})

it('of those found by the first letters the ones that fit are there before the answer; who walked the list stays on his row', async () => {
  const other = { ...known, client: { ...anna, id: 8, organisation: 'Фонд «Мама»', contact: 'Пётр' } }
  const whole = held<'client/search'>()
  const { desk, server } = deskWith({ 'client/search': () => accepted({ matches: [other, known] }) })
  const shown = () => desk.intake.rows.value?.map((row) => (row.kind === 'new' ? 'new' : row.match.client.id)) ?? null
  desk.intake.type('ма')
  await settled()
  expect(shown()).toEqual([8, 7, 'new'])
  server.answer({ 'client/search': () => whole.promise })
  desk.intake.type('мая')
  expect(shown()).toEqual([7, 'new'])
  jest.advanceTimersByTime(searchDelay)
  desk.intake.move(1)
  whole.come(accepted({ matches: [{ ...known, open: { id: 41217, row: 2, clientId: 7, stage: 'unsorted' } }] }))
  await settled()
  expect([shown(), desk.intake.active.value]).toEqual([[7, 7, 'new'], 2])
  desk.intake.type('маяцкий')
  expect(shown()).toBeNull()
})

it('Enter goes on to what is asked for next and still empty, back to what was left out, and then the request can go', async () => {
  const { desk, page } = deskWith({ ...office, 'client/search': () => accepted({ matches: [] }) })
  desk.intake.type('89215554433')
  desk.intake.pick()
  const steps: [Parameters<typeof desk.intake.enter>[0], string, string][] = [
    ['contact', '', 'client-organisation'],
    // The kind is told by the name.
    ['organisation', 'АНО «Белая ночь»', 'client-municipality'],
    ['municipality', 'Онега', 'client-email'],
    ['email', 'o@belaya.example', 'client-consentDate'],
    ['consentDate', '2026-11-23', 'intake-topic'],
    ['topic', '', 'client-contact'],
    ['contact', 'Ольга', 'intake-topic'],
  ]
  for (const [name, value, next] of steps) {
    if (name === 'topic') desk.intake.set({ topic: 8 })
    else if (value !== '') desk.intake.setClient(name, value)
    if (name === 'contact' && value !== '') desk.intake.set({ topic: null })
    expect([desk.intake.enter(name), page.focus.value.id]).toEqual([true, next])
  }
  desk.intake.set({ topic: 8 })
  expect([desk.intake.enter('topic'), page.focus.value.id]).toEqual([true, 'intake-request'])
  desk.intake.set({ request: 'Устав' })
  expect(desk.intake.enter('email')).toBe(false)
})

it('the kind of organisation follows the name until somebody says otherwise', () => {
  const { desk } = deskWith(office)
  const kind = () => [desk.intake.form.value.client.kind, desk.intake.form.value.kindFromName]
  desk.intake.setClient('organisation', 'АНО «Маяк»')
  expect(kind()).toEqual(['НКО', true])
  desk.intake.setClient('organisation', 'Маяк')
  expect(kind()).toEqual(['', false])
  desk.intake.setClient('organisation', 'ООО «Маяк»')
  desk.intake.setClient('kind', 'НКО')
  desk.intake.setClient('organisation', 'МБУ «Маяк»')
  expect(kind()).toEqual(['НКО', false])
})

it('N9: where the office asks for no e-mail a client without one is accepted; where it does, the field says so', async () => {
  const without = pageData.lists.requiredClientFields.filter((name) => name !== 'email')
  for (const requiredClientFields of [pageData.lists.requiredClientFields, without]) {
    const { desk, server } = deskWith(office, { ...pageData, lists: { ...pageData.lists, requiredClientFields } })
    desk.intake.type('Маяк')
    desk.intake.searchNow()
    await settled()
    desk.intake.pick({ kind: 'new' })
    const { organisation, kind, contact, phone, municipality } = anna
    for (const [name, value] of Object.entries({ organisation, kind, contact, phone, municipality, consentDate: '2026-11-23' }))
      desk.intake.setClient(name as 'contact', value)
    await desk.intake.submit('card')
    const isAsked = requiredClientFields.includes('email')
    expect(Object.keys(desk.intake.faults.value)).toEqual(isAsked ? ['email'] : [])
    expect(server.calls.some(({ method }) => method === 'deal/create')).toBe(!isAsked)
  }
})

it('drops the late answer to an older question', async () => {
  const first = held<'client/search'>()
  const { desk, server } = deskWith({ 'client/search': () => first.promise })
  await typed(desk, 'ма')
  server.answer({ 'client/search': () => accepted({ matches: [] }) })
  await typed(desk, 'маяк')
  first.come(accepted({ matches: [known] }))
  await settled()
  expect(desk.intake.rows.value?.map((row) => row.kind)).toEqual(['new'])
})

it('a known client is picked with Enter and only what is missing is asked', async () => {
  const lacking = { ...anna, email: '', consentDate: null }
  const { desk } = deskWith({ 'client/search': () => accepted({ matches: [{ ...known, client: lacking }] }) })
  await typed(desk, 'маяк')
  desk.intake.pick()
  expect(desk.intake.form.value.chosen?.id).toBe(7)
  expect(desk.intake.shown.value).toEqual(['email', 'consentDate'])
})

it('the open request of the best match is what Enter takes, the arrows reach the others', async () => {
  const { desk, server } = deskWith({ ...office, 'client/search': () => accepted({ matches: [withOpenDeal] }) })
  await typed(desk, 'маяк')
  desk.intake.move(-1)
  expect(desk.intake.rows.value?.[desk.intake.active.value]?.kind).toBe('client')
  desk.intake.move(1)
  desk.intake.pick()
  await settled()
  expect(server.calls.at(-1)).toEqual({ method: 'deal/open', input: { id: 41217, row: 2, clientId: 7 } })
  expect(desk.tab.value).toBe('card')
})

it('what was typed into the search goes to its field of a new client', async () => {
  const { desk, page } = deskWith({ 'client/search': () => accepted({ matches: [] }) })
  await typed(desk, '8 911 222-33-44')
  desk.intake.pick()
  expect(desk.intake.form.value.client.phone).toBe('8 911 222-33-44')
  expect(desk.intake.shown.value[0]).toBe('contact')
  expect(page.focus.value.id).toBe('client-contact')
})

it('I4: the missing fields are named before anything is asked of the server', async () => {
  const { desk, server, page } = deskWith(office)
  await typed(desk, 'Анна Иванова')
  desk.intake.pick({ kind: 'new' })
  await desk.intake.submit('slots')
  expect(Object.keys(desk.intake.faults.value)).toEqual(['phone', 'organisation', 'kind', 'municipality', 'email', 'consentDate'])
  expect(page.focus.value.id).toBe('client-phone')
  expect(server.calls.map((call) => call.method)).not.toContain('deal/create')
})

it('I8: an accepted request goes on to its slots', async () => {
  const { desk, server } = deskWith(office)
  await typed(desk, 'маяк')
  desk.intake.pick()
  desk.intake.set({ topic: 8, request: 'нужен бюджет проекта' })
  await desk.intake.submit('slots')
  await settled()
  const created = server.calls.find((call) => call.method === 'deal/create')?.input
  expect(created).toMatchObject({ channel: 'phoneOffice', stage: 'accepted', clientId: 7, topic: 8, request: 'нужен бюджет проекта' })
  expect(desk.tab.value).toBe('slots')
  expect(desk.slots.filters.value.topic).toBe(8)
  expect(desk.slots.list.value).toEqual(slotList)
  expect(desk.intake.form.value).toEqual(emptyForm(pageData.me))
})

it('a failure keeps every typed letter and can be repeated', async () => {
  const { desk, server } = deskWith({ 'client/search': () => accepted({ matches: [known] }) })
  await typed(desk, 'маяк')
  desk.intake.pick()
  desk.intake.set({ request: 'нужен бюджет' })
  await desk.intake.submit('card')
  expect(desk.intake.caller.trouble.value).toMatchObject({ retry: expect.any(Function) })
  expect(desk.intake.form.value.request).toBe('нужен бюджет')
  server.answer(office)
  desk.intake.caller.trouble.value?.retry?.()
  await settled()
  expect(desk.card.card.value?.deal.id).toBe(41217)
  expect(desk.tab.value).toBe('card')
})

it('the server’s refusal is said at the field it is about', async () => {
  const missing = [{ card: 'client', field: 'email', title: 'E-mail', clause: 'I4' }] as const
  const answer = refused<never>({ message: 'Не хватает', problem: { code: 'incomplete', missing, to: null } })
  const { desk, page } = deskWith({ ...office, 'deal/create': () => answer })
  await typed(desk, 'маяк')
  desk.intake.pick()
  await desk.intake.submit('slots')
  expect(Object.keys(desk.intake.faults.value)).toEqual(['email'])
  expect(desk.intake.shown.value).toContain('email')
  expect(page.focus.value.id).toBe('client-email')
})

it('what was typed is there again after the page was reloaded', async () => {
  const { desk, drafts } = deskWith(office)
  await typed(desk, 'Анна Иванова')
  desk.intake.pick({ kind: 'new' })
  desk.intake.setClient('email', 'anna@mayak.ru')
  const again = benchWith(office, pageData, drafts)
  const { createDesk } = await import('../../src/sidebar/models/page/desk')
  const reopened = createDesk(again.page, pageData)
  expect(reopened.intake.form.value.client).toMatchObject({ contact: 'Анна Иванова', email: 'anna@mayak.ru' })
})

it('N1: the next call begins empty; what was typed for the one before is offered back, never merged', async () => {
  const { desk } = deskWith({ 'client/search': () => accepted({ matches: [] }) })
  await typed(desk, '8 911 222-33-44')
  desk.intake.pick()
  desk.intake.setClient('contact', 'Анна')
  desk.intake.consentToday()
  desk.intake.back()
  await typed(desk, '8 911 222-33-55')
  desk.intake.pick()
  expect(desk.intake.form.value.client).toMatchObject({ contact: '', phone: '8 911 222-33-55', consentDate: null })
  desk.intake.resume()
  expect(desk.intake.form.value.client).toMatchObject({ contact: 'Анна', phone: '8 911 222-33-44', consentDate: '2026-11-23' })
  expect(desk.intake.asides.value.map(({ client }) => client.phone)).toEqual(['8 911 222-33-55'])
})

it('what «Очистить» took away comes back', async () => {
  const { desk } = deskWith(office)
  await typed(desk, 'Анна Иванова')
  desk.intake.pick({ kind: 'new' })
  desk.intake.clear()
  expect(desk.intake.form.value.client.contact).toBe('')
  desk.intake.resume()
  expect(desk.intake.form.value).toMatchObject({ phase: 'form', client: { contact: 'Анна Иванова' } })
})

it('consent is one click with the office’s date', () => {
  const { desk } = deskWith(office)
  desk.intake.consentToday()
  expect(desk.intake.form.value.client.consentDate).toBe('2026-11-23')
})

it('a consultant’s request came to an employee', () => {
  const form = emptyForm({ ...pageData.me, initials: 'ММ', roles: ['consultant'] })
  expect(form).toMatchObject({ channel: 'phoneStaff', agreedWith: 'ММ' })
})
