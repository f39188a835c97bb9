/** The browser that comes inside an npm package. */
import chromium from '@sparticuz/chromium'
import { type Browser, chromium as playwright } from 'playwright-core'

/** In a single process the browser ends with its first page. */
const launch = async (): Promise<Browser> =>
  playwright.launch({
    executablePath: await chromium.executablePath(),
    args: [...chromium.args.filter((arg) => arg !== '--single-process'), '--lang=ru-RU'],
    headless: true,
  })

/** It dies now and then while it starts: a second start is no other test. */
export const openBrowser = (): Promise<Browser> => launch().catch(launch)
