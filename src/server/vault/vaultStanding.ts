/** What «Служебное» says of the vault. */

import { decoded } from '../../domain/register/stored'
import { stored, type VaultState } from '../../usecases/register/service'
import type { Loaded } from '../desk/load'

/** null = people's data stand in the register itself. */
export function vaultStateOf({ desk }: Pick<Loaded, 'desk'>): VaultState | null {
  return decoded(stored.vault, desk.service.vault, null)
}

export function isMoving(state: VaultState | null): boolean {
  return state !== null && (state.place !== null || state.way === 'out')
}
