/**
 * Five errands with the keyboard alone, as long as they take a person: keys, and seconds with Google's modelled waits. `DIST=folder` plays what
 * another build makes of them.
 */
import type { Browser, Page } from 'playwright-core'
import type { World } from '../../emulator/world/types'
import { openBrowser } from './browserAlone'
import { type Hands, handsOn } from './screens/hands'
import { type Shown, showScreen } from './screens/shownScreen'
import { booked } from './screens/ways'

jest.setTimeout(120_000)

/** Filled on Friday; more with CARDS=3. */
const cards = Number(process.env['CARDS'] ?? 1)

const office = 'office@example.org'
const rows: string[] = []
let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  console.log(['errand · keys · seconds · of them waiting', ...rows].join('\n'))
})

async function play(
  name: string,
  screen: Parameters<typeof showScreen>[1],
  most: number,
  deeds: (hands: Hands, shown: Shown) => Promise<void>,
): Promise<void> {
  const shown = await showScreen(browser, screen)
  const hands = await handsOn(shown)
  await deeds(hands, shown)
  await shown.page.close()
  rows.push(`${name} · ${hands.keys()} · ${hands.seconds().toFixed(1)} · ${hands.waited().toFixed(1)} (${hands.waits.join(', ')})`)
  if (!before) expect(hands.seconds()).toBeLessThan(most)
}

const sidebar = { fn: 'showSidebar', user: office }

/** Of another build, which has not learned it yet. */
const before = process.env['DIST'] !== undefined
const onward = before ? 'Tab' : 'Enter'

/** «8», the topic, and the question; then the first free hour, in room 3 unless it is there already. */
async function questionAndHour(hands: Hands, page: Page): Promise<void> {
  await hands.press('8')
  await hands.press(onward)
  await hands.type('Как описать проект')
  await hands.press('Control+Enter')
  await hands.until('.slot')
  await hands.tabTo('.slot')
  await hands.press('Enter')
  await hands.until('#slot-place:focus')
  if ((await page.locator('#slot-place').inputValue()) === '') await hands.type('каб. 3')
  await hands.press('Enter')
  await hands.until('.card-head')
}

test('a new client, from «Алло» to the booked hour', () =>
  play('new client', sidebar, 23, async (hands, { page }) => {
    await hands.press('/')
    await hands.type('89215554433')
    await hands.press('Enter')
    await hands.until('#client-contact:focus')
    await hands.type('Ольга Лобанова')
    await hands.press(onward)
    if (before) await hands.press('Tab')
    await hands.type('АНО «Белая ночь»')
    await hands.press(onward)
    if (before) for (const key of ['ArrowDown', 'Tab']) await hands.press(key)
    await hands.type(before ? 'Онеж' : 'Он')
    await hands.press(onward)
    await hands.type('o@belaya.example')
    if (before) await hands.tabTo('#client-consentDate')
    else await hands.press('Enter')
    await hands.until('#client-consentDate:focus')
    await hands.press('Space')
    await hands.until('#intake-topic:focus')
    await questionAndHour(hands, page)
  }))

test('a known client', () =>
  play('known client', { ...sidebar, does: booked }, 12, async (hands, { page }) => {
    await hands.press('Alt+2')
    await hands.type('Белая')
    // The first matches come at two letters, and are narrowed while one types.
    await hands.until('#intake-matches[aria-busy="false"], #intake-matches:not([aria-busy])')
    await hands.until('.match.client')
    await page.waitForLoadState('networkidle')
    if (!(await page.locator('.match.client[aria-selected="true"]').isVisible())) await hands.press('ArrowUp')
    await hands.press('Enter')
    await hands.tabTo('#intake-topic')
    await questionAndHour(hands, page)
  }))

test('a consultation is moved', () =>
  play('move', sidebar, 15, async (hands, { page }) => {
    await hands.press('Alt+4')
    await hands.type('41690')
    await hands.press('Enter')
    await hands.until('.match')
    await hands.tabTo('.match')
    await hands.press('Enter')
    await hands.until('.card-head')
    await hands.tabTo('.steps .button:has-text("Перенести")')
    await hands.press('Enter')
    await hands.until('#move-panel .slot')
    await hands.tabTo('#move-panel .slot')
    await hands.press('Enter')
    await hands.tabTo('#move-reason')
    await hands.type('просит клиент')
    await hands.press('Control+Enter')
    await hands.until('#card-done')
    expect(await page.locator('#card-done').textContent()).toMatch(/[Пп]еренес/)
  }))

const friday = {
  fn: 'openWeekClose',
  user: office,
  after: (world: World) => {
    world.advanceTo(Date.parse('2026-11-27T15:00:00+03:00'))
  },
}

test('Friday: cards that lack something are filled, then all are closed', () =>
  play('Friday', friday, 180, async (hands, { page }) => {
    const lacking = await page.locator('.incomplete .week-row').count()
    for (let card = 0; card < Math.min(lacking, cards); card += 1) await fillOne(hands, page)
    if (!before) await hands.until('.week-list:not(:has(.saving))')
    await hands.tabTo('#week-list')
    await hands.press('Control+Enter')
    await hands.until('.notice.good')
    rows.push(`  (${lacking} lacked something; ${await page.locator('.notice.good').first().textContent()})`)
  }))

/** The chosen card's fields, each answered in a word; Ctrl+Enter saves, and the next card comes up with its first field. */
async function fillOne(hands: Hands, page: Page): Promise<void> {
  if (!(await page.locator('.to-fill :focus').isVisible())) {
    await hands.tabTo('#week-list')
    await hands.press('Enter')
  }
  await hands.until('.to-fill :focus')
  const number = await page.locator('.week-row[aria-selected="true"] .number').textContent()
  for (let field = 0; field < 12 && (await page.locator('.to-fill :focus').isVisible()); field += 1) {
    const kind = await page.evaluate(() => `${document.activeElement?.tagName} ${document.activeElement?.id}`)
    if (kind.startsWith('SELECT')) await hands.press('ArrowDown')
    else await hands.type(/minutes/.test(kind) ? '50' : 'Смета')
    await hands.press('Tab')
  }
  await hands.press('Control+Enter')
  if (!before) await hands.until(`.week-row:has-text("${number?.trim()}"):not([aria-selected="true"])`)
  else await hands.until(`.ready .week-row:has-text("${number?.trim()}")`)
}

test('the month is made and looked at', () =>
  play('month', { fn: 'openReport', user: 'director@example.org' }, 20, async (hands) => {
    await hands.tabTo('.button.primary')
    await hands.press('Enter')
    await hands.until('.report-steps .good-text, .report-steps a, .notice.good')
  }))
