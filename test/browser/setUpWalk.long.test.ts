/** docs/guide/установка.md walked in a real browser: a new account, an empty spreadsheet, set-up, lists, calendar, a booked consultation. */
import { join } from 'node:path'
import type { FrameLocator } from 'playwright-core'
import type { World } from '../../emulator/world/types'
import { createWorld } from '../../emulator/world/world'
import { writeDown } from './newCall'
import { takePicture } from './pictures'
import { jump, sidebarOf, workbenchPage } from './workbenchPage'

jest.setTimeout(180_000)

const admin = 'office.centre@gmail.com'
const manager = 'titova@example.org'
const consultant = 'morozova@example.org'
const calendarId = 'konsultacii@group.calendar.google.com'

/** Steps 1–3 of the guide are done at Google: account, spreadsheet, calendar, the program put in. */
function newOffice(): World {
  const world = createWorld({ distFolder: join(__dirname, '../../dist'), owner: admin, now: '2026-11-23T09:00:00+03:00' })
  world.state.calendars[calendarId] = {
    id: calendarId,
    summary: 'Консультации',
    timeZone: 'Europe/Moscow',
    events: [],
    revision: 0,
    oldestValidRevision: 0,
  }
  world.state.platform = { ...world.state.platform, alertAnswer: 'NO' }
  return world
}

const { page, bench } = workbenchPage(900, newOffice)
const sidebar = () => sidebarOf(page())
const world = () => bench().bench.world
const signIn = (email: string) => page().getByLabel('Кто:').selectOption(email)
const picture = (name: string) => takePicture(page(), `set-up-${name}`)

async function menu(item: string): Promise<FrameLocator> {
  await page().getByText('Меню «Консультации»').click()
  await page().getByRole('menuitem', { name: item }).click()
  return page().frameLocator('iframe[title^="Окно"]')
}

const staff = [
  'ФИО;Почта;Должность;Инициалы;Темы',
  `Ильина Ольга Петровна;${admin};администратор, исполнительный директор, PR-менеджер;;`,
  `Титова Оксана Дмитриевна;${manager};офис-менеджер;;`,
  `Морозова Мария Игоревна;${consultant};консультант;ММ;1,2,3,4,5,6,7,8,9,10,11`,
]
const projects = ['Проект;Руководитель (e-mail)', `Ресурсный центр НКО;${manager}`]

async function bring(kind: string, name: string, lines: string[]): Promise<void> {
  const dialog = await menu('Импорт…')
  await dialog.locator('#import-kind').selectOption({ label: kind })
  await dialog.locator('#import-file').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(lines.join('\r\n')) })
  const load = dialog.getByRole('button', { name: /^Загрузить/ })
  await load.waitFor()
  await picture(`import-${name.replace('.csv', '')}`)
  await load.click()
  await dialog
    .getByText(/Загружен|Добавлен/)
    .first()
    .waitFor()
  await dialog.getByRole('button', { name: 'Закрыть' }).first().click()
}

test('4: «Установить и проверить»: sheets appear, the checklist says what is left, the calendar’s address is typed there', async () => {
  const dialog = await menu('Установить и проверить')
  await dialog.locator('ol.checks li').first().waitFor()
  await picture('first')
  await dialog.getByLabel('Адрес календаря').fill(calendarId)
  await dialog.getByRole('button', { name: 'Сохранить адрес' }).click()
  await dialog.locator('li.good', { hasText: 'Календарь «Консультации»' }).waitFor()
  await picture('calendar')
  await dialog.getByRole('button', { name: 'Закрыть' }).first().click()
})

test('5: staff and projects come from the office’s own files', async () => {
  await bring('Сотрудники', 'сотрудники.csv', staff)
  await bring('Проекты', 'проекты.csv', projects)
})

test('6, 7: people are let in, the address of the pages is opened once', async () => {
  const book = world().state.spreadsheets[world().state.boundSpreadsheetId]
  if (book) book.editors = [manager, consultant]
  const answer = await page().request.get(`${bench().url.replace(/\/$/, '')}/webapp/exec`)
  expect(await answer.text()).toMatch(/работает/)
})

test('9: the consultant offers an hour', async () => {
  world().calendarHand.insert({
    calendarId,
    summary: 'ММ консультация',
    start: '2026-11-25T11:00',
    end: '2026-11-25T12:00',
    user: consultant,
  })
  await jump(page(), '+1 ч')
})

test('8: nothing is red', async () => {
  await page().reload()
  await signIn(admin)
  const dialog = await menu('Установить и проверить')
  await dialog.locator('ol.checks li').first().waitFor()
  await picture('done')
  expect(await dialog.locator('ol.checks li.bad').allTextContents()).toEqual([])
  await dialog.getByRole('button', { name: 'Закрыть' }).first().click()
})

test('10: the office manager takes a call and books it', async () => {
  await signIn(manager)
  await page()
    .getByRole('button', { name: /^Открыть панель/ })
    .first()
    .click()
  await writeDown(sidebar(), { organisation: 'АНО «Причал»', request: 'Как описать проект' })
  await picture('intake')
  await sidebar().getByRole('button', { name: 'Подобрать время' }).click()
  await sidebar()
    .getByRole('button', { name: /^ср 25, 11:00/ })
    .first()
    .click()
  await picture('slot')
  await sidebar().getByRole('button', { name: 'Назначить' }).click()
  await sidebar()
    .getByText(/^Назначено/)
    .first()
    .waitFor()
  await picture('booked')
  await jump(page(), '+1 ч')
  const titles = world()
    .calendarHand.between({ calendarId, from: '2026-11-25T00:00', to: '2026-11-26T00:00' })
    .map(({ summary }) => summary)
  expect(titles).toEqual(['ММ_АНО «Причал»'])
  expect(world().state.letters.map(({ to }) => to)).toEqual(expect.arrayContaining([consultant, 'anna@example.org']))
})

test('a second person’s set-up: told whose triggers they are; nothing is made twice', async () => {
  const before = world().state.triggers.map(({ uid }) => uid)
  await signIn(manager)
  const dialog = await menu('Установить и проверить')
  await dialog.locator('ol.checks li').first().waitFor()
  await picture('second-person')
  expect(world().state.triggers.map(({ uid }) => uid)).toEqual(before)
  const asked = world().state.executions.flatMap((record) => JSON.stringify(record))
  expect(asked.some((one) => one.includes(`идут от имени ${admin}`))).toBe(true)
})
