/** The client's page on phones of 360, 390 and 430 px, by touch, light and dark, nothing for axe to find: he confirms, asks for another time, calls off. */
import type { Browser, Page } from 'playwright-core'
import type { World } from '../../emulator/world/types'
import type { LinkParameters } from '../../src/rpc/pageContract'
import { atWork, bookInput, done, phoned, slotOf } from '../fixtures/desk'
import { visitLetter } from '../fixtures/pagesDesk'
import { rowById } from '../fixtures/register'
import { startWorkbench, type TestWorkbench } from './browser'
import { openBrowser } from './browserAlone'
import { takePicture } from './pictures'
import { violationsOf } from './screens/axe'

jest.setTimeout(120_000)

let browser: Browser
let bench: TestWorkbench
let world: World
let link: LinkParameters
let id: number

beforeAll(async () => {
  browser = await openBrowser()
  bench = await startWorkbench({ port: 0, sample: true })
  world = atWork(bench.bench.world)
  const { card } = done(world, 'deal/book', bookInput(phoned(world, 'АНО «Причал»'), slotOf(world, 'ММ', '2026-11-25')))
  id = card.deal.id
  link = visitLetter(world).link
})
afterAll(async () => {
  await browser?.close()
  await bench?.stop()
})

async function phone(width: number, colorScheme: 'light' | 'dark' = 'light'): Promise<{ readonly page: Page; readonly errors: string[] }> {
  const page = await browser.newPage({
    viewport: { width, height: 844 },
    deviceScaleFactor: 2,
    hasTouch: true,
    isMobile: true,
    colorScheme,
  })
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  await page.goto(`${bench.url}/webapp/exec?${new URLSearchParams(link)}`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  return { page, errors }
}

async function expectFits(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
  const heights = await page.locator('button, .choice, .ways a').evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height))
  expect(Math.min(48, ...heights)).toBeGreaterThanOrEqual(48)
}

test.each([
  [360, 'light'],
  [390, 'dark'],
  [430, 'light'],
] as const)('%i px, %s: everything fits, a finger hits it', async (width, scheme) => {
  const { page, errors } = await phone(width, scheme)
  await expectFits(page)
  await takePicture(page, `page-visit-${width}`)
  await page.getByRole('button', { name: 'Нужно другое время' }).tap()
  await page.getByText('Ничего не подходит, позвоните мне').waitFor()
  await expectFits(page)
  await takePicture(page, `page-visit-hours-${width}`)
  expect([...errors, ...(await violationsOf(page))]).toEqual([])
  await page.close()
})

test('he confirms, then asks for another time, then to cancel; the page tells what stands', async () => {
  const { page, errors } = await phone(390)
  expect(await page.getByRole('link', { name: 'Добавить в календарь' }).getAttribute('download')).toBe('консультация.ics')
  await page.getByRole('button', { name: 'Подтверждаю' }).tap()
  await page.getByRole('heading', { name: 'Спасибо, ждём вас' }).waitFor()
  await page.reload()
  await page.getByText('Вы подтвердили, что придёте.').waitFor()
  await page.getByRole('button', { name: 'Нужно другое время' }).tap()
  await page.locator('.choice').first().tap()
  await page.getByLabel('Что нам стоит знать').fill('Совещание')
  await page.getByRole('button', { name: 'Попросить это время' }).tap()
  await page.getByRole('heading', { name: 'Просьба о другом времени передана' }).waitFor()
  await page.reload()
  await page.getByText(/^Мы получили: просит другое время/).waitFor()
  await page.getByRole('button', { name: 'Отменить' }).tap()
  await page.getByRole('button', { name: 'Назад' }).tap()
  await page.getByRole('button', { name: 'Отменить' }).tap()
  await page.getByRole('button', { name: 'Попросить отменить' }).tap()
  await page.getByRole('heading', { name: 'Просьба отменить передана' }).waitFor()
  expect(String(rowById(world, 'Сделки', id)['Комментарии'])).toContain('клиент по ссылке: просит отменить')
  expect(errors).toEqual([])
  await page.close()
})
