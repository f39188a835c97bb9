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

function activeId(): string | null {
  const active = SpreadsheetApp.getActiveSpreadsheet() as GoogleAppsScript.Spreadsheet.Spreadsheet | null
  return active === null ? null : active.getId()
}
