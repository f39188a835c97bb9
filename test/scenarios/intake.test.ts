/** I1, I2, I5: requests of every sender through the web address of the shipped bundle: one deal each, however often they come. */

import type { World } from '../../emulator/world/types'
import { deskWorld, done, office, refusal } from '../fixtures/desk'
import {
  dealCount,
  formPost,
  intakeKey,
  jsonPost,
  type Post,
  payload,
  post,
  posting,
  setPerMinute,
  webAnswer,
} from '../fixtures/intakeDesk'
import { registerEqualsJournal, registerOf, rowById, rowsOf } from '../fixtures/register'

const senders: readonly (readonly [name: string, one: Post, deal: object])[] = [
  ['Tilda', formPost(payload('tilda.txt')), { Канал: 'сайт', Тема: 'Социальное проектирование', 'Контактное лицо': 'Анна Иванова' }],
  ['CF7', jsonPost(payload('cf7.json')), { 'Договорился с': 'ММ', Телефон: '8 921 555-44-33', Запрос: 'Нужен совет\nпо проекту' }],
  ['Yandex Forms', jsonPost(payload('yandex.json')), { Тема: 'Правовые вопросы', Организация: 'ТОС «Заречье»' }],
  ['Yandex Forms, own template', jsonPost(payload('yandex-template.json')), { Запрос: 'Нужен устав' }],
  ['VK lead form', jsonPost(payload('vk.json')), { Канал: 'соцсети', 'Контактное лицо': 'Ольга Белкина' }],
  ['flat JSON', jsonPost(payload('flat.json')), { Организация: 'МБУ «Дом культуры»', Запрос: 'Как вести группу во ВКонтакте?' }],
  ['plain text', { type: 'text/plain', body: payload('letter.txt') }, { Тема: 'Правовые вопросы', 'Контактное лицо': 'Вера Шилова' }],
]

test.each(senders)('%s, posted twice: one deal in «Неразобранное», the second answer as the first', (_name, one, deal) => {
  const world = deskWorld()
  const before = dealCount(world)
  const first = post(world, one)
  expect(first).toEqual({ ok: true, id: expect.any(Number) })
  expect(post(world, one)).toEqual(first)
  expect(dealCount(world)).toBe(before + 1)
  expect(rowById(world, 'Сделки', first.id ?? 0)).toMatchObject({ Этап: 'Неразобранное', Версия: 1, ...deal })
  registerEqualsJournal(world)
})

describe('Google Forms', () => {
  const submit = (world: World, row: number, triggerUid = 'form-trigger') =>
    world.invoke({
      fn: 'onFormSubmit',
      entry: 'trigger',
      user: office,
      args: [{ authMode: 'FULL', namedValues: JSON.parse(payload('google.json')), range: { rowStart: row }, triggerUid }],
    })

  test('the submit trigger, fired twice: one deal; called by a page: none', () => {
    const world = deskWorld()
    world.state.triggers.push({ uid: 'form-trigger', fn: 'onFormSubmit', owner: world.state.owner, kind: 'formSubmit' })
    const before = dealCount(world)
    expect(submit(world, 2).error).toBeNull()
    expect(submit(world, 2).error).toBeNull()
    expect(submit(world, 2, 'guessed').error).toBeNull()
    expect(dealCount(world)).toBe(before + 1)
    expect(rowsOf(world, 'Сделки').at(-1)?.cells).toMatchObject({
      Канал: 'сайт',
      'Договорился с': 'ОП',
      Тема: 'Бухгалтерские и финансовые вопросы',
    })
  })
})

test('Tilda tries the address: answered, no deal', () => {
  const world = deskWorld()
  const before = registerOf(world)
  expect(post(world, formPost(payload('tilda-test.txt')))).toEqual({ ok: true })
  expect(registerOf(world)).toEqual(before)
})

test('I5: the request has its client and its deadline', () => {
  const world = deskWorld()
  const { id } = post(world, senders[0]?.[1] as Post)
  const deal = rowById(world, 'Сделки', id ?? 0)
  expect(rowById(world, 'Клиенты', Number(deal['№ клиента']))).toMatchObject({
    Организация: 'АНО «Северный Маяк»',
    'Телефон для поиска': '+79114160123',
  })
  const owed = rowsOf(world, 'Контроль').filter(({ cells }) => cells['№ сделки'] === id)
  expect(owed.map(({ cells }) => cells['Пункт']).sort()).toEqual(['A1', 'I5'])
})

test('a known client is found by phone or e-mail: no second card; by the name alone he is proposed', () => {
  const world = deskWorld()
  post(world, jsonPost({ name: 'Анна', phone: '+7 911 900-80-70', org: 'АНО «Пристань»', email: 'a@pristan.example', text: '1' }))
  const cards = rowsOf(world, 'Клиенты').length
  const again = [
    { phone: '8(911)9008070', text: '2' },
    { email: 'A@pristan.example', text: '3' },
  ].map((body) => rowById(world, 'Сделки', post(world, jsonPost(body)).id ?? 0))
  expect(rowsOf(world, 'Клиенты').length).toBe(cards)
  expect(new Set(again.map((deal) => deal['№ клиента'])).size).toBe(1)
  expect(again.map((deal) => deal['Организация'])).toEqual(Array(2).fill('АНО «Пристань»'))
  const named = rowById(world, 'Сделки', post(world, jsonPost({ name: 'Вера', org: 'ано "пристань"', text: '4' })).id ?? 0)
  expect(named['№ клиента']).toBe(cards + 1)
  expect(named['Комментарии']).toMatch(/возможно, это АНО «Пристань», карточка № \d+ \(то же название; имя другое\)/)
})

test('calls of one post: properties, cache twice, lock pair, one read, one write', () => {
  const world = deskWorld()
  const record = world.invoke(posting(world, senders[0]?.[1] as Post))
  const names = record.calls.filter(({ leaves }) => leaves).map(({ name }) => name)
  expect(names).toEqual([
    'Properties.get',
    'Cache.get',
    'Cache.put',
    'Lock.acquire',
    'Sheets.Values.batchGet',
    'Sheets.batchUpdate',
    'Lock.release',
  ])
})

describe('the door', () => {
  const one = { name: 'Анна', phone: '89114160123', text: 'Вопрос' }

  const wrongKeys: readonly (readonly [how: string, query: (key: string) => Record<string, string>])[] = [
    ['without a key', () => ({})],
    ['with a wrong key', () => ({ key: 'x' })],
    ['with an almost right key', (key) => ({ key: `${key.slice(0, -1)}!` })],
    ['with a longer key', (key) => ({ key: key + key })],
  ]
  test.each(wrongKeys)('%s: refused with a sentence, nothing is written or logged of it', (_how, query) => {
    const world = deskWorld()
    const before = registerOf(world)
    const record = world.invoke(posting(world, jsonPost(one, query(intakeKey(world)))))
    expect(webAnswer(record)).toEqual({ ok: false, error: expect.stringMatching(/Ключ/) })
    expect(registerOf(world)).toEqual(before)
    expect(record.calls.filter(({ leaves }) => leaves)).toHaveLength(1)
    expect(record.logs).toEqual([])
  })

  test('the key may come in the body; it stands nowhere afterwards', () => {
    const world = deskWorld()
    const key = intakeKey(world)
    expect(key).toMatch(/^[0-9a-f-]{36}$/)
    const ids = [
      post(world, jsonPost({ ...one, key }, {})),
      post(world, { ...formPost({ ...one, text: `Другой ${key}`, secret: key }), query: {} }),
    ]
    expect(ids.every(({ ok }) => ok)).toBe(true)
    expect(JSON.stringify(world.state.spreadsheets)).not.toContain(key)
    expect(JSON.stringify(world.state.executions.map(({ logs }) => logs))).not.toContain(key)
  })

  test('a robot that fills the hidden field is answered like a person; the log counts it, without data', () => {
    const world = deskWorld()
    const before = registerOf(world)
    const record = world.invoke(posting(world, formPost({ ...one, _gotcha: 'http://spam.example' })))
    expect(webAnswer(record)).toEqual({ ok: true })
    expect(registerOf(world)).toEqual(before)
    expect(record.logs).toEqual([expect.stringMatching(/intake: spam, flat$/)])
  })

  test('over the limit of a minute: come again; the next minute it is taken', () => {
    const world = deskWorld()
    setPerMinute(world, 2)
    world.state.now = Math.ceil(world.state.now / 60_000) * 60_000
    const start = world.state.now
    const ask = (at: number) => {
      world.state.now = start + 1000 * at
      return post(world, jsonPost({ ...one, text: `Вопрос ${at}` }))
    }
    const answers = [1, 2, 3, 4].map(ask)
    expect(answers.map(({ ok }) => ok)).toEqual([true, true, false, false])
    expect(answers[3]).toMatchObject({ busy: true, error: expect.stringMatching(/через минуту/) })
    expect(ask(61).ok).toBe(true)
  })

  test('an empty post is refused; what cannot be read is kept with its text', () => {
    const world = deskWorld()
    expect(post(world, jsonPost('')).error).toMatch(/пустая/)
    const { id } = post(world, jsonPost('{"name": "Анна",'))
    expect(rowById(world, 'Сделки', id ?? 0)).toMatchObject({
      Этап: 'Неразобранное',
      '№ клиента': null,
      'Исходная заявка': '{"name": "Анна",',
      Комментарии: expect.stringMatching(/не удалось разобрать/),
    })
  })
})

describe('I1: a pasted letter', () => {
  const text = payload('letter.txt')

  test('its fields are proposed, nothing is written; confirmed twice it is one deal', () => {
    const world = deskWorld()
    const before = registerOf(world)
    const read = done(world, 'intake/readLetter', { text })
    expect(read).toMatchObject({
      topic: 11,
      matches: [],
      repeats: [],
      known: null,
      client: { organisation: 'АРОО «Добрый край»', phone: '8 (911) 777-66-55' },
    })
    expect(registerOf(world)).toEqual(before)
    const input = {
      channel: 'email',
      stage: 'unsorted',
      clientId: null,
      client: read.client,
      topic: read.topic,
      request: read.request,
      agreedWith: '',
      letter: text,
    } as const
    const card = done(world, 'deal/create', input)
    expect(card.deal).toMatchObject({ stage: 'unsorted', channel: 'email', raw: text })
    expect(done(world, 'deal/create', input).deal.id).toBe(card.deal.id)
    const again = done(world, 'intake/readLetter', { text })
    expect(again.known?.id).toBe(card.deal.id)
    expect(again.matches[0]).toMatchObject({ by: 'phone', client: { id: card.deal.clientId } })
    expect(again.repeats[0]).toMatchObject({ open: true, text: expect.stringMatching(/Присоединить или новая\?$/) })
  })

  test('is for those who take requests', () => {
    expect(refusal(deskWorld(), 'intake/readLetter', { text }, 'pr@example.org')).toMatch(/не позволяет/)
    expect(refusal(deskWorld(), 'intake/readLetter', { text }, 'stranger@example.org')).toMatch(/нет на листе «Сотрудники»/)
  })
})

test('the address for forms is told to the office, not to consultants', () => {
  const world = deskWorld()
  expect(done(world, 'intake/address', {}).url).toContain(`?key=${intakeKey(world)}`)
  expect(refusal(world, 'intake/address', {}, 'gg0@example.org')).toMatch(/не позволяет/)
})
