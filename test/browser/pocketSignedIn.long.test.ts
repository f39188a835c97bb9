/** A consultant who may not edit the spreadsheet signs in by the letter and works on the phone: his own, his hours, a card; it fits, axe finds nothing. */
import type { Browser, Page } from 'playwright-core'
import { atWork, bookInput, calendarLines, done, morozova, phoned, slotOf } from '../fixtures/desk'
import { rowById } from '../fixtures/register'
import { startWorkbench, type TestWorkbench } from './browser'
import { openBrowser } from './browserAlone'
import { takePicture } from './pictures'
import { violationsOf } from './screens/axe'

jest.setTimeout(240_000)

let browser: Browser
let bench: TestWorkbench

beforeAll(async () => {
  browser = await openBrowser()
  bench = await startWorkbench({ port: 0, sample: true })
  const { world } = bench.bench
  atWork(world)
  const book = world.state.spreadsheets[world.state.boundSpreadsheetId]
  if (book?.editors) book.editors = book.editors.filter((email) => email !== morozova)
})
afterAll(async () => {
  await browser?.close()
  await bench?.stop()
})

async function signIn(page: Page): Promise<void> {
  const { world } = bench.bench
  await page.goto(`${bench.url}/webapp/exec`)
  await page.getByLabel('Рабочая почта').fill(morozova)
  await page.getByRole('button', { name: 'Прислать ссылку' }).tap()
  await page.getByRole('heading', { name: 'Проверьте почту' }).waitFor()
  const before = world.state.letters.length
  world.advanceTo(world.state.now + 11 * 60_000)
  const letter = world.state.letters.slice(before).find(({ to, subject }) => to === morozova && subject.startsWith('Вход'))
  await page.goto(`${bench.url}/webapp/exec${/\/exec(\?in=\S+)/.exec(letter?.body ?? '')?.[1] ?? ''}`)
  await page.getByRole('button', { name: 'Войти на этом устройстве' }).tap()
  await page.getByRole('tab', { name: 'Мои' }).waitFor()
}

async function expectFits(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
  const small = await page
    .locator('button:visible, a.button:visible')
    .evaluateAll((all) => all.filter((one) => one.getBoundingClientRect().height < 44).map(({ textContent }) => textContent))
  expect(small).toEqual([])
  expect(await violationsOf(page)).toEqual([])
}

test('his hours and his card, without the right to edit the spreadsheet', async () => {
  const { world } = bench.bench
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true })
  const page = await context.newPage()
  await signIn(page)
  const { card } = done(world, 'deal/book', bookInput(phoned(world, 'АНО «Маяк»'), slotOf(world)))
  await page.locator('.segments label', { hasText: 'Отметить слоты' }).tap()
  await page.locator('.marks').first().waitFor()
  await page.locator('button.mark[aria-label^="чт 26 ноября, 15:00"]').tap()
  await takePicture(page, 'pocket-phone-marks')
  await expectFits(page)
  await page.getByRole('button', { name: 'Сохранить', exact: true }).tap()
  await page.locator('.notice.good', { hasText: 'Предложен 1 час' }).waitFor()
  expect(calendarLines(world)).toContain('2026-11-26T15:00–16:00 ММ консультация')
  await page.reload()
  await page.locator('.segments label', { hasText: 'Консультации' }).tap()
  await page.locator('.own .item', { hasText: 'Маяк' }).tap()
  await page.locator('.pocket-card').waitFor()
  await takePicture(page, 'pocket-phone-card')
  await expectFits(page)
  await page.getByRole('button', { name: 'Не смогу провести…' }).tap()
  await page.getByLabel(/Причина|Не сможет/i).fill('Заболела')
  await page.locator('.panel .button.primary').tap()
  await page.locator('.notice.good').waitFor()
  expect(String(rowById(world, 'Сделки', card.deal.id)['Не может провести'])).toContain('Заболела')
  await context.close()
})
