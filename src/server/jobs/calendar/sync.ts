/** The calendar brought into mirror and register (docs/architecture.md): all pages, decided from the whole state, and saved together with the token. */

import { commitService, type ServiceChange } from '../../desk/commit'
import { addressOf, type Loaded } from '../../desk/load'
import { syncEvents } from '../../google/calendar'
import { underLock } from '../../google/lock'
import { carryOutLook } from './carryOutLook'
import { isLookedAt, look, tokenOf } from './look'

export interface Synced {
  /** The calendar had something new. */
  readonly changed: boolean
  /** Letters that wait because of it. */
  readonly waiting: number
}

/**
 * Two calls when neither calendar nor register nor office has anything new, and the heartbeat. The token is saved only together with what it
 * brought: a run that dies before sees the same changes again, and finds done what was done.
 */
export function syncCalendar(loaded: Loaded, service: ServiceChange): Synced {
  const page = syncEvents(addressOf(loaded), tokenOf(loaded))
  const changed = page.events.length > 0 || page.full
  const heartbeat = { heartbeat: loaded.moment.now, ...service }
  if (changed || !isLookedAt(loaded)) {
    const waiting = underLock(() => {
      const { found, loaded: read } = look(loaded, page)
      return carryOutLook(found, read, heartbeat)
    })
    return { changed, waiting }
  }
  commitService(loaded, heartbeat)
  return { changed, waiting: 0 }
}
