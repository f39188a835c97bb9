/**
 * The desk on a phone of 390 × 844, by touch: signing in by the letter, a call taken down to a booked hour, «Ещё», a connection that goes and comes;
 * every screen fits, a finger hits it, axe finds nothing; where the browser keeps nothing, the address does.
 */
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { setPlatform } from '../../emulator/world/platform/settings'
import { atWork, office } from '../fixtures/desk'
import { rowsOf } from '../fixtures/register'
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
  atWork(bench.bench.world)
})
afterAll(async () => {
  await browser?.close()
  await bench?.stop()
})

interface Phone {
  readonly page: Page
  readonly context: BrowserContext
  readonly errors: string[]
}

async function phone(part: { readonly width?: number; readonly colorScheme?: 'light' | 'dark' } = {}): Promise<Phone> {
  const { width = 390, colorScheme = 'light' } = part
  const context = await browser.newContext({
    viewport: { width, height: 844 },
    deviceScaleFactor: 2,
    hasTouch: true,
    isMobile: true,
    colorScheme,
  })
  const page = await context.newPage()
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  return { page, context, errors }
}

/** Nothing is wider than the screen, nothing that is pressed is smaller than a finger. */
async function expectFits(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
  const small = await page
    .locator('button:visible, select:visible, input:visible:not([type=radio], [type=checkbox], [type=file]), summary:visible')
    .evaluateAll((all) =>
      all
        .map((one) => ({ height: one.getBoundingClientRect().height, words: one.textContent?.slice(0, 30) ?? '', kind: one.className }))
        .filter(({ height }) => height > 0 && height < 44),
    )
  expect(small).toEqual([])
}

/** @returns the address of the letter's link */
async function letterTo(page: Page, address: string): Promise<string> {
  const { world } = bench.bench
  await page.goto(`${bench.url}/webapp/exec`)
  await page.getByRole('heading', { name: 'Войти' }).waitFor()
  await page.getByLabel('Рабочая почта').fill(address)
  await page.getByRole('button', { name: 'Прислать ссылку' }).tap()
  await page.getByRole('heading', { name: 'Проверьте почту' }).waitFor()
  const before = world.state.letters.length
  world.state.now += 3_600_000
  world.advanceTo(world.state.now + 61_000)
  const letter = world.state.letters.slice(before).find(({ subject }) => subject.startsWith('Вход'))
  expect(letter?.to).toBe(office)
  return /\/exec(\?in=\S+)/.exec(letter?.body ?? '')?.[1] ?? ''
}

async function signIn(page: Page): Promise<void> {
  await page.goto(`${bench.url}/webapp/exec${await letterTo(page, ` ${office.toUpperCase()}`)}`)
  await page.getByRole('button', { name: 'Войти на этом устройстве' }).tap()
  await page.getByRole('tab', { name: /^Сегодня/ }).waitFor()
}

test('signs in by the letter, takes a call down to a booked hour; looks at the rest, and leaves', async () => {
  const { page, errors } = await phone()
  await page.goto(`${bench.url}/webapp/exec`)
  await page.getByRole('heading', { name: 'Войти' }).waitFor()
  await expectFits(page)
  expect(await violationsOf(page)).toEqual([])
  await takePicture(page, 'phone-sign-in')
  const query = await letterTo(page, office)
  await takePicture(page, 'phone-asked')
  await page.goto(`${bench.url}/webapp/exec${query}`)
  await page.getByRole('button', { name: 'Войти на этом устройстве' }).waitFor()
  await expectFits(page)
  await takePicture(page, 'phone-link')
  await page.getByRole('button', { name: 'Войти на этом устройстве' }).tap()
  await page.getByRole('tab', { name: /^Сегодня/ }).waitFor()
  await takePicture(page, 'phone-today')
  await expectFits(page)
  expect(await violationsOf(page)).toEqual([])

  const errand = handsOf(page)
  await errand.tap('tab', 'Заявка')
  await errand.type('#intake-search', '89215554433')
  await errand.tap('option', /Новый клиент/)
  await errand.type('#client-contact', 'Ольга Лобанова')
  await errand.type('#client-organisation', 'АНО «Белая ночь»')
  await errand.choose('#client-kind', 'НКО')
  await errand.type('#client-municipality', 'Онега')
  await errand.type('#client-email', 'o@belaya.ru')
  await errand.tap('button', 'Согласие получено сегодня')
  await errand.choose('#intake-topic', '8')
  await errand.type('#intake-request', 'Как описать проект')
  await takePicture(page, 'phone-intake')
  await expectFits(page)
  await errand.tap('button', 'Подобрать время')
  await page.locator('.slot').first().waitFor()
  await takePicture(page, 'phone-slots')
  await expectFits(page)
  await errand.touch(page.locator('.slot').first())
  await errand.type('#slot-place', 'каб. 3')
  await errand.tap('button', /^Назначить/)
  await page.locator('.card-head').waitFor()
  errand.print()
  await takePicture(page, 'phone-card')
  await expectFits(page)
  expect(
    rowsOf(bench.bench.world, 'Журнал')
      .slice(-3)
      .map(({ cells }) => cells['Откуда']),
  ).toContain('телефон')

  await page.getByRole('button', { name: 'Ещё', exact: true }).tap()
  await page.getByText('это устройство').waitFor()
  await takePicture(page, 'phone-more')
  await expectFits(page)
  expect(await violationsOf(page)).toEqual([])
  await page.reload()
  await page.getByRole('tab', { name: /^Сегодня/ }).waitFor()
  await page.getByRole('button', { name: 'Ещё', exact: true }).tap()
  await page.getByRole('button', { name: /Завершить: / }).tap()
  await page.getByRole('tab', { name: /^Слоты/ }).tap()
  await page.getByText('Вход на этом устройстве завершён').waitFor()
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([])
  expect(errors).toEqual([])
  await page.context().close()
})

/** Seconds of a person with a thumb: a tap, a letter; and what the calls take by Google's model. */
function handsOf(page: Page) {
  const [perTap, perLetter] = [0.8, 0.2]
  const { world } = bench.bench
  const from = world.state.executions.length
  let seconds = 0
  let [taps, letters] = [0, 0]
  const touch = async (place: ReturnType<Page['locator']>): Promise<void> => {
    await place.tap()
    taps += 1
    seconds += perTap
  }
  return {
    touch,
    tap: (role: 'tab' | 'option' | 'button', name: string | RegExp) => touch(page.getByRole(role, { name }).first()),
    type: async (selector: string, text: string) => {
      await touch(page.locator(selector))
      await page.locator(selector).pressSequentially(text)
      letters += text.length
      seconds += text.length * perLetter
    },
    choose: async (selector: string, start: string) => {
      const value = await page
        .locator(`${selector} option`)
        .evaluateAll((all, begin) => (all as HTMLOptionElement[]).find(({ text }) => text.startsWith(begin))?.value ?? '', start)
      await page.locator(selector).selectOption(value)
      taps += 2
      seconds += 2 * perTap
    },
    print: () => {
      const calls = world.state.executions.slice(from).filter(({ fn }) => fn === 'phone')
      const waited = calls.reduce((sum, { modelledSeconds }) => sum + modelledSeconds, 0)
      console.log(
        `a call on the phone · ${taps} taps, ${letters} letters · ${(seconds + waited).toFixed(1)} s, of them ${waited.toFixed(1)} of calls (${calls.length})`,
      )
      expect(seconds + waited).toBeLessThan(40)
    },
  }
}

test('without a connection what was typed is kept, said quietly, and saved when it is back', async () => {
  const { page, context, errors } = await phone({ colorScheme: 'dark' })
  await signIn(page)
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
  expect(JSON.stringify(rowsOf(bench.bench.world, 'Сделки'))).toContain('Дописано в лифте')
  expect(errors).toEqual([])
  await context.close()
})

test('where the browser keeps nothing the address is the way in, and the page says so', async () => {
  setPlatform(bench.bench.world.state, { pageStorage: 'refused' })
  const { page, errors, context } = await phone()
  await signIn(page)
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
  const { page, errors, context } = await phone({ width, colorScheme })
  await signIn(page)
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
