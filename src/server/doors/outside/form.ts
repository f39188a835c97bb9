/** The centre's own request form: shown to anybody, read by the parser of all senders, taken like every request from outside (I5). */

import * as v from 'valibot'
import { requestTag } from '../../../domain/external/signedLink'
import { formPosted, missingAnswers } from '../../../domain/intake/formAnswers'
import { formMark, isPersonsPace, readMark, signedMark } from '../../../domain/intake/formMark'
import { readRequest } from '../../../domain/intake/read/readRequest'
import type { ReadRequest } from '../../../domain/intake/request'
import { outsideIdOf } from '../../../domain/intake/requestKey'
import { mayTake } from '../../../domain/intake/ruFirst/doors'
import { ruFirstTexts } from '../../../domain/intake/ruFirst/ruFirstText.ru'
import type { RequestRule } from '../../../domain/intake/ruFirst/rule'
import { formTexts } from '../../../domain/text/formText.ru'
import { linkTexts, pageRefusals } from '../../../domain/text/pageText.ru'
import { addDays, dateOf } from '../../../domain/time/localTime'
import { type FormAnswer, type FormData, type FormInput, formRequest } from '../../../rpc/formContract'
import type { LinkParameters, NoticeView } from '../../../rpc/pageContract'
import { notice } from '../../../usecases/externals/notice'
import { localNow } from '../../google/clock'
import { platformErrorOf } from '../../google/platformError'
import { learnAddress } from '../../google/signed/links'
import { isSignature, signatureOf, signatureOfText } from '../../google/signed/signature'
import { storedProperties } from '../../google/spreadsheet'
import { scriptJson } from '../page'
import { type Received, receive } from '../receive'
import { knownCentre } from './centre'
import { refused, wordsOf } from './entry'
import { formFacts, noFacts } from './formFacts'
import type { GetEvent } from './outside'

export function isFormAsked(event: GetEvent | undefined): boolean {
  return typeof event?.parameter?.['form'] === 'string'
}

/** The one page that a site may hold in a frame of its own. */
export function renderForm(): GoogleAppsScript.HTML.HtmlOutput {
  const data = dataOfForm()
  const template = HtmlService.createTemplateFromFile('form')
  template.data = scriptJson(data)
  return template
    .evaluate()
    .setTitle(data.centre.name || formTexts.formName)
    .addMetaTag('viewport', 'width=device-width, initial-scale=1')
    .setXFrameOptionsMode(HtmlService.XFrameOptionsMode.ALLOWALL)
}

function dataOfForm(): FormData {
  try {
    const kept = storedProperties()
    const { spreadsheetId, pageKey } = kept
    if (spreadsheetId === '' || pageKey === '') return { ...noFacts, mark: '', told: notice(formTexts.notSetUp), elsewhere: '' }
    learnAddress(kept)
    if (!mayTake('form', kept.rule))
      return { ...noFacts, centre: knownCentre(), mark: '', told: movedNotice(kept.rule), elsewhere: kept.rule.address }
    const shownAt = Date.now()
    return {
      ...formFacts(spreadsheetId),
      mark: formMark(shownAt, signatureOfText(signedMark(shownAt), pageKey)),
      told: null,
      elsewhere: '',
    }
  } catch (error) {
    console.error(`form: ${platformErrorOf(error).code}`)
    return { ...noFacts, mark: '', told: notice(linkTexts.failed), elsewhere: '' }
  }
}

function movedNotice({ address }: RequestRule): NoticeView {
  const { title, text } = ruFirstTexts.form
  return notice({ title, text: address === '' ? ruFirstTexts.formNoAddress : text })
}

export function isFormRequest(request: unknown): boolean {
  return typeof request === 'object' && request !== null && 'form' in request
}

/** Never throws: a page that is told nothing cannot say whether to send again. */
export function answerForm(request: unknown): FormAnswer {
  try {
    const asked = v.safeParse(formRequest, request)
    if (!asked.success) return refused(refusalOf(asked.issues[0]))
    const { form, input } = asked.output
    const missing = missingAnswers(input)
    if (missing.length > 0) return refused(formTexts.missing(missing.join(', ')))
    return answerInput(form, input)
  } catch (error) {
    console.error(`form: ${platformErrorOf(error).code}`)
    return tryAgain
  }
}

const tryAgain = { ok: false, message: formTexts.failed, retry: true } as const

function refusalOf(issue: v.BaseIssue<unknown>): string {
  return issue.type === 'max_length' && typeof issue.requirement === 'number' && typeof issue.input === 'string'
    ? pageRefusals.limit(issue.requirement)
    : formTexts.unreadable
}

function answerInput(mark: string, input: FormInput): FormAnswer {
  const { spreadsheetId, pageKey, rule } = storedProperties()
  if (spreadsheetId === '' || pageKey === '') return refused(wordsOf(notice(formTexts.notSetUp)))
  if (!mayTake('form', rule)) return refused(ruFirstTexts.sent(rule.address))
  const { policy } = formFacts(spreadsheetId)
  // Consent was given to what the page showed: to another policy it is asked for anew.
  if ((input.policy ?? policy) !== policy) return refused(formTexts.policyChanged)
  const posted = formPosted(input, policy)
  const request = readRequest(posted, localNow('Etc/UTC'))
  const suspect = request.spam ? 'trap' : isOfPerson(mark, pageKey) ? null : 'hasty'
  return answerReceived(receive(posted, request, { spreadsheetId, suspect }), request, pageKey)
}

/** Who was set aside has been heard: the tick or a person takes it. A robot learns nothing from the answer. */
function answerReceived(received: Received, request: ReadRequest, pageKey: string): FormAnswer {
  if ('id' in received) return { ok: true, link: linkFor(received.id, request, pageKey) }
  if (received.aside === 'tooLong') return refused(formTexts.tooLong)
  return received.isKept ? { ok: true, link: null } : tryAgain
}

function isOfPerson(mark: string, pageKey: string): boolean {
  const read = readMark(mark)
  return read !== null && isSignature(signedMark(read.shownAt), read.signature, pageKey) && isPersonsPace(read.shownAt, Date.now())
}

/** Days for which files may follow. */
const fileDays = 2

function linkFor(dealId: number, request: ReadRequest, pageKey: string): LinkParameters {
  const until = addDays(dateOf(localNow('Etc/UTC')), fileDays)
  const target = { purpose: 'request', dealId, until, tag: requestTag(outsideIdOf(request)) } as const
  return { p: target.purpose, d: String(dealId), u: until.replace(/-/g, ''), k: target.tag, s: signatureOf(target, pageKey), v: '' }
}
