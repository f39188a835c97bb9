/** Set-up from the menu: the sheets by numbered migrations, settings, and the one time trigger; safe to run again. */

import { type Table, tables } from '../../domain/register/tables'
import { schemaVersion } from '../desk/load'
import { platformErrorOf } from '../google/platformError'
import { initialRequests } from '../google/register/newSheets'
import { ensureSecrets, rememberOwner, rememberRegister, type SheetProperties, sheetsOf } from '../google/spreadsheet'
import { repairTriggers } from '../google/triggers'
import { upgradeRegister } from '../jobs/upgrade'
import { isPerson } from './trusted'

/** Not for pages: whoever opens one for people outside has no name here. */
export function installDesk(): void {
  if (!isPerson()) throw new Error('Запустите «Установить и проверить» из меню таблицы.')
  ScriptApp.requireAllScopes(ScriptApp.AuthMode.FULL)
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet()
  const id = spreadsheet.getId()
  rememberRegister(id)
  rememberOwner(Session.getEffectiveUser().getEmail())
  ensureSecrets()
  const added = addMissingSheets(id)
  repairTriggers(spreadsheet)
  spreadsheet.toast(added === 0 ? 'Листы и триггер на месте.' : `Добавлено листов: ${added}. Проверьте лист «Настройки».`, 'Консультации')
}

/** @returns how many sheets were made */
function addMissingSheets(id: string): number {
  const existing = sheetsOf(id)
  const all: Table[] = Object.values(tables)
  const missing = all.filter(({ sheetId }) => !existing.some((sheet) => sheet.sheetId === sheetId))
  refuseForeign(missing, existing)
  if (missing.length > 0) makeSheets(id, missing, existing)
  upgradeRegister(id, existing)
  return missing.length
}

/** A person's own sheet has a title of ours. */
export function refuseForeign(missing: readonly Table[], existing: readonly SheetProperties[]): void {
  const foreign = missing.find(({ title }) => existing.some((sheet) => sheet.title === title))
  if (foreign === undefined) return
  throw new Error(
    `В таблице уже есть лист «${foreign.title}», созданный не программой. Переименуйте его и запустите «Установить и проверить» ещё раз.`,
  )
}

/** Before the version is raised: a run that dies in between leaves an older register, not an incomplete new one. */
function makeSheets(id: string, missing: readonly Table[], existing: readonly SheetProperties[]): void {
  const calendarId = PropertiesService.getScriptProperties().getProperty('calendarId') ?? ''
  const requests = initialRequests(missing, existing, { calendarId, schemaVersion })
  try {
    Sheets!.Spreadsheets!.batchUpdate({ requests }, id)
  } catch (error) {
    throw platformErrorOf(error)
  }
}
