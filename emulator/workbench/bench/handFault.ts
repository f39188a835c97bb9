/** The break that is put by hand: it waits in the world for the run that it is meant for, and nothing else uses it up. */
import type { NamedFault } from '../../world/state/stateParts'
import type { World } from '../../world/types'
import type { FaultView } from '../wire'

const personEntries = ['rpc', 'menu', 'webGet', 'webPost', 'edit', 'simpleEdit'] as const

export const isHandKind = (kind: string): kind is FaultView['kind'] =>
  ['kill', 'transient', 'timedOutAfter', 'quotaMinute', 'quotaDay', 'permission', 'gone'].includes(kind)

/** «deal/book» is a method of a page, «Calendar.Events.patch» a call of a service. */
const faultOf = ({ kind, at, aim, what }: FaultView): NamedFault => {
  const isMethod = what.includes('/')
  const entries = aim === 'tick' ? (['trigger'] as const) : personEntries
  return {
    on: what === '' || isMethod ? '*' : what,
    kind,
    times: 1,
    run: { entries, ...(isMethod && { method: what }) },
    ...(at > 0 && { at }),
  }
}

/** Keeps the one break of the bench beside the world's other faults. */
export class HandFault {
  private shown: FaultView | null = null
  private laid: NamedFault | null = null

  /** null once it has struck. */
  view(world: World): FaultView | null {
    return this.laid && world.state.faults?.includes(this.laid) ? this.shown : null
  }

  put(world: World, wanted: FaultView | null): void {
    world.state.faults = (world.state.faults ?? []).filter((fault) => fault !== this.laid)
    this.shown = wanted
    this.laid = wanted && faultOf(wanted)
    if (this.laid) world.state.faults.push(this.laid)
  }

  /** Runs that nobody meant: signing in, drawing the sidebar anew. */
  spared<T>(world: World, work: () => T): T {
    const standing = this.view(world)
    this.put(world, null)
    try {
      return work()
    } finally {
      this.put(world, standing)
    }
  }
}
