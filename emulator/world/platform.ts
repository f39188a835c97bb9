/** How the emulated Google behaves where it depends on the account, is not settled, or is stricter than an old test can stand. */
import type { WorldState } from './types'

export interface PlatformSettings {
  /** Workspace domain of the owner's account; '' = a consumer account. */
  readonly domain: string
  /** `ScriptApp.getService().getUrl()`: as Google answers it by kind of run, or always the world's `webAppUrl`. */
  readonly serviceUrl: 'byRun' | 'fixed'
  /** Quotas of a minute: Sheets API, Calendar API. Documented; off, because tests do in a minute what a day holds. */
  readonly minuteQuotas: boolean
  /** With which code the Calendar API refuses over its quota: both are documented. */
  readonly calendarQuotaCode: 403 | 429
  /** Longest address of a `Values.batchGet`, characters. Assumed: Google tells none; a project failed near 20,000. */
  readonly batchGetAddress: number
  /** Longest address of a UrlFetch, characters: 2 KB (documented). */
  readonly fetchAddress: number
  /** Seconds that UrlFetch waits for a silent server unless told (documented: 360). */
  readonly fetchTimeoutSeconds: number
  /** True: an installed `onChange` also fires on writes of scripts and of the API. Google denies it, others have seen it. */
  readonly changeOnApiWrites: boolean
  /** A file made in a folder that lies in the bin: goes there and is deleted with it, or is refused. Not settled. */
  readonly trashedParent: 'takes' | 'refuses'
  /** `Utilities.formatDate` in a zone nobody knows. Not settled. */
  readonly unknownZone: 'throws' | 'gmt'
  /** What a trigger's run takes beside its service calls: milliseconds, or as measured here. Assumed: a second. */
  readonly scriptTimeMs: number | 'measured'
  /** Which of Google's four texts a panel meets whose browser's default account may not run the script (0–3). */
  readonly browserRefusal: 0 | 1 | 2 | 3
}

export const strictPlatform: PlatformSettings = {
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
}

export const platformOf = (state: WorldState): PlatformSettings => ({ ...strictPlatform, ...state.platform })

/** Changes settings of a living world. */
export const setPlatform = (state: WorldState, changed: Partial<PlatformSettings>): void => {
  state.platform = { ...state.platform, ...changed }
}
