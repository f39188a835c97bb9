/** The calendar's flow in a real browser: a booked consultation is dragged too far, somebody else is found, everybody is told once. */
import type { FrameLocator } from 'playwright-core'
import { takePicture } from './pictures'
import { soon } from './screens/soon'
import { jump, sidebarOf, workbenchPage } from './workbenchPage'

jest.setTimeout(120_000)

/** «Принято в работу» of the sample office, topic 8. */
const deal = 41_704
const organisation = 'Совет ветеранов «Наследники Ломоносова»'
const client = 'client45@example.org'
const morozova = 'gg0@example.org'
/** Who holds it at first. */
const lebedeva = 'wz7@example.org'
/** Who takes it over, with the free slot of the sample calendar that is booked. */
const kuzmina = {
  initials: 'ЕК',
  name: 'Кузьмина Елена Юрьевна',
  email: 'js3@example.org',
  button: /^ср 25, 18:00/,
  said: 'ср 25 ноября, 18:00',
}

const { page } = workbenchPage(900)
const sidebar = () => sidebarOf(page())
const press = (name: string | RegExp) => sidebar().getByRole('button', { name }).first().click()
const said = (sentence: string | RegExp) => sidebar().getByText(sentence).first().waitFor()
const openTab = (name: RegExp) => page().getByRole('tablist', { name: 'Разделы стенда' }).getByRole('tab', { name }).click()
const openSheet = (name: string) => page().getByRole('tab', { name, exact: true }).click()
/** Events whose label begins so, in a weekday's column of the week shown, 1 = Monday. */
const eventOn = (day: number, label: string) => page().locator(`.ec-body .ec-event[style*="grid-column: ${day};"][aria-label^="${label}"]`)
const letters = (to: string, subject = '') => page().locator('.letterLine').filter({ hasText: to }).filter({ hasText: subject })

beforeAll(async () => {
  await page().getByRole('button', { name: 'Начать' }).click()
  await sidebar().getByRole('tab', { name: 'Сегодня' }).waitFor()
})

async function openCard(): Promise<void> {
  await sidebar().getByRole('tab', { name: 'Карточка' }).click()
  await sidebar()
    .getByLabel(/^№, организация/)
    .fill(String(deal))
  await press('Найти')
  await press(new RegExp(String(deal)))
}

async function openSidebar(tab: string): Promise<void> {
  await page().getByRole('button', { name: 'Открыть панель заново' }).click()
  await sidebar().getByRole('tab', { name: tab }).click()
}

test('A1: a consultation is booked for Tuesday', async () => {
  await openCard()
  await sidebar().locator('#client-consentDate').fill('2026-11-23')
  await press('Сохранить')
  await said('Сохранено')
  await press('Подобрать время')
  await sidebar()
    .getByRole('region', { name: 'Лебедева Татьяна Викторовна' })
    .getByRole('button', { name: /^вт 24, 16:00/ })
    .click()
  await press('Назначить')
  await said(/^Назначено: вт 24 ноября, 16:00/)
  await openTab(/^Календарь/)
  await eventOn(2, `ТЛ_${organisation}, 16:00`).waitFor()
})

/** By the mouse, as in Google Calendar: to another day's column, at the same hour. */
async function dragToDay(label: string, from: number, to: number): Promise<void> {
  const event = await eventOn(from, label).boundingBox()
  const columns = page().locator('.ec-body .ec-day')
  const [source, target] = [await columns.nth(from - 1).boundingBox(), await columns.nth(to - 1).boundingBox()]
  if (!event || !source || !target) throw new Error(`there is no ${label} to drag`)
  const grip = { x: event.x + event.width / 2, y: event.y + event.height / 2 }
  await page().mouse.move(grip.x, grip.y)
  await page().mouse.down()
  await page().mouse.move(grip.x + target.x - source.x, grip.y, { steps: 12 })
  await page().mouse.up()
}

test('R1: it is dragged to Friday, three working days on', async () => {
  await dragToDay(`ТЛ_${organisation}`, 2, 5)
  await eventOn(5, `ТЛ_${organisation}, 16:00`).waitFor()
  expect(await soon(() => eventOn(2, `ТЛ_${organisation}`).count(), 0)).toBe(0)
})

test('G5: the tick follows it and flags it with the ways out; the office manager owes a decision; the client is not told', async () => {
  await jump(page(), '+1 ч')
  await openTab(/^Таблица/)
  await openSheet('Расхождения')
  const line = page().locator('.tabulator-row', { hasText: `сделка № ${deal}, перенесена дальше разрешённого` })
  await line.filter({ hasText: 'вернуть как было' }).filter({ hasText: 'переназначить' }).waitFor()
  await openSidebar('Сегодня')
  await said(`Решить о переносе: ${organisation}`)
  await takePicture(page(), 'calendar-limit')
  await openTab(/^Письма/)
  await letters(client, 'Консультация назначена: вт 24 ноября, 16:00').waitFor()
  expect(await letters(client).count()).toBe(1)
})

/** «Передать другому…» on the card: to Kuzmina, for the slot of hers that is offered. */
async function reassign(): Promise<void> {
  // The card that was open stands there still.
  await openSidebar('Карточка')
  await press(/^Передать другому/)
  await sidebar().getByRole('region', { name: kuzmina.name }).getByRole('button', { name: kuzmina.button }).click()
  await said(`Станет: ${kuzmina.said}`)
  await sidebar().getByLabel('Причина').fill('Лебедева в пятницу в отъезде')
  await takePicture(page(), 'calendar-reassign')
  await sidebar().getByRole('button', { name: 'Передать', exact: true }).click()
  await said(`Передано: Кузьмина Е. Ю., ${kuzmina.said}`)
}

test('G6: given to Kuzmina, one letter each; the client hears no time that was never promised', async () => {
  await reassign()
  await jump(page(), '+1 ч')
  await openTab(/^Письма/)
  await letters(client, `Консультация перенесена: ${kuzmina.said}`).click()
  const letter = page().frameLocator('iframe[title^="Письмо:"]').locator('body')
  await letter.getByText(`Ваша консультация перенесена: теперь ${kuzmina.said}`).waitFor()
  expect(await letter.textContent()).not.toContain('пт 27')
  await letters(kuzmina.email, `Вам назначена консультация: ${kuzmina.said}`).waitFor()
  await letters(lebedeva, 'Консультация передана другому консультанту: пт 27 ноября, 16:00').waitFor()
  expect([
    await letters(client).count(),
    await letters(kuzmina.email).count(),
    await letters(lebedeva, `сделка № ${deal}`).count(),
  ]).toEqual([2, 1, 3])
  await takePicture(page(), 'calendar-letters')
})

test('G6: the calendar shows the new booking, and the old time free again; nothing is owed any more', async () => {
  await openTab(/^Календарь/)
  await eventOn(3, `ЕК_${organisation}, 18:00`).waitFor()
  await eventOn(5, 'ТЛ консультация, 16:00').waitFor()
  expect(await page().locator('.ec-event', { hasText: organisation }).count()).toBe(1)
  await takePicture(page(), 'calendar-reassigned')
  await openSidebar('Сегодня')
  await said(/Закрыть неделю|Из прошлого/)
  expect(await sidebar().getByText(`Решить о переносе: ${organisation}`).count()).toBe(0)
  await openTab(/^Таблица/)
  await openSheet('Задачи')
  // The last line of a long sheet is drawn when it is scrolled to.
  await page().waitForFunction(
    ([subject, who]) => {
      document.querySelector('.sheetGrid .tabulator-tableholder')?.scrollTo(0, 1e6)
      const rows = [...document.querySelectorAll('.sheetGrid .tabulator-row')].map(({ textContent }) => textContent ?? '')
      return rows.some((row) => row.includes(subject) && row.includes(who))
    },
    [`Провести консультацию: ${organisation}`, kuzmina.initials] as const,
  )
})

async function openBoard(): Promise<FrameLocator> {
  await page().getByText('Меню «Консультации»').click()
  await page().getByRole('menuitem', { name: 'Доска слотов…' }).click()
  return page().frameLocator('iframe[title^="Окно"]')
}

test('G1, G7: the board tells the office who offers what, and who is short of the norm', async () => {
  const board = await openBoard()
  const row = board.getByRole('row', { name: /^ЕК Кузьмина Елена Юрьевна/ })
  await row.getByText(organisation).waitFor()
  await board.getByText(/^Норма слотов не набрана: у \d+/).waitFor()
  await board
    .getByText(/^не хватает \d слот/)
    .first()
    .waitFor()
  await takePicture(page(), 'calendar-board')
  await board.locator('body').press('Escape')
  await page().locator('iframe[title^="Окно"]').waitFor({ state: 'detached' })
})

test("G1: a consultant sees the own weeks and repeats last week's slots after a look", async () => {
  await page().getByLabel('Кто:').selectOption(morozova)
  const board = await openBoard()
  await board.getByRole('button', { name: /Повторить прошлую неделю… 7–13 декабря/ }).click()
  await board.getByText(/^За образец взята неделя 30 ноября – 6 декабря/).waitFor()
  await takePicture(page(), 'calendar-repeat')
  await board.getByRole('button', { name: /^Записать \d/ }).click()
  await board
    .getByText(/^Записан/)
    .first()
    .waitFor()
  await board.getByRole('button', { name: 'К доске' }).click()
  await board
    .getByRole('row', { name: /7–13 декабря/ })
    .getByText('17:00–18:00')
    .first()
    .waitFor()
  await takePicture(page(), 'calendar-own')
  await board.getByRole('button', { name: 'Закрыть окно' }).click()
  await openTab(/^Календарь/)
  for (let week = 0; week < 2; week++) await page().getByRole('button', { name: 'Позже' }).click()
  await eventOn(2, 'ММ консультация, 17:00').waitFor()
  await eventOn(3, 'ММ консультация, 10:00').waitFor()
})
