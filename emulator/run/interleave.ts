/** Runs several executions interleaved at their service calls, on one thread, by running each again from its start. */

import type { ExecutionRecord, Invocation } from '../world/types'
import type { Execution } from './execution'
import { transportMs } from './execution'
import { type Executor, type FinishedOutcome, isFinished } from './executor'

/** One of the interleaved invocations and how far it has come. */
interface Lane {
  readonly invocation: Invocation
  execution: Execution | null
  outcome: FinishedOutcome | null
  isWaiting: boolean
}

type Run = { readonly lane: number; readonly calls: number }

/** `[0, 0, 1]` as runs: two calls of the first, one of the second. */
function runsOf(schedule: readonly number[]): Run[] {
  const runs: Run[] = []
  for (const lane of schedule) {
    const last = runs.at(-1)
    if (last?.lane === lane) runs[runs.length - 1] = { lane, calls: last.calls + 1 }
    else runs.push({ lane, calls: 1 })
  }
  return runs
}

/** Runs the lane on for `calls` more calls, or until it ends or has to wait. */
function runOn(executor: Executor, lane: Lane, calls: number): void {
  lane.execution ??= executor.start(lane.invocation)
  const outcome = executor.run(lane.execution, { lastCall: lane.execution.past.length + calls, interleaved: true })
  lane.isWaiting = outcome.status === 'waiting'
  if (isFinished(outcome)) lane.outcome = outcome
}

/** Everybody waits: the clock moves to the first time-out. */
function breakDeadlock(executor: Executor, waiting: readonly Lane[]): void {
  const ends = waiting.map((lane) => lane.execution?.waitsUntil ?? executor.state.now)
  executor.state.now = Math.max(executor.state.now, Math.min(...ends))
}

const openLanes = (lanes: readonly Lane[]): Lane[] => lanes.filter((lane) => !lane.outcome)

/** Runs each to its end in order; one that still waits for a lock comes again in the next round. */
function finishAll(executor: Executor, lanes: readonly Lane[]): void {
  for (let open = openLanes(lanes); open.length > 0; open = openLanes(lanes)) {
    for (const lane of open) runOn(executor, lane, Number.POSITIVE_INFINITY)
    if (open.every((lane) => lane.isWaiting)) breakDeadlock(executor, open)
  }
}

export function interleave(executor: Executor, invocations: readonly Invocation[], schedule: readonly number[]): ExecutionRecord[] {
  const lanes = invocations.map((invocation): Lane => ({ invocation, execution: null, outcome: null, isWaiting: false }))
  for (const { lane: index, calls } of runsOf(schedule)) {
    const lane = lanes[index]
    if (!lane) throw new RangeError(`The schedule names invocation ${index} of ${invocations.length}`)
    if (!lane.outcome) runOn(executor, lane, calls)
  }
  finishAll(executor, lanes)
  const records = lanes.map((lane) => finished(executor, lane))
  executor.state.now += Math.max(0, ...invocations.map(({ entry }) => transportMs(entry)))
  return records
}

function finished(executor: Executor, lane: Lane): ExecutionRecord {
  if (!lane.execution || !lane.outcome) throw new Error(`${lane.invocation.fn} was never run to its end`)
  return executor.finish(lane.execution, lane.outcome, 0).record
}

/**
 * All schedules of invocations with `counts[i]` calls each that change from one to another at most `maxSwitches` times.
 * `schedulesOf([1, 1], 1)` gives [0, 1] and [1, 0].
 */
export function* schedulesOf(counts: readonly number[], maxSwitches: number): Generator<number[]> {
  yield* extended({ schedule: [], left: counts, last: null }, maxSwitches + 1)
}

interface Prefix {
  readonly schedule: readonly number[]
  readonly left: readonly number[]
  readonly last: number | null
}

function* extended({ schedule, left, last }: Prefix, runsLeft: number): Generator<number[]> {
  if (left.every((count) => count === 0)) yield [...schedule]
  else if (runsLeft > 0) {
    for (const [lane, count] of left.entries()) {
      if (lane === last) continue
      for (let calls = 1; calls <= count; calls++) {
        const rest = left.map((other, index) => (index === lane ? other - calls : other))
        yield* extended({ schedule: [...schedule, ...Array<number>(calls).fill(lane)], left: rest, last: lane }, runsLeft - 1)
      }
    }
  }
}
