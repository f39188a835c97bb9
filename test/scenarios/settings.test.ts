/** «Настройки и проверка» through the bundle: what Google tells of the desk, and a change of settings. */

import type { World } from '../../emulator/world/types'
import { settle } from '../fixtures/consultantHand'
import { calendarId, call, deskWorld, director, done, refusal, sheet, sleepUntil } from '../fixtures/desk'
import { rowsOf } from '../fixtures/register'

/** Who set the desk up, and so has its triggers. */
const owner = (world: World) => world.state.properties.script['installedBy'] ?? ''
const opened = (world: World, user = director) => done(world, 'settings/open', {}, user)
const lineOf = (world: World, key: string) => opened(world, owner(world)).checks.find((line) => line.key === key)
const settingOf = (world: World, title: string) =>
  rowsOf(world, 'Настройки').find(({ cells }) => cells['Настройка'] === title)?.cells['Значение']
const save = (world: World, values: Record<string, string>) => call(world, 'settings/save', { values }, director)

test('a desk in order says so; the office manager looks, the director changes', () => {
  const world = deskWorld()
  settle(world)
  const shown = done(world, 'settings/open', {})
  expect(shown.mayChange).toBe(false)
  expect(shown.checks.filter(({ state }) => state === 'bad')).toEqual([])
  expect(shown.settings.find(({ key }) => key === 'fridayCloseBy')).toMatchObject({ clause: 'K6', initial: '18:00', issue: '' })
  expect(refusal(world, 'settings/save', { values: { slotsPerWeek: '4' } })).toMatch(/менять настройки/)
  expect(opened(world).mayChange).toBe(true)
})

test.each([
  [
    'an hour without a tick',
    'heartbeat',
    (world: World) => {
      world.state.triggers.length = 0
      sleepUntil(world, '2026-11-24T09:00')
    },
  ],
  ['a trigger that somebody deleted', 'triggers', (world: World) => world.state.triggers.splice(0, 1)],
  ['a calendar that is gone', 'calendar', (world: World) => Reflect.deleteProperty(world.state.calendars, calendarId)],
] as const)('%s is said in words, with a remedy', (_what, key, breakIt) => {
  const world = deskWorld()
  settle(world)
  expect(lineOf(world, key)).toMatchObject({ state: 'good', remedy: '' })
  breakIt(world)
  expect(lineOf(world, key)).toMatchObject({ state: 'bad', remedy: expect.stringMatching(/\S/) })
})

test('a doubled trigger and another zone are warnings', () => {
  const world = deskWorld()
  const first = world.state.triggers[0]
  if (first) world.state.triggers.push({ ...first, uid: 'doubled' })
  const book = world.state.spreadsheets[world.state.boundSpreadsheetId]
  if (book) book.timeZone = 'Asia/Vladivostok'
  expect(lineOf(world, 'triggers')).toMatchObject({ state: 'warning', text: 'повторяются: 1' })
  expect(lineOf(world, 'zones')?.text).toContain('таблица: Asia/Vladivostok')
})

test('a spreadsheet made in another language is told of, and set-up makes it Russian', () => {
  const world = deskWorld()
  const book = world.state.spreadsheets[world.state.boundSpreadsheetId]
  if (book) book.locale = 'en_US'
  expect(lineOf(world, 'locale')).toMatchObject({
    state: 'warning',
    text: expect.stringContaining('en_US'),
    remedy: expect.stringMatching(/\S/),
  })
  world.invoke({ fn: 'setUp', entry: 'menu', user: owner(world) })
  expect(book?.locale).toBe('ru_RU')
  expect(lineOf(world, 'locale')).toMatchObject({ state: 'good' })
})

test('another account does not see the triggers: whose they are is said, and the heartbeat speaks for them', () => {
  const world = deskWorld()
  expect(opened(world).checks.find(({ key }) => key === 'triggers')).toMatchObject({
    state: 'good',
    text: expect.stringContaining(owner(world)),
  })
})

test('a changed value lands in its row, typed; an emptied one goes back to the usual', () => {
  const world = deskWorld()
  expect(save(world, { slotsPerWeek: ' 4 ', fridayListAt: '14:30', closer: 'исполнительный директор' }).ok).toBe(true)
  expect(settingOf(world, 'Слотов в неделю, не меньше')).toBe(4)
  expect(settingOf(world, 'Список к закрытию недели, время')).toBe('14:30')
  expect(opened(world).settings.find(({ key }) => key === 'closer')?.value).toBe('исполнительный директор')
  expect(save(world, { slotsPerWeek: '' }).ok).toBe(true)
  expect(opened(world).settings.find(({ key }) => key === 'slotsPerWeek')).toMatchObject({ value: '', issue: '' })
})

test('a row that somebody deleted is written anew', () => {
  const world = deskWorld()
  const settings = sheet(world, 'Настройки')
  settings.cells = settings.cells.filter((row) => !JSON.stringify(row?.[0] ?? '').includes('Перенос консультации'))
  expect(settingOf(world, 'Перенос консультации, рабочих дней')).toBeUndefined()
  expect(save(world, { moveLimitDays: '3' }).ok).toBe(true)
  expect(opened(world).settings.find(({ key }) => key === 'moveLimitDays')?.value).toBe('3')
})

test.each([
  [{ slotsPerWeek: 'много' }, /Слотов в неделю.*«много»/],
  [{ slotsPerWeek: '4', fridayListAt: '25:00' }, /25:00/],
  [{ closer: 'царь' }, /царь/],
  [{ quotaRaised: 'больше' }, /больше/],
  [{ centre: '1' }, /такой настройки нет/],
])('%j is refused with a sentence, and nothing is written', (values, sentence) => {
  const world = deskWorld()
  const before = JSON.stringify(rowsOf(world, 'Настройки'))
  expect(save(world, values as Record<string, string>)).toMatchObject({ ok: false, message: expect.stringMatching(sentence) })
  expect(JSON.stringify(rowsOf(world, 'Настройки'))).toBe(before)
})

test('text that looks like a formula stays text', () => {
  const world = deskWorld()
  expect(save(world, { centreName: '=1+1' }).ok).toBe(true)
  expect(opened(world).settings.find(({ key }) => key === 'centreName')?.value).toBe('=1+1')
})

test('every kind of letter can be looked at, with the office’s own name; one goes to whoever asks, and nobody else', () => {
  const world = deskWorld()
  save(world, { centreName: 'Центр <b>«Север»</b>' })
  const { letters } = done(world, 'letter/samples', {})
  expect(letters.length).toBeGreaterThan(6)
  for (const { body, html } of letters) {
    expect(body).toContain('Центр <b>«Север»</b>')
    expect(html).not.toContain('<b>«Север')
    expect(html).toContain('Центр &lt;b&gt;«Север»&lt;/b&gt;')
    expect(`${body}${html}`).not.toMatch(/⟦|undefined|null/)
  }
  const before = world.state.letters.length
  expect(refusal(world, 'letter/test', { kind: 'booked' })).toMatch(/менять настройки/)
  expect(call(world, 'letter/test', { kind: 'none' }, director)).toMatchObject({
    ok: false,
    message: expect.stringContaining('такого письма нет'),
  })
  expect(done(world, 'letter/test', { kind: 'feedback' }, director)).toEqual({ to: director })
  expect(world.state.letters.slice(before).map(({ to, subject }) => [to, subject])).toEqual([
    [director, 'Проба: Помогла ли вам консультация?'],
  ])
})
