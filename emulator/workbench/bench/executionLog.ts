/** «Запуски» as the page lists them: the world's last ones, and those of people, which a long jump's ticks would push out. */
import type { Entry, ExecutionRecord, WorldState } from '../../world/types'
import type { ExecutionDetail, ExecutionLine } from '../wire'
import { clockView } from './officeTime'

const kept = 300

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

interface Entered {
  readonly line: ExecutionLine
  readonly detail: ExecutionDetail
}

export class ExecutionLog {
  private readonly entered = new Map<number, Entered>()

  /** `args` tell the method of a call from a page: the record itself keeps no arguments. */
  add(state: WorldState, record: ExecutionRecord, args: readonly unknown[] = []): void {
    this.entered.delete(record.id)
    this.entered.set(record.id, { line: lineOf(state, record, methodOf(args)), detail: detailOf(record) })
    const [oldest] = this.entered.keys()
    if (this.entered.size > kept && oldest !== undefined) this.entered.delete(oldest)
  }

  /** Newest first. */
  lines(state: WorldState): readonly ExecutionLine[] {
    const others = state.executions.filter((record) => !this.entered.has(record.id)).map((record) => lineOf(state, record, ''))
    return [...others, ...[...this.entered.values()].map(({ line }) => line)].sort((a, b) => b.id - a.id)
  }

  detail(state: WorldState, id: number): ExecutionDetail | undefined {
    const record = state.executions.find((one) => one.id === id)
    return this.entered.get(id)?.detail ?? (record && detailOf(record))
  }

  clear(): void {
    this.entered.clear()
  }
}

const methodOf = ([first]: readonly unknown[]): string =>
  typeof first === 'object' && first !== null && 'method' in first && typeof first.method === 'string' ? first.method : ''

const lineOf = (state: WorldState, record: ExecutionRecord, method: string): ExecutionLine => ({
  id: record.id,
  at: clockView(state.scriptTimeZone, Date.parse(record.startedAt)).text,
  entry: entryNames[record.entry],
  who: record.user,
  fn: record.fn,
  method,
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
