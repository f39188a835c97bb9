/** Measures every deed by everybody on registers of equal contents: each deed begins from a copy of the same world. */
import { setPlatform } from '../../../emulator/world/platform/settings'
import type { ExecutionRecord, World } from '../../../emulator/world/types'
import { rpc, tick, user } from '../asking'
import type { BenchOffice } from '../office'
import type { Contender, Who } from './contenders'
import { type Deed, type DeedName, deedNames, deedsOf } from './deeds'
import { dealRows, format, otherCells } from './register'

/** What a deed takes of the day; `propertyCalls` counts reads and writes. */
export interface Use {
  readonly seconds: number
  readonly propertyCalls: number
  readonly mailRecipients: number
  readonly eventsCreated: number
  readonly urlFetch: number
}

export interface Measured {
  readonly deed: DeedName
  readonly who: Who
  readonly calls: number
  readonly cellsRead: number
  readonly cellsWritten: number
  /** Without the page's own round trip, which is everybody's. */
  readonly modelledSeconds: number
  readonly cpuMs: number
  /** Of the rows that were changed: cells that hold something else now, though nobody asked for it. */
  readonly otherCells: number
  /** Google's six minutes were over. */
  readonly brokenOff: boolean
  /** What follows at once included: the product's letters. */
  readonly use: Use
}

export interface Size {
  readonly deals: number
  readonly measured: readonly Measured[]
  /** A tick with nothing due, which the product alone has. */
  readonly tick: Use
}

const quotaNames = ['mailRecipients', 'eventsCreated', 'urlFetch'] as const
const secondsOf = ({ calls }: ExecutionRecord): number => calls.reduce((sum, { modelledMs }) => sum + modelledMs, 0) / 1000

export function measureOn(desk: BenchOffice, contenders: readonly Contender[]): Size {
  setPlatform(desk.world.state, { openRanges: 'clipped' })
  // The first ticks take in the whole calendar and whatever the generated register says otherwise.
  tick(desk.world)
  tick(desk.world)
  const deeds = deedsOf(desk)
  format(
    desk.world,
    deeds.flatMap(({ changed }) => changed.ids),
  )
  const measured = deeds.flatMap((deed) => [byProduct(desk, deed), ...contenders.map((one) => byOther(desk, deed, one))])
  const idle = desk.world.fork()
  return { deals: desk.deals.length, measured, tick: useOf(idle, () => [tick(idle)]) }
}

function byProduct({ world, deals }: BenchOffice, deed: Deed): Measured {
  const copy = world.fork()
  return judged(copy, deed, 'product', () => {
    const record = deed.product({ world: copy, deals })
    return [record, rpc(copy, 'outbox/send', {}).record]
  })
}

function byOther({ world }: BenchOffice, deed: Deed, { who, code }: Contender): Measured {
  const copy = world.fork()
  copy.push(code)
  const fn = who === 'floor' ? (deed.ownFn ?? deed.asked.fn) : deed.asked.fn
  return judged(copy, deed, who, () => [copy.invoke({ fn, args: [deed.asked.args], entry: 'rpc', user })])
}

/** The first of the executions is the deed. Throws where it failed, or says that it is done and the register does not show it. */
function judged(world: World, deed: Deed, who: Who, run: () => readonly [ExecutionRecord, ...ExecutionRecord[]]): Measured {
  const { ids, heading } = deed.changed
  const before = dealRows(world, ids)
  const runs: ExecutionRecord[] = []
  const use = useOf(world, () => {
    runs.push(...run())
    return runs
  })
  const [record] = runs as [ExecutionRecord]
  const brokenOff = record.error?.name === 'Killed'
  if (record.error !== null && !brokenOff) throw new Error(`${deed.name}, ${who}: ${record.error.message}`)
  if (!brokenOff && !deed.isDone(world, record)) throw new Error(`${deed.name}, ${who}: the register does not show it`)
  return {
    ...{ deed: deed.name, who, calls: record.leavingCalls, cellsRead: record.cellsRead, cellsWritten: record.cellsWritten },
    ...{ modelledSeconds: secondsOf(record), cpuMs: record.cpuMs, brokenOff, use },
    otherCells: otherCells(before, dealRows(world, ids), heading),
  }
}

function useOf({ state }: World, run: () => readonly ExecutionRecord[]): Use {
  const used = (name: (typeof quotaNames)[number]): number =>
    Object.values(state.quotas.accounts ?? {}).reduce((sum, account) => sum + (account[name]?.used ?? 0), 0)
  const before = quotaNames.map(used)
  const records = run()
  const [mailRecipients = 0, eventsCreated = 0, urlFetch = 0] = quotaNames.map((name, index) => used(name) - (before[index] ?? 0))
  const calls = records.flatMap((record) => record.calls)
  const propertyCalls = calls.filter(({ name }) => name.startsWith('Properties.')).length
  return { seconds: records.reduce((sum, one) => sum + secondsOf(one), 0), propertyCalls, mailRecipients, eventsCreated, urlFetch }
}

export const inOrder = ({ measured }: Size): Measured[] => deedNames.flatMap((name) => measured.filter(({ deed }) => deed === name))
