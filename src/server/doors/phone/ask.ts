/** Somebody asks for a link to sign in: the address is noted, nobody is looked up, and a run of its own writes to whom it may concern (letters.ts). */

// So an answer takes the same calls for whatever address, and its time tells nothing.

import { addressKey, digestOf, idOf } from '../../../domain/office/access/secrets'
import { signInTexts } from '../../../domain/office/access/signInText.ru'
import type { PhoneAnswers, PhoneRefusal } from '../../../rpc/phoneContract'
import { ensureDeskKey, noteWaiting } from '../../google/kept/accessStore'
import { cached, cachedAmong, keepCached } from '../../google/kept/cache'
import { underLock } from '../../google/lock'
import { platformErrorOf } from '../../google/platformError'
import { storedProperties } from '../../google/spreadsheet'
import { askedProperty, letterHandler, letterRuns } from './letters'
import { refusedBy } from './refused'

/** As long as a letter may take. */
const askedSeconds = 900
/** Addresses of no one, in a minute: in a flood only those that were known before are noted, so that it pushes nobody out of the cache. */
const strangersPerMinute = 60

export function ask(typed: string): PhoneAnswers['ask'] | PhoneRefusal {
  const { spreadsheetId, access } = storedProperties()
  if (spreadsheetId === '') return refusedBy(signInTexts.notReady)
  const key = access.key || underLock(() => ensureDeskKey(storedProperties().access))
  const id = idOf(digestOf('address', addressKey(typed), key))
  // Counted for whoever asks: a known address takes no call less.
  const isOneTooMany = isFlood()
  const isNoted = keepCached(askedProperty(isOneTooMany && !access.known.includes(id) ? '' : id), '1', askedSeconds)
  if (!isNoted) return refusedBy(signInTexts.failed, { retry: true })
  fetchLetters()
  return { ok: true, message: signInTexts.asked }
}

/** Counts every asking; not exact when several come at once, which is enough. */
function isFlood(): boolean {
  const key = `signIn:${Math.floor(Date.now() / 60_000)}`
  const count = Number(cached(key)) + 1
  keepCached(key, String(count), 120)
  return count > strangersPerMinute
}

/** One run serves all who ask before it; the next one comes a minute later. */
function fetchLetters(): void {
  const runs = cachedAmong([letterRuns.soon, letterRuns.lately])
  if (runs.includes(letterRuns.soon)) return
  keepCached(letterRuns.soon, '1', 180)
  try {
    ScriptApp.newTrigger(letterHandler)
      .timeBased()
      .after(runs.includes(letterRuns.lately) ? 60_000 : 1_000)
      .create()
  } catch (error) {
    console.error(`sign in: ${platformErrorOf(error).code}`)
    noteWaiting(true)
  }
}
