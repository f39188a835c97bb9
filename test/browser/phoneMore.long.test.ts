/** The desk on a phone: without a connection, without storage, narrow and wide, a consultant's; the code for the camera. Every screen fits, axe finds nothing. */
import type { Browser } from 'playwright-core'
import { setPlatform } from '../../emulator/world/platform/settings'
import { atWork, morozova } from '../fixtures/desk'
import { rowsOf } from '../fixtures/register'
import { startWorkbench, type TestWorkbench } from './browser'
import { openBrowser } from './browserAlone'
import { expectFits, openPhone, signIn } from './phoneHand'
import { takePicture } from './pictures'
import { violationsOf } from './screens/axe'
import { showScreen } from './screens/shownScreen'
import { type Screen, screens } from './screens/states'

jest.setTimeout(240_000)

let browser: Browser
let bench: TestWorkbench

beforeAll(async () => {
  browser = await openBrowser()
  bench = await startWorkbench({ port: 0, sample: true })
  atWork(bench.bench.world)
})
afterAll(async () => {
  await browser?.close()
  await bench?.stop()
})

test('without a connection what was typed is kept, said quietly, and saved when it is back', async () => {
  const { page, context, errors } = await openPhone(browser, { colorScheme: 'dark' })
  await signIn(bench, page)
  await page.locator('.item').first().tap()
  await page.locator('.card-head').waitFor()
  const field = page.locator('textarea:visible').first()
  await context.setOffline(true)
  await field.fill('Дописано в лифте')
  await page.getByRole('button', { name: 'Сохранить' }).first().tap()
  await page.getByText('Нет связи: сохраним, когда появится').first().waitFor()
  await takePicture(page, 'phone-offline-dark')
  await context.setOffline(false)
  await page.getByText('Нет связи').first().waitFor({ state: 'detached' })
  const saved = () => JSON.stringify(rowsOf(bench.bench.world, 'Сделки')).includes('Дописано в лифте')
  for (let time = 0; time < 100 && !saved(); time++) await page.waitForTimeout(100)
  expect(saved()).toBe(true)
  expect(errors).toEqual([])
  await context.close()
})

test('where the browser keeps nothing the address is the way in, and the page says so', async () => {
  setPlatform(bench.bench.world.state, { pageStorage: 'refused' })
  const { page, errors, context } = await openPhone(browser)
  await signIn(bench, page)
  await page.getByRole('button', { name: 'Ещё', exact: true }).tap()
  await page.getByText('Этот браузер не запоминает вход').waitFor()
  expect(page.url()).toMatch(/exec#[\w-]{43}$/)
  const bookmarked = page.url()
  await page.goto('about:blank')
  await page.goto(bookmarked)
  await page.getByRole('tab', { name: /^Сегодня/ }).waitFor()
  expect(errors).toEqual([])
  await context.close()
  setPlatform(bench.bench.world.state, { pageStorage: 'kept' })
})

test.each([
  [360, 'dark'],
  [1280, 'light'],
] as const)('%i px, %s: it fits', async (width, colorScheme) => {
  const { page, errors, context } = await openPhone(browser, { width, colorScheme })
  await signIn(bench, page)
  await expectFits(page)
  await takePicture(page, `phone-today-${width}`)
  await page.getByRole('button', { name: 'Ещё', exact: true }).tap()
  await page.getByText('это устройство').waitFor()
  await expectFits(page)
  const [window] = await Promise.all([context.waitForEvent('page'), page.getByRole('button', { name: 'Настройки и проверка' }).tap()])
  await window.getByText('Название центра').waitFor()
  await takePicture(window, `phone-settings-${width}`)
  expect(await window.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
  expect([...errors, ...(await violationsOf(page))]).toEqual([])
  await context.close()
})

test.each([
  [300, true],
  [390, false],
] as const)('the panel shows the code for the camera and the address: %i px, dark %s', async (width, dark) => {
  const { page } = await showScreen(browser, screens['today-on-phone'] as Screen, { width, dark })
  await takePicture(page, `panel-on-phone-${width}`)
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
  expect(await page.getByRole('img', { name: 'Код с адресом «Консультаций»' }).isVisible()).toBe(true)
  expect(await violationsOf(page)).toEqual([])
  await page.close()
})

test('a consultant alone: his own tabs fit beside «Ещё»', async () => {
  const { page, errors, context } = await openPhone(browser, { width: 360 })
  await signIn(bench, page, morozova)
  await takePicture(page, 'phone-consultant-360')
  await expectFits(page)
  const cut = await page
    .locator('.tabs button, .more')
    .evaluateAll((all) => all.filter((one) => one.scrollWidth > one.clientWidth).map((one) => one.textContent))
  expect([...cut, ...errors, ...(await violationsOf(page))]).toEqual([])
  await context.close()
})
