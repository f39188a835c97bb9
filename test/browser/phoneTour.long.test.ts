/** The phone's every screen, as manager, director and consultant: nothing crushed or cut, nothing smaller than a finger, axe finds nothing. PHONE_WIDTH=390 for another width. */
import type { Browser } from 'playwright-core'
import { startWorkbench, type TestWorkbench } from './browser'
import { openBrowser } from './browserAlone'
import { openPhone, signIn, tooSmall } from './phoneHand'
import { violationsOf } from './screens/axe'
import { looksOf } from './screens/looks'
import { eventfulWeek, tour } from './screens/phoneTour'

jest.setTimeout(240_000)

const width = Number(process.env['PHONE_WIDTH'] ?? 360)
let browser: Browser
let bench: TestWorkbench

beforeAll(async () => {
  browser = await openBrowser()
  bench = await startWorkbench({ port: 0, sample: true })
  eventfulWeek(bench.bench.world)
})
afterAll(async () => {
  await browser?.close()
  await bench?.stop()
})

test.each([...new Set(tour.map(({ user }) => user))])('%s', async (user) => {
  const { page, context, errors } = await openPhone(browser, { width })
  await signIn(bench, page, user)
  const troubles: string[] = []
  for (const { name, go } of tour.filter((stop) => stop.user === user)) {
    const shown = await go(page, context)
    const cut = await shown
      .locator('.tabs button, .more, .segments label, td.figure, th.figure')
      .evaluateAll((all) =>
        all.filter((one) => one.clientWidth > 1 && one.scrollWidth > one.clientWidth + 1).map((one) => one.textContent ?? ''),
      )
    const below = shown === page ? 0 : await shown.evaluate(() => document.documentElement.scrollHeight - innerHeight)
    troubles.push(
      ...(await looksOf(shown)).map((one) => `${name}: ${one}`),
      ...cut.map((words) => `${name}: «${words}» is cut`),
      ...(below > 1 ? [`${name}: ${below} px of nothing below the window`] : []),
      ...(await tooSmall(shown)).map((one) => `${name}: ${one}`),
      ...(await violationsOf(shown)).map((one) => `${name}: ${JSON.stringify(one)}`),
    )
    if (shown !== page) await shown.close()
  }
  await context.close()
  expect([...troubles, ...errors]).toEqual([])
})
