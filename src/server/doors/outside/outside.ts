/** The pages for people outside: a signed link shows few facts of one deal and takes one answer. A GET changes nothing. */

import * as v from 'valibot'
import { mayTake } from '../../../domain/intake/ruFirst/doors'
import { ruFirstTexts } from '../../../domain/intake/ruFirst/ruFirstText.ru'
import { linkTexts, pageRefusals } from '../../../domain/text/pageText.ru'
import {
  type FileAnswer,
  type LinkParameters,
  methodsOf,
  type OutsideData,
  type PageAnswer,
  type PageInput,
  pageInputs,
  pageRequest,
} from '../../../rpc/pageContract'
import { notice } from '../../../usecases/externals/notice'
import type { Known } from '../../../usecases/method/method'
import { carryOut } from '../../desk/carryOut'
import { underLock } from '../../google/lock'
import { platformErrorOf } from '../../google/platformError'
import { scriptJson } from '../page'
import { type Answered, answers, refusalFor } from './answers'
import { centreOf, knownCentre } from './centre'
import { type Entered, enter, readFor, refused, viewFor, wordsOf } from './entry'
import { attachOutside } from './files'

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
    const read = readFor(entered)
    const page = viewFor(entered, read)
    return { centre: centreOf(read.known.desk.office), link: page.view === 'notice' ? null : parameters, page }
  } catch (error) {
    console.error(`page: ${platformErrorOf(error).code}`)
    return { centre: knownCentre(), link: null, page: notice(linkTexts.failed) }
  }
}

/** Every submission; never throws. The link is judged as if it had not been seen before. */
export function answerPage(request: unknown): PageAnswer | FileAnswer {
  try {
    const asked = v.safeParse(pageRequest, request)
    if (!asked.success) return refused(pageRefusals.unreadable)
    const entered = enter(asked.output.link)
    if ('told' in entered) return refused(wordsOf(entered.told))
    const method = methodsOf[entered.link.purpose].find((one) => one === asked.output.method)
    if (method === undefined) return refused(pageRefusals.unreadable)
    if (!mayTake(method === 'request/attach' ? 'requestFile' : 'answer', entered.rule)) return refused(ruFirstTexts.file)
    const decoded = v.safeParse(pageInputs[method] as v.GenericSchema, asked.output.input)
    if (!decoded.success) return refused(inputText(decoded.issues[0]))
    const input = decoded.output
    return method === 'report/attach' || method === 'request/attach'
      ? attachOutside(entered, input as PageInput<typeof method>)
      : underLock(() => answerEntered(entered, input))
  } catch (error) {
    console.error(`page: ${platformErrorOf(error).code}`)
    return { ok: false, message: wordsOf(notice(linkTexts.failed)), retry: true }
  }
}

function answerEntered(entered: Entered, input: unknown): PageAnswer {
  const { loaded, known } = readFor(entered)
  const { dealId, purpose } = entered.link
  const view = viewFor(entered, { loaded, known })
  // A report that cannot be taken any more stays on the screen; the short forms have nothing to lose.
  if (view.view === 'notice') return view.final ? { ok: true, page: view } : refused(wordsOf(view))
  const found = loaded.desk.deals.get(dealId)
  if (found === undefined) return refused(wordsOf(notice(linkTexts.over)))
  if (purpose === 'request') return refused(pageRefusals.unreadable)
  const answer = answers[purpose] as (located: typeof found, input: unknown, known: Known) => Answered
  const answered = answer(found, input, known)
  if ('refusal' in answered) return refused(answered.refusal)
  const moment = { ...loaded.moment, who: answered.who }
  const done = carryOut({ ...loaded, moment }, answered.changes)
  return done.ok ? { ok: true, page: answered.page } : refused(refusalFor(done.problem))
}

function inputText(issue: v.BaseIssue<unknown> | undefined): string {
  return issue?.type === 'max_length' ? pageRefusals.limit(Number(issue.requirement)) : pageRefusals.unreadable
}
