/** Who may start what Google starts: a page can call every global function, with arguments of its choosing. */

import { tried } from '../google/platformError'

/** Google's event, as far as it tells of its trigger. */
export interface TriggerEvent {
  readonly triggerUid?: unknown
}

/** A trigger of this account, or a person who runs it under the own name: from menu or editor, not from a page that runs as its owner. */
export function isTrusted(handler: string, event: TriggerEvent | undefined): boolean {
  // The person first: it costs no call, and Google names a trigger's own account to it.
  return isPerson() || isOwnTrigger(handler, event)
}

/** The same, where Google tells of something once: `noted` for a later run where it cannot say who calls. @throws what Google said */
export function isTrustedOr(noted: () => void, handler: string, event: TriggerEvent | undefined): boolean {
  try {
    return isTrusted(handler, event)
  } catch (error) {
    noted()
    throw error
  }
}

/** Only Google knows the trigger's id. */
export function isOwnTrigger(handler: string, event: TriggerEvent | undefined): boolean {
  const uid = event?.triggerUid
  if (typeof uid !== 'string' && typeof uid !== 'number') return false
  const own = tried(() => ScriptApp.getProjectTriggers()).filter((trigger) => trigger.getHandlerFunction() === handler)
  return own.some((trigger) => trigger.getUniqueId() === String(uid))
}

/** Somebody whose authority the run has: inside a Workspace domain Google names a page's visitor too. */
export function isPerson(): boolean {
  const email = Session.getActiveUser().getEmail()
  return email !== '' && email === Session.getEffectiveUser().getEmail()
}
