/** `npm run gallery`: pictures of the screens over the sample office into .screenshots/, to be looked at by a person. */
// -- part of a name, «dark», a width, a height; «never», «lost»: each as it opens when no answer comes, or none can;
// «sidebars», «dialogs»: those alone; «docs» renews the parts that docs/screens.md shows; «phone»: the desk on a phone, signed in; «outside»: pages; «letters».
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'expect'
import { done } from '../fixtures/desk'
import { startWorkbench } from './browser'
import { openBrowser } from './browserAlone'
import { openPhone, signIn } from './phoneHand'
import { outsideOffice, showOutside } from './screens/outsideStates'
import { parts } from './screens/parts'
import { eventfulWeek, tour } from './screens/phoneTour'
import { showScreen } from './screens/shownScreen'
import { type Screen, screens } from './screens/states'

const words = process.argv.slice(2)
const [width, height] = words.map(Number).filter((number) => number > 0)
const dark = words.includes('dark')
const come = (['never', 'lost'] as const).find((word) => words.includes(word))
const kind = (['sidebars', 'dialogs'] as const).find((word) => words.includes(word))
const known = ['dark', 'never', 'lost', 'sidebars', 'dialogs', 'docs', 'phone', 'outside', 'letters']
const part = words.find((word) => !known.includes(word) && !(Number(word) > 0)) ?? ''
const browser = await openBrowser()

// What brings a sample office so far looks at each step, as in a test.
Object.assign(globalThis, { expect })
const folder = join(process.cwd(), '.screenshots')
mkdirSync(folder, { recursive: true })

if (words.includes('docs')) await takeParts()
else if (words.includes('phone')) await takePhone()
else if (words.includes('outside')) await takeOutside()
else if (words.includes('letters')) await takeLetters()
else await takeScreens()
await browser.close()

async function takeScreens(): Promise<void> {
  const wanted = Object.entries(screens).filter(([name, screen]) => name.includes(part) && isOfKind(screen) && !(come && 'does' in screen))
  for (const [name, screen] of wanted) {
    const { page } = await showScreen(browser, screen, { width, dark, scale: 2, ...(height ? { height } : {}), ...(come ? { come } : {}) })
    await page.waitForTimeout(600)
    await page.screenshot({ path: fileOf(name) })
    await page.close()
  }
}

function isOfKind({ fn }: Screen): boolean {
  return kind === undefined || (kind === 'sidebars') === (fn === 'showSidebar')
}

function fileOf(name: string): string {
  return join(folder, `${[name, come, width, dark && 'dark'].filter(Boolean).join('-')}.png`)
}

/** As manager, director and consultant, each signed in by his letter. */
async function takePhone(): Promise<void> {
  const bench = await startWorkbench({ port: 0, sample: true })
  eventfulWeek(bench.bench.world)
  for (const user of new Set(tour.map((stop) => stop.user))) {
    const { page, context } = await openPhone(browser, { ...(width ? { width } : {}), colorScheme: dark ? 'dark' : 'light' })
    await signIn(bench, page, user)
    for (const { name, go } of tour.filter((stop) => stop.user === user && stop.name.includes(part))) {
      const shown = await go(page, context)
      await shown.screenshot({ path: fileOf(`phone-${name}`), fullPage: shown !== page })
      if (shown !== page) await shown.close()
    }
    await context.close()
  }
  await bench.stop()
}

/** The pages that links of letters open. */
async function takeOutside(): Promise<void> {
  const outside = outsideOffice()
  for (const state of outside.states.filter(({ name }) => name.includes(part))) {
    const { page } = await showOutside(browser, outside, state, { width, dark, scale: 2 })
    await page.screenshot({ path: fileOf(state.name), fullPage: true })
    await page.close()
  }
}

/** Each kind of letter as a mail program shows it, and those of a sample office so far, with its longest names. */
async function takeLetters(): Promise<void> {
  const { world, letters } = outsideOffice()
  const kinds = done(world, 'letter/samples', {}).letters.map(({ kind, html }) => ({ name: `letter-${kind}`, html }))
  const sent = letters.map(({ htmlBody }, at) => ({ name: `letter-sent-${at + 1}`, html: htmlBody }))
  for (const { name, html } of [...kinds, ...sent].filter((one) => one.name.includes(part))) {
    const page = await browser.newPage({ viewport: { width: width ?? 600, height: 400 }, colorScheme: dark ? 'dark' : 'light' })
    await page.setContent(html.replace('<head>', '<head><meta name="viewport" content="width=device-width">'))
    await page.screenshot({ path: fileOf(name), fullPage: true })
    await page.close()
  }
}

/** Each part of the visual language, cut out of a screen where it stands, with air around. */
async function takeParts(): Promise<void> {
  const air = 8
  for (const { name, screen, selector } of parts) {
    const { page } = await showScreen(browser, screen, { dark, scale: 2 })
    await page.waitForTimeout(600)
    const part = page.locator(selector).first()
    await part.scrollIntoViewIfNeeded()
    const { x = 0, y = 0, width: wide = 0, height = 0 } = (await part.boundingBox()) ?? {}
    const clip = { x: Math.max(0, x - air), y: Math.max(0, y - air), width: wide + 2 * air, height: height + 2 * air }
    await page.screenshot({ path: join(process.cwd(), 'docs', 'pictures', `part-${name}.png`), clip })
    await page.close()
  }
}
