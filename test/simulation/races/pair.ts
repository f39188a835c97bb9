/** Two runs at once, in every distinct order of their calls, and what must hold after each: as if one had come after the other. */
import type { ExecutionRecord, Invocation, World } from '../../../emulator/world/types'
import type { RpcAnswer } from '../../../src/rpc/contract'
import { sharedVersions } from '../../fixtures/deedRace'
import { calendarLines } from '../../fixtures/desk'
import { cellsOf, inEveryDistinctOrder } from '../../fixtures/races'
import { Checker } from '../invariants/invariants'
import type { Lane } from './lanes'

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

/** One after the other, either first. */
function serial(world: World, runs: readonly Invocation[]): string[] {
  return [runs, [...runs].reverse()].map((order) => {
    const after = world.fork()
    for (const run of order) after.invoke(run)
    return standing(after)
  })
}

export interface Raced {
  readonly orders: number
  /** What does not hold, in words. */
  readonly wrong: readonly string[]
}

export function race(world: World, [one, other]: readonly [Lane, Lane], switches: number): Raced {
  const runs = [one.invocation(false), other.invocation(one === other)]
  const allowed = serial(world, runs)
  const wrong = new Set<string>()
  const orders = inEveryDistinctOrder(world, runs, switches, (after, records) => {
    for (const words of judged(after, records, allowed)) wrong.add(words)
  })
  return { orders, wrong: [...wrong] }
}

function judged(after: World, records: readonly ExecutionRecord[], allowed: readonly string[]): string[] {
  const wrong: string[] = []
  const told = answers(records)
  if (/failed/.test(told)) wrong.push(told)
  for (const version of sharedVersions(after)) wrong.push(`two requests made one version: ${version}`)
  const checker = new Checker(after, { requests: new Map() })
  for (const record of records) checker.afterExecution(record)
  if (!allowed.includes(standing(after))) wrong.push(`${told}: it is as after neither order`)
  return [...wrong, ...checker.wrong]
}
