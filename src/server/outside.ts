/** The pages for people outside: a signed link shows few facts of one deal and takes one answer. A GET changes nothing. */

import * as v from 'valibot'
import { externalColumns } from '../domain/month/externalLimit'
import { linkTexts, pageRefusals } from '../domain/pageText.ru'
import { type GivenLink, readLink } from '../domain/signedLink'
import {
  type LinkParameters,
  methodOf,
  type NoticeView,
  type OutsideData,
  type OutsideView,
  type PageAnswer,
  pageInputs,
  pageRequest,
} from '../rpc/pageContract'
import { notice, outsideView } from '../usecases/outsideView'
import { centreOf, knownCentre } from './centre'
import { carryOut } from './command'
import { underLock } from './google/lock'
import { platformErrorOf } from './google/platformError'
import { isSigned } from './google/signature'
import { storedProperties } from './google/spreadsheet'
import { isLinkOverRate } from './intakeRate'
import { clientWanted, type Loaded, loadDesk, rowIssues } from './load'
import { externalRows } from './methods/experts'
import { type Answered, answers } from './outsideAnswers'
import { scriptJson } from './page'
import type { DeskSession } from './session'

/** Google's event; absent where a page calls doGet itself. */
export interface GetEvent {
  readonly parameter?: Readonly<Record<string, string>>
}

const names = ['p', 'd', 'u', 'k', 's', 'v'] as const

export function isLinkGiven(event: GetEvent | undefined): boolean {
  return names.some((name) => typeof event?.parameter?.[name] === 'string')
}

export function renderOutside(event: GetEvent | undefined): GoogleAppsScript.HTML.HtmlOutput {
  const given = event?.parameter ?? {}
  const data = dataFor(Object.fromEntries(names.map((name) => [name, String(given[name] ?? '')])) as LinkParameters)
  const template = HtmlService.createTemplateFromFile('pages')
  template.data = scriptJson(data)
  const title = data.centre.name || 'Консультации'
  return template.evaluate().setTitle(title).addMetaTag('viewport', 'width=device-width, initial-scale=1')
}

function dataFor(parameters: LinkParameters): OutsideData {
  try {
    const entered = enter(parameters)
    if ('told' in entered) return { centre: knownCentre(), link: null, page: entered.told }
    const loaded = load(entered)
    const page = viewFor(entered, loaded)
    return { centre: centreOf(loaded.desk.office), link: page.view === 'notice' ? null : parameters, page }
  } catch (error) {
    console.error(`page: ${platformErrorOf(error).code}`)
    return { centre: knownCentre(), link: null, page: notice(linkTexts.failed) }
  }
}

/** Every submission; never throws. The link is judged as if it had not been seen before. */
export function answerPage(request: unknown): PageAnswer {
  try {
    const asked = v.safeParse(pageRequest, request)
    if (!asked.success) return refused(pageRefusals.unreadable)
    const entered = enter(asked.output.link)
    if ('told' in entered) return refused(wordsOf(entered.told))
    const method = methodOf[entered.link.purpose]
    if (asked.output.method !== method) return refused(pageRefusals.unreadable)
    const decoded = v.safeParse(pageInputs[method] as v.GenericSchema, asked.output.input)
    return decoded.success ? underLock(() => answerEntered(entered, decoded.output)) : refused(inputText(decoded.issues[0]))
  } catch (error) {
    console.error(`page: ${platformErrorOf(error).code}`)
    return { ok: false, message: wordsOf(notice(linkTexts.failed)), retry: true }
  }
}

interface Entered {
  readonly link: GivenLink
  readonly session: DeskSession
}

/** Cheap checks first: form, signature, rate. Nothing of the register is read for a link that we did not write. */
function enter(parameters: LinkParameters): Entered | { readonly told: NoticeView } {
  const link = readLink(parameters)
  const { spreadsheetId, pageKey } = storedProperties()
  if (link === null || spreadsheetId === '' || !isSigned(link, pageKey)) return { told: notice(linkTexts.bad) }
  if (isLinkOverRate(link)) return { told: notice(linkTexts.busy) }
  return { link, session: { spreadsheetId, email: '', entry: 'страница' } }
}

function load({ link, session }: Entered): Loaded {
  const deals = [{ id: link.dealId, row: null }]
  const loaded = loadDesk(session, link.purpose === 'decide' ? { deals, columns: { deals: externalColumns } } : { deals })
  const clientId = loaded.desk.deals.get(link.dealId)?.value.clientId ?? null
  return link.purpose === 'stop' && clientId !== null ? loadDesk(session, { deals, clients: [clientWanted(clientId)] }) : loaded
}

function viewFor({ link }: Entered, loaded: Loaded): OutsideView {
  const { desk, moment, snapshot } = loaded
  if (rowIssues(loaded).length > 0) return notice(linkTexts.failed)
  const rows = link.purpose === 'decide' ? externalRows(snapshot) : []
  return outsideView({ deal: desk.deals.get(link.dealId)?.value, link, rows }, desk, moment)
}

function answerEntered(entered: Entered, input: unknown): PageAnswer {
  const loaded = load(entered)
  const { dealId, purpose } = entered.link
  const view = viewFor(entered, loaded)
  // A report that cannot be taken any more stays on the screen; the short forms have nothing to lose.
  if (view.view === 'notice') return view.final ? { ok: true, page: view } : refused(wordsOf(view))
  const found = loaded.desk.deals.get(dealId)
  if (found === undefined) return refused(wordsOf(notice(linkTexts.over)))
  const answer = answers[purpose] as (located: typeof found, input: unknown, loaded: Loaded) => Answered
  const answered = answer(found, input, loaded)
  if ('refusal' in answered) return refused(answered.refusal)
  const moment = { ...loaded.moment, who: answered.who }
  const done = carryOut({ ...loaded, moment }, { ok: true, changes: answered.changes })
  return done.ok ? { ok: true, page: answered.page } : refused(wordsOf(notice(linkTexts.failed)))
}

function refused(message: string): PageAnswer {
  return { ok: false, message, retry: false }
}

function wordsOf({ title, text }: NoticeView): string {
  return `${title}. ${text}`
}

function inputText(issue: v.BaseIssue<unknown> | undefined): string {
  return issue?.type === 'max_length' ? pageRefusals.limit(Number(issue.requirement)) : pageRefusals.unreadable
}
