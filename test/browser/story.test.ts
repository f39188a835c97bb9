/** The week's story in a real browser: from a phone call to a number in the month's sheet, through the workbench page. */
import type { FrameLocator } from 'playwright-core'
import { writeDown } from './newCall'
import { takePicture } from './pictures'
import { jump, sidebarOf, workbenchPage } from './workbenchPage'

jest.setTimeout(120_000)

const { page } = workbenchPage()
const sidebar = () => sidebarOf(page())

async function signIn(email: string): Promise<void> {
  await page().getByLabel('Кто:').selectOption(email)
}

async function openSidebar(): Promise<void> {
  const again = page().getByRole('button', { name: 'Открыть панель заново' })
  if (await again.isVisible()) await again.click()
  else await page().getByRole('button', { name: 'Открыть панель', exact: true }).click()
  await sidebar().getByRole('tab', { name: 'Сегодня' }).click()
}

async function openMenu(item: string): Promise<FrameLocator> {
  await page().getByText('Меню «Консультации»').click()
  await page().getByRole('menuitem', { name: item }).click()
  return page().frameLocator('iframe[title^="Окно"]')
}

test('the workbench opens with the sample office and says so', async () => {
  await page().locator('.clockText', { hasText: 'пн 23 ноября 2026, 09:00' }).waitFor()
  await page().getByText('пример офиса', { exact: true }).waitFor()
  await page().getByRole('button', { name: 'Начать' }).click()
  await sidebar().getByRole('tab', { name: 'Сегодня' }).waitFor()
  await takePicture(page(), 'desk')
})

test('I4, I8: a new client phones, and the seven fields become a deal', async () => {
  await writeDown(sidebar(), { organisation: 'АНО «Белая ночь»', request: 'Как описать проект для президентского гранта' })
  await takePicture(page(), 'intake')
  await sidebar().getByRole('button', { name: 'Подобрать время' }).click()
  await sidebar()
    .getByRole('button', { name: /^вт 24/ })
    .first()
    .waitFor()
})

test('A1–A4: the office manager books a slot of ТЛ in one click more', async () => {
  await takePicture(page(), 'slots')
  await sidebar()
    .getByRole('region', { name: 'Лебедева Татьяна Викторовна' })
    .getByRole('button', { name: /^вт 24, 16:00/ })
    .click()
  await sidebar().getByLabel('Место').fill('каб. 3')
  await sidebar().getByRole('button', { name: 'Назначить' }).click()
  await sidebar().getByText('АНО «Белая ночь»').first().waitFor()
  await page()
    .getByRole('tab', { name: /Письма 2/ })
    .click()
  await page().getByText('Консультация назначена: вт 24 ноября, 16:00').first().waitFor()
  await page().getByRole('tab', { name: 'Календарь', exact: true }).click()
  await page().getByText('_АНО «Белая ночь»').first().waitFor()
  await takePicture(page(), 'calendar')
})

test('C5–C8: after the consultation its consultant fills the card', async () => {
  await jump(page(), '+1 д')
  for (let hour = 0; hour < 9; hour++) await jump(page(), '+1 ч')
  await page().locator('.clockText', { hasText: 'вт 24 ноября 2026, 18:00' }).waitFor()
  await signIn('wz7@example.org')
  await openSidebar()
  await sidebar().getByRole('tab', { name: 'Мои' }).click()
  await sidebar()
    .getByRole('button', { name: /^АНО «Белая ночь»/ })
    .click()
  await sidebar().locator('#deal-minutes').fill('50')
  await sidebar().locator('#deal-project').selectOption('Школа социального проектирования')
  await sidebar().locator('#deal-content').fill('Разобрали логику проекта и смету')
  await sidebar().locator('#deal-recommendations').fill('Уточнить цель и целевую группу')
  await sidebar().locator('#deal-discussedName').fill('Тёплый дом')
  await sidebar().locator('#deal-discussedTheme').fill('помощь семьям')
  await sidebar().locator('#deal-discussedAdvice').fill('Сузить аудиторию до одного района')
  await takePicture(page(), 'card')
  await sidebar().getByRole('button', { name: 'Проведена', exact: true }).click()
  await sidebar()
    .getByText(/Консультация проведена|Проведена/)
    .first()
    .waitFor()
})

test('K1, K5, K6: on Friday the office manager closes what is ready', async () => {
  await signIn('office@example.org')
  await jump(page(), 'до пт 15:00')
  const week = await openMenu('Закрытие недели…')
  await week.getByRole('option', { name: /АНО «Белая ночь»/ }).click()
  await takePicture(page(), 'week')
  await week.getByRole('button', { name: /^Закрыть \d+/ }).click()
  await week
    .getByText(/Закрыт/)
    .first()
    .waitFor()
  await page().getByRole('button', { name: 'Закрыть окно' }).click()
})

test('S2: on the first of the month the sheet counts it', async () => {
  await jump(page(), 'до 1-го')
  await signIn('director@example.org')
  const report = await openMenu('Отчёт за месяц…')
  await report.getByRole('combobox', { name: 'Месяц' }).selectOption('2026-11')
  await report.getByRole('button', { name: 'Сформировать' }).click()
  await report
    .getByText(/проведен/)
    .first()
    .waitFor()
  await page().getByRole('button', { name: 'Закрыть окно' }).click()
  await page().getByRole('tab', { name: 'Таблица', exact: true }).click()
  await page().getByRole('tab', { name: 'Отчёт 2026-11' }).click()
  await page().getByText('Консультации за ноябрь 2026').waitFor()
  await takePicture(page(), 'month')
})
