/** amoCRM within a tick: what changed there comes in, the years before come page by page, what changed here goes there. The file to read first. */

import type { AmoState } from '../../../../domain/importing/leads/link'
import { mayTake } from '../../../../domain/intake/ruFirst/doors'
import { ruFirstTexts } from '../../../../domain/intake/ruFirst/ruFirstText.ru'
import type { RequestRule } from '../../../../domain/intake/ruFirst/rule'
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

interface Connected {
  /** '' = none is connected; then, and while it rests, nothing is asked. */
  readonly token: string
  readonly rule: RequestRule
}

export function followAmo(loaded: Loaded, { token, rule }: Connected, until: number): void {
  const link = amoLinkOf(loaded.desk.service)
  const state = amoStateOf(loaded)
  if (link === null || token === '' || isTraining() || state.restUntil > loaded.moment.now) return
  const run: AmoRun = { session: loaded.session, access: { host: link.host, token }, link, until }
  try {
    if (!mayTake('amocrm', rule)) {
      onlyTold(run, loaded, state)
      return
    }
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

/** «Сначала в России», and the office does not count amoCRM in: it is told, nothing is taken, the place where the reading goes on stays. */
function onlyTold(run: AmoRun, loaded: Loaded, { message }: AmoState): void {
  if (isDue(loaded)) tellAmo(run)
  if (message !== ruFirstTexts.amo) keepState(loaded, { message: ruFirstTexts.amo, restUntil: '' })
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
