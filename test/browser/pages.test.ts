/** The pages for people outside on a phone, 390 × 844, in the workbench's web app: report, feedback, decision; also 320 px and long names. */
import type { Browser, Page } from 'playwright-core'
import type { World } from '../../emulator/world/types'
import { mimeTypeOf } from '../../src/domain/deal/attachedFile'
import type { LinkParameters } from '../../src/rpc/pageContract'
import { atWork, completeClient, done } from '../fixtures/desk'
import { decideWorld, externalWorld, feedbackWorld, linksIn, mailed, parametersOf } from '../fixtures/pagesDesk'
import { rowById } from '../fixtures/register'
import { startWorkbench, type TestWorkbench } from './browser'
import { openBrowser } from './browserAlone'
import { takePicture } from './pictures'
import { soon } from './screens/soon'

jest.setTimeout(120_000)

const longName =
  'Архангельская региональная общественная организация содействия развитию сельских территорий «Северодвинскоморскоесодружество»'
const longRequest =
  'Хотим открыть мастерскую для подростков: какие документы нужны, как заключить договор с администрацией района, кто отвечает за безопасность?'

const longFile = 'Положение о порядке предоставления субсидий социально ориентированным некоммерческим организациям Архангельска.pdf'
const typeOf = (name: string) => mimeTypeOf(name) || 'application/x-msdownload'

interface ReportLink {
  readonly id: number
  readonly link: LinkParameters
}

let browser: Browser
let bench: TestWorkbench
let world: World
let links: Readonly<Record<'report' | 'files' | 'feedback' | 'allow' | 'stop', LinkParameters>>
let ids: Readonly<Record<'report' | 'files' | 'feedback' | 'decide', number>>

beforeAll(async () => {
  browser = await openBrowser()
  bench = await startWorkbench({ port: 0, sample: true })
  world = atWork(bench.bench.world)
  const decide = decideWorld(world, { client: { ...completeClient, organisation: longName }, request: longRequest })
  const [report, files] = ['Фонд «Ровесник»', 'АНО «Маяк»'].map((organisation) => {
    const { card } = externalWorld(world, organisation)
    done(world, 'deal/sendReport', { deal: card.ref })
    return { id: card.deal.id, link: parametersOf(linksIn(mailed(world)[0])[0] ?? '') }
  }) as [ReportLink, ReportLink]
  const feedback = feedbackWorld(world)
  links = {
    report: report.link,
    files: files.link,
    feedback: feedback.links[0] as LinkParameters,
    stop: feedback.links[5] as LinkParameters,
    allow: decide.links[0] as LinkParameters,
  }
  ids = { report: report.id, files: files.id, feedback: feedback.card.deal.id, decide: decide.card.deal.id }
})
afterAll(async () => {
  await browser?.close()
  await bench?.stop()
})

const addressOf = (link: LinkParameters) => `${bench.url}/webapp/exec?${new URLSearchParams(link)}`

async function phone(link: LinkParameters, width = 390): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height: 844 }, deviceScaleFactor: 2 })
  await page.goto(addressOf(link))
  await page.getByRole('heading', { level: 1 }).waitFor()
  return page
}

/** Nothing is wider than the screen, nothing that is pressed is smaller than a finger. */
async function expectFits(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
  const heights = await page
    .locator('button, select, input:not([type=radio], [type=checkbox]), .choice')
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height))
  expect(Math.min(48, ...heights)).toBeGreaterThanOrEqual(48)
}

async function whole(page: Page, name: string): Promise<void> {
  await page.setViewportSize({
    width: page.viewportSize()?.width ?? 390,
    height: Math.max(844, await page.evaluate(() => document.documentElement.scrollHeight)),
  })
  await takePicture(page, name)
}

test('C9: the expert’s report: a draft outlives a reload, the end is clear, the register has it', async () => {
  const page = await phone(links.report)
  await expectFits(page)
  await whole(page, 'page-report')
  await page.getByLabel('Продолжительность, мин').fill('50')
  await page.getByLabel(/^Содержание/).fill('Разобрали устав и порядок регистрации изменений.')
  await page.reload()
  await page.getByText('Черновик с этого устройства восстановлен.').waitFor()
  expect(await page.getByLabel(/^Содержание/).inputValue()).toBe('Разобрали устав и порядок регистрации изменений.')
  await page.getByLabel('Тема консультации').selectOption({ label: 'Социальное проектирование' })
  await page.getByLabel(/^Обсуждаемый проект/).fill('Мастерская')
  await page.getByLabel('Тематика проекта').fill('Подростки')
  await page.getByLabel('Рекомендации по проекту').fill('Начать с партнёров')
  await page.getByLabel(/^Рекомендации: что/).fill('   ')
  await page.getByRole('button', { name: 'Отправить отчёт' }).click()
  await page.getByRole('alert').getByText('Не заполнено: Рекомендации.').waitFor()
  await whole(page, 'page-report-refused')
  await page.getByLabel(/^Рекомендации: что/).fill('Подать документы до 20 декабря.')
  await page.getByRole('button', { name: 'Отправить отчёт' }).click()
  await page.getByRole('heading', { name: `Спасибо, отчёт получен, № ${ids.report}` }).waitFor()
  await takePicture(page, 'page-report-thanks')
  expect(String(rowById(world, 'Сделки', ids.report)['Отчёт эксперта'])).toContain('Начать с партнёров')
  await page.reload()
  await page.getByText('Отчёт уже получен. Его можно исправить и отправить ещё раз.').waitFor()
  expect(await page.getByLabel('Продолжительность, мин').inputValue()).toBe('50')
  await page.close()
})

test('C9: files go with the report: each with its line, a failure is repeated, the report waits for them', async () => {
  const page = await phone(links.files, 320)
  const choose = (...names: string[]) =>
    page
      .getByLabel('Выбрать файлы')
      .setInputFiles(names.map((name) => ({ name, mimeType: typeOf(name), buffer: Buffer.from(`%PDF ${name}`) })))
  await page.getByLabel('Продолжительность, мин').fill('45')
  await choose('игра.exe')
  await page.getByText('Файл «игра.exe» не прикрепить').waitFor()
  await page.route('**/api/run', (route) => route.abort())
  await choose(longFile)
  await page.getByText('Связи нет. Проверьте её и повторите.').waitFor()
  await expectFits(page)
  await whole(page, 'page-files-failed-320')
  await page.setViewportSize({ width: 390, height: 844 })
  await whole(page, 'page-files-failed')
  await page.unroute('**/api/run')
  await page.getByLabel(/^Содержание/).fill('Разобрали устав.')
  await page.getByLabel(/^Рекомендации: что/).fill('Подать документы до 20 декабря.')
  await page.getByRole('button', { name: 'Отправить отчёт' }).click()
  await page.getByRole('alert').getByText('Нажмите у файла «Повторить» или «Убрать»').waitFor()
  await page.getByRole('button', { name: 'Убрать «игра.exe»' }).click()
  const isChooserNext = () => page.getByLabel('Выбрать файлы').evaluate((chooser) => chooser === document.activeElement)
  expect(await soon(isChooserNext, true)).toBe(true)
  let go = () => {}
  const held = new Promise<void>((resolve) => {
    go = resolve
  })
  await page.route('**/api/run', (route) => held.then(() => route.continue()))
  await page.getByRole('button', { name: /^Повторить/ }).click()
  await choose('смета.pdf', 'фото.jpg')
  await page.getByText('1 КБ · загружается…').waitFor()
  await page.getByRole('button', { name: 'Отправить отчёт' }).click()
  await page.getByRole('button', { name: 'Догружаем файлы…' }).waitFor()
  await page.getByLabel('Комментарий для офиса').fill('Дописано, пока грузилось')
  await whole(page, 'page-files-sending')
  expect(rowById(world, 'Сделки', ids.files)['Отчёт эксперта']).toBeNull()
  go()
  await page.getByRole('heading', { name: `Спасибо, отчёт получен, № ${ids.files}` }).waitFor()
  const { Файлы: lines, 'Отчёт эксперта': sent } = rowById(world, 'Сделки', ids.files)
  expect(
    String(lines)
      .split('\n')
      .map((line) => line.split(' https://drive')[0]),
  ).toEqual([longFile, 'смета.pdf', 'фото.jpg'])
  expect(JSON.parse(String(sent))).toMatchObject({ minutes: 45, comment: 'Дописано, пока грузилось' })
  await page.reload()
  await page.getByText('фото.jpg').waitFor()
  expect(await page.getByRole('group', { name: 'Файлы' }).getByRole('listitem').count()).toBe(3)
  await expectFits(page)
  await whole(page, 'page-files-done')
  await page.setViewportSize({ width: 320, height: 844 })
  await expectFits(page)
  await whole(page, 'page-files-done-320')
  await page.close()
})

test('K2: five big buttons, one comment, thanks; the link only chooses', async () => {
  const page = await phone(links.feedback)
  await expectFits(page)
  expect(await page.getByRole('radio', { name: /Очень помогла/ }).isChecked()).toBe(true)
  await page.getByText('Помогла отчасти').click()
  await page.getByLabel('Расскажите, почему').fill('Хотелось больше примеров')
  await whole(page, 'page-feedback')
  expect(rowById(world, 'Сделки', ids.feedback)['Оценка']).toBeNull()
  await page.getByRole('button', { name: 'Отправить отзыв' }).click()
  await page.getByRole('heading', { name: 'Спасибо за отзыв!' }).waitFor()
  expect(rowById(world, 'Сделки', ids.feedback)).toMatchObject({ Оценка: 3, Отзыв: 'Хотелось больше примеров' })
  await page.reload()
  await page.getByRole('heading', { name: 'Спасибо, отзыв уже получен' }).waitFor()
  await takePicture(page, 'page-feedback-given')
  await page.close()
})

test('T2: the manager’s decision on 320 px with a name that hardly breaks; without a connection nothing typed is lost', async () => {
  const page = await phone(links.allow, 320)
  await expectFits(page)
  await whole(page, 'page-decide-320')
  await page.getByLabel('Примечание для офиса').fill('Только в декабре')
  await page.route('**/api/run', (route) => route.abort())
  await page.getByRole('button', { name: 'Подтвердить согласие' }).click()
  await page.getByRole('alert').waitFor()
  expect(await page.getByLabel('Примечание для офиса').inputValue()).toBe('Только в декабре')
  await page.unroute('**/api/run')
  await page.getByText('Отказываю').click()
  await page.getByRole('button', { name: 'Подтвердить отказ' }).click()
  await page.getByRole('heading', { name: 'Решение записано: отказ' }).waitFor()
  expect(String(rowById(world, 'Сделки', ids.decide)['Комментарии'])).toContain('Только в декабре')
  await page.close()
})

test('a link that is not ours, and «не присылать», on 320 px', async () => {
  const bad = await phone({ ...links.report, s: 'A'.repeat(43) }, 320)
  await bad.getByRole('heading', { name: 'Ссылка не открывается' }).waitFor()
  expect(await bad.getByRole('link', { name: '20-65-10' }).getAttribute('href')).toBe('tel:206510')
  await takePicture(bad, 'page-bad-link')
  await bad.close()
  const stop = await phone(links.stop, 320)
  await expectFits(stop)
  await takePicture(stop, 'page-stop')
  await stop.getByRole('button', { name: 'Больше не присылать' }).click()
  await stop.getByRole('heading', { name: 'Больше таких писем не будет' }).waitFor()
  await stop.close()
})

test('the workbench’s «Страницы» lists the links of the letters and opens them as on a phone', async () => {
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } })
  await page.goto(bench.url)
  await page.getByRole('button', { name: 'Начать' }).click()
  await page.getByRole('tab', { name: 'Страницы' }).click()
  await page.getByRole('button', { name: 'Помогла ли вам консультация? · 5 — очень помогла' }).click()
  await page.frameLocator('iframe.phone').getByRole('heading', { level: 1 }).waitFor()
  await takePicture(page, 'workbench-pages')
  await page.close()
})
