/** Measures every operation on a register of a given size. */
import type { CallRecord } from '../../emulator/world/types'
import { settle } from './asking'
import { createBenchOffice } from './office'
import { type Operation, operations } from './operations'

export interface Measured extends Pick<Operation, 'name' | 'budget'> {
  /** Calls that leave the script. */
  readonly calls: number
  readonly cellsRead: number
  readonly cellsWritten: number
  readonly modelledSeconds: number
  /** Real time of the bundle's own code, without the emulated services; of the whole execution, where the operation is a part. */
  readonly cpuMs: number
}

const sum = (calls: readonly CallRecord[], amount: (call: CallRecord) => number): number =>
  calls.reduce((all, call) => all + amount(call), 0)

/** In the order of the operations, in one world: each finds what those before it have left. */
export function measureAll(count: number): Measured[] {
  const desk = createBenchOffice(count)
  settle(desk.world)
  return operations.map((operation) => {
    const record = operation.run(desk)
    if (record.error !== null) throw new Error(`${operation.name}: ${record.error.message}`)
    const calls = operation.part?.(record.calls) ?? record.calls
    return {
      ...{ name: operation.name, budget: operation.budget },
      calls: calls.filter(({ leaves }) => leaves).length,
      cellsRead: sum(calls, ({ cellsRead }) => cellsRead),
      cellsWritten: sum(calls, ({ cellsWritten }) => cellsWritten),
      modelledSeconds: operation.part === undefined ? record.modelledSeconds : sum(calls, ({ modelledMs }) => modelledMs) / 1000,
      cpuMs: record.cpuMs,
    }
  })
}

export const isOverCalls = ({ budget, calls }: Measured): boolean => budget !== null && calls > budget.calls
export const isOverSeconds = ({ budget, modelledSeconds }: Measured): boolean => budget !== null && modelledSeconds > budget.seconds
