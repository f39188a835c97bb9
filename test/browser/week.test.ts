/** Friday in a real browser: the sample office's cards are filled in the list, walked with the keyboard, closed and taken back. */
import type { FrameLocator, Locator } from 'playwright-core'
import { takePicture } from './pictures'
import { soon } from './screens/soon'
import { jump, workbenchPage } from './workbenchPage'

jest.setTimeout(180_000)

const { page } = workbenchPage(760)
let week: FrameLocator

beforeAll(async () => {
  await page().getByRole('button', { name: 'Начать' }).click()
  await jump(page(), 'до пт 15:00')
  await openWeek()
})

async function openWeek(): Promise<void> {
  await page().getByText('Меню «Консультации»').click()
  await page().getByRole('menuitem', { name: 'Закрытие недели…' }).click()
  week = page().frameLocator('iframe[title^="Окно"]')
  await week.getByRole('listbox').waitFor()
}

const group = (name: string) => week.getByRole('group', { name, exact: true })
const cards = (name: string) => group(name).getByRole('option')
const selected = (): Locator => week.locator('[role="option"][aria-selected="true"]')
const numberOf = async (row: Locator) => (await row.locator('.number').textContent()) ?? ''
const focused = () => week.locator(':focus')

const told = (words: RegExp) => week.locator('.notice', { hasText: words }).waitFor({ timeout: 60_000 })

/** Each kind of field that a card may lack. */
async function fillCard(): Promise<void> {
  for (const field of await week.locator('.to-fill select').all()) await field.selectOption({ index: 1 })
  for (const field of await week.locator('.to-fill textarea').all()) await field.fill('Разобрали смету, сдать отчёт до 1 декабря')
  for (const field of await week.locator('.to-fill input').all())
    await field.fill((await field.getAttribute('id')) === 'deal-minutes' ? '50' : 'Добрые соседи')
}

test('K1, K4: the list says what can be closed, and whose cards are not ready', async () => {
  expect(await week.getByRole('option').count()).toBeGreaterThan(30)
  await expect(week.locator('.incomplete .group-name').textContent()).resolves.toMatch(/Не готовы\s+\d+ · [А-Я]{2} \d+, [А-Я]{2} \d+/)
  await takePicture(page(), 'week-many')
})

test('↑ and ↓ walk the list, Enter goes into the card, Esc comes back', async () => {
  const first = await numberOf(selected())
  await week.getByRole('listbox').focus()
  for (let step = 0; step < 3; step++) await page().keyboard.press('ArrowDown')
  expect(await numberOf(selected())).not.toBe(first)
  for (let step = 0; step < 3; step++) await page().keyboard.press('ArrowUp')
  expect(await soon(() => numberOf(selected()), first)).toBe(first)
  await page().keyboard.press('Enter')
  await week.locator('.to-fill :focus').waitFor()
  await page().keyboard.press('Escape')
  expect(await soon(() => focused().getAttribute('id'), 'week-list')).toBe('week-list')
})

test('K5: cards are filled in the list; each goes over to the ready ones, and the next comes up', async () => {
  const [lacking, ready] = [await cards('Не готовы').count(), await cards('Готовы').count()]
  for (let card = 1; card <= 3; card++) {
    const id = await numberOf(selected())
    await fillCard()
    await week.getByRole('button', { name: 'Сохранить' }).click()
    await group('Готовы').locator('.number', { hasText: id }).waitFor()
    expect(await soon(() => cards('Не готовы').count(), lacking - card)).toBe(lacking - card)
    expect(await numberOf(selected())).not.toBe(id)
  }
  expect(await cards('Готовы').count()).toBe(ready + 3)
})

test('K1, K7: closed, those without an answer counted apart; «Отменить» brings the cards back but those that were written to', async () => {
  for (let card = 0; card < 3; card++) {
    await cards('Готовы').nth(card).click()
    await week.getByText('Запросить отзыв', { exact: true }).click()
  }
  const standing = await week.getByRole('option').count()
  await week.getByRole('button', { name: /^Закрыть \d+ · отзыв \d/ }).click()
  await told(/Закрыт. \d+ карточ.+без ответа \d+, отзыв запрошен у 3 клиентов/)
  await told(/Письм. отправлен./)
  await week.locator('.week-both:not(.stale)').waitFor()
  await takePicture(page(), 'week-closed')
  expect(await week.getByRole('option').count()).toBeLessThan(standing)
  await week.getByRole('button', { name: 'Отменить' }).click()
  await told(/Возвращен. \d+ карточ/)
  await told(/письмо клиенту уже ушло/)
  await week.locator('.week-both:not(.stale)').waitFor()
  expect(await soon(() => focused().getAttribute('id'), 'week-list')).toBe('week-list')
  expect(await week.getByRole('option').count()).toBe(standing)
  await takePicture(page(), 'week-undone')
})
