/** Downloads from the workbench: a month's report as .xlsx, .csv and on A4, from the menu under the grid. */
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import readXlsx from 'read-excel-file/node'
import { soon } from './screens/soon'
import { workbenchPage } from './workbenchPage'

jest.setTimeout(60_000)

const { page, bench } = workbenchPage()

async function download(name: string): Promise<{ readonly name: string; readonly body: Buffer }> {
  await page().getByText('Скачать', { exact: true }).click()
  const [file] = await Promise.all([page().waitForEvent('download'), page().getByRole('link', { name }).click()])
  return { name: file.suggestedFilename(), body: readFileSync(await file.path()) }
}

async function printPage(): Promise<Page> {
  await page().getByText('Скачать', { exact: true }).click()
  const [opened] = await Promise.all([page().context().waitForEvent('page'), page().getByRole('link', { name: 'Печать…' }).click()])
  await opened.waitForSelector('html[data-ready]', { state: 'attached' })
  return opened
}

beforeAll(async () => {
  const world = bench().bench.world
  const request = { method: 'month/report', input: { month: '2026-10' } }
  const record = world.invoke({ fn: 'rpc', entry: 'rpc', user: 'director@example.org', args: [request] })
  expect(record.value).toMatchObject({ ok: true, value: { held: 66 } })
  await page().reload()
  await page().getByRole('tab', { name: 'Отчёт 2026-10' }).click()
})

test('«Скачать → Excel»: the month’s report, with its numbers as numbers', async () => {
  const { name, body } = await download('Excel (.xlsx)')
  expect(name).toMatch(/\.xlsx$/)
  const [report] = await readXlsx(body)
  expect(report?.sheet).toBe('Отчёт 2026-10')
  expect(report?.data[0]?.[0]).toBe('Консультации за октябрь 2026')
  expect(report?.data.find(([title]) => title === 'Проведено консультаций')?.[1]).toBe(66)
})

test('«Скачать → CSV»: the same in words', async () => {
  const { name, body } = await download('CSV (.csv)')
  expect(name).toMatch(/Отчёт 2026-10\.csv$/)
  expect(body.toString('utf8')).toContain('Проведено консультаций,66')
})

test('«Скачать → Печать»: upright A4, four charts drawn where they stand, on four to seven pages', async () => {
  const print = await printPage()
  await print.emulateMedia({ media: 'print' })
  const drawn = await print.locator('canvas').evaluateAll((list) =>
    (list as HTMLCanvasElement[]).map((canvas) => {
      const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] }
      return data.filter((value, index) => index % 4 === 3 && value > 0).length > 1000
    }),
  )
  expect(drawn).toEqual([true, true, true, true])
  expect(await print.getByRole('button', { name: 'Печать или PDF' }).isVisible()).toBe(false)
  const file = (await print.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1')
  const sizes = [...file.matchAll(/\/MediaBox \[0 0 (\d+)[\d.]* (\d+)/g)].map(([, width, height]) => [Number(width), Number(height)])
  expect(sizes.length).toBeGreaterThanOrEqual(4)
  expect(sizes.length).toBeLessThanOrEqual(7)
  for (const size of sizes) expect(size).toEqual([594, 841])
  await print.close()
})

test('S2: the director forms the report in the dialog; its links open the sheet, the .xlsx and the PDF', async () => {
  await page().getByLabel('Кто:').selectOption('director@example.org')
  await page().getByText('Меню «Консультации»').click()
  await page().getByRole('menuitem', { name: 'Отчёт за месяц…' }).click()
  const dialog = page().frameLocator('iframe[title^="Окно"]')
  await dialog.getByRole('combobox').first().selectOption({ label: 'сентябрь 2026' })
  await dialog.getByRole('button', { name: 'Сформировать' }).click()
  await dialog.getByText('лист «Отчёт 2026-09» готов').first().waitFor()

  const [file] = await Promise.all([
    page().context().waitForEvent('download'),
    dialog.getByRole('link', { name: 'XLSX: Отчёт 2026-09' }).click(),
  ])
  const [report] = await readXlsx(readFileSync(await file.path()))
  expect(report?.sheet).toBe('Отчёт 2026-09')

  const list = dialog.getByRole('link', { name: 'PDF: Список 2026-09' })
  const [print] = await Promise.all([page().context().waitForEvent('page'), list.click()])
  await print.waitForSelector('html[data-ready]', { state: 'attached' })
  expect(await print.locator('body').getAttribute('class')).toBe('landscape lined')
  await print.close()

  const [sheet] = await Promise.all([
    page().context().waitForEvent('page'),
    dialog.getByRole('link', { name: 'Открыть: Отчёт 2026-09' }).click(),
  ])
  await sheet.locator('[role=tab][aria-selected=true]', { hasText: 'Отчёт 2026-09' }).waitFor()
  await sheet.close()
  await dialog.getByRole('button', { name: 'Закрыть окно' }).click()
})

test('Esc closes the menu and gives the focus back', async () => {
  const summary = page().getByText('Скачать', { exact: true })
  await summary.click()
  await page().getByRole('link', { name: 'CSV (.csv)' }).focus()
  await page().keyboard.press('Escape')
  await page().getByRole('link', { name: 'CSV (.csv)' }).waitFor({ state: 'hidden' })
  expect(await soon(() => summary.evaluate((element) => element === document.activeElement), true)).toBe(true)
})
