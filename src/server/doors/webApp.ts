/** The web app: the door that is open to the world. Cheap checks come first, and nothing personal is logged or answered. */

import { isSameSecret } from '../../domain/external/sameSecret'
import type { AsideReason } from '../../domain/intake/aside'
import { withoutSecret } from '../../domain/intake/rawText'
import { givenSecret } from '../../domain/intake/read/postedPairs'
import { readRequest } from '../../domain/intake/read/readRequest'
import type { Posted } from '../../domain/intake/request'
import { mayTake } from '../../domain/intake/ruFirst/doors'
import { ruFirstTexts } from '../../domain/intake/ruFirst/ruFirstText.ru'
import { webTexts } from '../../domain/text/intakeText.ru'
import { localNow } from '../google/clock'
import { platformErrorOf } from '../google/platformError'
import { learnAddress } from '../google/signed/links'
import { storedProperties } from '../google/spreadsheet'
import { receive } from './receive'
import { answerReceiver, isFromReceiver, type ReceiverAnswer } from './ruFirst/receiver'

/** Largest body that is looked at, bytes, inclusive. */
const bodyLimit = 100_000

/** Google's event; every part may be absent. */
export interface PostEvent {
  readonly contentLength?: number
  readonly parameters?: Readonly<Record<string, readonly string[]>>
  readonly postData?: { readonly type?: string; readonly contents?: string; readonly length?: number }
}

/** What the sender gets; no deal is made for a test or a robot, and there is no id then. */
type WebAnswer = { readonly ok: true; readonly id?: number } | WebRefusal | ReceiverAnswer
interface WebRefusal {
  readonly ok: false
  readonly error: string
  readonly busy?: true
  /** The door is closed, and where requests go. */
  readonly code?: 'ruFirst'
  readonly to?: string
}

/** Never throws: a sender that sees an error page cannot tell whether to come again. */
export function answerPost(event: PostEvent | undefined): GoogleAppsScript.Content.TextOutput {
  const answer = attempt(event ?? {})
  return ContentService.createTextOutput(JSON.stringify(answer)).setMimeType(ContentService.MimeType.JSON)
}

function attempt(event: PostEvent): WebAnswer {
  try {
    return isTooBig(event) ? refused(webTexts.tooBig) : answerPosted(postedOf(event))
  } catch (error) {
    console.error(`intake: ${platformErrorOf(error).code}`)
    return { ...refused(webTexts.failed), busy: true }
  }
}

function answerPosted(posted: Posted): WebAnswer {
  const kept = storedProperties()
  const { spreadsheetId, intakeKey, rule } = kept
  if (spreadsheetId === '' || intakeKey === '') return refused(webTexts.notSetUp)
  if (isFromReceiver(posted)) return answerReceiver(posted, kept)
  if (!isSameSecret(givenSecret(posted), intakeKey)) return refused(webTexts.wrongKey)
  learnAddress(kept)
  if (!mayTake('site', rule)) return { ...refused(ruFirstTexts.site(rule.address)), code: 'ruFirst', to: rule.address }
  const clean = withoutSecret(posted, intakeKey)
  const request = readRequest(clean, localNow('Etc/UTC'))
  if (request.test) return { ok: true }
  if (request.raw.trim() === '' && !request.spam) return refused(webTexts.empty)
  const received = receive(clean, request, { spreadsheetId, suspect: request.spam ? 'trap' : null })
  return 'id' in received ? { ok: true, id: received.id } : answerAside(received.aside)
}

/**
 * A robot is answered like everybody else: a person's browser may have filled the field. Who was set aside is asked to come again all the same:
 * the same words within ten minutes are the same request.
 */
function answerAside(why: AsideReason): WebAnswer {
  if (why === 'trap' || why === 'hasty') return { ok: true }
  if (why === 'tooLong') return refused(webTexts.tooLong)
  return { ...refused(why === 'rate' ? webTexts.busy : webTexts.failed), busy: true }
}

function refused(error: string): WebRefusal {
  return { ok: false, error }
}

function isTooBig({ contentLength, postData }: PostEvent): boolean {
  return Math.max(contentLength ?? 0, postData?.length ?? 0, postData?.contents?.length ?? 0) > bodyLimit
}

function postedOf({ parameters, postData }: PostEvent): Posted {
  return { contentType: postData?.type ?? '', body: postData?.contents ?? '', parameters: parameters ?? {} }
}
