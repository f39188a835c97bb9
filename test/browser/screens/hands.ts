/** A person at the keyboard, in modelled time: each key takes a fifth of a second, and an answer comes when Google's model says so. */
import type { Page } from 'playwright-core'
import type { Shown } from './shownScreen'

/** Seconds a key, of an average typist (Card, Moran, Newell). */
const perKey = 0.2
const look = 0.05
const patience = 20

export interface Hands {
  readonly keys: () => number
  /** Seconds altogether, and those of them spent waiting. */
  readonly seconds: () => number
  readonly waited: () => number
  /** For what, and how long. */
  readonly waits: readonly string[]
  press(key: string): Promise<void>
  type(text: string): Promise<void>
  /** Waits for it to be there. */
  until(selector: string): Promise<void>
  /** Tab until it has the focus. */
  tabTo(selector: string): Promise<void>
}

export async function handsOn({ page, answers }: Shown): Promise<Hands> {
  let [keys, seconds, waited] = [0, 0, 0]
  const waits: string[] = []
  const late: { readonly at: number; come(): void }[] = []
  await page.clock.install()
  answers.come = 'asOnGoogle'

  async function pass(span: number): Promise<void> {
    seconds += span
    await page.clock.runFor(span * 1000)
    for (const one of answers.due.splice(0)) late.push({ at: seconds + one.seconds, come: one.come })
    for (const one of late.filter(({ at }) => at <= seconds)) {
      late.splice(late.indexOf(one), 1)
      one.come()
    }
    await drawn(page)
  }
  async function press(key: string): Promise<void> {
    await page.keyboard.press(key)
    keys += 1
    await pass(perKey)
  }
  const isThere = (selector: string) => page.locator(selector).first().isVisible()

  return {
    keys: () => keys,
    seconds: () => seconds,
    waited: () => waited,
    press,
    type: async (text) => {
      for (const letter of text) {
        await page.keyboard.type(letter)
        keys += 1
        await pass(perKey)
      }
    },
    waits,
    until: async (selector) => {
      const before = waited
      for (let spent = 0; !(await isThere(selector)); spent += look) {
        if (spent > patience) throw new Error(`it does not come: ${selector}`)
        waited += look
        await pass(look)
      }
      if (waited > before) waits.push(`${selector} ${(waited - before).toFixed(1)}`)
    },
    tabTo: async (selector) => {
      for (let tabs = 0; !(await isThere(`${selector}:focus`)); tabs += 1) {
        if (tabs > 60) throw new Error(`the keyboard does not reach it: ${selector}`)
        await press('Tab')
      }
    },
  }
}

/** Two turns of the page: an answer is taken in, and drawn. */
async function drawn(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((resolve) => queueMicrotask(() => resolve(0))))
  await page.evaluate(() => 0)
}
