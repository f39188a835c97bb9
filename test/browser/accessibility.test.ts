/** axe finds nothing on any screen, dialog, page and letter, light or dark; what is pressed has a name; narrow or wide, nothing is crushed. The states are printed. */
import type { Browser, Page } from 'playwright-core'
import { openBrowser } from './browserAlone'
import { inDark, namelessOf, violationsOf } from './screens/axe'
import { looksOf } from './screens/looks'
import { type Outside, outsideOffice, showOutside } from './screens/outsideStates'
import { showScreen } from './screens/shownScreen'
import { type Screen, screens } from './screens/states'

jest.setTimeout(180_000)

let browser: Browser
let outside: Outside
const checked: string[] = []

beforeAll(async () => {
  browser = await openBrowser()
  outside = outsideOffice()
})
afterAll(async () => {
  await browser?.close()
  console.log(`axe: ${checked.length} states, each light and dark:\n${checked.join(', ')}`)
})

async function troublesOf(page: Page, isLetter = false): Promise<string[]> {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  return [
    ...(await violationsOf(page, { isLetter })),
    ...(await namelessOf(page)).map((role) => `no name: ${role}`),
    ...(await inDark(page)).map((one) => `dark ${one}`),
  ]
}

/** As wide as Google shows it, and as a phone does. */
async function looksAt(page: Page, { fn }: Pick<Screen, 'fn'>): Promise<string[]> {
  const found: string[] = []
  for (const width of [fn === 'showSidebar' ? 300 : 900, 390]) {
    await page.setViewportSize({ width, height: 640 })
    found.push(...(await looksOf(page)).map((one) => `${width} px: ${one}`))
  }
  return found
}

/** The same screens narrower are for the eye. */
const wholeScreens = Object.entries(screens).filter(([, { width }]) => width === undefined)

test.each(wholeScreens)('%s', async (name, screen) => {
  const { page } = await showScreen(browser, screen)
  const troubles = [...(await troublesOf(page)), ...(await looksAt(page, screen))]
  await page.close()
  checked.push(name)
  expect(troubles).toEqual([])
})

/** Each as it opens. */
const openings = Object.entries(screens).filter(
  ([, { fn, user, does }], at, all) => does === undefined && all.findIndex(([, one]) => one.fn === fn && one.user === user) === at,
)

test.each(['never', 'lost'] as const)('every screen whose answers are %s', async (come) => {
  for (const [name, screen] of openings) {
    const { page } = await showScreen(browser, screen, { come })
    const troubles = [...(await inDark(page)), ...(await looksAt(page, screen))]
    await page.close()
    expect({ name, troubles }).toEqual({ name, troubles: [] })
    checked.push(`${name} (${come})`)
  }
})

test('the pages for people outside', async () => {
  for (const state of outside.states) {
    const { page } = await showOutside(browser, outside, state)
    const troubles = [...(await troublesOf(page)), ...(await looksAt(page, { fn: 'doGet' }))]
    expect({ state: state.name, troubles }).toEqual({ state: state.name, troubles: [] })
    await page.close()
    checked.push(state.name)
  }
})

test('the letters', async () => {
  expect(outside.letters.length).toBeGreaterThan(4)
  for (const letter of outside.letters) {
    const page = await browser.newPage({ viewport: { width: 390, height: 844 } })
    await page.setContent(letter.htmlBody)
    // The ground of the program that shows it: axe takes a page without one for white.
    await page.addStyleTag({ content: ':root { background: Canvas }' })
    expect({ letter: letter.subject, troubles: await troublesOf(page, true) }).toEqual({ letter: letter.subject, troubles: [] })
    await page.close()
    checked.push(`letter «${letter.subject.split(/[:№]/)[0]?.trim()}»`)
  }
})

test('a colour on its way counts as the one where it goes', async () => {
  const page = await browser.newPage()
  await page.setContent('<button style="background: #fff; color: #ddd; transition: color 600s">Сформировать</button>')
  await page.evaluate(`getComputedStyle(document.querySelector('button')).color; document.querySelector('button').style.color = '#000'`)
  expect(await violationsOf(page, { only: ['color-contrast'] })).toEqual([])
  await page.close()
})
