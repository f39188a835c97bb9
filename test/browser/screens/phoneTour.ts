/** What a phone shows to whom has signed in by a letter: every tab, «Ещё», every window, in a week with long names. */
import type { BrowserContext, Page } from 'playwright-core'
import type { World } from '../../../emulator/world/types'
import { heldSome, longWinded, troubled } from './histories'

const office = 'office@example.org'
const director = 'director@example.org'
/** ММ. */
const consultant = 'gg0@example.org'

export interface Stop {
  readonly name: string
  readonly user: string
  /** @returns the page that shows it: a window is one of its own */
  readonly go: (page: Page, context: BrowserContext) => Promise<Page>
}

/** Names that no screen has room for, consultations behind and ahead, what people dragged in the calendar. */
export function eventfulWeek(world: World): void {
  heldSome(world)
  longWinded(world)
  troubled(world)
}

const settled = async (page: Page): Promise<Page> => {
  await page.waitForTimeout(250)
  return page
}

const tab = (name: RegExp) => async (page: Page) => {
  await page.getByRole('tab', { name }).tap()
  return settled(page)
}

const more = async (page: Page) => {
  await page.getByRole('button', { name: 'Ещё', exact: true }).tap()
  await page.getByText('это устройство').waitFor()
  return settled(page)
}

const opened = (title: string) => async (page: Page, context: BrowserContext) => {
  await more(page)
  const [window] = await Promise.all([context.waitForEvent('page'), page.getByRole('button', { name: title }).tap()])
  await window.locator('.dialog, main').first().waitFor()
  await window.waitForLoadState('networkidle')
  return settled(window)
}

const card = async (page: Page) => {
  await page.getByRole('tab', { name: /^Карточка/ }).tap()
  await page.getByRole('searchbox').first().fill('Северодвинскоморское')
  await page.keyboard.press('Enter')
  await page.locator('.match').first().tap()
  await page.locator('.card-head').waitFor()
  return settled(page)
}

const disputes = async (page: Page) => {
  await page.getByRole('tab', { name: /^Сегодня/ }).tap()
  await page
    .getByRole('button', { name: /асхожден/ })
    .first()
    .tap()
  return settled(page)
}

const pocket = async (page: Page) => {
  await page.locator('.own .item').first().tap()
  await page.locator('.pocket-card').waitFor()
  return settled(page)
}

const marks = async (page: Page) => {
  await page.getByRole('button', { name: 'К списку' }).first().tap()
  await page.locator('.segments label', { hasText: 'Отметить слоты' }).tap()
  await page.locator('.marks').first().waitFor()
  return settled(page)
}

const asSeenBy = (user: string, stops: Readonly<Record<string, Stop['go']>>): Stop[] =>
  Object.entries(stops).map(([name, go]) => ({ name, user, go }))

export const tour: readonly Stop[] = [
  ...asSeenBy(office, {
    'manager-today': tab(/^Сегодня/),
    'manager-intake': tab(/^Заявка/),
    'manager-slots': tab(/^Слоты/),
    'manager-card': card,
    'manager-disputes': disputes,
    'manager-more': more,
    'manager-week': opened('Закрытие недели'),
    'manager-board': opened('Доска слотов'),
  }),
  ...asSeenBy(director, {
    'director-today': tab(/^Сегодня/),
    'director-more': more,
    'director-report': opened('Отчёт за месяц'),
    'director-externals': opened('Внешние консультанты'),
    'director-import': opened('Импорт'),
    'director-personal': opened('Персональные данные'),
    'director-settings': opened('Настройки и проверка'),
  }),
  ...asSeenBy(consultant, {
    'consultant-mine': tab(/^Мои/),
    'consultant-card': pocket,
    'consultant-marks': marks,
    'consultant-more': more,
  }),
]
