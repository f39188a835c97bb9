/** The table of Google's failures against every text that the emulated Google has, in both languages, and against texts that others have seen. */
import { texts } from '../../../emulator/world/limits'
import { wrongAccountTexts } from '../../../emulator/world/platform/consent'
import { executionTimeText, failureOf as googleFailure } from '../../../emulator/world/platform/faultTexts'
import type { FailureKind, Language } from '../../../emulator/world/state/stateParts'
import { failureOf, failures } from '../../../src/domain/platform/failures'
import { type FailureCode, platformText } from '../../../src/domain/text/platformText.ru'

/** One call of each service that the product uses. */
const calls = [
  'Sheets.Values.batchGet',
  'Sheets.batchUpdate',
  'Calendar.Events.list',
  'Calendar.Events.patch',
  'Drive.Files.create',
  'MailApp.sendEmail',
  'UrlFetchApp.fetch',
  'SpreadsheetApp.getId',
  'Properties.getAll',
  'Cache.get',
  'Lock.acquire',
  'ScriptApp.getProjectTriggers',
]
/** What a failure of each kind may be taken for. */
const meant: Readonly<Record<FailureKind, readonly FailureCode[]>> = {
  transient: ['unavailable'],
  timedOut: ['timeout', 'unavailable'],
  quotaDay: ['quotaDay', 'quotaMail', 'driveFull'],
  quotaMinute: ['quotaMinute'],
  permission: ['noConsent', 'noAccess', 'calendarReadOnly'],
  gone: ['registerGone', 'calendarMissing', 'fileGone', 'unavailable'],
}
const kinds = Object.keys(meant) as FailureKind[]
const languages: readonly Language[] = ['en', 'ru']

describe.each(calls)('%s', (call) => {
  test.each(kinds.flatMap((kind) => languages.map((language) => [kind, language] as const)))('%s (%s)', (kind, language) => {
    const { message } = googleFailure(call, kind, { documentId: '1abc', language })
    const code = failureOf(message)?.code ?? 'unknown'
    expect([message, ...meant[kind]]).toContain(code)
  })
})

test.each<[string, FailureCode]>([
  ...wrongAccountTexts.map((text): [string, FailureCode] => [text, 'otherAccount']),
  ...languages.map((language): [string, FailureCode] => [executionTimeText(language), 'timeout']),
  [texts.computerTime, 'quotaDay'],
  [texts.tooManyTriggers, 'tooManyTriggers'],
  [texts.propertyQuota, 'storeFull'],
  [texts.lockTimeout, 'lockBusy'],
  ['Limit Exceeded: URLFetch URL Length.', 'addressLong'],
  ['API call to calendar.events.patch failed with error: forbiddenForNonOrganizer', 'eventForeign'],
  ['Shared properties can only be changed by the organizer of the event.', 'eventForeign'],
  ['API call to calendar.events.list failed with error: quotaExceeded', 'quotaDay'],
  ['API call to calendar.events.list failed with error: rateLimitExceeded', 'quotaMinute'],
  ['You are trying to edit a protected cell or object.', 'noAccess'],
  ['API call to sheets.spreadsheets.batchUpdate failed with error: Internal error encountered.', 'unavailable'],
  ["Document 1aBcD is missing (perhaps it was deleted, or you don't have read access?)", 'registerGone'],
  ['Документ 1aBcD отсутствует (возможно, он удалён)', 'registerGone'],
  ['Service invoked too many times: spreadsheets.', 'quotaMinute'],
  ['Служба вызвана слишком много раз: таблицы.', 'quotaMinute'],
  ['Служба вызывалась слишком много раз за день: calendar.', 'quotaDay'],
  ['Превышен дневной лимит запросов', 'quotaDay'],
  ['API call to calendar.events.list failed with error: RESOURCE_EXHAUSTED', 'quotaMinute'],
  ['Request failed with status code 429. Too Many Requests', 'quotaMinute'],
  ['There are too many scripts running simultaneously for this Google user account.', 'quotaMinute'],
  ['There are too many LockService operations against the same script.', 'lockBusy'],
  [
    'You do not have permission to call CalendarApp.getCalendarById. Required permissions: (https://www.googleapis.com/auth/calendar)',
    'noConsent',
  ],
  ['Для выполнения этого действия необходима авторизация.', 'otherAccount'],
  ['У вас нет доступа к этому документу', 'noAccess'],
  ['Превышен лимит времени выполнения', 'timeout'],
  ['Время ожидания службы «Таблицы» при доступе к документу 1aBcD истекло.', 'timeout'],
  ['Пустой ответ', 'timeout'],
  ['На сервере произошла ошибка. Повторите попытку.', 'unavailable'],
  ['К сожалению, произошла ошибка на сервере.', 'unavailable'],
  ['<html><head><title>Error 502 (Server Error)!!1</title></head></html>', 'unavailable'],
  ['<h1>Bad Gateway</h1>', 'unavailable'],
  ['Sorry, unable to open the file at this time.', 'unavailable'],
  ['Unexpected error while getting the method or property getSheetByName on object SpreadsheetApp.Spreadsheet.', 'unavailable'],
  ['Сервис «Календарь» временно недоступен', 'unavailable'],
  ['This action would increase the number of cells in the workbook above the limit of 10000000 cells.', 'registerFull'],
])('as others have seen it: %s', (text, code) => {
  expect(failureOf(text)?.code).toBe(code)
})

test('what nobody knows is no row: it is told as unexpected, Google’s words beside it', () => {
  expect(failureOf('Cannot read properties of undefined')).toBeNull()
})

test.each(failures)(
  '$code: one row, a Russian sentence that says what to do, and no promise that the row does not keep',
  ({ code, helps, landed }) => {
    const sentence = platformText(code)
    expect(failures.filter((one) => one.code === code)).toHaveLength(1)
    expect(sentence.replace(/Google|Apps Script/g, '')).not.toMatch(/[A-Za-z]{3}/)
    if (helps === 'minute' || helps === 'again') expect(sentence).toMatch(/[Пп]овтор/)
    if (helps === 'tomorrow') expect(sentence).toMatch(/завтра/)
    if (landed === 'maybe') expect(sentence).not.toMatch(/Ничего не (записано|сделано)/)
  },
)
