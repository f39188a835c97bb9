/** A run that writes, broken at each of its calls in each way; then what finishes it, whole or broken likewise; what must hold after every run of it, and at rest. */
import type { Invocation, World } from '../../../emulator/world/types'
import { type Lane, tick } from '../races/lane'
import { changedBy } from '../races/standing'
import { Breaking, type Point, type Way, ways } from './breaking'

/** Every call that leaves the run × every way. */
export function pointsOf(world: World, invocation: Invocation): Point[] {
  const { calls } = world.fork().invoke(invocation)
  const leaving = calls.filter(({ leaves }) => leaves)
  return leaving.flatMap(({ n, name }, index) =>
    (Object.keys(ways) as Way[]).map((way) => ({ at: n, call: name, way, last: leaving[index - 1]?.n ?? null })),
  )
}

const dayMs = 24 * 3_600_000
const betweenTicksMs = 20 * 60_000
const mostTicks = 8
/** What a tick notes of itself and of what it has looked at, and a partner of having been asked. */
const ownNotes = /Служебное$|^(properties|partners)$/

export interface Crashed {
  readonly wrong: readonly string[]
  /** All stood as after a point before: nothing was lived again. */
  readonly isEqual: boolean
}

/** What comes after a run of the lane has broken. What it comes to hangs on how the world stands alone: from there it is lived once. */
export class Afterwards {
  private readonly run: Invocation
  private readonly found = new Map<string, readonly string[]>()
  /** By call, what came of the run's death after it. */
  private readonly deaths = new Map<number, Crashed>()

  constructor(private readonly lane: Lane) {
    this.run = lane.invocation(false)
  }

  points(): Point[] {
    return pointsOf(this.lane.world, this.run)
  }

  /** Broken once, then finished. Dead before a call is dead after the one before it: nothing leaves a run but by its calls. */
  crashed(point: Point): Crashed {
    if (point.way === 'before' && point.last !== null) return { ...this.dead(point.last), isEqual: true }
    return point.way === 'after' ? this.dead(point.at) : this.lived(point)
  }

  private dead(at: number): Crashed {
    const known = this.deaths.get(at) ?? this.lived({ at, way: 'after' })
    this.deaths.set(at, known)
    return known
  }

  private lived(point: Pick<Point, 'at' | 'way'>): Crashed {
    return this.finished(this.broken(point), (breaking) => this.again(breaking))
  }

  private finished(breaking: Breaking, finish: (breaking: Breaking) => void): Crashed {
    const known = this.found.size
    finish(breaking)
    return { wrong: breaking.all(), isEqual: this.found.size === known }
  }

  /** Broken, and the run that comes to finish it broken as well. */
  *crashedAgain(point: Point): Generator<{ readonly name: string; crashed(): Crashed }> {
    const broken = this.broken(point)
    broken.waits(1)
    for (const run of this.recovery())
      for (const second of pointsOf(broken.world, run)) {
        const crashed = (): Crashed => {
          const breaking = broken.fork()
          breaking.run(run, second)
          return this.finished(breaking, run === tick ? () => this.ticks(breaking) : () => this.again(breaking))
        }
        yield { name: `${run.fn} ${second.at} ${second.call} ${second.way}`, crashed }
      }
  }

  private broken(point: Pick<Point, 'at' | 'way'>): Breaking {
    const breaking = new Breaking(this.lane.world.fork(), this.lane)
    breaking.run(this.run, point)
    return breaking
  }

  /** The request comes a second time, and the trigger; nobody sends a hand's edit again. */
  private recovery(): readonly Invocation[] {
    return this.lane.isOfHand === true ? [tick] : [this.run, tick]
  }

  private again(breaking: Breaking): void {
    breaking.waits(this.lane.isOfHand === true ? dayMs : 1)
    this.once('again', breaking, () => {
      if (this.lane.isOfHand !== true) breaking.run(this.run)
      this.ticks(breaking)
    })
  }

  /** The trigger comes until it finds nothing to do. */
  private ticks(breaking: Breaking, left = mostTicks): void {
    if (left === 0) breaking.wrong.push('E3 ticks at rest go on changing things')
    breaking.waits(left === mostTicks ? 1 : betweenTicksMs)
    this.once('tick', breaking, () => {
      const before = breaking.world.fork()
      breaking.run(tick)
      breaking.isLookedAt()
      const changed = changedBy(before, breaking.world).filter((name) => !ownNotes.test(name))
      if (left === 0 || changed.length === 0) breaking.atRest()
      else this.ticks(breaking, left - 1)
    })
  }

  private once(step: string, breaking: Breaking, live: () => void): void {
    const print = `${step} ${breaking.print()}`
    const known = this.found.get(print)
    const from = breaking.wrong.length
    if (known === undefined) live()
    else breaking.wrong.push(...known)
    if (known === undefined) this.found.set(print, breaking.wrong.slice(from))
  }
}
