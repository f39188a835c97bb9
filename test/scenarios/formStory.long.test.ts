/** The centre's own request form: open to anybody, the same intake as every other channel, kept from robots without a puzzle (I1, I5). */
import type { World } from '../../emulator/world/types'
import { dealFields } from '../../src/domain/deal/fields'
import { formLimits } from '../../src/domain/intake/formLimits'
import { wishedText } from '../../src/domain/intake/wishedTimes'
import type { FormInput } from '../../src/rpc/formContract'
import { deskWorld, done, setSetting, slotsOf } from '../fixtures/desk'
import { formInput, markOf, requestWorld, sendForm, showForm, taken } from '../fixtures/formDesk'
import { dealCount } from '../fixtures/intakeDesk'
import { send, sentFile } from '../fixtures/pagesDesk'
import { registerEqualsJournal, rowsOf } from '../fixtures/register'

const policy = 'https://centre.example.org/policy'
const lastDeal = (world: World) => rowsOf(world, 'Сделки').at(-1)?.cells ?? {}
const lastClient = (world: World) => rowsOf(world, 'Клиенты').at(-1)?.cells ?? {}
const asides = (world: World) => done(world, 'intake/asides', {}).items

describe('shown', () => {
  const world = deskWorld()
  setSetting(world, 'Политика обработки персональных данных (адрес)', policy)
  const shown = showForm(world)

  test('hours that are free, by topic, and nothing of anybody', () => {
    const { hours } = shown.data
    expect(hours.length).toBeGreaterThan(5)
    const own = slotsOf(world, 'ММ').filter(({ against }) => against === undefined)
    expect(hours.map(({ start }) => start)).toEqual(expect.arrayContaining(own.map(({ start }) => start)))
    expect(hours.find(({ start }) => start === own[0]?.start)?.topics).toEqual(expect.arrayContaining([5, 8, 10]))
    expect(shown.data).toMatchObject({ policy, told: null, calls: '9:00–18:00', centre: { name: 'Ресурсный центр НКО' } })
    expect(Object.keys(shown.data).sort()).toEqual(['calls', 'centre', 'elsewhere', 'hours', 'mark', 'policy', 'told'])
    const people = rowsOf(world, 'Сотрудники').flatMap(({ cells }) => [String(cells['ФИО']).split(' ')[0] ?? '', String(cells['E-mail'])])
    const written = JSON.stringify(shown.data)
    expect(people.filter((one) => one !== '' && written.includes(one))).toEqual([])
  })

  test('this page alone may stand in a frame of the site', () => {
    expect(shown.record.value).toMatchObject({ isFramed: true })
    const { record } = { record: world.invoke({ fn: 'doGet', entry: 'webGet', user: '', args: [{ parameter: { p: 'report' } }] }) }
    expect(record.value).toMatchObject({ kind: 'html' })
    expect(record.value).not.toHaveProperty('isFramed')
  })

  test('a flood of visitors costs two calls each, and none to the calendar', () => {
    const records = Array.from({ length: 12 }, () => showForm(world).record)
    expect(new Set(records.map(({ calls }) => calls.filter(({ leaves }) => leaves).length)).size).toBe(1)
    expect(records[0]?.calls.filter(({ leaves }) => leaves)).toHaveLength(2)
    const names = [shown.record, ...records].flatMap(({ calls }) => calls.map(({ name }) => name))
    expect(names.filter((name) => /^Calendar/.test(name))).toEqual([])
    expect(records.flatMap(({ calls }) => calls.filter(({ name }) => /^Sheets/.test(name)))).toEqual([])
  })

  test('an hour that somebody holds is not offered', () => {
    const held = world.fork()
    const [slot] = slotsOf(held, 'ММ')
    done(held, 'slot/hold', { eventId: slot?.eventId ?? '', start: slot?.start ?? '' })
    held.state.now += 61_000
    expect(showForm(held).data.hours.find(({ start }) => start === slot?.start)?.topics ?? []).not.toContain(8)
  })

  test('not set up: it says so, and takes nothing', () => {
    const empty = world.fork()
    delete empty.state.properties.script['pageKey']
    expect(showForm(empty).data).toMatchObject({ mark: '', told: { view: 'notice', title: 'Форма ещё не открыта' } })
    expect(sendForm(empty, 'x', formInput())).toMatchObject({ ok: false, message: expect.stringMatching(/ещё не открыта/) })
  })
})

describe('taken', () => {
  test('into «Неразобранное», as it was told, with consent, its words and the wish; the office sees the wish', () => {
    const world = deskWorld()
    setSetting(world, 'Политика обработки персональных данных (адрес)', policy)
    const mark = markOf(world)
    const hours = showForm(world)
      .data.hours.slice(2, 4)
      .map(({ start }) => start)
    taken(sendForm(world, mark, formInput({ hours, otherTime: 'или после 16', email: 'vera@pristan.example', municipality: 'Онега' })))
    const deal = lastDeal(world)
    expect(deal).toMatchObject({
      Этап: 'Неразобранное',
      Канал: 'сайт',
      Тема: 'Правовые вопросы',
      Запрос: 'Как внести изменения в устав?',
      Организация: 'АНО «Пристань»',
      'Контактное лицо': 'Вера Ильина',
      'Удобное время': wishedText(hours, 'или после 16'),
    })
    expect(String(deal['Комментарии'] ?? '')).not.toMatch(/не разобраны/)
    expect(String(deal['Исходная заявка'])).toMatch(
      /Согласие на обработку персональных данных: Даю согласие на обработку персональных данных; политика: https:\/\/centre/,
    )
    expect(lastClient(world)).toMatchObject({
      'E-mail': 'vera@pristan.example',
      Муниципалитет: 'Онега',
      'Согласие на обработку ПД': expect.anything(),
    })
    const line = done(world, 'desk/today', {}).items.find(({ key, deal: of }) => key === 'I5.call' && of?.id === deal['№'])
    expect(line?.detail).toMatch(/^с сайта, пн 23 ноября, 09:01; удобно: /)
    registerEqualsJournal(world)
  })

  test('a known client gets his request; the page is not told that he is known', () => {
    const world = deskWorld()
    const mark = markOf(world)
    const first = sendForm(world, mark, formInput())
    const again = sendForm(world, mark, formInput({ text: 'Ещё вопрос' }))
    const stranger = sendForm(world, mark, formInput({ contact: 'Пётр', phone: '8 921 000-00-01', organisation: '' }))
    const shape = (answer: object) => JSON.stringify(answer).replace(/"[dks]":"[^"]*"/g, '')
    expect(new Set([first, again, stranger].map(shape)).size).toBe(1)
    expect(
      new Set(
        rowsOf(world, 'Сделки')
          .slice(-3, -1)
          .map(({ cells }) => cells['№ клиента']),
      ).size,
    ).toBe(1)
  })

  test('pressed twice, sent again after a reload: one request; other words are another', () => {
    const world = deskWorld()
    const before = dealCount(world)
    const [mark, later] = [markOf(world), markOf(world)]
    const input = formInput()
    const links = [mark, mark, later].map((one) => taken(sendForm(world, one, input)))
    expect(new Set(links.map(({ d }) => d)).size).toBe(1)
    world.state.now += 3 * 3_600_000
    taken(sendForm(world, later, input))
    expect(dealCount(world)).toBe(before + 1)
    taken(sendForm(world, later, { ...input, text: 'Другой вопрос' }))
    expect(dealCount(world)).toBe(before + 2)
    registerEqualsJournal(world)
  })
})

const missing: readonly (readonly [what: string, part: Partial<FormInput>, told: RegExp])[] = [
  ['no consent', { consent: false }, /Согласие на обработку персональных данных/],
  ['consent to another policy than stands now', { policy: 'https://old.example.org' }, /Политика обработки персональных данных изменилась/],
  ['no question', { text: ' \n' }, /Не заполнено: Вопрос/],
  ['no name', { contact: ' ' }, /Не заполнено: Имя/],
  ['no way to answer', { phone: '', email: ' ', messenger: '' }, /Не заполнено: Телефон, почта или мессенджер/],
]
const unread: readonly (readonly [what: string, part: object, told: RegExp])[] = [
  ['50,000 characters', { text: 'я'.repeat(50_000) }, /не больше 10000 знаков/],
  ['a name of 501', { contact: 'я'.repeat(501) }, /не больше 500 знаков/],
  ['consent as a word', { consent: 'да' }, /обновите страницу/],
  ['consent hidden from the page', { consent: undefined }, /обновите страницу/],
  ['topic 12', { topic: 12 }, /обновите страницу/],
  ['four hours', { hours: Array.from({ length: 4 }, (_, at) => `2026-11-27T1${at}:00`) }, /обновите страницу/],
  ['an hour that is none', { hours: ['завтра'] }, /обновите страницу/],
  ['a key of somebody else', { key: '5-abcdefghijkl' }, /обновите страницу/],
  ['no answers', { text: undefined }, /обновите страницу/],
]

describe('refused: told why, nothing is written, nothing set aside', () => {
  const world = deskWorld()
  const mark = markOf(world)
  test.each([...missing, ...unread])('%s', (_what, part, told) => {
    const before = dealCount(world)
    expect(sendForm(world, mark, { ...formInput(), ...part })).toEqual({ ok: false, retry: false, message: expect.stringMatching(told) })
    expect([dealCount(world), asides(world).length]).toEqual([before, 0])
  })

  test.each([null, 'x', 5, [], {}, { link: {}, form: null }, { form: {}, input: {} }, { form: mark, input: null }])(
    'a request that is none: %j',
    (request) => {
      const record = world.invoke({ fn: 'page', entry: 'rpc', user: '', args: [request] })
      expect([record.error, record.value]).toEqual([null, { ok: false, retry: false, message: expect.any(String) }])
    },
  )

  test('its question holds as much as the card’s field', () => {
    expect([formLimits.text, formLimits.line]).toEqual([dealFields.request.kind.most, dealFields.organisation.kind.most])
  })
})

describe('files', () => {
  const { world, link, deal } = requestWorld()
  const attach = (one: World, part: object = {}, to: unknown = link) => send(one, to, 'request/attach', { ...sentFile(), ...part })
  const files = (one: World) => String(rowsOf(one, 'Сделки').find(({ cells }) => cells['№'] === deal)?.cells['Файлы'] ?? '')

  test('kept with the request, once however often it comes; nobody else’s card gets it', () => {
    const one = world.fork()
    expect([attach(one), attach(one)]).toEqual([
      { ok: true, file: expect.anything() },
      { ok: true, file: expect.anything() },
    ])
    expect(files(one).split('\n')).toHaveLength(1)
    expect(String(lastClient(one)['Файлы'] ?? '')).toBe('')
    registerEqualsJournal(one)
  })

  test.each([
    ['a program', { name: 'a.exe', mimeType: 'application/x-msdownload' }, /не прикрепить/],
    ['11 MB', { base64: 'A'.repeat(15_000_000) }, /10/],
    ['an empty one', { base64: '' }, /пуст/],
    ['a broken one', { base64: 'A' }, /повреждён/],
  ])('%s is refused', (_what, part, told) => {
    const one = world.fork()
    expect(attach(one, part)).toMatchObject({ ok: false, message: expect.stringMatching(told) })
    expect(files(one)).toBe('')
  })

  test('another deal’s number, another purpose, a day later, a closed deal', () => {
    const closed = world.fork()
    const { ref } = done(closed, 'deal/open', { id: deal, row: null, clientId: null })
    done(closed, 'deal/move', { deal: ref, to: 'lost', reason: 'спам', fields: {} })
    const late = world.fork()
    late.state.now += 3 * 24 * 3_600_000
    const answers = [
      attach(world.fork(), {}, { ...link, d: String(deal - 1) }),
      attach(world.fork(), {}, { ...link, p: 'report' }),
      send(world.fork(), link, 'report/attach', sentFile()),
      attach(late),
      attach(closed),
    ]
    expect(answers.map(({ ok }) => ok)).toEqual([false, false, false, false, false])
  })
})
