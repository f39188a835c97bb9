/** How one comes to a screen: what is pressed and typed. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'

export const tab = (name: string) => (page: Page) => page.getByRole('tab', { name }).click()
export const firstItem = (page: Page) => page.locator('button.item', { hasText: '«' }).first().click()

/** The export of amoCRM as it is, and the step with that number. */
export function exported(step = '3.') {
  return async (page: Page) => {
    await page.setInputFiles('#import-file', join(process.cwd(), 'test/fixtures/imports/amocrm-export-as-it-is.csv'))
    await page.locator('.segments label', { hasText: step }).click()
    await page.waitForTimeout(1200)
  }
}
export async function brought(page: Page): Promise<void> {
  await exported()(page)
  await page.getByRole('button', { name: /^Загрузить/ }).click()
  await page.waitForTimeout(1500)
}
export const waiting = async (page: Page) => {
  await tab('Заявка')(page)
  await page.getByRole('button', { name: 'Отложенные заявки' }).click()
  await page.getByRole('button', { name: 'Похожие карточки' }).click()
}
export const formAddress = async (page: Page) => {
  await tab('Заявка')(page)
  await page.getByRole('button', { name: 'Адрес для формы' }).click()
  await page.waitForTimeout(500)
}
export const openNewest = async (page: Page) => {
  await tab('Карточка')(page)
  await page.getByRole('searchbox').first().fill('Северный ветер')
  await page.keyboard.press('Enter')
  await page.locator('button', { hasText: 'Северный ветер' }).first().click()
}

export const disputes = async (page: Page) => {
  await page
    .getByRole('button', { name: /Расхождени/ })
    .first()
    .click()
  await page.waitForTimeout(500)
}

export const settled = (page: Page) => page.waitForTimeout(1000)

/** The working calendar is chosen, and next year looked at. */
export async function workdays(page: Page): Promise<void> {
  await page.selectOption('#import-kind', 'workingCalendar')
  await page.getByRole('button', { name: 'Обновить' }).click()
  await page.waitForTimeout(1000)
}

/** A field is being typed into while somebody else writes the same one, then it is saved. */
export const changedUnder = async (page: Page) => {
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

export const longName =
  'Архангельская региональная общественная организация содействия развитию сельских территорий «Северодвинскоморскоесодружество»'

/** Each answer is the next field's; «» = it is left as it stands. */
async function typed(page: Page, answers: readonly string[]): Promise<void> {
  for (const answer of answers) {
    if (answer !== '') await page.keyboard.type(answer)
    await page.keyboard.press('Tab')
  }
}

/** «Алло»: a number nobody knows, and the fields in the order one asks on the phone. */
export const newCall = async (page: Page) => {
  await page.keyboard.press('/')
  await page.locator('#intake-search:focus').waitFor()
  await page.keyboard.type('8 921 555-44-33')
  await page.locator('#intake-matches').waitFor()
  await page.keyboard.press('Enter')
  await page.locator('#client-contact:focus').waitFor()
}
export const newForm = async (page: Page) => {
  await newCall(page)
  await typed(page, ['Ольга Лобанова', '', 'АНО «Белая ночь»', '', 'Архангельск', 'olga@belaya.example', ''])
}
const wholeForm = async (page: Page) => {
  await newForm(page)
  await page.keyboard.press('Space')
  await page.locator('#intake-topic:focus').waitFor()
  await typed(page, ['8', 'Как описать проект для гранта'])
}
const askedAfter = (wait: number) => async (page: Page) => {
  await wholeForm(page)
  await page.waitForTimeout(wait)
  await page.keyboard.press('Control+Enter')
  await page.locator('.slot:focus').waitFor()
}
export const askedTime = askedAfter(0)
/** The hours have come by the time they are wanted. */
export const askedLater = askedAfter(1_000)
export const pickedHour = async (page: Page) => {
  await askedTime(page)
  await page.keyboard.press('Enter')
  await page.locator('#slot-place:focus').waitFor()
}
export const booked = async (page: Page) => {
  await pickedHour(page)
  await page.keyboard.type('каб. 3')
  await page.keyboard.press('Enter')
  await page.locator('.card-head').waitFor()
}
export const moving = async (page: Page) => {
  await booked(page)
  await page.getByRole('button', { name: 'Перенести…' }).click()
  await page.locator('.panel').first().waitFor()
}
export const history = async (page: Page) => {
  await booked(page)
  await page.getByText('История', { exact: true }).click()
  await page.waitForTimeout(300)
  await page.getByText('История', { exact: true }).evaluate((title) => title.scrollIntoView())
}
/** The whole card, open group by group. */
export const everyGroup = async (page: Page) => {
  await booked(page)
  const closed = page.locator('.group-title[aria-expanded="false"]')
  while ((await closed.count()) > 0) await closed.first().click()
}
export const longCard = async (page: Page) => {
  await tab('Карточка')(page)
  await page.getByRole('searchbox').first().fill('Северодвинскоморское')
  await page.keyboard.press('Enter')
  await page.locator('.match').first().click()
  await page.locator('.card-head').waitFor()
}
export const consentTakenBack = async (page: Page) => {
  await longCard(page)
  await page.getByText(/^Согласие: /).click()
  await page.getByRole('button', { name: 'Отозвать согласие' }).click()
  await page.getByRole('button', { name: 'Отметить отзыв' }).scrollIntoViewIfNeeded()
}
export const letterRead = async (page: Page) => {
  await tab('Заявка')(page)
  await page.getByRole('button', { name: 'Вставить письмо' }).click()
  await page.getByLabel('Текст письма').fill(readFileSync(join(process.cwd(), 'test/fixtures/intake/letter.txt'), 'utf8'))
  await page.getByRole('button', { name: 'Разобрать письмо' }).click()
  await page.getByRole('heading', { name: 'Заявка из письма' }).waitFor()
}
/** Everything required was left out. */
export const refusedForm = async (page: Page) => {
  await newCall(page)
  await page.keyboard.press('Control+Enter')
  await page.locator('.fault').first().waitFor()
}
/** The hours are there already, and the answer about the request does not come, or not to us. */
const sentWith = (come: 'never' | 'lost') => async (page: Page, answers: { come: string }) => {
  await wholeForm(page)
  await page.waitForTimeout(1000)
  answers.come = come
  await page.keyboard.press('Control+Enter')
  await page.locator('.for-whom').waitFor()
}
export const awaitedHour = async (page: Page, answers: { come: string }) => {
  await sentWith('never')(page, answers)
  await page.locator('.slot').first().click()
}
export const unaccepted = sentWith('lost')
/** The lists of hours, and of what is to do, do not come. */
export const slotsWith = (come: 'never' | 'lost') => async (page: Page, answers: { come: string }) => {
  answers.come = come
  await tab('Слоты')(page)
  await page.locator(come === 'lost' ? '.notice.bad' : '.waiting').waitFor()
}
export const todayLost = async (page: Page, answers: { come: string }) => {
  answers.come = 'lost'
  await page.locator('.today-top .button').click()
  await page.locator('.notice.bad').waitFor()
}

/** Somebody found in «Персональные данные», and what would go. */
export const personLooked =
  (query: string) =>
  async (page: Page): Promise<void> => {
    await page.getByLabel(/Телефон, почта/).fill(query)
    await page.getByRole('button', { name: 'Найти' }).click()
    await page
      .getByRole('button', { name: /выбрать/ })
      .first()
      .click()
    await page.getByRole('heading', { name: 'Уйдёт' }).waitFor()
  }

export const personalTab =
  (name: string) =>
  async (page: Page): Promise<void> => {
    await page.getByText(name, { exact: true }).click()
  }
/** A spreadsheet of its own is made, and nobody is let in yet. */
export async function vaultMade(page: Page): Promise<void> {
  await personalTab('Имена отдельно')(page)
  await page.getByRole('button', { name: 'Создать таблицу' }).click()
  await page.getByRole('button', { name: 'Перенести данные' }).waitFor()
}

/** The account of the ticks is not let in. */
export async function vaultRefused(page: Page): Promise<void> {
  await vaultMade(page)
  await page.getByRole('button', { name: 'Перенести данные' }).click()
  await page.getByText('Учётная запись, под которой').waitFor()
}

/** «Приём заявок»: first in Russia, with the receiver's key on the screen. */
export async function waysChosen(page: Page): Promise<void> {
  await page.getByText('Приём заявок', { exact: true }).click()
  await page.getByText('сначала в России', { exact: true }).click()
  await page.fill('#ways-address', 'https://zapis.ochen-dlinnoe-imya-resursnogo-centra.example.ru/zapis-na-konsultaciyu/')
  await page.getByRole('button', { name: 'Сделать ключ' }).click()
  await page.locator('#ways-address').scrollIntoViewIfNeeded()
  await page.locator('.personal-ways code').first().waitFor()
}

/** «Открыть на телефоне»: the code and the address. */
export async function onPhone(page: Page): Promise<void> {
  await page.getByText('Открыть на телефоне').click()
  await page.locator('.qr').waitFor()
  await page.locator('.on-phone').scrollIntoViewIfNeeded()
}

/** The account was looked at: what it means here, and what would be written. */
export async function amoLooked(page: Page): Promise<void> {
  await page.fill('#amo-account', 'centre')
  await page.fill('#amo-token', 'amocrm-demo')
  await page.getByRole('button', { name: 'Посмотреть' }).click()
  await page.locator('#amo-pipeline').waitFor()
}

/** A pipeline of its own is to be made. */
export async function amoNew(page: Page): Promise<void> {
  await amoLooked(page)
  await page.selectOption('#amo-pipeline', '0')
  await page.getByRole('button', { name: 'Посмотреть' }).click()
  await page.locator('#amo-stages').waitFor({ state: 'detached' })
}

/** Both sides were compared. */
export async function amoCompared(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Сравнить открытые сделки' }).click()
  await page.locator('.amo-difference').first().waitFor()
}
