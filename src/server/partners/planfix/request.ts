/** One request to Planfix: a second apart from the one before, and every answer decoded or named. */

import * as v from 'valibot'
import { jsonIn } from '../../../domain/register/json'
import type { PlanfixLink } from './connection'
import { PlanfixError, troubleOf } from './planfixError'

/** Planfix allows one request a second; a little more, since its clock is not ours. */
const paceMs = 1_050
/** Google waits six minutes unless told: the whole of a run. */
const patience = { timeoutSeconds: 20 }
let lastAt: number | null = null

const fault = v.object({ code: v.number(), error: v.optional(v.string(), '') })
const partly = v.object({ failures: v.array(v.object({ field: v.optional(v.string(), ''), error: v.optional(v.string(), '') })) })

export interface PlanfixRequest<T extends v.GenericSchema> {
  readonly method: 'get' | 'post'
  /** Below /rest/, 'task/list'. */
  readonly path: string
  readonly body?: object
  readonly answer: T
}

/**
 * @throws PlanfixError silent where it is not known whether the request was carried out
 */
export function askPlanfix<T extends v.GenericSchema>(link: PlanfixLink, request: PlanfixRequest<T>): v.InferOutput<T> {
  keepPace()
  const { status, text } = fetched(link, request)
  // No JSON (a page of the host's) is told by its status.
  const json = text === '' ? {} : jsonIn(text)
  const failed = v.safeParse(fault, json)
  const isFail = status >= 300 || (v.is(v.object({ result: v.literal('fail') }), json) && failed.success)
  if (isFail) throw troubleOf(status, failed.success ? failed.output.code : null, failed.success ? failed.output.error : '')
  const decoded = v.safeParse(request.answer, json)
  if (!decoded.success) throw new PlanfixError('silent')
  return decoded.output
}

/** Whether the account and its key are right. @throws PlanfixError */
export function pingPlanfix(link: PlanfixLink): void {
  askPlanfix(link, { method: 'get', path: 'ping', answer: v.unknown() })
}

/** A 200 that names fields it did not take. */
export function failuresIn(answer: unknown): string {
  const read = v.safeParse(partly, answer)
  return read.success ? read.output.failures.map(({ field, error }) => `${field}: ${error}`).join('; ') : ''
}

/** The first request waits too: another run may just have ended. */
function keepPace(): void {
  const now = Date.now()
  const wait = (lastAt ?? now) + paceMs - now
  if (wait > 0) Utilities.sleep(wait)
  lastAt = Date.now()
}

function fetched<T extends v.GenericSchema>({ host, token }: PlanfixLink, request: PlanfixRequest<T>): { status: number; text: string } {
  try {
    const response = UrlFetchApp.fetch(`https://${host}/rest/${request.path}`, {
      method: request.method,
      headers: { Authorization: `Bearer ${token}`, Accept: 'application/json' },
      muteHttpExceptions: true,
      ...patience,
      ...(request.body === undefined ? {} : { contentType: 'application/json', payload: JSON.stringify(request.body) }),
    })
    return { status: response.getResponseCode(), text: response.getContentText() }
  } catch {
    throw new PlanfixError('silent')
  }
}
