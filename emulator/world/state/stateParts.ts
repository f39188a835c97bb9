/** Shapes of the world's settings, code, clocks and faults: plain data whose rules stand in files of their own. */

export interface PlatformSettings {
  /** Which button a person presses in a question with «Yes» and «No». */
  readonly alertAnswer: 'YES' | 'NO'
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
  /** `localStorage` in the frame of a web app's page: there, or refused with a SecurityError, as some browsers do (observed). */
  readonly pageStorage: 'kept' | 'refused'
  /** SpreadsheetApp's `getRange('A1:ZZ')` of a sheet with fewer columns: refused, or the range up to the edge. Not settled. */
  readonly openRanges: 'refused' | 'clipped'
}

export interface CodeVersion {
  readonly number: number
  /** Folder with the code; it must stay as it is. */
  readonly folder: string
  readonly description: string
}

export interface Deployment {
  readonly id: string
  /** null = always the head, which Google does only for `/dev`: how a world begins. */
  readonly version: number | null
  readonly description: string
}

export interface CodeState {
  /** Folder of the head; '' = the one the world was made with. */
  head: string
  versions: CodeVersion[]
  deployments: Deployment[]
}

export interface DeployOptions {
  readonly description?: string
  /** A version that is there already; absent = a new one, of the head. */
  readonly version?: number
}

export interface CopyInput {
  /** Account that copies, and owns the copy; absent = the owner of the original. */
  readonly by?: string
  readonly title?: string
}

export interface DailySchedule {
  /** Every so many days. */
  readonly days: number
  /** 1 = Monday; absent = any day. */
  readonly weekDay?: number
  readonly hour: number
  readonly minute: number
  readonly zone: string
}

/** `timedOut` may be told after the write has landed: then the fault is `timedOutAfter`. */
export type FailureKind = 'transient' | 'timedOut' | 'quotaDay' | 'quotaMinute' | 'permission' | 'gone'

export type Language = 'en' | 'ru'

export type NamedFaultKind = FailureKind | 'timedOutAfter' | 'kill' | 'killAfter'

/** Runs that a fault is meant for; what is absent does not matter. */
export interface FaultedRun {
  readonly fn?: string
  /** Entries of types.ts: 'menu', 'rpc', 'trigger' … */
  readonly entries?: readonly string[]
  /** Method of a page's call, 'deal/book'. */
  readonly method?: string
  /** A key that the trigger's event has: 'day-of-month' of a clock's, 'changeType' of a change's. */
  readonly event?: string
}

export interface NamedFault {
  /** 'Calendar.Events.patch', a whole service 'Calendar', or '*': every call that leaves the script. */
  readonly on: string
  readonly kind: NamedFaultKind
  /** How often it still strikes; absent = until it is lifted. */
  times?: number
  readonly language?: Language
  readonly run?: FaultedRun
  /** Only the call of this number in its run. */
  readonly at?: number
}
