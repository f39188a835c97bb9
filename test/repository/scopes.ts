/** Which Google scope which call of the bundle needs (Google's reference of each service). */

const scope = (name: string): string => `https://www.googleapis.com/auth/${name}`

/** First row that fits a call wins; null = needs no scope. A call that no row fits is a question to settle, not a free one. */
const scopeRows: readonly (readonly [call: RegExp, scope: string | null])[] = [
  [/^SpreadsheetApp\.getUi$/, null],
  [/^SpreadsheetApp\.(getActive|openById)/, scope('spreadsheets')],
  [/^Sheets\.Spreadsheets\./, scope('spreadsheets')],
  [/^Calendar\.Events\./, scope('calendar.events')],
  // DriveApp would need the whole of Drive (docs/decisions/0013): it has no row.
  [/^Drive\.(Files\.(create|get|list|remove|update)|Permissions\.create)$/, scope('drive.file')],
  [/^MailApp\.(sendEmail|getRemainingDailyQuota)$/, scope('script.send_mail')],
  [/^ScriptApp\.(newTrigger|getProjectTriggers|deleteTrigger)$/, scope('script.scriptapp')],
  [/^ScriptApp\.(requireAllScopes|requireScopes|getAuthorizationInfo|AuthMode|getService|getScriptId)/, null],
  [/^Session\.get(Active|Effective)User$/, scope('userinfo.email')],
  [/^Session\.getScriptTimeZone$/, null],
  [/^UrlFetchApp\./, scope('script.external_request')],
  [/^(LockService|PropertiesService|CacheService|HtmlService|ContentService|Utilities|Logger)\./, null],
]

/** Methods of the Ui object that put a page before the person. */
const pageShown = /\.(showSidebar|showModalDialog|showModelessDialog)\(/

const services = [
  ...[
    'SpreadsheetApp',
    'Sheets',
    'Calendar',
    'CalendarApp',
    'MailApp',
    'GmailApp',
    'ScriptApp',
    'Session',
    'LockService',
    'PropertiesService',
  ],
  ...[
    'CacheService',
    'HtmlService',
    'ContentService',
    'Utilities',
    'UrlFetchApp',
    'DriveApp',
    'Drive',
    'DocumentApp',
    'FormApp',
    'Logger',
    'Gmail',
  ],
  ...['People', 'AdminDirectory', 'Tasks', 'Charts', 'XmlService', 'Jdbc', 'Maps', 'LanguageApp', 'ContactsApp', 'GroupsApp'],
]

/** 'Sheets.Spreadsheets.Values.batchGet', …: every service call of a bundle, once, sorted. */
export const serviceCalls = (code: string): string[] => {
  const chain = new RegExp(`(?<![\\w$.'"\`])(?:${services.join('|')})(?:\\.[A-Za-z]\\w*)+`, 'g')
  return [...new Set([...code.matchAll(chain)].map(([call]) => call))].sort()
}

/** Calls that the table does not know. */
export const unsettledCalls = (code: string): string[] => serviceCalls(code).filter((call) => !scopeRows.some(([row]) => row.test(call)))

/** Scopes that the calls need, sorted. */
export const neededScopes = (code: string): string[] => {
  const byCall = serviceCalls(code).map((call) => scopeRows.find(([row]) => row.test(call))?.[1] ?? null)
  const all = [...byCall, pageShown.test(code) ? scope('script.container.ui') : null]
  return [...new Set(all.filter((one) => one !== null))].sort()
}
