/** «Подключить Planfix…»: the connection is tried before it is kept, and the key is never shown again. */

import { planfixLinkTexts } from '../../../domain/office/planfixText.ru'
import type { Input, Output } from '../../../rpc/contract'
import { readPause } from '../../../usecases/control/planfixPause'
import type { Loaded } from '../../desk/load'
import type { DeskSession } from '../../desk/session'
import { forgetLink, hostOf, keepLink, type PlanfixLink, planfixLink } from './connection'
import { askPeople, forgetPeople, missingPeople } from './people'
import { PlanfixError, sentenceOf } from './planfixError'
import { pingPlanfix } from './request'
import { wakeTasks } from './wakeTasks'

type State = Output<'planfix/state'>

interface Setting {
  readonly loaded: Loaded
  readonly session: DeskSession
}

export function state({ loaded }: Setting): State {
  return stateOf(planfixLink(), { message: readPause(loaded.desk.service.planfix).message, good: false })
}

/** Kept only where Planfix answers; what stood before stands on otherwise. */
export function connect(input: Input<'planfix/connect'>, { loaded, session }: Setting): State {
  const kept = planfixLink()
  const wanted = linkOf(input, kept)
  if (typeof wanted === 'string') return stateOf(kept, { message: wanted, good: false })
  const tried = tryLink(wanted, loaded)
  if (!tried.good) return stateOf(kept, tried)
  keepLink(wanted)
  wakeTasks(session)
  return stateOf(wanted, tried)
}

export function disconnect({ session }: Setting): State {
  forgetLink()
  forgetPeople()
  wakeTasks(session)
  return stateOf(null, { message: planfixLinkTexts.unlinked(), good: true })
}

/** What was typed as a connection, or the sentence that says what is wrong with it. The kept key goes to no other address. */
function linkOf({ account, token, template, done }: Input<'planfix/connect'>, kept: PlanfixLink | null): PlanfixLink | string {
  const host = hostOf(account)
  if (host === null) return planfixLinkTexts.badAccount()
  const key = token.trim() || (kept?.host === host ? kept.token : '')
  if (key === '') return planfixLinkTexts.noToken()
  if (![template, done].every((typed) => /^\d{0,9}$/.test(typed.trim()))) return planfixLinkTexts.badNumber()
  return { host, token: key, template: numberOf(template), doneStatus: numberOf(done) }
}

function numberOf(typed: string): number | null {
  return typed.trim() === '' ? null : Number(typed)
}

interface Told {
  readonly message: string
  readonly good: boolean
}

function tryLink(link: PlanfixLink, { desk }: Loaded): Told {
  try {
    pingPlanfix(link)
    const { all, missing } = missingPeople(desk.office, askPeople(link))
    const names = missing.map(({ name }) => name)
    return { message: planfixLinkTexts.linked(link.host, all - names.length, names, all), good: true }
  } catch (error) {
    if (!(error instanceof PlanfixError)) throw error
    return { message: sentenceOf(error), good: false }
  }
}

function stateOf(link: PlanfixLink | null, told: Told): State {
  const { host = '', template = null, doneStatus = null } = link ?? {}
  return { connected: link !== null, account: host, template: String(template ?? ''), done: String(doneStatus ?? ''), ...told }
}
