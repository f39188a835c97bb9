/** A consultant's week by the phone alone, 390×844 with touch: hours marked, three cards filled, one with a photo. Taps and keys are printed. */
import type { Browser, Page } from 'playwright-core'
import type { World } from '../../emulator/world/types'
import { atWork, bookInput, calendarLines, completeClient, done, phoned, setSetting, sleepUntil, slotsOf } from '../fixtures/desk'
import { registerEqualsJournal, rowById } from '../fixtures/register'
import { openBrowser } from './browserAlone'
import { takePicture } from './pictures'
import { type Shown, sampleOffice, showHtml } from './screens/shownScreen'

jest.setTimeout(120_000)

const user = 'gg0@example.org'
const rows: string[] = []
let browser: Browser
let world: World
let taps = 0
let keys = 0

beforeAll(async () => {
  browser = await openBrowser()
  world = atWork(sampleOffice())
  setSetting(world, 'Не напоминать с', '00:00')
})
afterAll(async () => {
  await browser?.close()
  console.log(['errand · taps · keys · seconds waited for the server', ...rows].join('\n'))
})

async function onPhone(name: string, deeds: (page: Page) => Promise<void>): Promise<void> {
  const shown = world.invoke({ fn: 'showSidebar', entry: 'menu', user }).ui.find(({ kind }) => kind === 'sidebar')
  if (shown?.kind !== 'sidebar') throw new Error('no sidebar')
  const from = world.state.executions.length
  taps = 0
  keys = 0
  const { page }: Shown = await showHtml(
    browser,
    { html: shown.html, world, user, size: { width: 390, height: 844 } },
    { touch: true, scale: 2 },
  )
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  await deeds(page)
  await page.close()
  const waited = world.state.executions.slice(from).reduce((sum, { modelledSeconds }) => sum + modelledSeconds, 0)
  rows.push(`${name} · ${taps} · ${keys} · ${waited.toFixed(1)}`)
  expect(errors).toEqual([])
}

async function tap(page: Page, selector: string): Promise<void> {
  await page.locator(selector).first().tap()
  taps++
}
async function type(page: Page, id: string, words: string): Promise<void> {
  await tap(page, id)
  await page.keyboard.type(words)
  keys += words.length
}
async function expectFits(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
  const small = await page
    .locator('.mark:is(button), .pocket-steps .button, .ways .button, .own-row .item')
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height).filter((height) => height < 44))
  expect(small).toEqual([])
}

const marked = ['ср 25 ноября, 10:00', 'ср 25 ноября, 11:00', 'чт 26 ноября, 16:00']

test('G1: three hours of this week and last week’s hours for the next one', () =>
  onPhone('mark slots', async (page) => {
    await tap(page, '.segments label:has-text("Отметить слоты")')
    await page.locator('.marks').first().waitFor()
    await expectFits(page)
    for (const hour of marked) await tap(page, `button.mark[aria-label^="${hour}"]`)
    await tap(page, '.mark-week:nth-of-type(2) .button.link')
    const [said = ''] = await page.locator('.norm').allTextContents()
    await takePicture(page, 'pocket-marks')
    await tap(page, '.bar .button.primary')
    await page.locator('.notice.good').waitFor()
    await takePicture(page, 'pocket-marks-saved')
    expect(Number(said.split(' ')[0])).toBeGreaterThanOrEqual(3)
    const lines = calendarLines(world).filter((line) => line.endsWith('ММ консультация'))
    expect(lines).toEqual(expect.arrayContaining(['2026-11-25T10:00–11:00 ММ консультация', '2026-11-26T16:00–17:00 ММ консультация']))
  }))

test('C5–C8: on Friday three cards are filled, one with a photo', async () => {
  const deals = ['АНО «Причал»', 'Фонд «Север»', 'ТОС «Заречный»'].map((organisation, at) => {
    const card = phoned(world, organisation, { client: { ...completeClient, organisation, phone: `8 911 416-01-2${at}` } })
    const start = ['2026-11-25T10:00', '2026-11-25T11:00', '2026-11-26T16:00'][at] ?? ''
    const slot = slotsOf(world, 'ММ').find((one) => one.start === start)
    if (slot === undefined) throw new Error(`${start} is not offered`)
    return done(world, 'deal/book', bookInput(card, slot)).card.deal.id
  })
  sleepUntil(world, '2026-11-27T12:00')
  await onPhone('three cards', async (page) => {
    for (const [at, id] of deals.entries()) {
      await page.locator('.own.fill .item').first().waitFor()
      if (at === 0) await takePicture(page, 'pocket-mine')
      await expectFits(page)
      await tap(page, `.own.fill .item:has-text("${at === 0 ? 'Причал' : at === 1 ? 'Север' : 'Заречный'}")`)
      await page.locator('.pocket-card').waitFor()
      await type(page, '#deal-minutes', '50')
      await page.locator('#deal-project').selectOption({ index: 1 })
      taps += 2
      await type(page, '#deal-content', 'Разобрали смету')
      await type(page, '#deal-recommendations', 'Сократить накладные')
      if (at === 0) await photographed(page)
      await expectFits(page)
      if (at === 0) await takePicture(page, 'pocket-card')
      await tap(page, '.pocket-steps .primary')
      await page.locator('.notice.good', { hasText: 'Консультация проведена' }).waitFor()
      expect(rowById(world, 'Сделки', id)).toMatchObject({ Этап: 'Консультация проведена', Содержание: 'Разобрали смету' })
      await tap(page, '.pocket-card .button.link')
    }
    await page.locator('.own.fill').waitFor({ state: 'detached' })
  })
  expect(String(rowById(world, 'Сделки', deals[0] ?? 0)['Файлы'])).toMatch(/^Фото 27\.11 \d\d-\d\d\.jpg https:/)
  registerEqualsJournal(world)
})

/** What the camera hands over. */
async function photographed(page: Page): Promise<void> {
  const buffer = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(60_000, 7)])
  await page.locator('#attach-photo').setInputFiles({ name: 'image.jpg', mimeType: 'image/jpeg', buffer })
  taps += 3
  await page.locator('.notice.good', { hasText: 'приложен' }).waitFor()
}

test('typed text is there again after the page was closed by a call; a client who has not come is one tap and a yes', async () => {
  const card = phoned(world, 'АНО «Ветер»', { client: { ...completeClient, organisation: 'АНО «Ветер»', phone: '8 911 416-01-29' } })
  const slot = slotsOf(world, 'ММ')[0]
  if (slot === undefined) throw new Error('no slot')
  done(world, 'deal/book', bookInput(card, slot))
  sleepUntil(world, `${slot.start.slice(0, 11)}18:30`)
  await onPhone('did not come', async (page) => {
    await tap(page, '.own.fill .item:has-text("Ветер")')
    await type(page, '#deal-content', 'Ждали полчаса')
    await page.reload()
    await page.locator('#deal-content').waitFor()
    expect(await page.locator('#deal-content').inputValue()).toBe('Ждали полчаса')
    await tap(page, '.bar .button.link')
    await tap(page, '.pocket-steps .button:has-text("Не пришёл")')
    await tap(page, '.pocket-steps .panel .primary')
    await page.locator('.notice.good').waitFor()
  })
  expect(rowById(world, 'Сделки', card.deal.id)).toMatchObject({ Этап: 'Неуспешные', 'Причина отказа': 'неявка' })
})
