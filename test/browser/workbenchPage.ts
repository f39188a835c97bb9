/** A workbench with the sample office and a page on it, for the tests of one file; and what every such test does with the page. */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, FrameLocator, Page } from 'playwright-core'
import type { World } from '../../emulator/world/types'
import { saveWorld } from '../../emulator/world/world'
import { startWorkbench, type TestWorkbench } from './browser'
import { openBrowser } from './browserAlone'

/** Registers the file's set-up and tear-down; the page is there once a test runs. @param world absent = the sample office */
export function workbenchPage(height = 800, world?: () => World): { readonly page: () => Page; readonly bench: () => TestWorkbench } {
  let browser: Browser
  let bench: TestWorkbench
  let page: Page
  beforeAll(async () => {
    browser = await openBrowser()
    bench = await startWorkbench(world === undefined ? { port: 0, sample: true } : { port: 0, world: savedAt(world()) })
    page = await browser.newPage({ viewport: { width: 1280, height } })
    await page.goto(bench.url)
  })
  afterAll(async () => {
    await browser?.close()
    await bench?.stop()
  })
  return { page: () => page, bench: () => bench }
}

function savedAt(world: World): string {
  const path = join(mkdtempSync(join(tmpdir(), 'walk-')), 'world.json')
  saveWorld(world, path)
  return path
}

export function sidebarOf(page: Page): FrameLocator {
  return page.frameLocator('iframe[title^="Панель"]')
}

/** Moves the clock and waits until it stands at another time and its buttons may be pressed again. */
export async function jump(page: Page, name: string): Promise<void> {
  const before = await page.locator('.clockText').textContent()
  await page.getByRole('button', { name, exact: true }).click()
  await page.waitForFunction(
    (stood) => document.querySelector('.clockText')?.textContent !== stood && document.querySelector('.jump[disabled]') === null,
    before,
    { timeout: 110_000 },
  )
}
