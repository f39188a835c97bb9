/** A submitted Google form whose answers come to this spreadsheet: the same request as from the site, without a web address. */

import { type AsideReason, asideId } from '../../domain/intake/aside'
import { readGoogleForm } from '../../domain/intake/read/readGoogleForm'
import { mayTake } from '../../domain/intake/ruFirst/doors'
import { openSession } from '../desk/session'
import { forgetAside } from '../google/kept/asideStore'
import { keptRule } from '../google/kept/requestRule'
import { platformErrorOf } from '../google/platformError'
import { setAside, storeRequest } from './intake'
import { isOwnTrigger } from './trusted'

const handler = 'onFormSubmit'

/** Google's event, as far as it is used. */
export interface FormEvent {
  readonly namedValues?: unknown
  /** Google's range has its borders as plain numbers too; reading them costs no call. */
  readonly range?: object
  readonly triggerUid?: unknown
}

/**
 * Set up by hand, where the office has such a form: Triggers → onFormSubmit → from the spreadsheet → on form submit. Google fires once, whatever
 * becomes of the run: so the answer is set aside first, and forgotten when it is written.
 */
export function answerForm(event: FormEvent | undefined): void {
  if (event?.namedValues === undefined || !isOwnOrUnknown(event)) return
  const came = { namedValues: event.namedValues, row: rowOf(event.range) }
  const barred = whyBarred()
  if (barred !== null) {
    // The answer stands on the form's own sheet: here its row alone is noted.
    setAside({ namedValues: null, row: came.row }, readGoogleForm({}, came.row), barred)
    return
  }
  const request = readGoogleForm(came.namedValues, came.row)
  if (request.spam) console.warn('intake: spam, google')
  const kept = setAside(came, request, request.spam ? 'trap' : 'failed')
  if (request.spam) return
  try {
    const outcome = storeRequest(openSession('триггер'), { request, channel: 'site' })
    if (outcome.ok) forgetAside(asideId(came))
    else setAside(came, request, 'tooLong')
  } catch (error) {
    console.error(`intake: ${platformErrorOf(error).code}`)
    if (!kept) throw error
  }
}

/** Where Google does not tell whose trigger it is the answer is taken: it may be a client's, and the site's door would take it too. */
function isOwnOrUnknown(event: FormEvent): boolean {
  try {
    return isOwnTrigger(handler, event)
  } catch {
    return true
  }
}

/** null = the answer may be kept here. */
function whyBarred(): Extract<AsideReason, 'closed' | 'unread'> | null {
  try {
    return mayTake('googleForm', keptRule().rule) ? null : 'closed'
  } catch {
    return 'unread'
  }
}

function rowOf(range: object | undefined): number {
  const { rowStart } = (range ?? {}) as { readonly rowStart?: unknown }
  return typeof rowStart === 'number' ? rowStart : 0
}
