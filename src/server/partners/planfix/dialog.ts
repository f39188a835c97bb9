/** «Подключить Planfix…»: the connection is tried before it is kept, and the key is never shown again. */

import type { Office } from '../../../domain/office/office'
import type { ToolAnswer } from '../taskTool'
import { hostOf, keepLink, type PlanfixLink, planfixLink } from './connection'
import { askPeople, missingPeople } from './people'
import { PlanfixError, sentenceOf } from './planfixError'
import { pingPlanfix } from './request'
import { planfixLinkTexts } from './text.ru'

type Typed = Readonly<Record<string, string>>

/** Kept only where Planfix answers; what stood before stands on otherwise. */
export function connectPlanfix(typed: Typed, office: Office): ToolAnswer {
  const wanted = linkOf(typed)
  if (typeof wanted === 'string') return { message: wanted, good: false }
  const tried = tryLink(wanted, office)
  if (tried.good) keepLink(wanted)
  return tried
}

/** What was typed as a connection, or the sentence that says what is wrong with it. The kept key goes to no other address. */
function linkOf({ account = '', token = '', template = '', done = '' }: Typed): PlanfixLink | string {
  const host = hostOf(account)
  if (host === null) return planfixLinkTexts.badAccount()
  const kept = planfixLink()
  const key = token.trim() || (kept?.host === host ? kept.token : '')
  if (key === '') return planfixLinkTexts.noToken()
  if (![template, done].every((one) => /^\d{0,9}$/.test(one.trim()))) return planfixLinkTexts.badNumber()
  return { host, token: key, template: numberOf(template), doneStatus: numberOf(done) }
}

function numberOf(typed: string): number | null {
  return typed.trim() === '' ? null : Number(typed)
}

function tryLink(link: PlanfixLink, office: Office): ToolAnswer {
  try {
    pingPlanfix(link)
    const { all, missing } = missingPeople(office, askPeople(link))
    const names = missing.map(({ name }) => name)
    return { message: planfixLinkTexts.linked(link.host, all - names.length, names, all), good: true }
  } catch (error) {
    if (!(error instanceof PlanfixError)) throw error
    return { message: sentenceOf(error), good: false }
  }
}
