/** The centre's own request form on a phone of 360 px, in a frame of another site, over a slow line, without a line; by keyboard; light and dark. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser, Frame, FrameLocator, Page } from 'playwright-core'
import type { World } from '../../emulator/world/types'
import { done, office, setSetting } from '../fixtures/desk'
import { formInput, markOf, sendForm, showForm, taken } from '../fixtures/formDesk'
import { rowsOf } from '../fixtures/register'
import { startWorkbench, type TestWorkbench } from './browser'
import { openBrowser } from './browserAlone'
import { takePicture } from './pictures'
import { violationsOf } from './screens/axe'
import { showScreen } from './screens/shownScreen'
import { soon } from './screens/soon'

jest.setTimeout(180_000)

let browser: Browser
let bench: TestWorkbench
let site: Server

beforeAll(async () => {
  browser = await openBrowser()
  bench = await startWorkbench({ port: 0, sample: true })
  setSetting(bench.bench.world, 'Политика обработки персональных данных (адрес)', 'https://centre.example.org/policy')
  bench.bench.world.invoke({ fn: 'tick', entry: 'trigger', user: '' })
  const host = (path: string) =>
    `<!doctype html><title>Сайт центра</title><iframe title="Форма" style="width:340px;height:1400px" src="${bench.url.replace('localhost', '127.0.0.1')}${path}"></iframe>`
  site = createServer((request, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8')
    response.end(host(request.url === '/form' ? '/webapp/exec?form' : '/webapp/exec?p=report'))
  })
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', () => resolve()))
})
afterAll(async () => {
  await browser?.close()
  await bench?.stop()
  await new Promise((resolve) => site?.close(resolve) ?? resolve(null))
})

const siteAddress = () => `http://127.0.0.1:${(site.address() as AddressInfo).port}`
const deals = () => rowsOf(bench.bench.world, 'Сделки')
const lastDeal = () => deals().at(-1)?.cells ?? {}

async function opened(width = 360): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 740 }, deviceScaleFactor: 2, hasTouch: true })
  const page = await context.newPage()
  await page.goto(`${bench.url}/webapp/exec?form`)
  await page.getByRole('heading', { name: 'Запись на консультацию' }).waitFor()
  return page
}

/** Pages of people have their time: the clock of the world stands still while a page is looked at. */
const passTime = () => {
  bench.bench.world.state.now += 10_000
}

async function fill(page: Page | FrameLocator | Frame, contact = 'Вера Ильина'): Promise<void> {
  await page.getByLabel('Ваш вопрос').fill('Как внести изменения в устав?\nНужно ли собрание?')
  await page.getByLabel('Как к вам обращаться').fill(contact)
  await page.getByLabel('Телефон').fill('8 911 555-01-23')
}

async function whole(page: Page, name: string): Promise<void> {
  const { width } = page.viewportSize() ?? { width: 360 }
  await page.setViewportSize({ width, height: Math.max(740, await page.evaluate(() => document.documentElement.scrollHeight)) })
  await takePicture(page, name)
  await page.setViewportSize({ width, height: 740 })
}

test('from the first look to the quiet end, at 360 px; the register has the wish and the file', async () => {
  const page = await opened()
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
  await whole(page, 'form-360')
  await page.emulateMedia({ colorScheme: 'dark' })
  await whole(page, 'form-360-dark')
  await page.emulateMedia({ colorScheme: 'light' })
  await page.getByLabel('О чём вопрос').selectOption({ label: 'Документы и право' })
  await fill(page)
  const hours = page.getByRole('group', { name: 'Когда вам удобно' }).getByRole('checkbox')
  for (const at of [0, 1, 2]) await hours.nth(at).check()
  expect(await soon(() => hours.nth(3).isDisabled(), true)).toBe(true)
  await hours.nth(1).uncheck()
  await page.getByLabel('Или словами').fill('после 16')
  await page.getByLabel('Выбрать файлы').setInputFiles([
    { name: 'устав.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF устав') },
    { name: 'лишний.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF лишний') },
  ])
  await page.getByRole('button', { name: 'Убрать «лишний.pdf»' }).click()
  await whole(page, 'form-360-filled')
  await page.getByLabel(/Даю согласие/).check()
  expect(await page.getByRole('link', { name: 'Политика обработки данных' }).getAttribute('href')).toBe('https://centre.example.org/policy')
  passTime()
  await page.getByRole('button', { name: 'Отправить заявку' }).click()
  await page.getByRole('heading', { name: 'Заявка получена' }).waitFor()
  expect(await page.getByRole('heading', { level: 1 }).evaluate((heading) => heading === document.activeElement)).toBe(true)
  await page.getByText('приложен').waitFor()
  expect(await violationsOf(page, { isLetter: false })).toEqual([])
  await whole(page, 'form-360-done')
  expect(lastDeal()).toMatchObject({
    Этап: 'Неразобранное',
    Тема: 'Правовые вопросы',
    'Контактное лицо': 'Вера Ильина',
    Файлы: expect.stringMatching(/^устав\.pdf https:/),
  })
  expect(String(lastDeal()['Удобное время']).split('; ')).toEqual([
    expect.stringMatching(/^[а-я]{2} \d\d\.\d\d\.2026 \d\d:\d\d$/),
    expect.any(String),
    'после 16',
  ])
  await page.reload()
  expect(await page.getByLabel('Ваш вопрос').inputValue()).toBe('')
  await page.close()
})

test('by keyboard; what is refused keeps what was typed, the focus goes to what is missing', async () => {
  const page = await opened()
  await page.getByLabel('О чём вопрос').focus()
  await page.keyboard.press('Tab')
  await page.keyboard.type('Где взять грант?')
  await page.getByRole('button', { name: 'Отправить заявку' }).press('Enter')
  expect(await soon(() => page.evaluate(() => document.activeElement?.id), 'contact')).toBe('contact')
  await page.keyboard.type('Анна')
  await page.getByLabel(/Даю согласие/).press('Space')
  await page.getByRole('button', { name: 'Отправить заявку' }).press('Enter')
  await page.getByRole('alert').getByText('Оставьте хотя бы что-то одно').waitFor()
  await page.getByLabel('Ваш вопрос').fill('я'.repeat(10_050))
  await page.getByText('Лишних знаков: 50').waitFor()
  await page.getByLabel('Мессенджер').fill('@anna')
  await page.getByRole('button', { name: 'Отправить заявку' }).press('Enter')
  await page.getByRole('alert').getByText('не больше 10000 знаков').waitFor()
  expect([
    await page
      .getByLabel('Ваш вопрос')
      .inputValue()
      .then(({ length }) => length),
    await page.getByLabel('Как к вам обращаться').inputValue(),
  ]).toEqual([10_050, 'Анна'])
  expect(await violationsOf(page, { isLetter: false })).toEqual([])
  await whole(page, 'form-360-refused')
  await page.close()
})

test('no line: the words stay, over a reload too; sent twice, once with a lost answer, it is one request', async () => {
  const page = await opened()
  const before = deals().length
  await fill(page, 'Пётр')
  await page.getByLabel(/Даю согласие/).check()
  await page.route('**/api/run', (route) => route.abort())
  passTime()
  await page.getByRole('button', { name: 'Отправить заявку' }).click()
  await page.getByRole('alert').getByText('Связи нет').waitFor()
  await page.unroute('**/api/run')
  await page.route('**/api/run', async (route) => {
    await route.fetch()
    await route.abort()
  })
  await page.getByRole('button', { name: 'Отправить заявку' }).click()
  await page.getByRole('alert').getByText('Связи нет').waitFor()
  await page.unroute('**/api/run')
  await page.reload()
  await page.getByText('Мы сохранили на этом устройстве').waitFor()
  await whole(page, 'form-360-draft')
  expect(await page.getByLabel('Как к вам обращаться').inputValue()).toBe('Пётр')
  await page.getByLabel(/Даю согласие/).check()
  passTime()
  await page.getByRole('button', { name: 'Отправить заявку' }).dblclick()
  await page.getByRole('heading', { name: 'Заявка получена' }).waitFor()
  expect(deals().length).toBe(before + 1)
  await page.close()
})

test('the office sees the wish: on the card, and as a ★ among the hours', async () => {
  let hour = ''
  const after = (world: World) => {
    world.invoke({ fn: 'tick', entry: 'trigger', user: '' })
    const mark = markOf(world)
    hour =
      showForm(world)
        .data.hours.filter(({ topics }) => topics.includes(11))
        .at(-1)?.start ?? ''
    taken(sendForm(world, mark, formInput({ hours: [hour], email: 'vera@pristan.example', municipality: 'Онега' })))
    const id = Number(rowsOf(world, 'Сделки').at(-1)?.cells['№'])
    const { ref } = done(world, 'deal/open', { id, row: null, clientId: null })
    const called = done(world, 'deal/note', { deal: ref, outcome: 'reached', text: '' })
    const whole = done(world, 'client/fill', { deal: called.ref, fields: { kind: 'НКО' } })
    done(world, 'deal/move', { deal: whole.ref, to: 'accepted', reason: '', fields: {} })
  }
  const { page } = await showScreen(browser, { fn: 'showSidebar', user: office, after }, { scale: 2 })
  await page.getByRole('tab', { name: 'Карточка' }).click()
  await page.getByRole('searchbox').first().fill('Пристань')
  await page.keyboard.press('Enter')
  await page.locator('button', { hasText: 'Пристань' }).first().click()
  expect(await page.getByLabel('Удобное время').inputValue()).toContain(hour.slice(11, 16))
  await takePicture(page, 'form-card')
  await page.getByRole('button', { name: 'Подобрать время' }).click()
  const stars = page.locator('button.slot', { hasText: '★' })
  await stars.first().waitFor()
  expect(await stars.first().textContent()).toBe(`${hour.slice(11, 16)} ★ просит клиент`)
  // The note stands within its hour.
  expect(await stars.first().evaluate((slot) => slot.scrollWidth - slot.clientWidth)).toBeLessThanOrEqual(0)
  await stars.first().scrollIntoViewIfNeeded()
  await takePicture(page, 'form-star')
  await page.close()
})

test('in a frame of another site it opens and sends; no other page of ours does', async () => {
  const page = await browser.newPage({ viewport: { width: 360, height: 740 } })
  await page.goto(`${siteAddress()}/form`)
  const form = page.frameLocator('iframe')
  await form.getByRole('heading', { name: 'Запись на консультацию' }).waitFor()
  const before = deals().length
  await fill(form, 'Из рамки')
  await form.getByLabel(/Даю согласие/).check()
  passTime()
  await form.getByRole('button', { name: 'Отправить заявку' }).click()
  await form.getByRole('heading', { name: 'Заявка получена' }).waitFor()
  expect([deals().length, lastDeal()['Контактное лицо']]).toEqual([before + 1, 'Из рамки'])
  await page.goto(`${siteAddress()}/other`)
  await page.waitForTimeout(500)
  expect(await page.frameLocator('iframe').locator('h1').count()).toBe(0)
  await page.close()
})

test('5 KB/s: the form can be filled in within 15 s; nothing is asked of another host', async () => {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } })
  const page = await context.newPage()
  const hosts = new Set<string>()
  page.on('request', (request) => hosts.add(new URL(request.url()).host))
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 300,
    downloadThroughput: 5 * 1024,
    uploadThroughput: 5 * 1024,
  })
  const from = Date.now()
  await page.goto(`${bench.url}/webapp/exec?form`, { timeout: 60_000 })
  await page.getByLabel('Ваш вопрос').waitFor()
  const seconds = (Date.now() - from) / 1000
  const bytes = await page.evaluate(
    () => performance.getEntriesByType('navigation').map((entry) => (entry as PerformanceResourceTiming).transferSize)[0] ?? 0,
  )
  console.log(`5 KB/s, 300 ms: ${seconds.toFixed(1)} s to the first field, ${(bytes / 1024).toFixed(0)} KB`)
  expect(seconds).toBeGreaterThan(5)
  expect(seconds).toBeLessThan(15)
  expect([...hosts]).toEqual([new URL(bench.url).host])
  await page.close()
})

test('«Страницы» of the workbench opens it as on a phone', async () => {
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } })
  await page.goto(bench.url)
  await page.getByRole('button', { name: 'Начать' }).click()
  await page.getByRole('tab', { name: 'Страницы' }).click()
  await page.getByRole('button', { name: 'Форма заявки' }).click()
  await page.frameLocator('iframe.phone').getByRole('heading', { name: 'Запись на консультацию' }).waitFor()
  await takePicture(page, 'workbench-form')
  await page.close()
})
