/** A screen of the sample office in the browser, as the emulated Google hands it out; its calls go to a world of its own. */
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { createSampleWorld } from '../../../emulator/workbench/sampleOffice'
import type { World } from '../../../emulator/world/types'
import { askFromOutside } from './histories'
import type { Screen } from './states'

const origin = 'http://desk.example/'

/** How the server's answers come; «asOnGoogle» = when hands.ts lets them, as late as the model of Google says. */
export interface Answers {
  come: 'atOnce' | 'asOnGoogle' | 'never' | 'lost'
  /** Of those that come as on Google: what lets them come, and after how many modelled seconds. */
  /** Methods, and functions that are none, in the order in which the page asked them. */
  readonly asked: string[]
  readonly due: { readonly seconds: number; come(): void }[]
}

export interface Shown {
  readonly page: Page
  readonly world: World
  readonly answers: Answers
}

export interface Look {
  readonly width?: number | undefined
  readonly height?: number
  readonly dark?: boolean
  readonly come?: Answers['come']
  readonly scale?: number
  /** A phone. */
  readonly touch?: true
}

let kept: World | undefined

/** The sample office, and three requests from outside. */
export function sampleOffice(root = process.cwd(), distFolder = process.env['DIST'] ?? join(root, 'dist')): World {
  if (kept === undefined) {
    kept = createSampleWorld({ distFolder, sampleFolder: join(root, 'emulator', 'sample') })
    askFromOutside(kept)
  }
  return kept.fork()
}

export async function showScreen(browser: Browser, screen: Screen, look: Look = {}): Promise<Shown> {
  const world = sampleOffice()
  screen.after?.(world)
  const shown = world
    .invoke({ fn: screen.fn, entry: 'menu', user: screen.user })
    .ui.find(({ kind }) => kind === 'sidebar' || kind === 'dialog')
  if (shown?.kind !== 'sidebar' && shown?.kind !== 'dialog') throw new Error(`${screen.fn}: nothing was shown`)
  const size = shown.kind === 'dialog' ? { width: shown.width, height: shown.height } : { width: 300, height: 800 }
  const opened = await showHtml(
    browser,
    { html: shown.html, world, user: screen.user, size },
    { ...look, width: look.width ?? screen.width },
  )
  await screen.does?.(opened.page, opened.answers, world)
  return opened
}

export interface Given {
  readonly html: string
  readonly world: World
  readonly user: string
  readonly size: { readonly width: number; readonly height: number }
}

export async function showHtml(browser: Browser, { html, world, user, size }: Given, look: Look = {}): Promise<Shown> {
  const page = await browser.newPage({
    viewport: { width: look.width ?? size.width, height: look.height ?? size.height },
    deviceScaleFactor: look.scale ?? 1,
    colorScheme: look.dark ? 'dark' : 'light',
    ...(look.touch ? { hasTouch: true, isMobile: true } : {}),
  })
  page.setDefaultTimeout(10_000)
  page.on('pageerror', (error) => console.error(error.message))
  const answers: Answers = { come: look.come ?? 'atOnce', due: [], asked: [] }
  await page.route(origin, (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: look.touch ? asOnPhone(html) : html }))
  await connect({ page, world, answers }, user)
  await page.goto(origin)
  return { page, world, answers }
}

/** Google's page takes the width from what the script adds to it. */
function asOnPhone(html: string): string {
  return html.replace('<head>', '<head><meta name="viewport" content="width=device-width, initial-scale=1">')
}

/** google.script.run of the page calls the world. */
async function connect({ page, world, answers }: Shown, user: string): Promise<void> {
  await page.exposeFunction('invoke', async (fn: string, given: unknown[]) => {
    answers.asked.push((given[0] as { method: string } | undefined)?.method ?? fn)
    if (answers.come === 'never') return new Promise(() => undefined)
    if (answers.come === 'lost') throw new Error('NetworkError: Connection failure due to HTTP 0')
    const { value, modelledSeconds } = world.invoke({ fn, entry: 'rpc', user, args: given })
    if (answers.come === 'asOnGoogle') await new Promise<void>((come) => answers.due.push({ seconds: modelledSeconds, come }))
    return value
  })
  await page.addInitScript(() => {
    type Handler = (value: unknown) => void
    const { invoke } = window as unknown as { invoke(fn: string, given: unknown[]): Promise<unknown> }
    const members = (done: Handler, failed: Handler) => ({
      withSuccessHandler: (handler: Handler) => runner(handler, failed),
      withFailureHandler: (handler: Handler) => runner(done, handler),
    })
    const runner = (done: Handler, failed: Handler): object =>
      new Proxy(members(done, failed), {
        get: (own, fn: string) => Reflect.get(own, fn) ?? ((...given: unknown[]) => void invoke(fn, given).then(done, failed)),
      })
    Object.assign(window, { google: { script: { run: runner(console.log, console.error), host: { close: () => undefined } } } })
  })
}
