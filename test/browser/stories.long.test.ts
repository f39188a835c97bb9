/** A story's file at the workbench, by button and by drop; a fault put by hand and what it is left by. */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { storyOf } from '../simulation/story'
import { takePicture } from './pictures'
import { sidebarOf, workbenchPage } from './workbenchPage'

jest.setTimeout(180_000)

const { page } = workbenchPage()
const { steps, ...story } = storyOf({ seed: 'workbench', weeks: 1, load: 8 })
const words = '17 rpc 2026-10-05: J3 Сделки № 41722: version 3 follows 1'
const told = { ...story, steps: steps.slice(0, 6), violation: { step: 4, words } }
const file = join(mkdtempSync(join(tmpdir(), 'story-')), 'seed-7.json')
writeFileSync(file, JSON.stringify(told))

const open = () => page().getByRole('button', { name: 'Открыть', exact: true }).click()
const rows = () => page().locator('.story tbody tr')
const line = () => page().locator('.storyTold')

beforeAll(() => page().setDefaultTimeout(60_000))

test('a fault is left by what the sidebar asks by itself and by a sign-in, and meets the next deed', async () => {
  await page().getByRole('button', { name: 'Начать' }).click()
  await sidebarOf(page()).getByRole('tab', { name: 'Сегодня' }).waitFor()
  await page().getByRole('tab', { name: 'Запуски' }).click()
  const kind = page().getByLabel('Помеха')
  await kind.selectOption('quotaMinute')
  await page().locator('#faultWhat').waitFor()
  await sidebarOf(page())
    .locator('body')
    .evaluate(() => window.dispatchEvent(new Event('focus')))
  await page().locator('#who').selectOption({ index: 1 })
  await sidebarOf(page()).getByRole('tab', { name: 'Сегодня' }).waitFor()
  expect(await kind.inputValue()).toBe('quotaMinute')
  await takePicture(page(), 'fault-waits')
  await sidebarOf(page()).getByRole('tab', { name: 'Слоты' }).click()
  await page().getByText('Помеха сработала').waitFor()
  expect(await page().locator('.toasts').textContent()).toContain('Quota exceeded')
  await page().screenshot({ path: '.screenshots/fault-struck.png' })
  expect(await kind.inputValue()).toBe('none')
})

test('the file is opened by the button: its steps, and where it will break as the file tells', async () => {
  await page().getByRole('tab', { name: 'Запуски' }).click()
  await page().locator('.openStory input').setInputFiles(file)
  await open()
  await rows().nth(5).waitFor()
  expect(await line().textContent()).toContain(`В файле записано нарушение на шаге 5: ${words}`)
  expect(await page().locator('.story tr.failed').count()).toBe(1)
  await takePicture(page(), 'story-open')
})

test('it is played to a step, on and to its end; the clock stands at the step’s hour', async () => {
  await page().getByRole('button', { name: 'Сыграть до этого шага: 2' }).click()
  await page().getByText('Сыграно 2 из 6').waitFor()
  await page().getByRole('button', { name: 'Следующий шаг' }).click()
  await page().getByText('Сыграно 3 из 6').waitFor()
  await page().getByRole('button', { name: 'До конца' }).click()
  await page().getByText('Сыграно 6 из 6').waitFor()
  expect(await page().locator('.clockText').textContent()).toContain('октября 2026')
  expect(await page().locator('.story tr.played').count()).toBe(6)
  expect(await line().textContent()).toContain('здесь не повторилось')
  await takePicture(page(), 'story-played')
})

test('a file that is none, dropped onto the page, is refused with a sentence; the story stays', async () => {
  const data = await page().evaluateHandle(() => {
    const transfer = new DataTransfer()
    transfer.items.add(new File(['{"seed": 7}'], 'seven.json', { type: 'application/json' }))
    return transfer
  })
  await page().dispatchEvent('#app', 'drop', { dataTransfer: data })
  await open()
  await page().getByText('Это не файл истории').waitFor()
  expect(await rows().count()).toBe(6)
  await page().getByRole('button', { name: 'Закрыть историю' }).click()
  await page().getByRole('tab', { name: 'История' }).waitFor({ state: 'hidden' })
})
