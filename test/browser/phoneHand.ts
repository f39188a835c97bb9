/** A phone of 390 × 844 by touch: opened, signed in by the letter, its screens measured, its errands timed. */
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { office } from '../fixtures/desk'
import type { TestWorkbench } from './browser'

interface Phone {
  readonly page: Page
  readonly context: BrowserContext
  readonly errors: string[]
}

export async function openPhone(
  browser: Browser,
  part: { readonly width?: number; readonly colorScheme?: 'light' | 'dark' } = {},
): Promise<Phone> {
  const { width = 390, colorScheme = 'light' } = part
  const context = await browser.newContext({
    viewport: { width, height: 844 },
    deviceScaleFactor: 2,
    hasTouch: true,
    isMobile: true,
    colorScheme,
  })
  const page = await context.newPage()
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  return { page, context, errors }
}

const pressed =
  'button:visible, a.button:visible, select:visible, textarea:visible, input:visible:not([type=radio], [type=checkbox], [type=file]), summary:visible'

/** What is pressed and is lower than a finger. */
export async function tooSmall(page: Page): Promise<string[]> {
  return page.locator(pressed).evaluateAll((all) =>
    all
      .map((one) => ({ height: one.getBoundingClientRect().height, words: one.textContent?.slice(0, 30) ?? '', kind: one.className }))
      .filter(({ height }) => height > 0 && height < 44)
      .map(({ height, words, kind }) => `${height} px: ${words} (${kind})`),
  )
}

/** Nothing is wider than the screen, nothing that is pressed is smaller than a finger. */
export async function expectFits(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
  expect(await tooSmall(page)).toEqual([])
}

/** @returns the address of the letter's link */
export async function letterTo({ url, bench }: TestWorkbench, page: Page, address = office): Promise<string> {
  const { world } = bench
  // Three letters an hour.
  world.state.now += 3_600_000
  await page.goto(`${url}/webapp/exec`)
  await page.getByRole('heading', { name: 'Войти' }).waitFor()
  await page.getByLabel('Рабочая почта').fill(address)
  await page.getByRole('button', { name: 'Прислать ссылку' }).tap()
  await page.getByRole('heading', { name: 'Проверьте почту' }).waitFor()
  const before = world.state.letters.length
  world.advanceTo(world.state.now + 61_000)
  const letter = world.state.letters.slice(before).find(({ subject }) => subject.startsWith('Вход'))
  if (letter?.to !== address.trim().toLowerCase()) throw new Error(`no letter to ${address}`)
  return /\/exec(\?in=\S+)/.exec(letter?.body ?? '')?.[1] ?? ''
}

export async function signIn(bench: TestWorkbench, page: Page, user = office): Promise<void> {
  await page.goto(`${bench.url}/webapp/exec${await letterTo(bench, page, ` ${user.toUpperCase()}`)}`)
  await page.getByRole('button', { name: 'Войти на этом устройстве' }).tap()
  await page.getByRole('tab', { name: /^Сегодня/ }).waitFor()
}

/** What the person waits for; the rest is asked while he types, or after he has read. */
const waitedFor = ['deal/create', 'deal/book']

/** Seconds of a person with a thumb: a tap, a letter; and what he waits for by Google's model. */
export function thumbsOn({ bench }: TestWorkbench, page: Page) {
  const [perTap, perLetter] = [0.8, 0.2]
  const { world } = bench
  const from = world.state.executions.length
  const asked: string[] = []
  page.on('request', (sent) => {
    const { fn, args } = (sent.url().endsWith('/api/run') ? sent.postDataJSON() : {}) as {
      fn?: string
      args?: [{ request?: { method: string } }]
    }
    if (fn === 'phone') asked.push(args?.[0].request?.method ?? '')
  })
  let seconds = 0
  let [taps, letters] = [0, 0]
  const touch = async (place: ReturnType<Page['locator']>): Promise<void> => {
    await place.tap()
    taps += 1
    seconds += perTap
  }
  return {
    touch,
    tap: (role: 'tab' | 'option' | 'button', name: string | RegExp) => touch(page.getByRole(role, { name }).first()),
    type: async (selector: string, text: string) => {
      await touch(page.locator(selector))
      await page.locator(selector).pressSequentially(text)
      letters += text.length
      seconds += text.length * perLetter
    },
    choose: async (selector: string, start: string) => {
      const value = await page
        .locator(`${selector} option`)
        .evaluateAll((all, begin) => (all as HTMLOptionElement[]).find(({ text }) => text.startsWith(begin))?.value ?? '', start)
      await page.locator(selector).selectOption(value)
      taps += 2
      seconds += 2 * perTap
    },
    print: () => {
      const calls = world.state.executions.slice(from).filter(({ fn }) => fn === 'phone')
      const of = (isWaited: boolean) =>
        calls
          .filter((_, at) => waitedFor.includes(asked[at] ?? '') === isWaited)
          .reduce((sum, { modelledSeconds }) => sum + modelledSeconds, 0)
      const [waited, meanwhile] = [of(true), of(false)]
      const line = `a call on the phone · ${taps} taps, ${letters} letters · ${(seconds + waited).toFixed(1)} s, of them ${waited.toFixed(1)} waiting`
      console.log(`${line} (${waitedFor.join(', ')}); meanwhile ${meanwhile.toFixed(1)} s of ${asked.join(', ')}`)
      expect(asked).toHaveLength(calls.length)
      expect(seconds + waited).toBeLessThan(40)
    },
  }
}
