/** Whether the caller may: asked on the server for every command. */

import type { Deal } from '../domain/deal/deal'
import { type Action, mayDo, rights } from '../domain/office/actions'
import { roleTitles } from '../domain/office/roles'
import type { Problem } from '../domain/problem'
import type { Caller } from './changes'

/**
 * Refusal, or null where the caller may. A consultant changes only deals of his own, or without a consultant yet (C1, I9).
 */
export function forbidden(caller: Caller, action: Action, deal: Deal | null = null): Problem | null {
  if (caller.roles.length === 0) return { code: 'strangerCaller', email: caller.email }
  const roles = caller.roles.filter((role) => mayDo([role], action))
  const role = roleTitles[caller.roles[0] ?? 'consultant']
  if (roles.length === 0) return { code: 'notAllowed', role, action: rights[action].title }
  const onlyOwn = action !== 'read' && roles.every((one) => one === 'consultant')
  const foreign = deal !== null && deal.consultant !== '' && deal.consultant !== caller.initials
  return onlyOwn && foreign ? { code: 'notAllowed', role, action: `${rights[action].title} другого консультанта` } : null
}
