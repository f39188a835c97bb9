/** Who may do what: roles come from «Сотрудники», the answer is given on the server for every command. */

import type { Deal } from '../domain/deal/deal'
import { type Action, actionTitles } from '../domain/office/actions'
import type { Role } from '../domain/office/roles'
import { roleTitles } from '../domain/office/roles'
import type { Problem } from '../domain/problem'
import type { Caller } from './changes'

const everyOffice: readonly Role[] = ['officeManager', 'director', 'administrator']

const allowed: Readonly<Record<Action, readonly Role[]>> = {
  read: [...everyOffice, 'consultant', 'projectManager', 'prManager'],
  intake: [...everyOffice, 'consultant'],
  call: [...everyOffice, 'consultant'],
  assign: [...everyOffice, 'consultant'],
  fill: [...everyOffice, 'consultant'],
  close: everyOffice,
  report: ['director', 'administrator', 'officeManager'],
  monthNumbers: [...everyOffice, 'prManager'],
  approveMonth: ['director'],
  publishMonth: ['prManager', 'director'],
  tellManagers: ['director', 'administrator'],
  import: everyOffice,
  merge: everyOffice,
  reassign: everyOffice,
  decideExternal: ['director', 'administrator', 'projectManager'],
  settings: ['director', 'administrator'],
  connect: ['director', 'administrator'],
  pay: ['director', 'administrator', 'projectManager'],
}

/**
 * Refusal, or null where the caller may. A consultant changes only deals of his own, or without a consultant yet (C1, I9).
 */
export function forbidden(caller: Caller, action: Action, deal: Deal | null = null): Problem | null {
  if (caller.roles.length === 0) return { code: 'strangerCaller', email: caller.email }
  const roles = caller.roles.filter((role) => allowed[action].includes(role))
  const role = roleTitles[caller.roles[0] ?? 'consultant']
  if (roles.length === 0) return { code: 'notAllowed', role, action: actionTitles[action] }
  const onlyOwn = action !== 'read' && roles.every((one) => one === 'consultant')
  const foreign = deal !== null && deal.consultant !== '' && deal.consultant !== caller.initials
  return onlyOwn && foreign ? { code: 'notAllowed', role, action: `${actionTitles[action]} другого консультанта` } : null
}
