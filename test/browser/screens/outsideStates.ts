/** What people outside the office see: their pages, each as its link opens it and as it ends, and the letters. */
import type { Browser, Page } from 'playwright-core'
import type { LetterState, World } from '../../../emulator/world/types'
import type { LinkParameters } from '../../../src/rpc/pageContract'
import { atWork, bookInput, completeClient, done, phoned, slotOf } from '../../fixtures/desk'
import { decideWorld, externalWorld, feedbackWorld, linksIn, mailed, open, parametersOf, visitLetter } from '../../fixtures/pagesDesk'
import { setWays } from '../../fixtures/ruFirstDesk'
import { type Look, type Shown, sampleOffice, showHtml } from './shownScreen'
import { longName } from './ways'

export interface OutsideState {
  readonly name: string
  readonly link: Readonly<Record<string, string>>
  readonly does?: (page: Page) => Promise<void>
  /** Requests are first recorded in Russia. */
  readonly isMoved?: true
  /** How the server answers what is sent. */
  readonly come?: Look['come']
}

export interface Outside {
  readonly world: World
  readonly states: readonly OutsideState[]
  /** One of each kind. */
  readonly letters: readonly LetterState[]
}

const heading = (page: Page, name: string) => page.getByRole('heading', { name }).waitFor()
const refused = (page: Page) => page.getByText('Связи нет').first().waitFor()
const pressing = (button: string, then: (page: Page) => Promise<void>) => async (page: Page) => {
  await page.getByRole('button', { name: button }).click()
  await then(page)
}

export function outsideOffice(): Outside {
  const world = atWork(sampleOffice())
  const decide = decideWorld(world, { client: { ...completeClient, organisation: longName } })
  const { card } = externalWorld(world, 'Фонд «Ровесник»')
  done(world, 'deal/sendReport', { deal: card.ref })
  const report = parametersOf(linksIn(mailed(world)[0])[0] ?? '')
  const feedback = feedbackWorld(world).links
  const [given, stop] = [feedback[0] as LinkParameters, feedback[5] as LinkParameters]
  const visit = visitOf(world)
  const states: OutsideState[] = [
    { name: 'page-report', link: report },
    { name: 'page-report-refused', link: report, does: pressing('Отправить отчёт', (page) => page.locator(':invalid:focus').waitFor()) },
    { name: 'page-feedback', link: given },
    { name: 'page-feedback-lost', link: given, come: 'lost', does: pressing('Отправить отзыв', refused) },
    { name: 'page-feedback-given', link: given, does: pressing('Отправить отзыв', (page) => heading(page, 'Спасибо за отзыв!')) },
    { name: 'page-decide', link: decide.links[0] as LinkParameters },
    { name: 'page-stop', link: stop },
    { name: 'page-form', link: { form: '' } },
    {
      name: 'page-form-refused',
      link: { form: '' },
      does: pressing('Отправить заявку', (page) => page.locator(':invalid:focus').waitFor()),
    },
    { name: 'page-form-moved', link: { form: '' }, isMoved: true },
    { name: 'page-visit', link: visit },
    { name: 'page-visit-hours', link: visit, does: pressing('Нужно другое время', (page) => page.locator('.choice').first().waitFor()) },
    { name: 'page-visit-cancel', link: visit, does: pressing('Отменить', (page) => page.locator('#reason').waitFor()) },
    { name: 'page-visit-lost', link: visit, come: 'lost', does: pressing('Подтверждаю', refused) },
    {
      name: 'page-visit-confirmed',
      link: visit,
      does: pressing('Подтверждаю', (page) => page.getByText('ждём вас').or(page.locator('main.notice, .good')).first().waitFor()),
    },
    ...ends({ report, decide: decide.links[0] as LinkParameters, stop, visit }),
    { name: 'page-bad-link', link: { ...report, s: 'A'.repeat(43) } },
  ]
  return { world, states, letters: kindsOf(world.state.letters) }
}

/** How each page ends; what is done stays done, so they are the last. */
function ends(link: Readonly<Record<'report' | 'decide' | 'stop' | 'visit', LinkParameters>>): OutsideState[] {
  const over = (page: Page) => page.locator('form, button').first().waitFor({ state: 'detached' })
  return [
    { name: 'page-visit-asked', link: link.visit, does: askOtherTime },
    { name: 'page-decide-done', link: link.decide, does: pressing('Подтвердить согласие', over) },
    { name: 'page-stop-done', link: link.stop, does: pressing('Больше не присылать', over) },
    { name: 'page-report-sent', link: link.report, does: filled({ 'Продолжительность, мин': '50' }, 'Отправить отчёт', over) },
    {
      name: 'page-form-sent',
      link: { form: '' },
      does: filled({ 'Ваш вопрос': 'Как открыть счёт?', Телефон: '8 911 416-01-23' }, 'Отправить заявку', over),
    },
  ]
}

async function askOtherTime(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Нужно другое время' }).click()
  await page.locator('.choice').last().click()
  await page.getByRole('button', { name: /^Попросить/ }).click()
  await page.locator('.choice').first().waitFor({ state: 'detached' })
}

/** The fields by their labels, every other that has to be filled with a word, and what has to be ticked. */
const filled = (fields: Readonly<Record<string, string>>, button: string, then: (page: Page) => Promise<void>) => async (page: Page) => {
  for (const one of await page.locator('textarea:required').all()) await one.fill('Разобрали устав')
  for (const one of await page.locator('input[type="text"]:required').all()) await one.fill('Анна Иванова')
  for (const one of await page.locator('input[type="checkbox"]:required').all()) await one.check()
  for (const [label, value] of Object.entries(fields)) await page.getByLabel(label, { exact: true }).fill(value)
  await pressing(button, then)(page)
}

export async function showOutside(
  browser: Browser,
  { world: office }: Outside,
  { link, does, come, isMoved }: OutsideState,
  look: Look = {},
): Promise<Shown> {
  const world = isMoved ? setWays(office.fork(), 'ruFirst') : office
  const { html } = open(world, link)
  const shown = await showHtml(
    browser,
    { html, world, user: '', size: { width: 390, height: 844 } },
    { ...look, ...(come ? { come } : {}) },
  )
  await shown.page.getByRole('heading', { level: 1 }).waitFor()
  await does?.(shown.page)
  return shown
}

/** A consultation by a client with the longest name, in a place with an address. */
function visitOf(world: World): LinkParameters {
  const card = phoned(world, longName, { client: { ...completeClient, organisation: longName, email: 'long@example.org' } })
  const place = 'Архангельск, проспект Чумбарова-Лучинского, 39, каб. 3'
  done(world, 'deal/book', bookInput(card, slotOf(world, 'ММ', '2026-11-25'), { place }))
  return visitLetter(world, 'long@example.org').link
}

/** The first of each: a subject up to its colon. */
function kindsOf(letters: readonly LetterState[]): LetterState[] {
  const kinds = new Map<string, LetterState>()
  for (const letter of letters) if (letter.htmlBody !== '') kinds.set(letter.subject.split(/[:№]/)[0] ?? '', letter)
  return [...kinds.values()]
}
