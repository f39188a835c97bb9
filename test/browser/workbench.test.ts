/** The workbench in a real browser: the first minute of somebody who tries it. */
import type { Browser, Locator, Page } from 'playwright-core'
import { startWorkbench, type TestWorkbench } from './browser'
import { openBrowser } from './browserAlone'

jest.setTimeout(60_000)

let browser: Browser
let workbench: TestWorkbench
let page: Page
const problems: string[] = []

beforeAll(async () => {
  workbench = await startWorkbench({ port: 0, sample: true })
  browser = await openBrowser()
  page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  page.on('pageerror', (error) => problems.push(error.message))
  await page.goto(workbench.url)
})
afterAll(async () => {
  await browser?.close()
  await workbench?.stop()
})
afterEach(() => expect(problems).toEqual([]))

const eventually = async <T>(read: () => T | Promise<T>, expected: T): Promise<void> => {
  for (let tries = 0; (await read()) !== expected && tries < 100; tries++) await page.waitForTimeout(50)
  expect(await read()).toBe(expected)
}

const cellAt = (row: number, heading: string) =>
  page.evaluate(
    ([number, title]) => {
      const column = [...document.querySelectorAll('.tabulator-col')]
        .find((one) => one.textContent?.trim() === title)
        ?.getAttribute('tabulator-field')
      const line = [...document.querySelectorAll('.tabulator-row')].find(
        (one) => one.querySelector('.rowNumber')?.textContent === String(number),
      )
      return line?.querySelector(`[tabulator-field="${column}"]`)?.textContent ?? null
    },
    [row, heading] as const,
  )

test('it opens with the sample office on Monday morning, and «Начать» opens the sidebar', async () => {
  await eventually(() => page.locator('.clockText').textContent(), 'пн 23 ноября 2026, 09:00')
  await page.getByRole('button', { name: 'Начать', exact: true }).click()
  await page.frameLocator('iframe[title^="Панель"]').getByRole('tab').first().waitFor()
})

test('a name with markup, typed into the grid, stays text', async () => {
  await page.getByRole('tab', { name: 'Клиенты', exact: true }).click()
  await page.getByText('МБУ «Шаг навстречу»', { exact: true }).first().dblclick()
  await page.getByLabel('Значение ячейки').fill('<img src=x onerror=alert(1)>')
  await page.keyboard.press('Enter')
  await page.getByText('<img src=x onerror=alert(1)>', { exact: true }).waitFor()
})

test('an event of the calendar is renamed by hand', async () => {
  await page.getByRole('tab', { name: 'Календарь', exact: true }).click()
  await page.getByLabel('ДЗ консультация, 14:00–15:00').click()
  await page.getByLabel('Название').fill('ДЗ консультация онлайн')
  await page.getByRole('button', { name: 'Сохранить' }).click()
  await page.getByLabel('ДЗ консультация онлайн, 14:00–15:00').waitFor()
})

test('a deleted event comes back, also when its message is gone; a dragged one goes back', async () => {
  const event = page.getByLabel('ДЗ консультация онлайн, 14:00–15:00')
  await event.focus()
  await page.keyboard.press('Delete')
  await event.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Закрыть сообщение' }).last().click()
  await page.getByRole('button', { name: 'Вернуть удалённое: ДЗ консультация онлайн' }).click()
  await event.hover()
  await page.mouse.down()
  await page.mouse.move(640, 300, { steps: 8 })
  await page.mouse.up()
  await event.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Вернуть', exact: true }).last().click()
  await event.waitFor()
})

test('a consultant’s own initials stand in a new event; a whole day that repeats is made in the form', async () => {
  const signed = page.getByLabel('Кто:')
  await signed.selectOption('gg0@example.org')
  await page.locator('.ec-all-day .ec-day').first().click({ force: true })
  const form = page.getByRole('dialog', { name: 'Новое событие' })
  await eventually(() => form.getByLabel('Название').inputValue(), 'ММ консультация')
  await form.getByLabel('Название').fill('Учёба ММ')
  await form.getByLabel('Конец').fill('2026-11-24')
  await form.locator('[name=rule]').selectOption('Каждую неделю')
  await form.locator('[name=until]').fill('2026-12-08')
  const inForm = (dialog: Locator) =>
    Promise.all([dialog.getByLabel('Конец'), dialog.locator('[name=rule]'), dialog.locator('[name=until]')].map((one) => one.inputValue()))
  const given = ['2026-11-24', 'RRULE:FREQ=WEEKLY', '2026-12-08']
  expect(await inForm(form)).toEqual(given)
  await form.getByRole('button', { name: 'Создать' }).click()
  await page.getByLabel('Учёба ММ', { exact: true }).first().click()
  const edit = page.getByRole('dialog', { name: 'Событие', exact: true })
  expect(await inForm(edit)).toEqual(given)
  await edit.getByLabel('Весь день').uncheck()
  expect(await edit.getByLabel('Начало').inputValue()).toBe('2026-11-23T09:00')
  await page.keyboard.press('Escape')
})

test('Planfix says how it is connected; a page for people outside stands in a phone', async () => {
  await page.getByRole('tab', { name: 'Planfix', exact: true }).click()
  await page.getByText('Задач пока нет. Подключить:').waitFor()
  await page.getByRole('tab', { name: 'Страницы', exact: true }).click()
  await page.getByRole('button', { name: 'Консультации на телефоне' }).click()
  const size = await page.getByTitle('Страница как на телефоне').evaluate((frame) => [frame.clientWidth, frame.clientHeight])
  expect(size).toEqual([390, 844])
  await page.getByRole('tab', { name: 'Календарь', exact: true }).click()
})

test('an hour forward: the ticks ran, the clock and the list of runs say so', async () => {
  await page.getByRole('button', { name: '+1 ч' }).click()
  await eventually(() => page.locator('.clockText').textContent(), 'пн 23 ноября 2026, 10:00')
  await page.getByRole('tab', { name: 'Запуски' }).click()
  await page.getByRole('table', { name: 'Запуски скрипта' }).getByRole('button', { name: 'tick' }).first().waitFor()
})

test('the sheet shows its heading and its first deal', async () => {
  await page.getByRole('tab', { name: 'Таблица' }).click()
  await page.getByRole('tab', { name: 'Сделки' }).click()
  await eventually(() => cellAt(2, '№'), '41003')
})

test('«?» opens the guide about this screen, by the mouse and by the key; Esc closes it and the focus is back', async () => {
  const sidebar = page.frameLocator('iframe[title^="Панель"]')
  const help = sidebar.getByRole('region', { name: 'Как это делается' })
  const button = sidebar.getByRole('button', { name: 'Как это делается (?)' })
  await button.click()
  await help.getByRole('heading', { name: 'Ваш день' }).waitFor()
  await page.keyboard.press('Escape')
  await help.waitFor({ state: 'detached' })
  await eventually(() => button.evaluate((one) => one === document.activeElement), true)
  await sidebar.getByRole('tab', { name: /^Мои/ }).click()
  await sidebar.getByRole('button', { name: 'Отметить слоты' }).click()
  await page.keyboard.press('?')
  await help.getByRole('heading', { name: /^Отметить свободное время/ }).waitFor()
})
