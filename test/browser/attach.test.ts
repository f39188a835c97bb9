/** «Приложить файл» in a real browser: a file goes from the person's disk to Drive, and its link leads to it (C5). */
import { sidebarOf, workbenchPage } from './workbenchPage'

jest.setTimeout(120_000)

const { page, bench } = workbenchPage()
const sidebar = () => sidebarOf(page())
const content = Buffer.from('%PDF-1.7 смета')

async function choose(name: string, mimeType: string): Promise<void> {
  await sidebar().getByLabel('Приложить файл').setInputFiles({ name, mimeType, buffer: content })
}

test('an unfilled card takes a file, shows it as a link, and refuses a program before sending it', async () => {
  await page().getByRole('button', { name: 'Начать' }).click()
  await sidebar().getByRole('tab', { name: 'Карточка' }).click()
  await sidebar().locator('#deal-search').fill('41006')
  await sidebar().locator('#deal-search').press('Enter')
  await sidebar().locator('.match').first().click()
  await sidebar().getByText('Приложить файл').waitFor({ timeout: 10_000 })
  await choose('смета.exe', 'application/x-msdownload')
  await sidebar().getByText('Файл «смета.exe» не прикрепить').waitFor()
  await choose('смета.pdf', 'application/pdf')
  const link = sidebar().getByRole('link', { name: 'смета.pdf' })
  await link.waitFor()
  const saved = bench().bench.world.state.files.filter(({ mimeType }) => mimeType === 'application/pdf')
  expect(saved.map(({ name, base64 }) => [name, base64])).toEqual([['смета.pdf', content.toString('base64')]])
  await link.click()
  expect(await link.getAttribute('href')).toBe(`/file/${saved[0]?.id}`)
  const answer = await page().request.get(`${bench().url}/file/${saved[0]?.id}`)
  expect(await answer.body()).toEqual(content)
})
