/** Google's failures as one table: its words, what kind of failure they are, how it is tried again. Every adapter, door and page asks it. */

import type { FailureCode } from '../text/platformText.ru'

/** Whether a write that failed so may have landed all the same. */
type Landed = 'no' | 'maybe'

/** What helps: the next moment, a minute, the next day, or only a person who mends something. */
type Helps = 'again' | 'minute' | 'tomorrow' | 'person'

export interface Failure {
  readonly code: FailureCode
  /** Google's words as documented or as others have seen them; some come in the account's language. The first row that fits counts. */
  readonly words: RegExp
  readonly landed: Landed
  readonly helps: Helps
}

const row = (code: FailureCode, helps: Helps, words: RegExp, landed: Landed = 'no'): Failure => ({ code, words, landed, helps })

export const failures: readonly Failure[] = [
  row('noConsent', 'person', /Specified permissions are not sufficient|insufficient authentication scopes|разрешений недостаточно/i),
  row(
    'otherAccount',
    'person',
    /Authorization is required|Error code PERMISSION_DENIED|permission to access the requested document|Action not allowed|Требуется авторизация|нет прав(а)? (на )?доступ|Действие запрещено/i,
  ),
  row('lockBusy', 'again', /Lock timeout|holding the lock/i),
  row('quotaMail', 'tomorrow', /(one day|один день): email/i),
  row('quotaDay', 'tomorrow', /(for )?one day|один день|per day|usage limits? exceeded|Daily Limit|quotaExceeded/i),
  row('driveFull', 'person', /Drive storage quota/i),
  row('storeFull', 'person', /property storage quota/i),
  row('quotaMinute', 'minute', /in a short time|короткое время|per minute|Rate ?Limit|Utilities\.sleep/i),
  row('calendarReadOnly', 'person', /requiredAccessLevel|writer access to this calendar/i),
  row('eventForeign', 'person', /forbiddenForNonOrganizer|only be changed by the organizer/i),
  row('noAccess', 'person', /(does|do) not have (sufficient )?permission|protected cell or object|Access denied|Доступ запрещ/i),
  row('registerGone', 'person', /Requested entity was not found|openById|document is missing|был удал/i),
  row('calendarMissing', 'person', /calendar\S{0,300} failed with error: Not Found/i),
  row('fileGone', 'person', /File not found/i),
  row('registerFull', 'person', /above the limit of 10000000 cells|more than the maximum of 50000 characters/i),
  row('tooManyTriggers', 'person', /too many triggers/i),
  row('addressLong', 'person', /URLFetch URL Length|Limit Exceeded: URLFetch/i),
  row('timeout', 'again', /timed? ?out|Empty response|Exceeded maximum execution time|Превышено (время|максимально)|deadline/i, 'maybe'),
  row(
    'unavailable',
    'again',
    /server error|ошибка сервера|Backend Error|Internal Error|internalError|currently unavailable|Service \S+ failed|Service (is )?unavailable|\b50[0234]\b/i,
    'maybe',
  ),
]

/** The row for Google's words, or null where nobody knows them. */
export function failureOf(words: string): Failure | null {
  return failures.find((one) => one.words.test(words)) ?? null
}

/** Passes by itself within seconds or a minute: a read is tried again, a write only where its second is known to be harmless. */
export function passesSoon({ helps }: Failure): boolean {
  return helps === 'again' || helps === 'minute'
}
