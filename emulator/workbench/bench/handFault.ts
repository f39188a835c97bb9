/** The break that is put by hand: it waits in the world for the run that it is meant for, and nothing else uses it up. */
import type { FaultedRun, NamedFault } from '../../world/state/stateParts'
import type { ExecutionRecord, World } from '../../world/types'
import type { FaultView } from '../wire'

const runs: Readonly<Record<FaultView['aim'], FaultedRun>> = {
  person: { entries: ['rpc', 'menu', 'webGet', 'webPost'] },
  edit: { entries: ['edit', 'simpleEdit'] },
  tick: { entries: ['trigger'], event: 'day-of-month' },
}

export const isHandKind = (kind: string): kind is FaultView['kind'] =>
  ['kill', 'transient', 'timedOutAfter', 'quotaMinute', 'quotaDay', 'permission', 'gone'].includes(kind)

/** «deal/book» is a method of a page, «doPost» a function, «Calendar.Events.patch» a call of a service. */
const aimOf = (what: string): Pick<NamedFault, 'on' | 'run'> => {
  if (what.includes('/')) return { on: '*', run: { method: what } }
  return /^[a-z_]\w*$/.test(what) ? { on: '*', run: { fn: what } } : { on: what || '*' }
}

const faultOf = ({ kind, at, aim, what }: FaultView): NamedFault => {
  const { on, run } = aimOf(what)
  return { on, kind, times: 1, run: { ...runs[aim], ...run }, ...(at > 0 && { at }) }
}

/** Keeps the one break of the bench beside the world's other faults. */
export class HandFault {
  private shown: FaultView | null = null
  private laid: NamedFault | null = null
  private isSparing = false

  /** null once it has struck. */
  view(world: World): FaultView | null {
    return this.laid && (this.isSparing || world.state.faults?.includes(this.laid)) ? this.shown : null
  }

  put(world: World, wanted: FaultView | null): void {
    world.state.faults = (world.state.faults ?? []).filter((fault) => fault !== this.laid)
    this.shown = wanted
    this.laid = wanted && faultOf(wanted)
    if (this.laid) world.state.faults.push(this.laid)
  }

  /** What the struck run was told, once; null = the break still waits, or there is none. */
  struckIn(world: World, records: readonly ExecutionRecord[]): string | null {
    if (this.laid === null || this.view(world) !== null) return null
    const found = records.find(({ error, calls }) => error !== null || calls.some((call) => call.error !== undefined))
    if (found === undefined) return null
    this.put(world, null)
    const call = found.calls.find(({ error }) => error !== undefined)
    return call === undefined ? `${found.fn}: ${found.error?.message ?? ''}` : `${found.fn}, ${call.name}: ${call.error ?? ''}`
  }

  /** Runs that nobody meant: signing in, drawing the sidebar anew, what a page looks at by itself. The page is shown the break meanwhile. */
  spared<T>(world: World, work: () => T): T {
    const { laid } = this
    if (laid === null || this.view(world) === null) return work()
    world.state.faults = (world.state.faults ?? []).filter((fault) => fault !== laid)
    this.isSparing = true
    try {
      return work()
    } finally {
      this.isSparing = false
      world.state.faults.push(laid)
    }
  }
}
