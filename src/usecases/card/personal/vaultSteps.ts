/** «Под номерами»: the state that «Служебное» keeps while people's data are moved to the vault or back. */

import type { VaultState } from '../../register/service'

/** Sheets are gone through by their ids, from the lowest. */
export function beginning({ id, way }: Pick<VaultState, 'id' | 'way'>): VaultState {
  return { id, way, place: 0, from: 2, moved: 0, round: 0, sweep: false }
}
