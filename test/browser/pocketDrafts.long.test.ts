/** What a consultant types on the phone and does not save: kept on the server, offered on her computer, waiting while there is no connection. */
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { between, rest } from '../../src/sidebar/models/card/edits/cardDrafts'
import { atWork, bookInput, done, morozova, phoned, setSetting, sleepUntil, slotOf } from '../fixtures/desk'
import { rowsOf } from '../fixtures/register'
import { startWorkbench, type TestWorkbench } from './browser'
import { openBrowser } from './browserAlone'
import { letterTo, openPhone } from './phoneHand'
import { takePicture } from './pictures'
import { violationsOf } from './screens/axe'
import { showHtml } from './screens/shownScreen'
import { soon } from './screens/soon'

jest.setTimeout(120_000)

let browser: Browser
let bench: TestWorkbench

beforeAll(async () => {
  browser = await openBrowser()
  bench = await startWorkbench({ port: 0, sample: true })
  atWork(bench.bench.world)
  setSetting(bench.bench.world, 'Не напоминать с', '00:00')
})
afterAll(async () => {
  await browser?.close()
  await bench?.stop()
})

const long = 'Разобрали смету на два года и договор с музеем; прислать шаблон, проверить строку «Оплата труда», созвониться в четверг.'
const drafts = () => rowsOf(bench.bench.world, 'Черновики').map(({ cells }) => [cells['Поле'], cells['Набрано']])

async function onPhone(): Promise<{ page: Page; context: BrowserContext }> {
  const { page, context } = await openPhone(browser, { colorScheme: 'dark' })
  await page.clock.install()
  await page.goto(`${bench.url}/webapp/exec${await letterTo(bench, page, morozova)}`)
  await page.getByRole('button', { name: 'Войти на этом устройстве' }).tap()
  await page.getByRole('tab', { name: 'Мои' }).waitFor()
  return { page, context }
}

async function openCard(page: Page): Promise<void> {
  await page.locator('.own .item', { hasText: 'Маяк' }).first().click()
  await page.locator('.pocket-card').waitFor()
}

test('typed on the phone, taken on the computer; without a connection it waits and goes out later; saved, it is forgotten', async () => {
  const { world } = bench.bench
  const { card } = done(world, 'deal/book', bookInput(phoned(world, 'АНО «Маяк»'), slotOf(world)))
  sleepUntil(world, card.deal.end ?? '')
  const { page, context } = await onPhone()
  await openCard(page)
  await page.locator('#deal-content').fill(long)
  await page.clock.fastForward(rest)
  await page.locator('.kept', { hasText: 'черновик на сервере' }).waitFor({ timeout: 15_000 })
  expect(drafts()).toEqual([['deal.content', long]])
  await takePicture(page, 'pocket-draft-kept-dark')
  expect(await violationsOf(page)).toEqual([])

  const shown = world.invoke({ fn: 'showSidebar', entry: 'menu', user: morozova }).ui.find(({ kind }) => kind === 'sidebar')
  if (shown?.kind !== 'sidebar') throw new Error('no sidebar')
  const panel = await showHtml(browser, { html: shown.html, world, user: morozova, size: { width: 300, height: 800 } })
  await openCard(panel.page)
  await panel.page.locator('.other-draft strong', { hasText: /^Черновик с телефона, / }).waitFor()
  await takePicture(panel.page, 'draft-from-phone-300')
  expect(await violationsOf(panel.page)).toEqual([])
  await panel.page.getByRole('button', { name: 'Взять сюда' }).click()
  await panel.page.locator('.other-draft').waitFor({ state: 'detached' })
  expect(await soon(() => panel.page.locator('#deal-content').inputValue(), long)).toBe(long)
  await panel.page.close()

  await context.setOffline(true)
  await page.locator('#deal-content').fill('Без связи')
  await page.clock.fastForward(between)
  await page.locator('.kept', { hasText: 'нет связи' }).waitFor({ timeout: 20_000 })
  await takePicture(page, 'pocket-draft-waits-dark')
  await context.setOffline(false)
  await page.clock.fastForward(between)
  await page.locator('.kept', { hasText: 'черновик на сервере' }).waitFor({ timeout: 30_000 })
  expect(drafts()).toEqual([['deal.content', 'Без связи']])
  await page.getByRole('button', { name: 'Сохранить', exact: true }).tap()
  await page.locator('.notice.good').waitFor()
  await page.clock.fastForward(between)
  for (let tries = 0; drafts().length > 0 && tries < 60; tries += 1) await page.waitForTimeout(250)
  expect(drafts()).toEqual([])
  await context.close()
})
