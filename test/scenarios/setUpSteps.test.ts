/** From a new account and an empty spreadsheet to a booked consultation, by the steps that the checklist shows. */
import { join } from 'node:path'
import type { World } from '../../emulator/world/types'
import { createWorld } from '../../emulator/world/world'
import { stepsLeft } from '../../src/domain/office/setUpSteps.ru'
import { bookInput, call, deskWorld, director, done, inDomain, minute, morozova, phoned, sheet, slotOf } from '../fixtures/desk'
import { columnOf, rowsOf } from '../fixtures/register'

const admin = 'admin@centre.example'
const manager = 'manager@centre.example'
const calendarId = 'konsultacii@group.calendar.google.com'

const newOffice = (): World =>
  createWorld({
    distFolder: join(__dirname, '../../dist'),
    owner: admin,
    now: '2026-11-23T09:00:00+03:00',
    platform: { unknownZone: 'gmt' },
  })
const setUp = (world: World, user = admin) => world.invoke({ fn: 'setUp', entry: 'menu', user })
const stepsOf = (world: World, user = admin) => done(world, 'settings/steps', {}, user).steps
const stateOf = (world: World, user = admin): Record<string, string> =>
  Object.fromEntries(stepsOf(world, user).map(({ key, state }) => [key, state]))

const headings = {
  staff: ['Инициалы', 'ФИО', 'E-mail', 'Роли', 'Темы', 'Внешний', 'Ставка, ₽/ч', 'С', 'По'],
  projects: ['Проект', 'Руководитель (e-mail)', 'Внешние эксперты', 'Лимит внешних в месяц'],
}
const bring = (world: World, kind: 'staff' | 'projects', rows: string[][]) =>
  done(world, 'import/apply', { kind, table: { fileName: `${kind}.csv`, headings: headings[kind], rows } }, admin)

test('nobody goes astray: each step is red with its remedy until it is done, and the first consultation is booked', () => {
  const world = newOffice()
  const pressed = setUp(world)
  expect(pressed.error).toBeNull()
  expect(pressed.ui.map((one) => (one.kind === 'dialog' ? one.title : one.kind))).toEqual(['toast', 'Установка: что готово'])
  expect(stateOf(world)).toMatchObject({
    permissions: 'good',
    sheets: 'good',
    triggers: 'good',
    calendar: 'bad',
    people: 'bad',
    workingCalendar: 'good',
    heartbeat: 'later',
    hours: 'later',
    deals: 'later',
  })
  for (const { state, remedy } of stepsOf(world)) if (state === 'bad' || state === 'warning') expect(remedy).not.toBe('')

  done(world, 'settings/save', { values: { calendarId } }, admin)
  expect(stateOf(world)).toMatchObject({ calendar: 'good', hours: 'warning' })

  bring(world, 'staff', [
    ['', 'Ильина Ольга Петровна', admin, 'администратор, исполнительный директор, PR-менеджер', '', 'нет', '', '', ''],
    ['', 'Титова Оксана Дмитриевна', manager, 'офис-менеджер', '', 'нет', '', '', ''],
    ['ММ', 'Морозова Мария Игоревна', morozova, 'консультант', '1,2,3,4,5,6,7,8,9,10,11', 'нет', '', '', ''],
  ])
  expect(stateOf(world)).toMatchObject({ people: 'good', topics: 'good', projects: 'warning', access: 'warning' })
  bring(world, 'projects', [['Ресурсный центр НКО', manager, 'нет', '']])

  const book = world.state.spreadsheets[world.state.boundSpreadsheetId]
  if (book) book.editors = [manager, morozova]
  expect(stateOf(world)).toMatchObject({ projects: 'good', access: 'good' })

  world.calendarHand.insert({ calendarId, summary: 'ММ консультация', start: '2026-11-25T11:00', end: '2026-11-25T12:00', user: morozova })
  world.advanceTo(world.state.now + 11 * minute)
  expect(stateOf(world)).toMatchObject({ heartbeat: 'good', pages: 'bad' })
  world.invoke({ fn: 'doGet', entry: 'webGet', user: '', args: [{}] })
  const last = stepsOf(world)
  expect(stepsLeft(last)).toBe(0)
  expect(last.filter(({ state }) => state !== 'good').map(({ key }) => key)).toEqual(['deals'])

  const card = phoned(world, 'АНО «Причал»', {}, manager)
  const { card: after } = done(world, 'deal/book', bookInput(card, slotOf(world, 'ММ', '2026-11-25', manager)), manager)
  expect(after.deal).toMatchObject({ stage: 'assigned', consultant: 'ММ', start: '2026-11-25T11:00' })
  world.advanceTo(world.state.now + 11 * minute)
  expect(world.state.letters.map(({ to }) => to)).toEqual(expect.arrayContaining([morozova, 'prichal@example.org']))
  expect(
    world.calendarHand.between({ calendarId, from: '2026-11-25T00:00', to: '2026-11-26T00:00' }).map(({ summary }) => summary),
  ).toEqual(['ММ_АНО «Причал»'])
  expect(stateOf(world)).toMatchObject({ deals: 'good' })
})

test('the office counts from the day of its set-up: what was due before is nobody’s breach', () => {
  const world = newOffice()
  setUp(world)
  expect(rowsOf(world, 'Настройки').find(({ cells }) => cells['Настройка'] === 'Начать учёт с')?.cells['Значение']).toBe('2026-11-23')
  done(world, 'settings/save', { values: { calendarId } }, admin)
  bring(world, 'staff', [['ММ', 'Морозова Мария Игоревна', admin, 'консультант, администратор', '1', 'нет', '', '', '']])
  world.advanceTo(world.state.now + 60 * minute)
  expect(rowsOf(world, 'Нарушения')).toEqual([])
  expect(done(world, 'desk/today', {}, admin).items.filter(({ state }) => state === 'overdue')).toEqual([])
})

test('left half-way and come back to: nothing is made twice', () => {
  const world = newOffice()
  setUp(world)
  const before = JSON.stringify([world.state.spreadsheets, world.state.triggers, world.state.properties])
  world.advanceTo(world.state.now + minute)
  expect(setUp(world).error).toBeNull()
  expect(JSON.stringify([world.state.spreadsheets, world.state.triggers, world.state.properties])).toBe(before)
})

test('whoever may not change settings is not asked for the address', () => {
  const world = deskWorld()
  expect(done(world, 'settings/steps', {}, morozova).mayChange).toBe(false)
  expect(done(world, 'settings/steps', {}, director).mayChange).toBe(true)
  expect(call(world, 'settings/steps', {}, 'stranger@example.org')).toMatchObject({ ok: false })
})

describe('who may edit the spreadsheet', () => {
  const lineOf = (world: World) => done(world, 'settings/open', {}, director).checks.find(({ key }) => key === 'access')

  test('everybody of the office and nobody else: good, with what that means', () => {
    expect(lineOf(deskWorld())).toMatchObject({ state: 'good', text: expect.stringContaining('им доступны и программа, и её ключи') })
  })

  test('somebody who does not work here, somebody who was left out', () => {
    const world = deskWorld()
    const book = world.state.spreadsheets[world.state.boundSpreadsheetId]
    if (book?.editors) book.editors = [...book.editors.filter((email) => email !== director), 'former@example.org']
    const line = lineOf(world)
    expect(line).toMatchObject({
      state: 'warning',
      text: expect.stringMatching(/не работают здесь: former@example\.org; не откроют панель: Михайлова/),
    })
    expect(line?.remedy).toBe('Уберите лишних: таблица → «Настройки доступа»; дайте недостающим право «Редактор»')
  })

  test('who signs in by letter is named as an editor who need not be one, once the pages are published', () => {
    const needless = (world: World) => done(world, 'settings/open', {}, director).checks.find(({ key }) => key === 'needless')
    const world = deskWorld()
    expect(needless(world)).toMatchObject({
      state: 'warning',
      text: expect.stringMatching(/^могут править таблицу, но им это больше не нужно: .*wz7@/),
    })
    expect(needless(world)?.text).not.toMatch(/office@|director@/)
    const book = world.state.spreadsheets[world.state.boundSpreadsheetId]
    if (book) book.editors = ['office@example.org', director]
    expect(needless(world)).toMatchObject({ state: 'good' })
    expect(lineOf(world)?.text).not.toMatch(/не откроют панель: .*Белова/)
    if (book) book.editors = ['office@example.org', director, morozova]
    world.state.properties.script['pagesUrl'] = ''
    expect(needless(world)).toMatchObject({ state: 'good' })
    expect(lineOf(world)?.text).toMatch(/не откроют панель: .*Белова/)
  })

  test('an end of work in «Сотрудники» makes an editor a stranger', () => {
    const world = inDomain(deskWorld())
    const row = rowsOf(world, 'Сотрудники').find(({ cells }) => cells['E-mail'] === morozova)?.row ?? 0
    world.hand.type({ sheet: 'Сотрудники', row, column: columnOf(sheet(world, 'Сотрудники'), 'По'), value: '20.11.2026', user: director })
    expect(lineOf(world)).toMatchObject({ state: 'warning', text: expect.stringContaining(`не работают здесь: ${morozova}`) })
  })
})
