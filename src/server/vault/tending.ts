/** What a tick does for the vault: goes on moving, takes in what hands have typed, clears what nobody leads to, mends what «Служебное» says of it. */

import { dateOf } from '../../domain/time/localTime'
import { beginning } from '../../usecases/card/personal/vaultSteps'
import { commitService } from '../desk/commit'
import { type Loaded, loadDesk } from '../desk/load'
import type { KeptVault } from '../google/kept/vaultStore'
import { underLock } from '../google/lock'
import { clearOrphans } from './clearing'
import { goOnMoving, lookForTyped } from './moving'
import { isMoving, vaultStateOf } from './vaultStanding'

interface Tending {
  /** As the script's properties say. */
  readonly vault: KeptVault | null
  /** Cells were edited by hand since the last tick. */
  readonly isEdited: boolean
  /** Epoch ms: then no further portion is begun. */
  readonly until: number
}

export function tendVault(loaded: Loaded, { vault, isEdited, until }: Tending): void {
  const { session } = loaded
  if (vault !== null && loaded.desk.service.vault === '') mendVault(loaded, vault)
  const isFirst = dateOf(loaded.desk.service.heartbeat || loaded.moment.now) < dateOf(loaded.moment.now)
  const state = vaultStateOf(loaded)
  if (state?.way === 'in' && !isMoving(state) && (isEdited || isFirst)) underLock(() => lookAgain(loaded))
  if (isMoving(vaultStateOf(isEdited || isFirst || state === null ? loadDesk(session) : loaded))) goOnMoving(session, until)
  if (state?.way === 'in' && (isFirst || state.sweep)) clearOrphans(session)
}

function lookAgain({ session }: Loaded): void {
  const loaded = loadDesk(session)
  const state = vaultStateOf(loaded)
  if (state !== null) lookForTyped(loaded, state)
}

/** Somebody has emptied the cell: what is where is found out anew. */
function mendVault({ session }: Loaded, vault: KeptVault): void {
  underLock(() => {
    const loaded = loadDesk(session)
    if (loaded.desk.service.vault === '') commitService(loaded, { vault: JSON.stringify(beginning(vault)) })
  })
}
