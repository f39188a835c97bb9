/** Which permissions a call needs, which an account has granted, and what Google says where one is missing. */
import { existsSync, readFileSync } from 'node:fs'
import { type Invocation, ServiceError, type WorldState } from '../types'
import { apiMethod, isAdvanced } from './apiMethods'

const scope = (name: string): string => `https://www.googleapis.com/auth/${name}`

/** Calls by their beginning, and the permissions of which one is enough. */
const needs: readonly (readonly [call: RegExp, scopes: readonly string[]])[] = [
  [/^Sheets\./, [scope('spreadsheets')]],
  [/^SpreadsheetApp\./, [scope('spreadsheets'), scope('spreadsheets.currentonly')]],
  [/^Calendar\./, [scope('calendar.events'), scope('calendar')]],
  [/^Drive\./, [scope('drive.file'), scope('drive')]],
  [/^MailApp\./, [scope('script.send_mail')]],
  [/^UrlFetchApp\./, [scope('script.external_request')]],
  [/^ScriptApp\.(newTrigger|getProjectTriggers|deleteTrigger)$/, [scope('script.scriptapp')]],
  [/^Ui\.show/, [scope('script.container.ui')]],
  [/^Session\.get(Active|Effective)User$/, [scope('userinfo.email')]],
]

const neededBy = (call: string): readonly string[] => needs.find(([calls]) => calls.test(call))?.[1] ?? []

/** Permissions in the manifest; null where the bundle has none, which stands for «whatever the code needs». */
export function manifestScopes(folder: string): readonly string[] | null {
  const path = `${folder}/appsscript.json`
  if (!existsSync(path)) return null
  const { oauthScopes } = JSON.parse(readFileSync(path, 'utf8')) as { oauthScopes?: string[] }
  return oauthScopes ?? null
}

/** An account that the world says nothing of has granted everything. */
export function hasGranted(state: WorldState, account: string, asked: string): boolean {
  return state.consents?.[account]?.includes(asked) ?? true
}

const limitedEntries: readonly Invocation['entry'][] = ['open', 'simpleEdit']

/** A simple trigger runs without anybody's permission: the open spreadsheet, menus, and who is there are all it has. */
const worksLimited = (call: string): boolean => /^(SpreadsheetApp|Session|Ui\.(?!show))/.test(call)

/** Throws Google's refusal of a call whose permission the account has not granted. */
export function requireConsent(state: WorldState, { entry }: Invocation, account: string, call: string): void {
  const scopes = neededBy(call)
  if (scopes.length === 0) return
  if (limitedEntries.includes(entry)) {
    if (!worksLimited(call)) throw notSufficient(call, scopes)
  } else if (!scopes.some((one) => hasGranted(state, account, one))) throw notSufficient(call, scopes)
}

/** Advanced services fail in the words of their API (assumed). */
function notSufficient(call: string, scopes: readonly string[]): ServiceError {
  if (!isAdvanced(call)) {
    return new ServiceError(`Specified permissions are not sufficient to call ${call}. Required permissions: ${scopes.join(' || ')}`)
  }
  const message = 'Request had insufficient authentication scopes.'
  const text = `API call to ${apiMethod(call)} failed with error: ${message}`
  return new ServiceError(text, { name: 'GoogleJsonResponseException', details: { code: 403, message } })
}

export const authorizationText = 'Authorization is required to perform that action.'

/** What a panel's call meets whose browser has another default account, one that may not run the script (observed, 2017–2026). */
export const wrongAccountTexts = [
  authorizationText,
  "We're sorry, a server error occurred while reading from storage. Error code PERMISSION_DENIED.",
  'You do not have permission to access the requested document.',
  'Action not allowed',
] as const

/** True for an account that has granted nothing: its runs do not begin. */
export const isStranger = (state: WorldState, account: string): boolean => state.consents?.[account]?.length === 0
