/** How it ends: what a screen says after its deed, and where somebody else was faster. */
import type { Page } from 'playwright-core'
import type { World } from '../../../emulator/world/types'
import { amoLooked, booked, brought, moving, personLooked, pickedHour } from './ways'

type Then = (page: Page) => Promise<void>

const told: Then = (page) => page.locator('.notice.good').first().waitFor()
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true }).click()

export const weekClosed: Then = async (page) => {
  await press(page, /^Закрыть \d/)
  await told(page)
}
export const weekUndone: Then = async (page) => {
  await weekClosed(page)
  await press(page, 'Отменить')
  await page
    .getByText(/^Отменено|Возвращен|Верну/)
    .first()
    .waitFor()
}
export const monthMade: Then = async (page) => {
  await press(page, 'Сформировать')
  await told(page)
}
const october: Then = async (page) => {
  await page.getByLabel('Месяц', { exact: true }).last().selectOption('2026-10')
  await page.getByText('Ещё не утверждена').waitFor()
}
export const monthApproved: Then = async (page) => {
  await october(page)
  await press(page, 'Утвердить')
  await page.getByText(/^Утверждена/).waitFor()
}
export const monthPublished: Then = async (page) => {
  await october(page)
  await page.getByLabel('Ссылка на публикацию').fill('https://resursny-centr.example/novosti/2026/11/itogi-noyabrya-konsultacii')
  await press(page, 'Опубликовано на сайте')
  await page.locator('.good-text').first().scrollIntoViewIfNeeded()
}
export const forgotten: Then = async (page) => {
  await personLooked('Маяк')(page)
  await page.getByLabel(/^Причина/).fill('обращение от 23 ноября')
  await press(page, 'Удалить')
  await told(page)
}
export const amoConnected: Then = async (page) => {
  await amoLooked(page)
  await press(page, 'Подключить')
  await page.getByRole('button', { name: 'Отключить' }).waitFor()
}
export const takenBack: Then = async (page) => {
  await brought(page)
  await press(page, 'Вернуть импорт')
  await told(page)
}
export const moved: Then = async (page) => {
  await moving(page)
  await page.locator('.panel .slot').first().click()
  await page.locator('#move-reason').fill('по просьбе клиента')
  await press(page, 'Перенести')
  await told(page)
}
export const undone: Then = async (page) => {
  await booked(page)
  await press(page, 'Отменить последнее')
  await page
    .getByText(/^Отменено/)
    .first()
    .waitFor()
}

/** The hour is picked, and booked in the calendar by hand before «Назначить». */
export async function hourTaken(page: Page, _answers: unknown, world: World): Promise<void> {
  await pickedHour(page)
  const [calendarId = ''] = Object.keys(world.state.calendars)
  const [slot] = world.calendarHand
    .between({ calendarId, from: '2026-11-23T10:00', to: '2026-11-23T11:00' })
    .filter(({ summary }) => summary.startsWith('ДЗ'))
  if (slot !== undefined) world.calendarHand.patch({ calendarId, user: 'office@example.org', id: slot.id, summary: 'ДЗ_Фонд «Другой»' })
  await press(page, 'Назначить')
  await page.locator('.notice.bad').first().waitFor()
}
