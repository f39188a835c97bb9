/** The platform failed: a coded exception that adapters throw and that the doors catch, once each; and trying again what passes by itself. */

import { failureOf, passesSoon } from '../../domain/platform/failures'
import { type PlatformCode, platformText } from '../../domain/text/platformText.ru'

export class PlatformError extends Error {
  readonly code: PlatformCode
  /** Named parts of the sentence: sheet, heading; Google's words as `detail`, the API's `status`. */
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

/** The words of Google's errors as codes; `detail` keeps them. */
export function platformErrorOf(error: unknown): PlatformError {
  if (error instanceof PlatformError) return error
  const message = messageOf(error)
  const missing = /Unable to parse range: '?([^'!]+)'?/.exec(message)
  if (missing !== null) return new PlatformError('sheetMissing', { sheet: missing[1] ?? '' })
  if (/Invalid requests\[\d+\].{0,200}No grid with id/.test(message)) return new PlatformError('sheetMissing', { sheet: '' })
  const status = statusOf(error)
  return new PlatformError(failureOf(message)?.code ?? 'unexpected', { detail: message, ...(status === '' ? {} : { status }) })
}

/** The API's status of an advanced service's error; '' = it is none. */
function statusOf(error: unknown): string {
  const { details } = (error ?? {}) as { readonly details?: { readonly code?: number } }
  return String(details?.code ?? '')
}

/** What a person reads of it. */
export function sentenceOf(error: unknown): string {
  const { code, params } = platformErrorOf(error)
  return platformText(code, params)
}

/** A menu item or Google's own dialog shows an error as it is: it is Russian then. */
export function saidInRussian<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    const isOurs = !(error instanceof PlatformError) && failureOf(messageOf(error)) === null && /[а-яё]/i.test(messageOf(error))
    throw isOurs ? error : new Error(sentenceOf(error))
  }
}

/** From the menu Google itself asks for what was not granted, and ends the run; from a panel it cannot ask. */
export function askConsent(): void {
  ScriptApp.requireAllScopes(ScriptApp.AuthMode.FULL)
}

/** Where a person grants what is missing; '' = nothing is, or Google does not tell. */
export function consentAddress(): string {
  try {
    return ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL).getAuthorizationUrl() ?? ''
  } catch {
    return ''
  }
}

const pausesMs = [500, 1_500, 4_000]
/** All pauses of one run together: a person waits for it, and it may hold the lock. */
const pausedAtMostMs = 12_000
let pausedMs = 0

/** Whether a write may be done a second time: 'harmless' = the second changes nothing, 'once' = only where the first cannot have landed. */
export type Second = 'harmless' | 'once'

/** Tries again, with growing pauses, what passes by itself. Throws what Google threw last. A read is harmless. */
export function tried<T>(work: () => T, second: Second = 'harmless'): T {
  for (let pause = 0; ; pause++) {
    try {
      return work()
    } catch (error) {
      if (!isWorthAnother(error, second) || !waited(pausesMs[pause])) throw error
    }
  }
}

function isWorthAnother(error: unknown, second: Second): boolean {
  const failure = failureOf(messageOf(error))
  return failure !== null && passesSoon(failure) && (second === 'harmless' || failure.landed === 'no')
}

function waited(ms: number | undefined): boolean {
  if (ms === undefined || pausedMs + ms > pausedAtMostMs) return false
  pausedMs += ms
  Utilities.sleep(ms)
  return true
}

/** Whether a write that failed so may have landed. */
export function mayHaveLanded(error: unknown): boolean {
  return failureOf(messageOf(error))?.landed === 'maybe'
}
