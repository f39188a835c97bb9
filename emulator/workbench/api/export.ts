/** `/spreadsheets/d/<id>/export?format=xlsx|csv|pdf&gid=<sheet>`: the spreadsheet's own addresses for downloads. */
import { type Context, Hono } from 'hono'
import type { SheetState, SpreadsheetState } from '../../world/types'
import type { Bench } from '../bench/bench'
import { csvOf } from '../export/csv'
import { printPage } from '../export/printPage'
import { type PrintOptions, printView } from '../export/printView'
import { xlsxOf } from '../export/xlsx'
import { refuse } from './problem'

const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export const exportRoutes = (bench: Bench): Hono => {
  const routes = new Hono()
  routes.get('/d/:id/export', (context) => {
    const spreadsheet = bench.world.state.spreadsheets[context.req.param('id')] ?? refuse('Такой таблицы нет.', 404)
    const gid = context.req.query('gid')
    const sheet = sheetOf(spreadsheet, gid)
    switch (context.req.query('format') ?? 'xlsx') {
      case 'xlsx':
        return xlsx(context, spreadsheet, gid === undefined ? spreadsheet.sheets.filter(({ hidden }) => !hidden) : [sheet])
      case 'csv':
        return file(context, csvOf(spreadsheet, sheet), {
          name: `${spreadsheet.title} - ${sheet.title}.csv`,
          type: 'text/csv; charset=utf-8',
        })
      case 'pdf':
        return context.html(printPage(spreadsheet.title, printView(spreadsheet, sheet, printOptions(context))))
      default:
        return refuse('Таблицу отдают как xlsx, csv или pdf.')
    }
  })
  return routes
}

const printOptions = (context: Context): PrintOptions => {
  const said = (name: string) => {
    const value = context.req.query(name)
    return value === undefined ? null : value === 'true'
  }
  return { portrait: said('portrait'), gridlines: said('gridlines') }
}

/** Without gid Google takes the first sheet. */
const sheetOf = ({ sheets }: SpreadsheetState, gid: string | undefined): SheetState =>
  (gid === undefined ? sheets[0] : sheets.find(({ sheetId }) => String(sheetId) === gid)) ?? refuse('Такого листа больше нет.', 404)

const xlsx = async (context: Context, spreadsheet: SpreadsheetState, sheets: readonly SheetState[]): Promise<Response> =>
  file(context, await xlsxOf(spreadsheet, sheets), { name: `${spreadsheet.title}.xlsx`, type: xlsxType })

const file = (context: Context, body: string | Uint8Array, { name, type }: { readonly name: string; readonly type: string }): Response =>
  context.body(typeof body === 'string' ? body : new Uint8Array(body), 200, {
    'Content-Type': type,
    'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
    'X-Content-Type-Options': 'nosniff',
  })
