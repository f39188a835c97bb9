/** The day on which a year comes from amoCRM, in a real browser: one file, one press, and «Сегодня» without red. */
import { join } from 'node:path'
import type { FrameLocator } from 'playwright-core'
import type { World } from '../../emulator/world/types'
import { director, nextTick, office, setSetting } from '../fixtures/desk'
import { beforeImport } from '../fixtures/imports/beforeImport'
import { rowsOf } from '../fixtures/register'
import { takePicture } from './pictures'
import { jump, sidebarOf, workbenchPage } from './workbenchPage'

jest.setTimeout(180_000)

/** The trigger has run once: set-up is over. */
function atWork(): World {
  const world = beforeImport()
  setSetting(world, 'Начать учёт с', '2026-11-23')
  nextTick(world)
  return world
}

const { page, bench } = workbenchPage(900, atWork)
const file = join(__dirname, '../fixtures/imports/amocrm-export-as-it-is.csv')
const signIn = (email: string) => page().getByLabel('Кто:').selectOption(email)

async function openToday(): Promise<FrameLocator> {
  const again = page().getByRole('button', { name: 'Открыть панель заново' })
  if (await again.isVisible()) await again.click()
  else await page().getByRole('button', { name: 'Открыть панель', exact: true }).click()
  const sidebar = sidebarOf(page())
  await sidebar.getByRole('tab', { name: 'Сегодня' }).click()
  await sidebar.locator('.due').first().waitFor()
  return sidebar
}

test('the export is loaded with its proposals untouched', async () => {
  await signIn(director)
  await page().getByText('Меню «Консультации»').click()
  await page().getByRole('menuitem', { name: 'Импорт…' }).click()
  const dialog = page().frameLocator('iframe[title^="Окно"]')
  await dialog.locator('#import-file').setInputFiles(file)
  const load = dialog.getByRole('button', { name: /^Загрузить \d/ })
  await load.waitFor({ timeout: 60_000 })
  await takePicture(page(), 'first-day-look')
  await load.click()
  await dialog
    .getByText(/Загружено/)
    .first()
    .waitFor({ timeout: 120_000 })
  await takePicture(page(), 'first-day-loaded')
  await dialog.getByRole('button', { name: 'Закрыть' }).first().click()
  expect(rowsOf(bench().bench.world, 'Сделки')).toHaveLength(314)
})

test.each([
  ['office', office],
  ['director', director],
  ['consultant', 'gg0@example.org'],
])('«Сегодня» of the %s: without red, the past folded and grey', async (name, email) => {
  await signIn(email)
  const sidebar = await openToday()
  expect(await sidebar.locator('.due.overdue').count()).toBe(0)
  expect(await sidebar.locator('.notice.bad, .late').count()).toBe(0)
  const past = sidebar.getByRole('button', { name: /^Из прошлого/ })
  await takePicture(page(), `first-day-today-${name}`)
  await past.click()
  await takePicture(page(), `first-day-past-${name}`)
})

test('on the next day too: no red, no breach, no letter about the past', async () => {
  const { world } = bench().bench
  const before = world.state.letters.length
  await jump(page(), '+1 д')
  await signIn(office)
  const sidebar = await openToday()
  await takePicture(page(), 'first-day-tomorrow')
  expect(await sidebar.locator('.due.overdue').count()).toBe(0)
  expect(rowsOf(world, 'Нарушения')).toEqual([])
  expect(world.state.letters.slice(before).filter(({ subject }) => /росроч|нарушен/.test(subject))).toEqual([])
})
