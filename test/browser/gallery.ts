/** `npm run gallery [part of a name]`: pictures of the screens over the sample office into .screenshots/, to be looked at by a person. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import chromium from '@sparticuz/chromium'
import { type Browser, type Page, chromium as playwright } from 'playwright-core'
import { createSampleWorld } from '../../emulator/workbench/sampleOffice'
import type { World } from '../../emulator/world/types'
import { publishedDays } from '../../src/domain/importing/publishedDays'
import { xmlYear } from '../fixtures/xmlYear'

const office = 'office@example.org'
const director = 'director@example.org'
const consultant = 'gg0@example.org'
const origin = 'http://desk.example/'
const folder = join(process.cwd(), '.screenshots')

interface Screen {
  readonly fn: string
  readonly user: string
  readonly does?: (page: Page) => Promise<void>
  /** Narrower than it opens. */
  readonly width?: number
  /** What happened before. */
  readonly after?: (world: World) => void
}
const tab = (name: string) => (page: Page) => page.getByRole('tab', { name }).click()
const firstItem = (page: Page) => page.locator('button.item', { hasText: '«' }).first().click()

/** The export of amoCRM as it is, and the step with that number. */
function exported(step = '3.') {
  return async (page: Page) => {
    await page.setInputFiles('#import-file', join(process.cwd(), 'test/fixtures/imports/amocrm-export-as-it-is.csv'))
    await page.locator('.segments label', { hasText: step }).click()
    await page.waitForTimeout(2500)
  }
}
async function brought(page: Page): Promise<void> {
  await exported()(page)
  await page.getByRole('button', { name: /^Загрузить/ }).click()
  await page.waitForTimeout(2500)
}
const waiting = async (page: Page) => {
  await tab('Заявка')(page)
  await page.getByRole('button', { name: 'Отложенные заявки' }).click()
  await page.getByRole('button', { name: 'Похожие карточки' }).click()
}
const openNewest = async (page: Page) => {
  await tab('Карточка')(page)
  await page.getByRole('searchbox').first().fill('Северный ветер')
  await page.keyboard.press('Enter')
  await page.locator('button', { hasText: 'Северный ветер' }).first().click()
}

const disputes = async (page: Page) => {
  await page
    .getByRole('button', { name: /Расхождени/ })
    .first()
    .click()
  await page.waitForTimeout(500)
}

const settled = (page: Page) => page.waitForTimeout(1000)

/** The working calendar is chosen, and next year looked at. */
async function workdays(page: Page): Promise<void> {
  await page.selectOption('#import-kind', 'workingCalendar')
  await page.getByRole('button', { name: 'Обновить' }).click()
  await page.waitForTimeout(1000)
}

/** A transfer was changed after the release. */
function published(world: World): void {
  const days = publishedDays.filter(({ date }) => date.startsWith('2027-') && date !== '2027-11-05')
  const moved = { date: '2027-11-08', kind: 'off', movedFrom: '2027-01-02' } as const
  world.state.partners = { ...world.state.partners, xmlCalendar: { years: { 2027: xmlYear(2027, [...days, moved]) }, requests: [] } }
}

/** Half-way: nobody in the lists, no calendar yet. */
function begun(world: World): void {
  const book = world.state.spreadsheets[world.state.boundSpreadsheetId]
  for (const sheet of book?.sheets ?? [])
    if (sheet.title === 'Сотрудники' || sheet.title === 'Проекты') sheet.cells = sheet.cells.slice(0, 1)
  const settings = book?.sheets.find(({ title }) => title === 'Настройки')
  if (settings)
    settings.cells = settings.cells.map((row) =>
      row?.some((cell) => String(cell).includes('@group.calendar')) ? [row[0] ?? null, null] : row,
    )
}

/** A field is being typed into while somebody else writes the same one, then it is saved. */
const changedUnder = async (page: Page) => {
  await firstItem(page)
  const number = Number((await page.locator('.card-head .number').textContent())?.replace(/\D/g, ''))
  const area = page.locator('.group-fields textarea').first()
  const field = (await area.getAttribute('id'))?.replace(/^(deal|client)-/, '') ?? ''
  await area.fill('Договорились о смете на два года, прислать шаблон')
  await page.evaluate(
    async ([id, name]) => {
      const { invoke } = window as unknown as { invoke(fn: string, given: unknown[]): Promise<{ value: { ref: object } }> }
      const opened = await invoke('rpc', [{ method: 'deal/open', input: { id, row: null, clientId: null } }])
      await invoke('rpc', [
        { method: 'deal/fill', input: { deal: opened.value.ref, fields: { [name as string]: 'Просят помочь с уставом' } } },
      ])
    },
    [number, field] as const,
  )
  await page.getByRole('button', { name: 'Сохранить', exact: true }).click()
}

/** A week in which people dragged, fell ill, renamed and copied. */
function troubled(world: World): void {
  const [calendarId = ''] = Object.keys(world.state.calendars)
  const booked = world.calendarHand
    .between({ calendarId, from: '2026-11-24T00:00', to: '2026-12-05T00:00' })
    .filter(({ summary }) => summary.includes('_'))
  const [one, two, three] = booked
  const by = { calendarId, user: consultant }
  if (one !== undefined) world.calendarHand.patch({ ...by, id: one.id, start: '2026-11-20T11:00', end: '2026-11-20T12:00' })
  if (two !== undefined)
    world.calendarHand.insert({ ...by, summary: `Больничный ${two.summary.split('_')[0]}`, start: '2026-11-23', end: '2026-12-05' })
  if (three !== undefined) world.calendarHand.patch({ ...by, id: three.id, summary: `ОП_${three.summary.split('_')[1]}` })
  world.calendarHand.insert({ ...by, summary: 'ММ консультация (занято)', start: '2026-11-26T15:00', end: '2026-11-26T16:00' })
  world.advanceTo(world.state.now + 25 * 60_000)
}

const screens: Readonly<Record<string, Screen>> = {
  today: { fn: 'showSidebar', user: office },
  'today-consultant': { fn: 'showSidebar', user: consultant },
  'today-director': { fn: 'showSidebar', user: director },
  refused: { fn: 'showSidebar', user: 'stranger@example.org' },
  intake: { fn: 'showSidebar', user: office, does: tab('Заявка') },
  'intake-waiting': { fn: 'showSidebar', user: office, does: waiting },
  'card-maybe': { fn: 'showSidebar', user: office, does: openNewest },
  slots: { fn: 'showSidebar', user: office, does: tab('Слоты') },
  'card-empty': { fn: 'showSidebar', user: office, does: tab('Карточка') },
  card: { fn: 'showSidebar', user: office, does: firstItem },
  'card-changed': { fn: 'showSidebar', user: office, does: changedUnder },
  keys: { fn: 'showSidebar', user: office, does: (page) => page.keyboard.press('?') },
  'card-consultant': { fn: 'showSidebar', user: consultant, does: firstItem },
  disputes: { fn: 'showSidebar', user: office, does: disputes, after: troubled },
  'disputes-wide': { fn: 'showSidebar', user: office, does: disputes, after: troubled, width: 390 },
  week: { fn: 'openWeekClose', user: office },
  board: { fn: 'openSlotBoard', user: office },
  report: { fn: 'openReport', user: director },
  externals: { fn: 'openExternals', user: director },
  import: { fn: 'openImport', user: director },
  'import-look': { fn: 'openImport', user: director, does: exported() },
  'import-columns': { fn: 'openImport', user: director, does: exported('1.') },
  'import-words': { fn: 'openImport', user: director, does: exported('2.') },
  'import-look-narrow': { fn: 'openImport', user: director, does: exported(), width: 420 },
  'import-columns-narrow': { fn: 'openImport', user: director, does: exported('1.'), width: 420 },
  'import-done': { fn: 'openImport', user: director, does: brought },
  'today-imported': { fn: 'showSidebar', user: office, does: (page) => page.getByRole('button', { name: 'Из прошлого' }).click() },
  'import-workdays': { fn: 'openImport', user: director, does: workdays, after: published },
  'import-workdays-narrow': { fn: 'openImport', user: director, does: workdays, after: published, width: 390 },
  settings: { fn: 'openSettings', user: director },
  'set-up': { fn: 'setUp', user: office, does: settled, after: begun },
  'set-up-wide': { fn: 'setUp', user: office, does: settled, after: begun, width: 390 },
  'set-up-narrow': { fn: 'setUp', user: office, does: settled, after: begun, width: 300 },
  'set-up-done': { fn: 'setUp', user: office, does: settled },
  'task-tools': { fn: 'openTaskTools', user: director },
}

const root = process.cwd()
const sample = createSampleWorld({ distFolder: join(root, 'dist'), sampleFolder: join(root, 'emulator', 'sample') })
mkdirSync(folder, { recursive: true })
// In a single process the browser ends with its first page.
const args = chromium.args.filter((arg) => arg !== '--single-process')
const browser = await playwright.launch({
  executablePath: await chromium.executablePath(),
  args: [...args, '--lang=ru-RU'],
  headless: true,
})
for (const [name, screen] of Object.entries(screens)) if (name.includes(process.argv[2] ?? '')) await picture(browser, name, screen)
await browser.close()

async function picture(from: Browser, name: string, { fn, user, does, width, after }: Screen): Promise<void> {
  const world = sample.fork()
  askFromOutside(world)
  after?.(world)
  const shown = world.invoke({ fn, entry: 'menu', user }).ui.find(({ kind }) => kind === 'sidebar' || kind === 'dialog')
  if (shown?.kind !== 'sidebar' && shown?.kind !== 'dialog') throw new Error(`${name}: nothing was shown`)
  const size = shown.kind === 'dialog' ? { width: shown.width, height: shown.height } : { width: 300, height: 800 }
  const page = await from.newPage({ viewport: { ...size, ...(width === undefined ? {} : { width }) }, deviceScaleFactor: 2 })
  page.on('pageerror', (error) => console.error(`${name}: ${error.message}`))
  await page.route(origin, (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: shown.html }))
  await connect(page, world, user)
  await page.goto(origin)
  await does?.(page)
  await page.waitForTimeout(600)
  await page.screenshot({ path: join(folder, `${name}.png`) })
  await page.close()
}

/** A known client tells something anew, another body has his phone, and a request falls into the trap. */
function askFromOutside(world: World): void {
  const key = world.state.properties.script['intakeKey'] ?? ''
  const post = (body: object) => {
    const contents = JSON.stringify(body)
    const event = {
      parameters: { key: [key] },
      contentLength: contents.length,
      postData: { contents, length: contents.length, type: 'application/json' },
    }
    world.invoke({ fn: 'doPost', entry: 'webPost', user: '', args: [event] })
  }
  const phone = '8 911 900-80-70'
  post({ name: 'Анна Иванова', phone, org: 'АНО «Пристань»', email: 'a@pristan.example', text: 'Первый вопрос' })
  post({ name: 'Анна Иванова', phone, org: 'Фонд «Северный ветер»', email: 'a@veter.example', text: 'Как составить отчёт?' })
  post({ name: 'Пётр Лосев', phone: '8 921 000-00-01', text: 'Нужен совет', honey: 'x' })
}

/** google.script.run of the page calls the world. */
async function connect(page: Page, world: World, user: string): Promise<void> {
  await page.exposeFunction('invoke', (fn: string, given: unknown[]) => world.invoke({ fn, entry: 'rpc', user, args: given }).value)
  await page.addInitScript(() => {
    type Handler = (value: unknown) => void
    const { invoke } = window as unknown as { invoke(fn: string, given: unknown[]): Promise<unknown> }
    const members = (done: Handler, failed: Handler) => ({
      withSuccessHandler: (handler: Handler) => runner(handler, failed),
      withFailureHandler: (handler: Handler) => runner(done, handler),
    })
    const runner = (done: Handler, failed: Handler): object =>
      new Proxy(members(done, failed), {
        get: (own, fn: string) => Reflect.get(own, fn) ?? ((...given: unknown[]) => void invoke(fn, given).then(done, failed)),
      })
    Object.assign(window, { google: { script: { run: runner(console.log, console.error), host: { close: () => undefined } } } })
  })
}
