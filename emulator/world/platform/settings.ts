/** How the emulated Google behaves where it depends on the account, is not settled, or is stricter than an old test can stand. */
import type { PlatformSettings } from '../state/stateParts'
import type { WorldState } from '../types'

const strictPlatform: PlatformSettings = {
  alertAnswer: 'YES',
  domain: '',
  serviceUrl: 'byRun',
  minuteQuotas: false,
  calendarQuotaCode: 403,
  batchGetAddress: 20_000,
  fetchAddress: 2_048,
  fetchTimeoutSeconds: 360,
  changeOnApiWrites: false,
  trashedParent: 'takes',
  unknownZone: 'throws',
  scriptTimeMs: 1_000,
  browserRefusal: 0,
  pageStorage: 'kept',
  openRanges: 'refused',
}

export const platformOf = (state: WorldState): PlatformSettings => ({ ...strictPlatform, ...state.platform })

/** Changes settings of a living world. */
export const setPlatform = (state: WorldState, changed: Partial<PlatformSettings>): void => {
  state.platform = { ...state.platform, ...changed }
}
