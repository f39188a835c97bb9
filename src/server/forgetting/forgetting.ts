/** Forgetting people: what was asked for stands in «Служебное» until every place has done its part, so a run that dies is gone on with. */

import type { Subject } from '../../domain/client/personal/scope'
import { accept, type Outcome, refuse } from '../../domain/problem'
import { decoded } from '../../domain/register/stored'
import type { ForgetProgress } from '../../rpc/personalContract'
import { forbidden } from '../../usecases/permissions'
import { type Forgetting, stored } from '../../usecases/register/service'
import { commitService, type ServiceChange } from '../desk/commit'
import { type Loaded, loadDesk, refuseUnfit } from '../desk/load'
import type { DeskSession } from '../desk/session'
import { underLock } from '../google/lock'
import { clearIfDue } from '../vault/clearing'
import { vaultStateOf } from '../vault/vaultStanding'
import { settingOf } from './place'
import { places } from './places'
import { whoIsIt } from './whoIsIt'

export interface ForgetAsked {
  readonly subjects: readonly Subject[]
  readonly reason: string
}

/** Further people stand behind those who are being forgotten already. */
export function startForgetting(session: DeskSession, { subjects, reason }: ForgetAsked, until: number): Outcome<ForgetProgress> {
  const denied = underLock(() => {
    const loaded = loadDesk(session)
    const problem = forbidden(loaded.moment.who, 'forget')
    if (problem !== null) return problem
    refuseUnfit(loaded)
    const { now, who, entry } = loaded.moment
    const standing = forgettingOf(loaded)
    const fresh = subjects.filter((one) => !(standing?.queue ?? []).some((other) => JSON.stringify(other) === JSON.stringify(one)))
    const asked = standing ?? { at: now, by: who.email, entry, reason, queue: [], scope: null, place: '', from: 0 }
    commitService(loaded, { ...cellOf({ ...asked, queue: [...asked.queue, ...fresh] }), ...sweepLater(loaded) })
    return null
  })
  return denied === null ? accept(goOnForgetting(session, until)) : refuse(denied)
}

/** Portion after portion, each under the lock, until all is done or the time is over. */
export function goOnForgetting(session: DeskSession, until: number): ForgetProgress {
  let progress = underLock(() => portion(session))
  while (progress.left > 0 && Date.now() < until) progress = underLock(() => portion(session))
  if (progress.left === 0) clearIfDue(session)
  return progress
}

/** His texts stand in the vault until nothing leads to them. */
function sweepLater(loaded: Loaded): ServiceChange {
  const state = vaultStateOf(loaded)
  return state === null ? {} : { vault: JSON.stringify({ ...state, sweep: true }) }
}

function forgettingOf({ desk }: Pick<Loaded, 'desk'>): Forgetting | null {
  return decoded(stored.forgetting, desk.service.forgetting, null)
}

function portion(session: DeskSession): ForgetProgress {
  const loaded = loadDesk(session)
  const state = forgettingOf(loaded)
  if (state === null) return progressOf(loaded, null)
  const next = state.scope === null ? begun(loaded, state) : wentOn(loaded, state)
  return progressOf(loadedAfter(loaded, next), next)
}

/** Nobody is looked for twice: from here on it stands who he is. */
function begun(loaded: Loaded, state: Forgetting): Forgetting | null {
  const [subject] = state.queue
  const found = subject === undefined ? null : whoIsIt(loaded, subject)
  const next = found === null ? withNext(state) : { ...state, scope: found.scope, place: places[0]?.name ?? '', from: 0 }
  commitService(loaded, cellOf(next))
  return next
}

function wentOn(loaded: Loaded, state: Forgetting): Forgetting | null {
  const at = Math.max(
    0,
    places.findIndex(({ name }) => name === state.place),
  )
  const place = places[at]
  if (state.scope === null || place === undefined) return state
  const done = place.portion(settingOf(loaded, state, state.scope), state.from)
  const further = places[at + 1]
  const next =
    done.next !== null
      ? { ...state, from: done.next }
      : further === undefined
        ? withNext(state)
        : { ...state, place: further.name, from: 0 }
  if (!done.write(cellOf(next))) commitService(loaded, cellOf(next))
  return next
}

function withNext(state: Forgetting): Forgetting | null {
  const queue = state.queue.slice(1)
  return queue.length === 0 ? null : { ...state, queue, scope: null, place: '', from: 0 }
}

/** When the last one is forgotten, «Указатель» forgets by what he was looked up. */
function cellOf(state: Forgetting | null): ServiceChange {
  return state === null ? { forgetting: '', indexed: '' } : { forgetting: JSON.stringify(state) }
}

function loadedAfter(loaded: Loaded, state: Forgetting | null): Loaded {
  return { ...loaded, desk: { ...loaded.desk, service: { ...loaded.desk.service, ...cellOf(state) } } }
}

/** People who are still to go, and how many of the places of the first are done. */
function progressOf({ desk }: Loaded, state: Forgetting | null): ForgetProgress {
  const at =
    state === null
      ? 0
      : Math.max(
          0,
          places.findIndex(({ name }) => name === state.place),
        )
  const filesLeft = decoded(stored.filesLeft, desk.service.filesLeft, []).map(({ id }) => id)
  return { left: state?.queue.length ?? 0, done: at, of: places.length, filesLeft }
}
