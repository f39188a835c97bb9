/** A request from outside is written: read, look whether it came before, append, all under the lock. */

import type { Client } from '../../domain/client/client'
import { outsideIdOf } from '../../domain/intake/requestKey'
import type { Outcome } from '../../domain/problem'
import { accept } from '../../domain/problem'
import { dealMadeFrom } from '../../usecases/intake/createDeal'
import { matchColumns, type OutsideRequest, takeRequest } from '../../usecases/intake/takeRequest'
import { carryOut } from '../desk/carryOut'
import { loadDesk } from '../desk/load'
import { knownOf } from '../desk/read'
import type { DeskSession } from '../desk/session'
import { underLock } from '../google/lock'
import { scanColumns } from '../google/register/records'

export interface StoredRequest {
  /** № of the deal: of the first one where the same request came before. */
  readonly id: number
  /** The office's limit for one minute, as it stands in «Настройки» now. */
  readonly perMinute: number
}

/**
 * Makes one deal of one request, however often it comes: one read, one write.
 * @throws PlatformError lockBusy, sheetMissing, timeout …
 */
export function storeRequest(session: DeskSession, outside: OutsideRequest): Outcome<StoredRequest> {
  return underLock(() => {
    const loaded = loadDesk(session, { columns: { deals: ['id', 'outsideIds'], clients: matchColumns } })
    const perMinute = loaded.desk.office.settings.intakePerMinute
    const known = dealMadeFrom(knownOf(loaded), outsideIdOf(outside.request))
    if (known !== null) return accept({ id: known.id, perMinute })
    const clients = scanColumns<Client>(loaded.snapshot, 'clients').rows.map(({ value }) => value as Client)
    const taken = takeRequest(outside, clients, loaded.desk, loaded.moment)
    if (!taken.ok) return taken
    const done = carryOut(loaded, taken.changes)
    return done.ok ? accept({ id: taken.changes.deals[0]?.after.id ?? 0, perMinute }) : done
  })
}
