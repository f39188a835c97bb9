/** Which spreadsheet is the register: the one the script is bound to, or (web app, triggers) the id kept at set-up. */

import { PlatformError } from './platformError'

const property = 'spreadsheetId'

/** @throws PlatformError notInstalled */
export function registerId(): string {
  const active = activeId()
  if (active !== null) return active
  const stored = PropertiesService.getScriptProperties().getProperty(property)
  if (stored === null) throw new PlatformError('notInstalled')
  return stored
}

export function rememberRegister(id: string): void {
  PropertiesService.getScriptProperties().setProperty(property, id)
}

const intakeKeyProperty = 'intakeKey'

/** The secret that forms send along: made once, kept in the script's properties, never shown in a sheet or a log. */
export function ensureIntakeKey(): void {
  const properties = PropertiesService.getScriptProperties()
  if (properties.getProperty(intakeKeyProperty) === null) properties.setProperty(intakeKeyProperty, Utilities.getUuid())
}

/** Register and secret in one read, for requests from outside, which have no open spreadsheet; '' = not set up. */
export function storedProperties(): { readonly spreadsheetId: string; readonly intakeKey: string } {
  const all = PropertiesService.getScriptProperties().getProperties()
  return { spreadsheetId: all[property] ?? '', intakeKey: all[intakeKeyProperty] ?? '' }
}

function activeId(): string | null {
  const active = SpreadsheetApp.getActiveSpreadsheet() as GoogleAppsScript.Spreadsheet.Spreadsheet | null
  return active === null ? null : active.getId()
}
