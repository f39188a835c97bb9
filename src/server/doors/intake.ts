/** A request from outside is written: read, look whether it came before, append, all under the lock. */

import type { Client } from '../../domain/client/client'
import type { Deal } from '../../domain/deal/deal'
import { isMadeFrom, outsideIdOf } from '../../domain/intake/requestKey'
import type { Outcome } from '../../domain/problem'
import { accept } from '../../domain/problem'
import { type OutsideRequest, takeRequest } from '../../usecases/intake/takeRequest'
import { carryOut } from '../desk/command'
import { loadDesk } from '../desk/load'
import type { DeskSession } from '../desk/session'
import { underLock } from '../google/lock'
import type { Snapshot } from '../google/register/reader'
import { scanColumns } from '../google/register/records'

export interface StoredRequest {
  /** № of the deal: of the first one where the same request came before. */
  readonly id: number
  /** The office's limit for one minute, as it stands in «Настройки» now. */
  readonly perMinute: number
}

/** What tells one client from another. */
const matchColumns = ['id', 'organisation', 'contact', 'phone', 'phoneKey', 'email', 'outsideIds']

/**
 * Makes one deal of one request, however often it comes: one read, one write.
 * @throws PlatformError lockBusy, sheetMissing, timeout …
 */
export function storeRequest(session: DeskSession, outside: OutsideRequest): Outcome<StoredRequest> {
  return underLock(() => {
    const loaded = loadDesk(session, { columns: { deals: ['id', 'outsideIds'], clients: matchColumns } })
    const perMinute = loaded.desk.office.settings.intakePerMinute
    const known = dealMadeFrom(loaded.snapshot, outsideIdOf(outside.request))
    if (known !== null) return accept({ id: known.id, perMinute })
    const clients = scanColumns<Client>(loaded.snapshot, 'clients').rows.map(({ value }) => value as Client)
    const done = carryOut(loaded, takeRequest(outside, clients, loaded.desk, loaded.moment))
    return done.ok ? accept({ id: done.value.changes.deals[0]?.after.id ?? 0, perMinute }) : done
  })
}

/** The deal with this outside id, from the columns `id` and `outsideIds`. */
export function dealMadeFrom(snapshot: Snapshot, outsideId: string): { readonly id: number; readonly row: number } | null {
  const found = scanColumns<Deal>(snapshot, 'deals').rows.find(({ value }) => isMadeFrom(value.outsideIds ?? '', outsideId))
  return found?.value.id == null ? null : { id: found.value.id, row: found.row }
}
