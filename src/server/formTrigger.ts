/** A submitted Google form whose answers come to this spreadsheet: the same request as from the site, without a web address. */

import { readGoogleForm } from '../domain/intake/readGoogleForm'
import { platformErrorOf } from './google/platformError'
import { storeRequest } from './intake'
import { openSession } from './session'

const handler = 'onFormSubmit'

/** Google's event, as far as it is used. */
export interface FormEvent {
  readonly namedValues?: unknown
  readonly range?: { readonly rowStart?: number }
  readonly triggerUid?: unknown
}

/** Set up by hand, where the office has such a form: Triggers → onFormSubmit → from the spreadsheet → on form submit. */
export function answerForm(event: FormEvent | undefined): void {
  if (event?.namedValues === undefined || !isFromTrigger(event)) return
  const request = readGoogleForm(event.namedValues, event.range?.rowStart ?? 0)
  if (request.spam) {
    console.warn('intake: spam, google')
    return
  }
  try {
    storeRequest(openSession('триггер'), { request, channel: 'site' })
  } catch (error) {
    console.error(`intake: ${platformErrorOf(error).code}`)
    throw error
  }
}

/** A page can call every global function; only Google knows the trigger's id. */
function isFromTrigger({ triggerUid }: FormEvent): boolean {
  const own = ScriptApp.getProjectTriggers().filter((trigger) => trigger.getHandlerFunction() === handler)
  return own.some((trigger) => trigger.getUniqueId() === String(triggerUid))
}
