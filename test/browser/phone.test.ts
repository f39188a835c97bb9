/** The desk on a phone of 390 × 844, by touch: signing in by the letter, a call taken down to a booked hour, «Ещё», the way out. */
import type { Browser } from 'playwright-core'
import { atWork } from '../fixtures/desk'
import { rowsOf } from '../fixtures/register'
import { startWorkbench, type TestWorkbench } from './browser'
import { openBrowser } from './browserAlone'
import { expectFits, letterTo, openPhone, thumbsOn } from './phoneHand'
import { takePicture } from './pictures'
import { violationsOf } from './screens/axe'

jest.setTimeout(240_000)

let browser: Browser
let bench: TestWorkbench

beforeAll(async () => {
  browser = await openBrowser()
  bench = await startWorkbench({ port: 0, sample: true })
  atWork(bench.bench.world)
})
afterAll(async () => {
  await browser?.close()
  await bench?.stop()
})

test('signs in by the letter, takes a call down to a booked hour; looks at the rest, and leaves', async () => {
  const { page, errors } = await openPhone(browser)
  await page.goto(`${bench.url}/webapp/exec`)
  await page.getByRole('heading', { name: 'Войти' }).waitFor()
  await expectFits(page)
  expect(await violationsOf(page)).toEqual([])
  await takePicture(page, 'phone-sign-in')
  const query = await letterTo(bench, page)
  await takePicture(page, 'phone-asked')
  await page.goto(`${bench.url}/webapp/exec${query}`)
  await page.getByRole('button', { name: 'Войти на этом устройстве' }).waitFor()
  await expectFits(page)
  await takePicture(page, 'phone-link')
  await page.getByRole('button', { name: 'Войти на этом устройстве' }).tap()
  await page.getByRole('tab', { name: /^Сегодня/ }).waitFor()
  await takePicture(page, 'phone-today')
  await expectFits(page)
  expect(await violationsOf(page)).toEqual([])

  const errand = thumbsOn(bench, page)
  await errand.tap('tab', 'Заявка')
  await errand.type('#intake-search', '89215554433')
  await errand.tap('option', /Новый клиент/)
  await errand.type('#client-contact', 'Ольга Лобанова')
  await errand.type('#client-organisation', 'АНО «Белая ночь»')
  await errand.choose('#client-kind', 'НКО')
  await errand.type('#client-municipality', 'Онега')
  await errand.type('#client-email', 'o@belaya.ru')
  await errand.tap('button', 'Согласие получено сегодня')
  await errand.choose('#intake-topic', '8')
  await errand.type('#intake-request', 'Как описать проект')
  await takePicture(page, 'phone-intake')
  await expectFits(page)
  await errand.tap('button', 'Подобрать время')
  await page.locator('.slot').first().waitFor()
  await takePicture(page, 'phone-slots')
  await expectFits(page)
  await errand.touch(page.locator('.slot').first())
  await errand.type('#slot-place', 'каб. 3')
  await errand.tap('button', /^Назначить/)
  await page.locator('.card-head').waitFor()
  errand.print()
  await takePicture(page, 'phone-card')
  await expectFits(page)
  expect(
    rowsOf(bench.bench.world, 'Журнал')
      .slice(-3)
      .map(({ cells }) => cells['Откуда']),
  ).toContain('телефон')

  await page.getByRole('button', { name: 'Ещё', exact: true }).tap()
  await page.getByText('это устройство').waitFor()
  await takePicture(page, 'phone-more')
  await expectFits(page)
  expect(await violationsOf(page)).toEqual([])
  await page.reload()
  await page.getByRole('tab', { name: /^Сегодня/ }).waitFor()
  await page.getByRole('button', { name: 'Ещё', exact: true }).tap()
  await page.getByRole('button', { name: /^Выйти/ }).tap()
  await page.getByRole('tab', { name: /^Слоты/ }).tap()
  await page.getByText('Вход на этом устройстве завершён').waitFor()
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([])
  expect(errors).toEqual([])
  await page.context().close()
})
