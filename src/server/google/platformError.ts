/** The platform failed: a coded exception that adapters throw and that rpc.ts and triggers.ts catch, once each. */

export type PlatformCode =
  | 'timeout'
  | 'lockBusy'
  | 'quotaMail'
  | 'calendarBusy'
  | 'sheetMissing'
  | 'headingMissing'
  | 'beyondGrid'
  | 'calendarMissing'
  | 'notInstalled'
  | 'noWebApp'
  | 'newerSchema'
  | 'olderSchema'
  | 'unexpected'

export class PlatformError extends Error {
  readonly code: PlatformCode
  /** Named parts of the sentence: sheet, heading, detail … */
  readonly params: Readonly<Record<string, string>>

  constructor(code: PlatformCode, params: Readonly<Record<string, string>> = {}) {
    super(`${code} ${JSON.stringify(params)}`)
    this.name = 'PlatformError'
    this.code = code
    this.params = params
  }
}

/** The message of whatever was thrown: Google's errors are objects of another class than ours. */
export function messageOf(error: unknown): string {
  if (typeof error === 'object' && error !== null && 'message' in error) return String((error as { message: unknown }).message)
  return String(error)
}

/** The words of Google's errors, as documented or as others have seen them, as codes. */
export function platformErrorOf(error: unknown): PlatformError {
  if (error instanceof PlatformError) return error
  const message = messageOf(error)
  const missing = /Unable to parse range: '?([^'!]+)'?/.exec(message)
  if (missing !== null) return new PlatformError('sheetMissing', { sheet: missing[1] ?? '' })
  if (/Invalid requests\[\d+\].{0,200}No grid with id/.test(message)) return new PlatformError('sheetMissing', { sheet: '' })
  if (/Lock timeout|holding the lock/.test(message)) return new PlatformError('lockBusy')
  if (/for one day: email/.test(message)) return new PlatformError('quotaMail')
  if (/short time: calendar|Rate Limit/i.test(message)) return new PlatformError('calendarBusy')
  if (/timed out|Exceeded maximum execution time/.test(message)) return new PlatformError('timeout', { detail: message })
  return new PlatformError('unexpected', { detail: message })
}
