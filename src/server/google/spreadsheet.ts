/** Which spreadsheet is the register: the one the script is bound to, or (web app, triggers) the id kept at set-up. */

import { asidesIn } from '../../domain/intake/aside'
import { type Access, accessIn } from '../../domain/office/access/access'
import type { KeptRights } from '../../domain/office/keptRights'
import type { LocalDateTime } from '../../domain/time/localTime'
import { type EditedRows, editedRowsName, type NotedRows, notedRowsIn } from './kept/editedRows'
import { type KeptRule, keptRuleIn } from './kept/requestRule'
import { type KeptVault, vaultIn } from './kept/vaultStore'
import { keptRightsIn } from './keptRights'
import { PlatformError, platformErrorOf, tried } from './platformError'

const property = 'spreadsheetId'

/** @throws PlatformError notInstalled */
export function registerId(): string {
  const active = activeId()
  if (active !== null) return active
  const stored = tried(() => properties().getProperty(property))
  if (stored === null) throw new PlatformError('notInstalled')
  return stored
}

export function rememberRegister(id: string): void {
  properties().setProperty(property, id)
}

const ownerProperty = 'installedBy'

/** The account that set the desk up: the triggers are its own, and nobody else sees them. */
export function rememberOwner(email: string): void {
  properties().setProperty(ownerProperty, email)
}

/** '' = set up by an older version. */
export function deskOwner(): string {
  return properties().getProperty(ownerProperty) ?? ''
}

const pagesProperty = 'pagesUrl'

export function rememberPages(address: string): void {
  properties().setProperty(pagesProperty, address)
}

const sealedProperty = 'sealed'

/** Whether this program has sealed the rows of that register: once, before anybody could know what a seal is, and never again. */
export function wasSealed(id: string): boolean {
  return tried(() => properties().getProperty(sealedProperty)) === id
}

export function rememberSealed(id: string): void {
  properties().setProperty(sealedProperty, id)
}

const secretProperties = ['intakeKey', 'pageKey'] as const

/** The secret that forms send along, and the one that signs links: made once, kept in the script's properties, never in a sheet or a log. */
export function ensureSecrets(): void {
  const kept = properties()
  for (const name of secretProperties) if (kept.getProperty(name) === null) kept.setProperty(name, Utilities.getUuid())
}

/** What was noted of hands, each time another text. */
export interface NotedEdits {
  /** The sheets are to be checked as a whole; '' = not noted. */
  readonly edited: string
  /** Rows of edits by hand since the sheets were last looked at. */
  readonly editedRows: NotedRows
}

export interface StoredProperties extends KeptRule, NotedEdits {
  readonly spreadsheetId: string
  /** The account whose triggers count; '' = set up by an older version. */
  readonly owner: string
  readonly intakeKey: string
  readonly pageKey: string
  /** null = none confirmed yet. */
  readonly rights: KeptRights | null
  /** Address of the web app as it was learnt; '' = nobody has opened it yet. */
  readonly pagesUrl: string
  /** Requests from outside were set aside. */
  readonly hasAsides: boolean
  /** The last tick that could not read the calendar; '' = none. */
  readonly ranAt: LocalDateTime | ''
  /** '' = amoCRM is not connected. */
  readonly amoToken: string
  /** Where people's data are kept beside the register; null = they are not. */
  readonly vault: KeptVault | null
  /** '' = VK's lead forms are not connected. */
  readonly vkToken: string
  /** Of signing in on phones. */
  readonly access: Access
}

/** Everything in one read, for requests from outside and the tick, which may have no open spreadsheet; '' = not set up. */
export function storedProperties(): StoredProperties {
  const all = tried(() => properties().getProperties())
  const { intakeKey = '', pageKey = '' } = all
  return {
    spreadsheetId: all[property] ?? '',
    owner: all[ownerProperty] ?? '',
    intakeKey,
    pageKey,
    pagesUrl: all[pagesProperty] ?? '',
    edited: all[editedProperty] ?? '',
    editedRows: notedRowsIn(all),
    rights: keptRightsIn(all),
    hasAsides: asidesIn(all).length > 0,
    ranAt: all[ranProperty] ?? '',
    amoToken: all[amoProperty] ?? '',
    vault: vaultIn(all),
    vkToken: all[vkProperty] ?? '',
    access: accessIn(all),
    ...keptRuleIn(all),
  }
}

const amoProperty = 'amoToken'

/** The key of the office's amoCRM: never in a sheet, a log or an answer. '' = it is given up. */
export function keepAmoToken(token: string): void {
  if (token === '') properties().deleteProperty(amoProperty)
  else properties().setProperty(amoProperty, token)
}

const vkProperty = 'vkToken'

/** The same of VK's community. */
export function keepVkToken(token: string): void {
  if (token === '') properties().deleteProperty(vkProperty)
  else properties().setProperty(vkProperty, token)
}

export function amoToken(): string {
  return properties().getProperty(amoProperty) ?? ''
}

const editedProperty = 'edited'

/** Something is not as it was meant, nobody knows where: the next tick checks the sheets as a whole. It stops nothing. */
export function noteHandEdit(): void {
  note(editedProperty, String(Date.now()))
}

/** Google queues at most two edit events and drops the rest: after any of them the next tick looks at open deals, and at these rows. */
export function noteEditedRows(rows: EditedRows): void {
  note(editedRowsName(rows), String(Date.now()))
}

function note(name: string, value: string): void {
  try {
    properties().setProperty(name, value)
  } catch (error) {
    console.error(`edited: ${platformErrorOf(error).message}`)
  }
}

/** After they were looked at: what was noted meanwhile stays. */
export function forgetEdits({ edited, editedRows }: NotedEdits): void {
  const all = properties().getProperties()
  for (const [name, seen] of Object.entries({ [editedProperty]: edited, ...editedRows })) {
    if (seen !== '' && all[name] === seen) properties().deleteProperty(name)
  }
}

const ranProperty = 'ranAt'

/** A tick without a calendar writes no heartbeat: «Проверка» then knows that the trigger is alive. */
export function noteRun(now: LocalDateTime): void {
  properties().setProperty(ranProperty, now)
}

export type SheetProperties = GoogleAppsScript.Sheets.Schema.SheetProperties

/** What there is, with ids and titles. */
export function sheetsOf(id: string): SheetProperties[] {
  try {
    const answer = tried(() => Sheets!.Spreadsheets!.get(id, { fields: 'sheets.properties' }))
    return (answer.sheets ?? []).map(({ properties }) => properties ?? {})
  } catch (error) {
    throw platformErrorOf(error)
  }
}

/** Addresses of those who may edit the spreadsheet, its owner too; null where Google does not tell. Who edits by a link is not among them. */
export function spreadsheetEditors(): readonly string[] | null {
  const active = SpreadsheetApp.getActiveSpreadsheet() as GoogleAppsScript.Spreadsheet.Spreadsheet | null
  try {
    return active?.getEditors().map((user) => user.getEmail()) ?? null
  } catch (error) {
    console.warn(`editors: ${platformErrorOf(error).code}`)
    return null
  }
}

/** The zone in which the spreadsheet shows times, and the locale by which it reads what is typed. */
export function spreadsheetManner(id: string): { readonly zone: string; readonly locale: string } {
  try {
    const { properties: told } = tried(() => Sheets!.Spreadsheets!.get(id, { fields: 'properties(locale,timeZone)' }))
    return { zone: told?.timeZone ?? '', locale: told?.locale ?? '' }
  } catch (error) {
    throw platformErrorOf(error)
  }
}

function properties(): GoogleAppsScript.Properties.Properties {
  return PropertiesService.getScriptProperties()
}

function activeId(): string | null {
  const active = SpreadsheetApp.getActiveSpreadsheet() as GoogleAppsScript.Spreadsheet.Spreadsheet | null
  return active === null ? null : active.getId()
}
