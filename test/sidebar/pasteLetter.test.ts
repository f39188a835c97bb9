/** «Вставить письмо»: a letter becomes a proposed request; a repeated sending makes no second deal. */

import type { ReadLetter } from '../../src/rpc/intakeContract'
import { accepted, type Handlers } from '../../src/sidebar/transports/memoryTransport'
import { anna, cardOf, deskWith, settled, slotList } from './pageBuilder'

const letter: ReadLetter = {
  client: {
    organisation: 'АРОО «Добрый край»',
    kind: '',
    contact: 'Вера Шилова',
    phone: '8 (911) 777-66-55',
    email: 'vera@shilova.example',
    messenger: '',
    municipality: '',
    consentDate: null,
  },
  topic: 8,
  request: 'Нужен ли нам новый устав?',
  agreedWith: '',
  unread: ['Тема рассылки'],
  matches: [],
  repeats: [],
  known: null,
}
const made = cardOf({ stage: 'accepted', channel: 'email', topic: 8, request: letter.request })
const office: Handlers = {
  'intake/readLetter': () => accepted(letter),
  'deal/create': () => accepted(made),
  'slot/list': () => accepted(slotList),
}

async function read(handlers: Handlers = {}, text = 'Здравствуйте! Нужен ли нам новый устав?') {
  const bench = deskWith({ ...office, ...handlers })
  const { intake } = bench.desk
  intake.letter.start()
  intake.letter.type(text)
  await intake.letter.read()
  return { ...bench, intake }
}

it('fills the form, marks what came from the letter, and takes the channel of letters (I1)', async () => {
  const { intake, server } = await read()
  expect(server.calls).toEqual([{ method: 'intake/readLetter', input: { text: 'Здравствуйте! Нужен ли нам новый устав?' } }])
  expect(intake.form.value).toMatchObject({ phase: 'form', channel: 'email', topic: 8, request: letter.request, chosen: null })
  expect(intake.form.value.fromLetter).toEqual(['organisation', 'contact', 'phone', 'email', 'topic', 'request'])
})

it('a mark goes when the field is touched, and a second reading leaves that field alone', async () => {
  const { intake } = await read()
  intake.setClient('contact', 'Вера Ивановна Шилова')
  intake.set({ request: 'Устав и отчётность' })
  expect(intake.form.value.fromLetter).toEqual(['organisation', 'phone', 'email', 'topic'])
  intake.letter.start()
  await intake.letter.read()
  expect(intake.form.value.client.contact).toBe('Вера Ивановна Шилова')
  expect(intake.form.value.request).toBe('Устав и отчётность')
})

it('a request begun before is set aside, not overwritten', async () => {
  const { desk } = deskWith(office)
  desk.intake.pick({ kind: 'new' })
  desk.intake.setClient('contact', 'Анна')
  desk.intake.letter.start()
  desk.intake.letter.type('письмо')
  await desk.intake.letter.read()
  expect(desk.intake.form.value.client.contact).toBe('Вера Шилова')
  expect(desk.intake.asides.value[0]?.client.contact).toBe('Анна')
})

it('an unreadable connection keeps the letter', async () => {
  const { desk } = deskWith()
  desk.intake.letter.start()
  desk.intake.letter.type('письмо')
  await desk.intake.letter.read()
  expect(desk.intake.letter.caller.trouble.value).toMatchObject({ retry: expect.any(Function) })
  expect(desk.intake.form.value).toMatchObject({ phase: 'letter', letter: 'письмо' })
})

it('a known client is chosen: own fields stay, the letter fills the blanks', async () => {
  const match = { client: { ...anna, email: '' }, last: null, open: null, by: 'phone' }
  const { intake, page } = await read({ 'intake/readLetter': () => accepted({ ...letter, matches: [match] }) })
  expect(page.focus.value.id).toBe('letter-found')
  intake.letter.choose(match.client)
  expect(intake.form.value.client).toMatchObject({ contact: 'Анна Иванова', email: 'vera@shilova.example' })
  expect(intake.form.value.fromLetter).toEqual(['topic', 'request', 'email'])
  expect(intake.form.value.found?.matches).toEqual([])
})

it('I4: what the letter lacks is asked for; until then it may wait in «Неразобранное»', async () => {
  const { intake, server, desk } = await read()
  await intake.submit('card')
  expect(Object.keys(intake.faults.value)).toEqual(['kind', 'municipality', 'consentDate'])
  await intake.submit('unsorted')
  expect(server.calls.at(-1)?.input).toMatchObject({
    stage: 'unsorted',
    channel: 'email',
    letter: 'Здравствуйте! Нужен ли нам новый устав?',
  })
  expect(desk.card.done.value).toBe('Заявка № 41217 ждёт звонка в «Неразобранном»')
})

describe('sent twice', () => {
  async function filled(handlers: Handlers) {
    const bench = await read(handlers)
    bench.intake.setClient('kind', 'НКО')
    bench.intake.setClient('municipality', 'Архангельск')
    bench.intake.consentToday()
    return bench
  }
  const keyOf = (call: { readonly input: unknown } | undefined) => (call?.input as { readonly requestKey?: string })?.requestKey

  it('a click repeated after a lost answer goes with the same key, the next form with another', async () => {
    const { intake, server } = await filled({ 'deal/create': () => Promise.reject(new Error('lost')) })
    await intake.submit('card')
    const first = keyOf(server.calls.at(-1))
    expect(first).toMatch(/^[0-9a-f]{24}$/)
    server.answer(office)
    await intake.submit('card')
    expect(keyOf(server.calls.at(-1))).toBe(first)
    expect(intake.form.value.requestKey).toBe('')
  })

  it('what was changed between the two clicks goes on as unsaved edits of the card', async () => {
    const { intake, server, desk } = await filled({ 'deal/create': () => Promise.reject(new Error('lost')) })
    await intake.submit('card')
    intake.set({ request: 'Устав и отчётность' })
    const client = { ...anna, ...intake.form.value.client }
    server.answer({ 'deal/create': () => accepted({ ...made, client }) })
    await intake.submit('card')
    await settled()
    expect(desk.card.edits.edits.value).toEqual({ 'deal.request': 'Устав и отчётность' })
  })
})
