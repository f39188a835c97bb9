/** Faults that sit on a service and a method, not on a call's number: they strike the next such call, or each until they are lifted. */

import { latencyOf } from '../latency'
import type { NamedFault } from '../state/stateParts'
import type { Fault, FaultsHand, Invocation, WorldState } from '../types'
import { executionTimeText, failureOf } from './faultTexts'

export const createFaultsHand = (state: () => WorldState): FaultsHand => {
  const add = (fault: NamedFault): void => {
    state().faults = [...(state().faults ?? []), fault]
  }
  return {
    next: (on, kind, { times = 1, ...more } = {}) => add({ on, kind, times, ...more }),
    always: (on, kind, more = {}) => add({ on, kind, ...more }),
    lift: (on) => {
      state().faults = on === undefined ? [] : (state().faults ?? []).filter((fault) => fault.on !== on)
    },
  }
}

const isMeantFor = ({ run, at }: NamedFault, { fn, entry, args }: Invocation, n: number): boolean => {
  const [first] = args ?? []
  const given: Readonly<Record<string, unknown>> = typeof first === 'object' && first !== null ? { ...first } : {}
  if (run?.fn !== undefined && run.fn !== fn) return false
  if (run?.entries !== undefined && !run.entries.includes(entry)) return false
  if (run?.event !== undefined && !(run.event in given)) return false
  return (run?.method === undefined || run.method === given['method']) && (at === undefined || at === n)
}

/** A call that is named by its number may be any, also one that stays inside the script. */
const sitsOn = ({ on, at }: NamedFault, call: string): boolean =>
  on === '*' ? at !== undefined || latencyOf(call).leaves : call === on || call.startsWith(`${on}.`)

/** The fault that strikes this call; one that has struck often enough is gone. */
export function strikingFault(state: WorldState, invocation: Invocation, n: number, call: string): Fault | undefined {
  const found = state.faults?.find((fault) => sitsOn(fault, call) && isMeantFor(fault, invocation, n))
  if (!found) return undefined
  const left = found.times === undefined ? undefined : found.times - 1
  const kept = left === 0 ? [] : [{ ...found, ...(left === undefined ? {} : { times: left }) }]
  state.faults = (state.faults ?? []).flatMap((fault) => (fault === found ? kept : [fault]))
  return faultOf(found, n, call, state.boundSpreadsheetId)
}

function faultOf({ kind, language = 'en' }: NamedFault, at: number, call: string, documentId: string): Fault {
  if (kind === 'kill' || kind === 'killAfter') return { at, kind, message: executionTimeText(language) }
  const landed = kind === 'timedOutAfter'
  const { name, message, details } = failureOf(call, landed ? 'timedOut' : kind, { documentId, language })
  return { at, kind: landed ? 'failAfter' : 'fail', message, name, ...(details && { details }) }
}
