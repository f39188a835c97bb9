/** One request from the web, from a site's form or the centre's own: taken into the register, or set aside with its text; never lost in silence. */

import { type AsideReason, senderKey } from '../../domain/intake/aside'
import { channelOf } from '../../domain/intake/channelOf'
import type { Posted, ReadRequest } from '../../domain/intake/request'
import { platformErrorOf } from '../google/platformError'
import { setAside, storeRequest } from './intake'
import { isOverRate, rememberRate } from './intakeRate'

/** `id` of the deal; or why it was set aside, and whether there was room for it. */
export type Received = { readonly id: number } | { readonly aside: AsideReason; readonly isKept: boolean }

interface Setting {
  readonly spreadsheetId: string
  /** Why it looks like a robot's; null = it does not. */
  readonly suspect: Extract<AsideReason, 'trap' | 'hasty'> | null
}

export function receive(posted: Posted, request: ReadRequest, { spreadsheetId, suspect }: Setting): Received {
  const putAside = (aside: AsideReason): Received => {
    const isKept = setAside(posted, request, aside)
    if (!isKept) console.error(`intake: no room to set aside, ${aside}`)
    return { aside, isKept }
  }
  if (suspect !== null) {
    console.warn(`intake: spam, ${request.sender}`)
    return putAside(suspect)
  }
  // The receiver has its own rate, and comes again.
  const isRecorded = request.receipt !== undefined
  if (!isRecorded && isOverRate(senderKey(request))) return putAside('rate')
  try {
    return stored(posted, request, spreadsheetId) ?? putAside('tooLong')
  } catch (error) {
    console.error(`intake: ${platformErrorOf(error).code}`)
    return isRecorded ? { aside: 'failed', isKept: false } : putAside('failed')
  }
}

/** null = its text has no room. */
function stored(posted: Posted, request: ReadRequest, spreadsheetId: string): Received | null {
  const session = { spreadsheetId, email: '', entry: 'страница' } as const
  const outcome = storeRequest(session, { request, channel: channelOf(posted, request) })
  if (!outcome.ok) {
    console.error(`intake: ${outcome.problem.code}`)
    return null
  }
  if (request.receipt === undefined) rememberRate(outcome.value.perMinute)
  return { id: outcome.value.id }
}
