/** What the gallery does on a page, and how its server answers. */

import * as fixture from './galleryFixture.mjs'

export const ok = (value) => ({ ok: true, value })
export const no = (message, problem = null) => ({ ok: false, message, problem, issues: [], retry: false })
export const fails = { fails: true }
export const hangs = { hangs: true }

export const button = (name) => (page) => page.getByRole('button', { name }).first().click()
export const tab = (name) => (page) => page.getByRole('tab', { name }).click()
export const fill = (label, value) => (page) => page.getByLabel(label).first().fill(value)
export const choose = (label, value) => (page) => page.getByLabel(label).first().selectOption(value)
export const key = (name) => (page) => page.keyboard.press(name)
export const rest = (ms) => (page) => page.waitForTimeout(ms)
export const openCard = [tab('Карточка'), button('Строка таблицы')]
export const toForm = [
  tab('Заявка'),
  fill('Телефон, организация или почта', 'Маяк'),
  rest(350),
  (page) => page.getByRole('option').first().click(),
]
export const toSlots = [...toForm, fill('E-mail', 'a@mayak.ru'), button('Согласие получено'), button('Подобрать время')]
export const today = (more) => ({ today: { ...fixture.today, ...more } })
