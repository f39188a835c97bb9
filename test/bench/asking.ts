/** Asking the desk as its pages and its trigger do; a refusal stops the bench, since it is not what is measured. */
import type { ExecutionRecord, Fault, World } from '../../emulator/world/types'
import type { Deal } from '../../src/domain/deal/deal'
import type { DealRef, Input, Method, Output, RpcAnswer } from '../../src/rpc/contract'
import type { BenchOffice } from './office'

/** The office manager: may do everything that is measured. */
export const user = 'office@example.org'

export interface Answer<T> {
  readonly record: ExecutionRecord
  readonly value: T
}

export function rpc<M extends Method>(world: World, method: M, input: Input<M>): Answer<Output<M>> {
  const record = invokeRpc(world, method, input)
  const answer = record.value as RpcAnswer<Output<M>> | null
  if (answer?.ok !== true) throw new Error(`${method}: ${record.error?.message ?? answer?.message}`)
  return { record, value: answer.value }
}

/** Whatever comes of it. */
export function invokeRpc<M extends Method>(world: World, method: M, input: Input<M>, faults: readonly Fault[] = []): ExecutionRecord {
  return world.invoke({ fn: 'rpc', args: [{ method, input }], entry: 'rpc', user }, faults)
}

/** What a tick has begun no more after its minute, the next one does: where whole sheets are read of some hundred thousand rows. */
const isLeft = (line: string): boolean => line.endsWith('left for the next run')

export function tick(world: World): ExecutionRecord {
  const record = world.invoke({ fn: 'tick', entry: 'trigger', user: world.state.owner })
  const wrong = record.logs.filter((line) => !isLeft(line))
  if (record.error !== null || wrong.length > 0) throw new Error(`tick: ${record.error?.message ?? wrong.join('\n')}`)
  return record
}

/** The first ticks take in the whole calendar and whatever the generated register says otherwise. */
export function settle(world: World): void {
  tick(world)
  for (let runs = 1; tick(world).logs.length > 0; runs++) if (runs > 10) throw new Error('tick: there is always something left')
}

export function dealIn({ deals }: BenchOffice, fits: (deal: Deal) => boolean): Deal {
  const deal = deals.find(fits)
  if (deal === undefined) throw new Error('The register has no such deal')
  return deal
}

export const inStage =
  (stage: Deal['stage']) =>
  (deal: Deal): boolean =>
    deal.stage === stage

/** As the page that opened the card knows it: deal number 1 stands in row 2. */
export const refOf = ({ id, version, clientId }: Deal): DealRef => ({ id, version, clientId, row: id + 1 })
