/** Two runs at once, in every distinct order of their calls, and what must hold after each: as if one had come after the other. */
import type { ExecutionRecord, Invocation, World } from '../../../emulator/world/types'
import type { RpcAnswer } from '../../../src/rpc/contract'
import { sharedVersions } from '../../fixtures/deedRace'
import { calendarLines } from '../../fixtures/desk'
import { cellsOf, distinctOrders, inOrdersByOutcome, type Step, stepsIn } from '../../fixtures/races'
import { Checker } from '../invariants/invariants'
import type { Lane } from './lane'
import { readIn } from './standing'

/** Written by everybody who passes, about no deal: order and time differ. */
const notCompared = ['Журнал', 'Исходящие', 'Служебное', 'Контроль', 'Зеркало календаря', 'Указатель', 'Новое в указателе']

function standing(world: World): string {
  return [cellsOf(world, notCompared), ...calendarLines(world)].join('\n')
}

/** The answer's kind: done, refused with why, or failed. */
function answers(records: readonly ExecutionRecord[]): string {
  return records.map(({ value, error }) => (error === null ? kindOf(value) : `failed: ${error.message}`)).join(' and ')
}
function kindOf(value: unknown): string {
  const { ok, problem } = (value ?? { ok: true }) as Partial<RpcAnswer<unknown> & { problem: { code: string } | null }>
  return ok === false ? (problem?.code ?? 'refused') : 'done'
}

/** A lane's first run with nobody beside it: its steps, and the world after it. */
interface Alone {
  readonly steps: readonly Step[]
  readonly after: World
}

const alone = new WeakMap<Lane, Alone>()

function aloneOf(lane: Lane): Alone {
  const known = alone.get(lane) ?? runAlone(lane.world, lane.invocation(false))
  alone.set(lane, known)
  return known
}

function runAlone(world: World, run: Invocation): Alone {
  const after = world.fork()
  return { steps: stepsIn(after.invoke(run)), after }
}

function standingAfter(first: Alone, run: Invocation): string {
  const after = first.after.fork()
  after.invoke(run)
  return standing(after)
}

export interface Raced {
  /** Distinct schedules that there are, and those that were run. */
  readonly known: number
  readonly orders: number
  /** Schedules that ended as another one had. */
  readonly equal: number
  /** What does not hold, in words. */
  readonly wrong: readonly string[]
}

export function race([one, other]: readonly [Lane, Lane], switches: number, most: number): Raced {
  const runs = [one.invocation(false), other.invocation(one === other)] as const
  const first = aloneOf(one)
  const second = one === other ? runAlone(one.world, runs[1]) : aloneOf(other)
  const allowed = [standingAfter(first, runs[1]), standingAfter(second, runs[0])]
  const wrong = new Set<string>()
  const known = [...distinctOrders([first.steps, second.steps], switches)]
  const every = Math.max(1, known.length / most)
  const chosen = known.filter((_, at) => Math.floor(at / every) !== Math.floor((at - 1) / every))
  const found = inOrdersByOutcome(one.world, runs, chosen, (after, records) => {
    for (const words of judged(after, records, allowed, one)) wrong.add(words)
  })
  return { known: known.length, ...found, wrong: [...wrong] }
}

function judged(after: World, records: readonly ExecutionRecord[], allowed: readonly string[], lane: Lane): string[] {
  const wrong: string[] = []
  const told = answers(records)
  if (/failed/.test(told)) wrong.push(told)
  for (const version of sharedVersions(after)) wrong.push(`two requests made one version: ${version}`)
  if (lane.readsSame === true) return readIn(after) === readIn(lane.world) ? wrong : [...wrong, `${told}: people read something else`]
  const checker = checkerOf(after, lane)
  for (const record of records) checker.afterExecution(record)
  if (!allowed.includes(standing(after))) wrong.push(`${told}: it is as after neither order`)
  return [...wrong, ...checker.wrong]
}

/** It has seen the office before the two runs, and looks at it after them. */
function checkerOf(after: World, { world, isOfHand, rewrites }: Lane): Checker {
  const seen = (rewrites ? after : world).fork()
  const checker = new Checker(seen, { requests: new Map() })
  Object.assign(seen.state, after.state)
  checker.isHandOpen = isOfHand === true || rewrites === true
  return checker
}
