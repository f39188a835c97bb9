/** How spreadsheets, sheets and ranges are made: the one place that knows all three. */
import { strict } from '../../run/strict'
import type { AppObjects } from './appContext'
import { AppRange } from './range'
import { AppSheet } from './sheet'
import { AppSpreadsheet } from './spreadsheet'

/** Members that a class here lacks fail by name, so the script may take each object for Google's whole one. */
export const appObjects: AppObjects = {
  range: (context, place, bounds) => whole(strict('Range', new AppRange(context, place, bounds))),
  sheet: (context, id, sheetId) => whole(strict('Sheet', new AppSheet(context, id, sheetId))),
  spreadsheet: (context, id) => whole(strict('Spreadsheet', new AppSpreadsheet(context, id))),
}

const whole = <T>(object: object): T => object as T
