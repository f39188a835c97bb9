/** Routes of «Запуски»: what ran, newest first, and the call list of one run. */
import { Hono } from 'hono'
import type { Entry, ExecutionRecord } from '../../types'
import type { Bench } from '../bench'
import { clockView } from '../officeTime'
import type { ExecutionDetail, ExecutionLine } from '../wire'
import { refuse } from './problem'

const entryNames: Readonly<Record<Entry, string>> = {
  open: 'открытие',
  menu: 'меню',
  rpc: 'страница',
  trigger: 'триггер',
  edit: 'правка',
  simpleEdit: 'правка (простая)',
  webGet: 'веб, GET',
  webPost: 'веб, POST',
}

export const executionRoutes = (bench: Bench): Hono =>
  new Hono()
    .get('/', (context) => context.json(bench.world.state.executions.map((record) => lineOf(bench, record)).reverse()))
    .get('/:id', (context) => {
      const id = Number(context.req.param('id'))
      const record = bench.world.state.executions.find((one) => one.id === id) ?? refuse('Этот запуск уже забыт.', 404)
      return context.json(detailOf(record))
    })

const lineOf = (bench: Bench, record: ExecutionRecord): ExecutionLine => ({
  id: record.id,
  at: clockView(bench.world.state.scriptTimeZone, Date.parse(record.startedAt)).text,
  entry: entryNames[record.entry],
  who: record.user,
  fn: record.fn,
  method: bench.methods.get(record.id) ?? '',
  leavingCalls: record.leavingCalls,
  modelledSeconds: record.modelledSeconds,
  error: record.error?.message ?? '',
})

const detailOf = (record: ExecutionRecord): ExecutionDetail => ({
  calls: record.calls.map((call) => ({
    n: call.n,
    name: call.name,
    leaves: call.leaves,
    ms: Math.round(call.modelledMs),
    cells: cellsText(call.cellsRead, call.cellsWritten),
    error: call.error ?? '',
  })),
  logs: record.logs,
  stack: record.error?.stack ?? '',
  cpuMs: Math.round(record.cpuMs),
})

const cellsText = (read: number, written: number): string =>
  [read > 0 ? `прочитано ${read}` : '', written > 0 ? `записано ${written}` : ''].filter((part) => part !== '').join(', ')
