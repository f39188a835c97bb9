/** The web app: the door that is open to the world. Cheap checks come first, and nothing personal is logged or answered. */

import { isSameSecret } from '../../domain/external/sameSecret'
import { type AsideReason, senderKey } from '../../domain/intake/aside'
import { channelOf } from '../../domain/intake/channelOf'
import { withoutSecret } from '../../domain/intake/rawText'
import { givenSecret } from '../../domain/intake/read/postedPairs'
import { readRequest } from '../../domain/intake/read/readRequest'
import type { Posted, ReadRequest } from '../../domain/intake/request'
import { webTexts } from '../../domain/text/intakeText.ru'
import { localNow } from '../google/clock'
import { platformErrorOf } from '../google/platformError'
import { learnAddress } from '../google/signed/links'
import { storedProperties } from '../google/spreadsheet'
import { setAside, storeRequest } from './intake'
import { isOverRate, rememberRate } from './intakeRate'

/** Largest body that is looked at, bytes, inclusive. */
const bodyLimit = 100_000

/** Google's event; every part may be absent. */
export interface PostEvent {
  readonly contentLength?: number
  readonly parameters?: Readonly<Record<string, readonly string[]>>
  readonly postData?: { readonly type?: string; readonly contents?: string; readonly length?: number }
}

/** What the sender gets; no deal is made for a test or a robot, and there is no id then. */
type WebAnswer = { readonly ok: true; readonly id?: number } | { readonly ok: false; readonly error: string; readonly busy?: true }

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
  const { spreadsheetId, intakeKey } = kept
  if (spreadsheetId === '' || intakeKey === '') return refused(webTexts.notSetUp)
  if (!isSameSecret(givenSecret(posted), intakeKey)) return refused(webTexts.wrongKey)
  learnAddress(kept)
  const clean = withoutSecret(posted, intakeKey)
  const request = readRequest(clean, localNow('Etc/UTC'))
  if (request.test) return { ok: true }
  if (request.spam) return ignored(clean, request)
  return request.raw.trim() === '' ? refused(webTexts.empty) : stored(clean, request, spreadsheetId)
}

function stored(posted: Posted, request: ReadRequest, spreadsheetId: string): WebAnswer {
  if (isOverRate(senderKey(request))) return setAsideFor(posted, request, 'rate')
  try {
    return answerStored(posted, request, spreadsheetId)
  } catch (error) {
    console.error(`intake: ${platformErrorOf(error).code}`)
    return setAsideFor(posted, request, 'failed')
  }
}

function answerStored(posted: Posted, request: ReadRequest, spreadsheetId: string): WebAnswer {
  const session = { spreadsheetId, email: '', entry: 'страница' } as const
  const outcome = storeRequest(session, { request, channel: channelOf(posted, request) })
  if (!outcome.ok) {
    console.error(`intake: ${outcome.problem.code}`)
    return setAsideFor(posted, request, 'tooLong')
  }
  rememberRate(outcome.value.perMinute)
  return { ok: true, id: outcome.value.id }
}

/** The sender is asked to come again all the same: the same words within ten minutes are the same request. */
function setAsideFor(posted: Posted, request: ReadRequest, why: AsideReason): WebAnswer {
  if (!setAside(posted, request, why)) console.error(`intake: no room to set aside, ${why}`)
  if (why === 'tooLong') return refused(webTexts.tooLong)
  return { ...refused(why === 'rate' ? webTexts.busy : webTexts.failed), busy: true }
}

/** A robot is answered like everybody else; what it sent is set aside, a person's browser may have filled the field. */
function ignored(posted: Posted, request: ReadRequest): WebAnswer {
  console.warn(`intake: spam, ${request.sender}`)
  setAside(posted, request, 'trap')
  return { ok: true }
}

function refused(error: string): Extract<WebAnswer, { ok: false }> {
  return { ok: false, error }
}

function isTooBig({ contentLength, postData }: PostEvent): boolean {
  return Math.max(contentLength ?? 0, postData?.length ?? 0, postData?.contents?.length ?? 0) > bodyLimit
}

function postedOf({ parameters, postData }: PostEvent): Posted {
  return { contentType: postData?.type ?? '', body: postData?.contents ?? '', parameters: parameters ?? {} }
}
