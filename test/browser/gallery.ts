/** `npm run gallery`: pictures of the screens over the sample office into .screenshots/, to be looked at by a person. */
// -- part of a name, «dark», a width; «docs» renews the parts that docs/screens.md shows.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { openBrowser } from './browserAlone'
import { parts } from './screens/parts'
import { showScreen } from './screens/shownScreen'
import { screens } from './screens/states'

const words = process.argv.slice(2)
const width = words.map(Number).find((number) => number > 0)
const dark = words.includes('dark')
const part = words.find((word) => !['dark', 'docs'].includes(word) && !(Number(word) > 0)) ?? ''
const browser = await openBrowser()

if (words.includes('docs')) await takeParts()
else await takeScreens()
await browser.close()

async function takeScreens(): Promise<void> {
  const folder = join(process.cwd(), '.screenshots')
  mkdirSync(folder, { recursive: true })
  for (const [name, screen] of Object.entries(screens)) {
    if (!name.includes(part)) continue
    const { page } = await showScreen(browser, screen, { width, dark, scale: 2 })
    await page.waitForTimeout(600)
    await page.screenshot({ path: join(folder, `${[name, width, dark && 'dark'].filter(Boolean).join('-')}.png`) })
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
