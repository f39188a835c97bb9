/** Pictures of every screen into .screenshots/: run by hand, `node test/browser/gallery.mjs [part of a name]`. */

import { mkdir } from 'node:fs/promises'
import chromium from '@sparticuz/chromium'
import { chromium as playwright } from 'playwright-core'
import { buildPage } from '../../src/sidebar/buildPage.mjs'
import { answers } from './galleryAnswers.mjs'
import * as calendar from './galleryCalendar.mjs'
import * as dialogs from './galleryDialogs.mjs'
import * as externals from './galleryExternals.mjs'
import * as fixture from './galleryFixture.mjs'
import * as panel from './galleryPanel.mjs'

const folder = new URL('../../.screenshots/', import.meta.url)
const origin = 'http://desk.local/'
const screens = { ...panel.screens, ...dialogs.screens, ...calendar.screens, ...externals.screens }

/** Runs in the page before its own script: google.script.run as the page sees it. */
function fakeGoogle(replies) {
  const runner = (done, failed) => ({
    withSuccessHandler: (handler) => runner(handler, failed),
    withFailureHandler: (handler) => runner(done, handler),
    rpc: ({ method }) => {
      const reply = replies[method]
      if (reply.hangs) return
      setTimeout(() => (reply.fails ? failed({ message: 'NetworkError' }) : done(structuredClone(reply))), 20)
    },
    openWeekClose: () => done(null),
    openSlotBoard: () => done(null),
    openReport: () => done(null),
    openExternals: () => done(null),
    openImport: () => done(null),
  })
  window.google = { script: { run: runner(), host: { close: () => {} } } }
}

async function shoot(browser, pages, name) {
  const screen = screens[name]
  const data = {
    view: 'sidebar',
    message: '',
    me: fixture.me,
    lists: fixture.lists,
    today: fixture.today,
    week: null,
    board: null,
    ...screen.data,
  }
  const wide = ['weekClose', 'slotBoard', 'import', 'report', 'externals', 'taskTools'].includes(data.view)
  const page = await browser.newPage({
    viewport:
      screen.size ??
      (data.view === 'taskTools' ? { width: 480, height: 520 } : wide ? { width: 960, height: 640 } : { width: 300, height: 800 }),
    deviceScaleFactor: 2,
  })
  page.on('pageerror', (error) => console.error(name, error.message))
  await page.route(origin, (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: (wide ? pages.dialogs : pages.sidebar).replace('<?!= data ?>', () => JSON.stringify(data).replace(/</g, '\\u003c')),
    }),
  )
  await page.addInitScript(fakeGoogle, { ...answers, ...screen.answers })
  await page.goto(origin)
  for (const act of screen.does ?? []) await act(page)
  await page.waitForTimeout(120)
  await page.screenshot({ path: new URL(`${name}.png`, folder).pathname, fullPage: screen.full ?? false })
  await page.close()
}

await mkdir(folder, { recursive: true })
const pages = { sidebar: await buildPage({ page: 'sidebar' }), dialogs: await buildPage({ page: 'dialogs' }) }
// In a single process the browser ends with its first page.
const args = chromium.args.filter((one) => one !== '--single-process')
const browser = await playwright.launch({ executablePath: await chromium.executablePath(), args, headless: true })
for (const name of Object.keys(screens).filter((one) => one.includes(process.argv[2] ?? '')))
  await shoot(browser, pages, name).catch((error) => console.error(name, error.message.split('\n')[0]))
await browser.close()
