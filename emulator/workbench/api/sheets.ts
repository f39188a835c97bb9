/** Routes of the grid: a window of a sheet, and what a person does in it by hand. */
import { type Context, Hono } from 'hono'
import type { SheetState, SpreadsheetHand } from '../../world/types'
import type { Bench } from '../bench/bench'
import { sheetView } from '../view/sheetView'
import { bodyOf, ordinalOf, refuse, textOf } from './problem'

type Body = Readonly<Record<string, unknown>>
type Input<K extends keyof SpreadsheetHand> = Omit<Parameters<SpreadsheetHand[K]>[0], 'sheet' | 'user'>

const windowRows = 2000

export const sheetRoutes = (bench: Bench): Hono => {
  const routes = new Hono()
  routes.get('/:id', (context) => context.json(sheetView(spreadsheetOf(bench), sheetOf(bench, context), windowOf(context))))
  const byHand = <K extends keyof SpreadsheetHand>(path: string, verb: K, read: (body: Body) => Input<K>): void => {
    routes.post(`/:id/${path}`, async (context) => {
      const input = { ...read(await bodyOf(context)), sheet: sheetOf(bench, context).title, user: bench.memory.user }
      const act = bench.world.hand[verb] as (given: typeof input) => ReturnType<SpreadsheetHand[K]>
      bench.absorb(act.call(bench.world.hand, input))
      return context.json({ ok: true })
    })
  }
  byHand('cell', 'type', (body) => ({ ...cellOf(body), value: textOf(body, 'value') }))
  byHand('paste', 'paste', (body) => ({ ...cellOf(body), values: blockOf(body['values']) }))
  byHand('sort', 'sort', (body) => ({ column: ordinalOf(body, 'column'), ascending: body['ascending'] !== false }))
  byHand('insertRows', 'insertRows', (body) => ({ before: ordinalOf(body, 'before'), count: ordinalOf(body, 'count') }))
  byHand('deleteRows', 'deleteRows', (body) => ({ from: ordinalOf(body, 'from'), count: ordinalOf(body, 'count') }))
  byHand('moveColumn', 'moveColumn', (body) => ({ from: ordinalOf(body, 'from'), to: ordinalOf(body, 'to') }))
  byHand('insertColumns', 'insertColumns', (body) => ({ before: ordinalOf(body, 'before'), count: ordinalOf(body, 'count') }))
  byHand('deleteColumns', 'deleteColumns', (body) => ({ from: ordinalOf(body, 'from'), count: ordinalOf(body, 'count') }))
  byHand('rename', 'renameSheet', (body) => ({ title: textOf(body, 'title') }))
  byHand('delete', 'deleteSheet', () => ({}))
  return routes
}

const spreadsheetOf = (bench: Bench) => {
  const { spreadsheets, boundSpreadsheetId } = bench.world.state
  return spreadsheets[boundSpreadsheetId] ?? refuse('Таблицы нет.', 404)
}

const sheetOf = (bench: Bench, context: Context): SheetState => {
  const id = Number(context.req.param('id'))
  return spreadsheetOf(bench).sheets.find((sheet) => sheet.sheetId === id) ?? refuse('Такого листа больше нет.', 404)
}

const windowOf = (context: Context): { from: number; limit: number } => ({
  from: Math.max(1, Number(context.req.query('from')) || 1),
  limit: Math.max(1, Number(context.req.query('limit')) || windowRows),
})

const cellOf = (body: Body): { row: number; column: number } => ({ row: ordinalOf(body, 'row'), column: ordinalOf(body, 'column') })

const blockOf = (values: unknown): string[][] => {
  if (!Array.isArray(values) || values.length === 0 || !values.every(Array.isArray)) return refuse('Нечего вставлять.')
  return values.map((row: unknown[]) => row.map(String))
}
