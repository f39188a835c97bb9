/** amoCRM within a tick: what changed there comes in, the years before come page by page, what changed here goes there. The file to read first. */

import type { AmoState } from '../../../../domain/importing/leads/link'
import { addMinutes } from '../../../../domain/time/localTime'
import { amoLinkOf } from '../../../../usecases/control/amocrm/queue'
import { commitService } from '../../../desk/commit'
import type { Loaded } from '../../../desk/load'
import { isTraining } from '../../../google/training'
import { AmoError } from '../amoError'
import { type AmoRun, amoStateOf, latestState, stateCell } from './amoState'
import { isDue } from './claimWishes'
import { levelled } from './level'
import { meetLeads } from './meeting'
import { takeIn } from './takeIn'
import { tellAmo } from './tellAmo'

/** @param token '' = none is connected; then, and while it rests, nothing is asked */
export function followAmo(loaded: Loaded, token: string, until: number): void {
  const link = amoLinkOf(loaded.desk.service)
  const state = amoStateOf(loaded)
  if (link === null || token === '' || isTraining() || state.restUntil > loaded.moment.now) return
  const run: AmoRun = { session: loaded.session, access: { host: link.host, token }, link, until }
  try {
    const look = takeIn(run, loaded, state)
    const wasAway = look.state.away !== undefined
    const read = wasAway ? levelled(run) : look.state
    const met = meetLeads(run, read)
    if (look.isOwed || wasAway || met !== read || isDue(loaded)) tellAmo(run)
    if (met.message !== '' || met.restUntil !== '') keepState(loaded, { ...met, message: '', restUntil: '' })
  } catch (error) {
    if (!(error instanceof AmoError)) throw error
    console.warn(error.message)
    rest(loaded, error)
  }
}

/** Nothing is asked for a while; what was read so far stands in its own commits. */
function rest(loaded: Loaded, { rest: minutes, told }: AmoError): void {
  const restUntil = addMinutes(loaded.moment.now, minutes)
  keepState(loaded, { restUntil, message: told })
}

/** Over what the jobs of this run have written meanwhile. */
function keepState(loaded: Loaded, part: Partial<AmoState>): void {
  commitService(loaded, stateCell({ ...latestState(loaded), ...part }))
}
