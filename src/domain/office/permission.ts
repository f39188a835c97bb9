/** Whether a person may do something, on a deal or at all: the one place where a role is compared with a right. */

import type { Problem } from '../problem'
import type { LocalDate } from '../time/localTime'
import { type Action, mayDo, rights } from './actions'
import type { Person } from './office'
import { type Role, roleTitles } from './roles'

/** Somebody who acts; no roles = a stranger, or a person who does not work here now. */
export interface Author {
  /** '' where Google does not tell. */
  readonly email: string
  readonly name: string
  readonly initials: string
  readonly roles: readonly Role[]
}

/** Refusal, or null where the author may. A consultant changes only deals of his own, or without a consultant yet (C1, I9). */
export function deniedTo(who: Author, action: Action, deal: { readonly consultant: string } | null = null): Problem | null {
  if (who.roles.length === 0) return { code: 'strangerCaller', email: who.email }
  const roles = who.roles.filter((role) => mayDo([role], action))
  const role = roleTitles[who.roles[0] ?? 'consultant']
  if (roles.length === 0) return { code: 'notAllowed', role, action: rights[action].title }
  const onlyOwn = action !== 'read' && roles.every((one) => one === 'consultant')
  const foreign = deal !== null && deal.consultant !== '' && deal.consultant !== who.initials
  return onlyOwn && foreign ? { code: 'notAllowed', role, action: `${rights[action].title} другого консультанта` } : null
}

/** Rights begin and end with the dates of «Сотрудники», both inclusive; where one of them cannot be read, there are none. */
export function isAtWork({ from, until, unclear }: Pick<Person, 'from' | 'until' | 'unclear'>, day: LocalDate): boolean {
  return unclear !== true && (from === null || from <= day) && (until === null || day <= until)
}

/** Who typed into a sheet where Google does not tell: the least of those who may edit, the consultant of that very deal. */
export function leastEditor(initials: string): Author {
  return { email: '', name: '', initials, roles: ['consultant'] }
}
