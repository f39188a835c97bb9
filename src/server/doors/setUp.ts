/** Set-up from the menu: the sheets by numbered migrations, settings, and the one time trigger; safe to run again. */

import { isRussian } from '../../domain/office/selfCheck.ru'
import { platformText } from '../../domain/text/platformText.ru'
import { setUpTexts } from '../../domain/text/text.ru'
import { commitService } from '../desk/commit'
import { type Loaded, loadDesk } from '../desk/load'
import { ensureDeskKey } from '../google/kept/accessStore'
import { platformErrorOf, tried } from '../google/platformError'
import { deskOwner, ensureSecrets, rememberOwner, rememberRegister, spreadsheetManner, storedProperties } from '../google/spreadsheet'
import { isTraining } from '../google/training'
import { repairTriggers } from '../google/triggers'
import { addMissingSheets } from '../jobs/upgrade'
import { isPerson } from './trusted'

/** Not for pages: whoever opens one for people outside has no name here. */
export function installDesk(): void {
  if (!isPerson()) throw new Error('Запустите «Установить и проверить» из меню таблицы.')
  ScriptApp.requireAllScopes(ScriptApp.AuthMode.FULL)
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet()
  const id = spreadsheet.getId()
  spreadsheet.toast(staysCopy(id) ? platformText('training') : installed(spreadsheet, id), title, -1)
}

/** What is said at the end. */
function installed(spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet, id: string): string {
  rememberRegister(id)
  ensureSecrets()
  ensureDeskKey(storedProperties().access)
  const added = addMissingSheets(id)
  speakRussian(id)
  claim(id)
  ownTriggers(spreadsheet)
  return added === 0 ? 'Листы и триггер на месте.' : `Добавлено листов: ${added}. Проверьте лист «Настройки».`
}

/** What people type is read day.month.year, whoever made the spreadsheet; cells that stand already are not read anew. */
function speakRussian(id: string): void {
  if (isRussian(spreadsheetManner(id).locale)) return
  const request = { updateSpreadsheetProperties: { properties: { locale: 'ru_RU' }, fields: 'locale' } }
  tried(() => Sheets!.Spreadsheets!.batchUpdate({ requests: [request] }, id))
}

const title = 'Консультации'

/** A copy becomes an office of its own where somebody has given it another calendar than the original's. */
function staysCopy(id: string): boolean {
  const loaded = standingDesk(id)
  if (loaded === null || !isTraining()) return false
  const { settings } = loaded.desk.office
  return settings.calendarId === '' || settings.calendarId === loaded.desk.service.syncCalendar
}

/** From now on this file is the register. */
function claim(spreadsheetId: string): void {
  const loaded = loadDesk({ spreadsheetId, email: '', entry: 'триггер' })
  const { ownId } = loaded.desk.service
  if (ownId === spreadsheetId) return
  // The original's vault stays the original's: what a copy holds marks of is not there.
  commitService(loaded, { ownId: spreadsheetId, ...(ownId === '' ? {} : { vault: '' }) })
}

/** null = there is no register yet, or one that set-up has to mend first. */
function standingDesk(spreadsheetId: string): Loaded | null {
  try {
    return loadDesk({ spreadsheetId, email: '', entry: 'меню' })
  } catch (error) {
    const { code } = platformErrorOf(error)
    if (code !== 'sheetMissing' && code !== 'headingMissing' && code !== 'notInstalled') throw error
    return null
  }
}

/** One account has the triggers; another one is told whose they are, and takes over on purpose. */
function ownTriggers(spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet): void {
  const me = Session.getEffectiveUser().getEmail()
  const owner = deskOwner()
  if (owner !== '' && owner !== me && !takesOver(owner)) return
  rememberOwner(me)
  repairTriggers(spreadsheet)
}

function takesOver(owner: string): boolean {
  const ui = SpreadsheetApp.getUi()
  return ui.alert(title, setUpTexts.takeOver(owner), ui.ButtonSet.YES_NO) === ui.Button.YES
}
