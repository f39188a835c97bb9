/** A run that writes, broken at each of its calls in each way; then what finishes it, whole or broken likewise; what must hold after every run of it. */
import type { NamedFaultKind } from '../../../emulator/world/state/stateParts'
import type { ExecutionRecord, Invocation, World } from '../../../emulator/world/types'
import { sharedVersions } from '../../fixtures/deedRace'
import { Checker } from '../invariants/invariants'

/** How a call breaks: the run dies before or after it, nobody hears what came of it, it passes by itself, Google has had enough. */
export const ways = {
  before: 'kill',
  after: 'killAfter',
  unknown: 'timedOutAfter',
  transient: 'transient',
  quota: 'quotaMinute',
} as const satisfies Readonly<Record<string, NamedFaultKind>>
export type Way = keyof typeof ways

export interface Point {
  readonly at: number
  readonly call: string
  readonly way: Way
}

/** Every call that leaves the run × every way. */
export function pointsOf(world: World, invocation: Invocation): Point[] {
  const { calls } = world.fork().invoke(invocation)
  const leaving = calls.filter(({ leaves }) => leaves)
  return leaving.flatMap(({ n, name }) => (Object.keys(ways) as Way[]).map((way) => ({ at: n, call: name, way })))
}

const tick: Invocation = { fn: 'tick', entry: 'trigger', user: '' }
const ticksToRest = 2

/** The request comes a second time, then the trigger. */
const recovery = (invocation: Invocation): readonly Invocation[] => [invocation, tick]

/** A world in which runs break, and what the checks find after each of them. */
class Breaking {
  readonly wrong: string[] = []
  private readonly checker: Checker

  constructor(readonly world: World) {
    this.checker = new Checker(world, { requests: new Map() })
  }

  run(invocation: Invocation, point?: Point): ExecutionRecord {
    if (point !== undefined) this.world.faults.next('*', ways[point.way], { at: point.at, run: { fn: invocation.fn } })
    const record = this.world.invoke(invocation)
    this.world.faults.lift()
    this.checker.afterExecution(record)
    if (point === undefined && record.error !== null)
      this.wrong.push(`${invocation.fn} fails though nothing breaks: ${record.error.message}`)
    return record
  }

  /** The trigger comes until it finds nothing to do. */
  rest(): void {
    for (let left = ticksToRest; left > 0; left--) {
      this.world.state.now += 20 * 60_000
      this.run(tick)
    }
  }

  all(): string[] {
    const shared = sharedVersions(this.world).map((version) => `two requests made one version: ${version}`)
    return [...new Set([...this.wrong, ...this.checker.wrong, ...shared])]
  }
}

/** Broken once, then finished. */
export function crashed(world: World, invocation: Invocation, point: Point): string[] {
  const breaking = new Breaking(world.fork())
  breaking.run(invocation, point)
  for (const run of recovery(invocation)) breaking.run(run)
  breaking.rest()
  return breaking.all()
}

/** Broken, and the run that comes to finish it broken as well: `of` says which one of the recovery. */
export function* crashedAgain(world: World, invocation: Invocation, point: Point): Generator<{ readonly name: string; wrong(): string[] }> {
  const broken = new Breaking(world.fork())
  broken.run(invocation, point)
  for (const [of, run] of recovery(invocation).entries()) {
    for (const second of pointsOf(broken.world, run)) {
      const wrong = (): string[] => {
        const breaking = new Breaking(broken.world.fork())
        breaking.run(run, second)
        for (const next of recovery(invocation).slice(of)) breaking.run(next)
        breaking.rest()
        return breaking.all()
      }
      yield { name: `${run.fn} ${second.at} ${second.call} ${second.way}`, wrong }
    }
  }
}
