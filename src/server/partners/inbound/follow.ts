/** Places outside within a tick: what waits there comes in, each once, the oldest first; a failure rests one place alone. */

import { type Inbound, type InboundList, type InboundState, isFresh, keyOf, withSeen } from '../../../domain/intake/inbound/inbound'
import { inboundTexts } from '../../../domain/intake/inbound/inboundText.ru'
import { readRequest } from '../../../domain/intake/read/readRequest'
import { requestHash } from '../../../domain/intake/requestHash'
import { mayTake } from '../../../domain/intake/ruFirst/doors'
import type { RequestRule } from '../../../domain/intake/ruFirst/rule'
import { decoded } from '../../../domain/register/stored'
import { addMinutes, dateOf } from '../../../domain/time/localTime'
import { stored } from '../../../usecases/register/service'
import { commitService } from '../../desk/commit'
import type { Loaded } from '../../desk/load'
import type { DeskSession } from '../../desk/session'
import { setAside, storeRequest } from '../../doors/intake'
import { localOf } from '../../google/clock'
import { isTraining } from '../../google/training'
import { type InboundAccess, InboundError, type InboundPort, type PageAsked } from './port'

interface Connected {
  /** '' = none is connected; then nothing is asked. */
  readonly token: string
  readonly rule: RequestRule
}

export function inboundOf({ desk }: Pick<Loaded, 'desk'>): InboundState | null {
  return decoded(stored.vk, desk.service.vk, null)
}

export function followPort(port: InboundPort, loaded: Loaded, { token, rule }: Connected, until: number): void {
  const state = inboundOf(loaded)
  const { now } = loaded.moment
  if (state === null || token === '' || isTraining() || state.restUntil > now) return
  const next = mayTake(port.door, rule)
    ? followed(port, loaded, { state, token, until })
    : { ...state, message: inboundTexts.closed(port.title) }
  if (JSON.stringify(next) !== JSON.stringify(state)) commitService(loaded, { vk: JSON.stringify(next) })
}

interface Following {
  readonly state: InboundState
  readonly token: string
  readonly until: number
}

/** What was taken is remembered, whatever happens then. */
function followed(port: InboundPort, { session, moment }: Loaded, { state, token, until }: Following): InboundState {
  let so: InboundState = { ...state, restUntil: '', message: '' }
  try {
    const access: InboundAccess = { account: state.account, token }
    if (so.day !== dateOf(moment.now)) so = { ...so, lists: port.lists(access), day: dateOf(moment.now) }
    for (const one of waitingAt(port, access, so, until)) {
      if (Date.now() > until) break
      take(session, one)
      so = withSeen(so, [one.key])
    }
    return so
  } catch (error) {
    if (!(error instanceof InboundError)) throw error
    console.warn(error.message)
    return { ...so, restUntil: addMinutes(moment.now, error.rest), message: error.toldOf(port.title) }
  }
}

interface Waiting {
  readonly key: string
  readonly at: number
  readonly item: unknown
  /** null = it cannot be read. */
  readonly inbound: Inbound | null
}

/** Pages until one of a list holds nothing new; what a page pushes to the next one is read twice and known by its number. */
function waitingAt(port: InboundPort, access: InboundAccess, state: InboundState, until: number): Waiting[] {
  const found = new Map<string, Waiting>()
  let asked: PageAsked[] = state.lists.map((list) => ({ list, place: '' }))
  while (asked.length > 0 && Date.now() < until) {
    const pages = port.pages(access, asked)
    asked = asked.flatMap(({ list }, index) => {
      const { items = [], next = '' } = pages[index] ?? {}
      const fresh = items.map((item) => waitingOf(port, item, list)).filter(({ key, inbound }) => isFresh(state, key, inbound?.at ?? null))
      const isNew = fresh.some(({ key }) => !found.has(key))
      for (const one of fresh) found.set(one.key, one)
      return isNew && next !== '' ? [{ list, place: next }] : []
    })
  }
  return [...found.values()].sort((a, b) => a.at - b.at)
}

function waitingOf(port: InboundPort, item: unknown, list: InboundList): Waiting {
  const inbound = port.read(item, list)
  const id = inbound?.id ?? requestHash(JSON.stringify(item))
  return { key: keyOf(list.id, id), at: inbound?.at ?? 0, item, inbound }
}

/** The one intake and its key: told again it is the same deal. What cannot be read, or has no room, is set aside with its text. */
function take(session: DeskSession, { item, inbound, at }: Waiting): void {
  const posted = inbound?.posted ?? { contentType: 'application/json', body: JSON.stringify(item), parameters: { from: ['vk'] } }
  const request = readRequest(posted, localOf(at, 'Etc/UTC'))
  const outcome = inbound === null ? null : storeRequest(session, { request, channel: 'social' })
  if (outcome?.ok !== true) setAside(posted, request, 'tooLong')
}
