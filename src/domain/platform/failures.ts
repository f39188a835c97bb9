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
  row(
    'noConsent',
    'person',
    /Specified permissions are not sufficient|insufficient authentication scopes|разрешений недостаточно|permission to call |Required permissions:|Необходимые разрешения:|нет разрешения на вызов/i,
  ),
  row(
    'otherAccount',
    'person',
    /Authorization is required|Error code PERMISSION_DENIED|permission to access the requested document|Action not allowed|(Требуется|необходима|нужна) авторизация|нет прав(а)? (на )?доступ|Действие запрещено/i,
  ),
  row('lockBusy', 'again', /Lock timeout|holding the lock|too many LockService operations/i),
  row('quotaMail', 'tomorrow', /(one day|один день): email/i),
  row(
    'quotaDay',
    'tomorrow',
    /(for )?one day|один день|per day|usage limits? exceeded|Daily Limit|quotaExceeded|(за|в) (день|сутки)(?!\p{L})|(дневн|суточн)\p{L}{1,3} (квот|лимит)/iu,
  ),
  row('driveFull', 'person', /Drive storage quota/i),
  row('storeFull', 'person', /property storage quota/i),
  row(
    'quotaMinute',
    'minute',
    /in a short time|короткое время|per minute|в минуту|Rate ?Limit|Utilities\.sleep|too many (times|requests)|слишком много (раз|запросов)|RESOURCE_EXHAUSTED|\b429\b|running simultaneously|сценариев выполняется одновременно|одновременно выполняется слишком много/i,
  ),
  row('calendarReadOnly', 'person', /requiredAccessLevel|writer access to this calendar/i),
  row('eventForeign', 'person', /forbiddenForNonOrganizer|only be changed by the organizer/i),
  row(
    'noAccess',
    'person',
    /(does|do) not have (sufficient )?permission|protected cell or object|Access denied|Доступ запрещ|нет доступа к|недостаточно прав/i,
  ),
  row(
    'registerGone',
    'person',
    /Requested entity was not found|openById|document (\S{1,80} )?is missing|(документ|файл) (\S{1,80} )?(отсутству|не найден)|был удал/i,
  ),
  row('calendarMissing', 'person', /calendar\S{0,300} failed with error: Not Found/i),
  row('fileGone', 'person', /File not found/i),
  row('registerFull', 'person', /above the limit of 10000000 cells|more than the maximum of 50000 characters/i),
  row('tooManyTriggers', 'person', /too many triggers/i),
  row('addressLong', 'person', /URLFetch URL Length|Limit Exceeded: URLFetch/i),
  row(
    'timeout',
    'again',
    /timed? ?out|Empty response|Exceeded maximum execution time|Превышен[аоы]? (время|максимально|лимит времени)|время ожидания|Пустой ответ|deadline/i,
    'maybe',
  ),
  row(
    'unavailable',
    'again',
    /server error|ошибка (на )?сервер|сервере \S{0,20} ?ошибка|внутренняя ошибка|Backend Error|Internal Error|internalError|currently unavailable|Service \S+ failed|Service (is |temporarily )?unavailable|Bad Gateway|временно недоступ|(служб|сервис)[аы]? («[^»]{1,40}» )?(временно )?недоступ|unable to open the file at this time|Unexpected error while getting|непредвиденная ошибка|Address unavailable|\b50[0234]\b/i,
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
