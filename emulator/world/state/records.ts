/** What an execution leaves behind: its calls, what it showed, how it ended. */

export type Entry = 'open' | 'menu' | 'rpc' | 'trigger' | 'edit' | 'simpleEdit' | 'webGet' | 'webPost'

export type QuotaName = 'mailRecipients' | 'eventsCreated' | 'urlFetch' | 'triggerSeconds'

/** One service call as the call log shows it. */
export interface CallRecord {
  /** 1-based number within its execution; local calls are numbered too, so a replay can stop at any. */
  readonly n: number
  /** 'Sheets.Values.batchGet', 'Calendar.Events.patch', 'LockService.waitLock' … the keys of latency.ts. */
  readonly name: string
  /** True when the call leaves the script (counts against a budget); Utilities, Session, HtmlService do not. */
  readonly leaves: boolean
  readonly modelledMs: number
  readonly cellsRead: number
  readonly cellsWritten: number
  /** Length of the address that the call goes to, where its arguments stand in it. */
  readonly addressChars?: number
  /** Message of the error the call threw, if it did. */
  readonly error?: string
}

/** Things that the execution showed to the person. */
export type UiEffect =
  | { readonly kind: 'sidebar'; readonly title: string; readonly html: string }
  | {
      readonly kind: 'dialog'
      readonly modal: boolean
      readonly title: string
      readonly width: number
      readonly height: number
      readonly html: string
    }
  | { readonly kind: 'toast'; readonly title: string; readonly message: string }
  | { readonly kind: 'alert'; readonly message: string }
  | { readonly kind: 'select'; readonly sheet: string; readonly row: number; readonly column: number }
  | { readonly kind: 'menu'; readonly name: string; readonly items: readonly { readonly label: string; readonly fn: string }[] }

/** What came of an invocation. */
export interface ExecutionRecord {
  readonly id: number
  readonly fn: string
  readonly entry: Entry
  readonly user: string
  /** ISO instant of the virtual clock. */
  readonly startedAt: string
  readonly calls: readonly CallRecord[]
  readonly leavingCalls: number
  readonly cellsRead: number
  readonly cellsWritten: number
  readonly modelledSeconds: number
  /** Real CPU time spent in the bundle, milliseconds. */
  readonly cpuMs: number
  /** Return value after Google's value rules for this entry (rpc: a Date anywhere makes it null). */
  readonly value: unknown
  readonly error: { readonly name: string; readonly message: string; readonly stack: string } | null
  readonly ui: readonly UiEffect[]
  readonly logs: readonly string[]
}
