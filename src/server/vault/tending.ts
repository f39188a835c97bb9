/** What a tick does for the vault: goes on moving, takes in what hands have typed, clears what nobody leads to, mends what «Служебное» says of it. */

import { dateOf } from '../../domain/time/localTime'
import { beginning } from '../../usecases/card/personal/vaultSteps'
import type { VaultState } from '../../usecases/register/service'
import { commitService } from '../desk/commit'
import { type Loaded, loadDesk } from '../desk/load'
import { type KeptVault, keptVault } from '../google/kept/vaultStore'
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

export function tendVault(given: Loaded, { vault, isEdited, until }: Tending): void {
  const { session } = given
  const loaded = isOther(vault, vaultStateOf(given)) ? mended(given) : given
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

/** The properties are written first, and no hand reaches them: where «Служебное» says otherwise, a run has died between the two, or somebody typed there. */
function isOther(vault: KeptVault | null, state: VaultState | null): vault is KeptVault {
  return vault !== null && (state?.id !== vault.id || state.way !== vault.way)
}

/** What is where is found out anew. */
function mended({ session }: Loaded): Loaded {
  underLock(() => {
    const loaded = loadDesk(session)
    const vault = keptVault()
    if (isOther(vault, vaultStateOf(loaded))) commitService(loaded, { vault: JSON.stringify(beginning(vault)) })
  })
  return loadDesk(session)
}
