/** Who is who in Planfix: matched by the e-mail of «Сотрудники». */

import * as v from 'valibot'
import type { Office, Person } from '../../../domain/office/office'
import { roleTitles } from '../../../domain/office/roles'
import { decoded } from '../../../domain/register/stored'
import { cached, forgetCached, keepCached } from '../../google/kept/cache'
import type { PlanfixLink } from './connection'
import { PlanfixError } from './planfixError'
import { askPlanfix } from './request'

/** E-mail in small letters → 'user:5'. */
export type PlanfixPeople = Readonly<Record<string, string>>

const cacheKey = 'planfixPeople'
const keptSeconds = 21_600
const pageSize = 100
/** A list that does not end by then never will. */
const mostPeople = 5_000

const users = v.object({
  users: v.array(v.object({ id: v.union([v.string(), v.number()]), email: v.optional(v.nullable(v.string()), '') })),
})

/** As the cache keeps them for six hours, or asked for: a page of a hundred a second. */
function planfixPeople(link: PlanfixLink): PlanfixPeople {
  return decoded(v.record(v.string(), v.string()), cached(cacheKey), null) ?? askPeople(link)
}

/** The list is as new as this run. */
let isAsked = false

export function askPeople(link: PlanfixLink): PlanfixPeople {
  isAsked = true
  const found: Record<string, string> = {}
  for (let offset = 0; offset < mostPeople; offset += pageSize) {
    const body = { offset, pageSize, fields: 'id,name,lastname,email', onlyActive: true, prefixedId: true }
    const page = askPlanfix(link, { method: 'post', path: 'user/list', body, answer: users }).users
    for (const { id, email } of page) if (email) found[email.toLowerCase()] = /^\d+$/.test(String(id)) ? `user:${id}` : String(id)
    if (page.length < pageSize) break
  }
  keepCached(cacheKey, JSON.stringify(found), keptSeconds)
  return found
}

export function forgetPeople(): void {
  forgetCached(cacheKey)
}

/** Whom a task is given to: a consultant by initials, or everybody of a role; «ММ и офис-менеджер» are both. */
function meantBy(who: string, { people }: Office): readonly Person[] {
  const named = who.split(' и ')
  return people.filter(({ initials, roles }) => named.includes(initials) || roles.some((role) => named.includes(roleTitles[role])))
}

type Users = readonly { readonly id: string }[]

/** Asked anew where the kept list knows nobody of them: somebody may have been added. @throws PlanfixError nobody */
export function assigneesOf(link: PlanfixLink, who: string, office: Office): Users {
  const meant = meantBy(who, office).filter(({ external }) => !external)
  const kept = usersOf(meant, planfixPeople(link))
  const found = kept.length > 0 || meant.length === 0 || isAsked ? kept : usersOf(meant, askPeople(link))
  if (meant.length > 0 && found.length === 0) throw new PlanfixError('nobody', who)
  return found
}

function usersOf(meant: readonly Person[], known: PlanfixPeople): Users {
  return meant.flatMap(({ email }) => {
    const id = known[email.toLowerCase()]
    return id === undefined ? [] : [{ id }]
  })
}

/** People who may get a task and are not in Planfix: those inside the office (an external consultant has no access, C1). */
export function missingPeople({ people }: Office, known: PlanfixPeople): { readonly all: number; readonly missing: readonly Person[] } {
  const own = people.filter(({ external }) => !external)
  return { all: own.length, missing: own.filter(({ email }) => known[email.toLowerCase()] === undefined) }
}
