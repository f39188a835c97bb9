/** How a consultant comes to the screens of the pocket: what is tapped. */
import type { Page } from 'playwright-core'
import type { Answers } from './shownScreen'

const settled = (page: Page) => page.waitForTimeout(400)

async function marking(page: Page): Promise<void> {
  await page.locator('.segments label', { hasText: 'Отметить слоты' }).click()
  await page.locator('.marks').first().waitFor()
}

/** Three offered, one taken back. */
export async function tapped(page: Page): Promise<void> {
  await marking(page)
  for (const at of [2, 9, 20]) await page.locator('.mark.open').nth(at).click()
  await page.locator('button.mark.free').first().click()
}

export async function savedMarks(page: Page): Promise<void> {
  await tapped(page)
  await page.getByRole('button', { name: 'Сохранить', exact: true }).click()
  await page.locator('.notice.good').waitFor()
}

export async function lostMarks(page: Page, answers: Answers): Promise<void> {
  await tapped(page)
  answers.come = 'lost'
  await page.getByRole('button', { name: 'Сохранить', exact: true }).click()
  await page.locator('.notice.bad').waitFor()
}

/** The first one of a group. */
const ownIn = (group: string) => async (page: Page) => {
  await page.locator(`.own.${group} .item`).first().click()
  await page.locator('.pocket-card').waitFor()
  await settled(page)
}
const firstOwn = ownIn('fill')
export const ownAhead = ownIn('later')

export async function heldTooSoon(page: Page): Promise<void> {
  await firstOwn(page)
  await page.getByRole('button', { name: 'Проведена', exact: true }).click()
  await page.locator('.notice.bad').waitFor()
}

export async function notCome(page: Page): Promise<void> {
  await firstOwn(page)
  await page.getByRole('button', { name: 'Не пришёл' }).click()
}

export async function ownMoving(page: Page): Promise<void> {
  await ownAhead(page)
  await page.getByRole('button', { name: 'Перенести…' }).click()
  await page.locator('#move-panel').waitFor()
  await settled(page)
}
