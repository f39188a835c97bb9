/** How long the browser takes to paint the sidebar of the sample office, as the emulated Google hands it out, by its size. */
import { join } from 'node:path'
import chromium from '@sparticuz/chromium'
import { type Browser, type CDPSession, chromium as playwright } from 'playwright-core'
import { createSampleWorld, sampleOwner } from '../../emulator/workbench/sampleOffice'
import { kilobytes, median } from './figures'

const rounds = 15
const slowness = [1, 4]
const address = 'http://desk.example/'

export async function measurePaint() {
  const html = sidebarOf()
  const pages = [1, 2, 3].map((times) => ({
    page: times === 1 ? 'as shipped' : `as shipped, its script ${times} times over`,
    html: padded(html, times),
  }))
  const browser = await open()
  const taken = pages.map(() => new Map(slowness.map((times): [number, number[]] => [times, []])))
  for (let round = 0; round < rounds; round++)
    for (const [index, { html }] of pages.entries())
      for (const times of slowness) taken[index]?.get(times)?.push(await paintedAfter(browser, html, times))
  await browser.close()
  return pages.map(({ page, html }, index) => ({
    page,
    KB: kilobytes(html),
    ...Object.fromEntries(
      slowness.map((times) => [times === 1 ? 'this computer' : `${times} times slower`, median(taken[index]?.get(times))]),
    ),
  }))
}

function sidebarOf(): string {
  const root = process.cwd()
  const world = createSampleWorld({ distFolder: join(root, 'dist'), sampleFolder: join(root, 'emulator', 'sample') })
  const [shown] = world.invoke({ fn: 'showSidebar', entry: 'menu', user: sampleOwner }).ui
  if (shown?.kind !== 'sidebar') throw new Error('the sidebar was not shown')
  return shown.html
}

/** The script again, evaluated as far as the place where it looks for its data and finds none. */
function padded(html: string, times: number): string {
  const at = html.lastIndexOf('<script>') + '<script>'.length
  const script = html.slice(at, html.indexOf('</script>', at))
  const again = `try{(function(document){${script}\n})({getElementById(){return null}})}catch(_){}\n`
  return html.slice(0, at) + again.repeat(times - 1) + html.slice(at)
}

async function open(): Promise<Browser> {
  const args = chromium.args.filter((arg) => arg !== '--single-process')
  return playwright.launch({ executablePath: await chromium.executablePath(), args, headless: true })
}

/** Milliseconds from navigation to the first contentful paint, in a context of its own: nothing is cached. */
async function paintedAfter(browser: Browser, html: string, times: number): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 300, height: 800 } })
  const page = await context.newPage()
  const session: CDPSession = await context.newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: times })
  await page.route(address, (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }))
  await page.addInitScript(silentGoogle)
  await page.goto(address)
  await page.getByRole('tab').first().waitFor()
  const painted = await page.evaluate(firstPaint)
  await context.close()
  return painted
}

/** Calls go out and are never answered: what is measured is the page as it comes. */
function silentGoogle(): void {
  const runner: object = new Proxy({}, { get: () => () => runner })
  Object.assign(window, { google: { script: { run: runner, host: { close: () => undefined } } } })
}

function firstPaint(): Promise<number> {
  return new Promise((resolve) => {
    const look = () => {
      const [entry] = performance.getEntriesByName('first-contentful-paint')
      if (entry === undefined) setTimeout(look, 20)
      else resolve(entry.startTime)
    }
    look()
  })
}
