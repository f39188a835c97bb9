/** Measures every deed by everybody on registers of equal contents: each deed begins from a copy of the same world. */
import { setPlatform } from '../../../emulator/world/platform/settings'
import type { ExecutionRecord, World } from '../../../emulator/world/types'
import { rpc, settle, user } from '../asking'
import type { BenchOffice } from '../office'
import type { Contender, Who } from './contenders'
import { type Deed, type DeedName, deedNames, deedsOf } from './deeds'
import { dealRows, format, otherCells } from './register'
import { secondsOf, type Use, useOf } from './use'

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
}

export function measureOn(desk: BenchOffice, contenders: readonly Contender[]): Size {
  setPlatform(desk.world.state, { openRanges: 'clipped' })
  settle(desk.world)
  const deeds = deedsOf(desk)
  format(
    desk.world,
    deeds.flatMap(({ changed }) => changed.ids),
  )
  const measured = deeds.flatMap((deed) => [byProduct(desk, deed), ...contenders.map((one) => byOther(desk, deed, one))])
  return { deals: desk.deals.length, measured }
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
  const after = who === 'floor' || deed.after === undefined ? [] : [deed.after]
  const run = (asked: Deed['asked']) => copy.invoke({ fn: asked.fn, args: [asked.args], entry: 'rpc', user })
  return judged(copy, deed, who, () => [run({ fn, args: deed.asked.args }), ...after.map(run)])
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
  const failed = runs.flatMap(({ error }) => (error === null ? [] : [error]))
  const brokenOff = failed[0]?.name === 'Killed'
  if (failed.length > 0 && !brokenOff) throw new Error(`${deed.name}, ${who}: ${failed[0]?.message}`)
  if (!brokenOff && !deed.isDone(world, record)) throw new Error(`${deed.name}, ${who}: the register does not show it`)
  return {
    ...{ deed: deed.name, who, calls: record.leavingCalls, cellsRead: record.cellsRead, cellsWritten: record.cellsWritten },
    ...{ modelledSeconds: secondsOf(record), cpuMs: record.cpuMs, brokenOff, use },
    otherCells: otherCells(before, dealRows(world, ids), heading),
  }
}

export const inOrder = ({ measured }: Size): Measured[] => deedNames.flatMap((name) => measured.filter(({ deed }) => deed === name))
