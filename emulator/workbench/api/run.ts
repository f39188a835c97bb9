/** Routes of the script's own pages: google.script.run, menu items, frames and their closing. */
import { Hono } from 'hono'
import type { ExecutionRecord } from '../../world/types'
import type { Bench } from '../bench/bench'
import { withoutFrame } from '../bench/screen'
import { withShim } from '../frames'
import type { RunAnswer } from '../wire'
import { bodyOf, ordinalOf, refuse, textOf } from './problem'

export const runRoutes = (bench: Bench): Hono =>
  new Hono()
    .post('/run', async (context) => {
      const body = await bodyOf(context)
      const fn = textOf(body, 'fn')
      const frame = bench.frames.get(ordinalOf(body, 'frame')) ?? refuse('Эта страница устарела: откройте её заново.', 404)
      const args = Array.isArray(body['args']) ? (body['args'] as unknown[]) : []
      takeSelection(bench, body['selection'])
      const call = () => bench.run({ fn: callable(fn), args, entry: 'rpc', user: frame.user })
      return context.json(runAnswer(body['alone'] === true ? bench.handFault.spared(bench.world, call) : call()))
    })
    .post('/menu', async (context) => {
      const body = await bodyOf(context)
      const fn = textOf(body, 'fn')
      takeSelection(bench, body['selection'])
      if (!bench.screen.menus.some((menu) => menu.items.some((item) => item.fn === fn))) refuse('Такого пункта меню нет.', 404)
      return context.json(runAnswer(bench.run({ fn, entry: 'menu' })))
    })
    .post('/close', async (context) => {
      bench.screen = withoutFrame(bench.screen, ordinalOf(await bodyOf(context), 'frame'))
      bench.touch()
      return context.json({ ok: true })
    })

/** /frame/<n>: the HTML that the script gave, with the bridge in front. */
export const frameRoutes = (bench: Bench): Hono =>
  new Hono().get('/:number', (context) => {
    const frame = bench.frames.get(Number(context.req.param('number')))
    return frame ? context.html(withShim(frame)) : context.html('<!doctype html><p>Эта страница устарела: откройте её заново.</p>', 404)
  })

// A name that ends in _ is private to the script, as on Google.
const callable = (fn: string): string => (fn.endsWith('_') ? refuse(`Функция ${fn} закрыта для страниц.`, 404) : fn)

/** Where the person stands in the grid comes with every call; without it the last known place stays. */
const takeSelection = (bench: Bench, given: unknown): void => {
  if (typeof given !== 'object' || given === null) return
  const selection = given as Readonly<Record<string, unknown>>
  bench.selection = { sheet: textOf(selection, 'sheet'), row: ordinalOf(selection, 'row'), column: ordinalOf(selection, 'column') }
}

const runAnswer = (record: ExecutionRecord): RunAnswer =>
  record.error ? { ok: false, message: record.error.message } : { ok: true, value: record.value ?? null }
