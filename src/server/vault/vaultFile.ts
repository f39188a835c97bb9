/** The spreadsheet that becomes the vault: made by the program, or one that the office has; its sheet, its heading, who is let in. */

import { laneNames } from '../../domain/register/vaultLanes'
import { platformErrorOf, tried } from '../google/platformError'
import { textCell } from '../google/register/cells'
import { batchGet } from '../google/register/values'
import { reached, vaultHeading, vaultSheetId, vaultTitle } from '../google/register/vault/vaultSheet'
import { sheetsOf } from '../google/spreadsheet'

type Request = GoogleAppsScript.Sheets.Schema.Request

/** As it is called in the account's Drive. */
const fileTitle = 'Консультации — персональные данные'

/** @returns its id */
export function makeVault(registerId: string): string {
  const made = tried(() => Sheets!.Spreadsheets!.create({ properties: { title: fileTitle, locale: 'ru_RU' } }), 'once')
  const id = made.spreadsheetId ?? ''
  prepareVault(id, registerId)
  return id
}

/** @returns false where it is another register's, or holds a sheet of that name of somebody else's */
export function prepareVault(id: string, registerId: string): boolean {
  const sheets = reached(() => sheetsOf(id))
  if (sheets.some(({ sheetId }) => sheetId === vaultSheetId)) return isOf(id, registerId)
  if (sheets.some(({ title }) => title === vaultTitle)) return false
  const requests: Request[] = [
    {
      addSheet: {
        properties: {
          sheetId: vaultSheetId,
          title: vaultTitle,
          index: 0,
          gridProperties: { rowCount: 2, columnCount: laneNames.length + 1, frozenRowCount: 1 },
        },
      },
    },
    {
      updateCells: {
        start: { sheetId: vaultSheetId, rowIndex: 0, columnIndex: 0 },
        rows: [{ values: vaultHeading(registerId).map(textCell) }],
        fields: 'userEnteredValue',
      },
    },
    { addProtectedRange: { protectedRange: { range: { sheetId: vaultSheetId }, warningOnly: true } } },
  ]
  reached(() => tried(() => Sheets!.Spreadsheets!.batchUpdate({ requests }, id)))
  return true
}

function isOf(id: string, registerId: string): boolean {
  const [heading = []] = reached(() => batchGet(id, [`'${vaultTitle}'!1:1`]))
  return heading[0]?.[0] === vaultHeading(registerId)[0]
}

/** Addresses of those who may edit it; null where Google does not tell. */
export function editorsOf(id: string): readonly string[] | null {
  try {
    return SpreadsheetApp.openById(id)
      .getEditors()
      .map((user) => user.getEmail())
  } catch (error) {
    console.warn(`vault editors: ${platformErrorOf(error).code}`)
    return null
  }
}

/** Of a spreadsheet's address, or its id alone; '' = it is neither. */
export function idInLink(link: string): string {
  return /\/spreadsheets\/d\/([\w-]{20,100})/.exec(link)?.[1] ?? (/^[\w-]{20,100}$/.test(link.trim()) ? link.trim() : '')
}
