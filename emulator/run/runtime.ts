/** Runs the bundle's code once for an execution: fresh realm, services, the function, and what came of it. */

import { serviceSet } from '../services/serviceSet'
import { reviveEditEvent } from '../services/spreadsheet/spreadsheetApp'
import { texts } from '../world/limits'
import { seededRandom } from '../world/seeded'
import type { ExecutionRecord, Fault, Invocation, Meanwhile, UiEffect, WorldState } from '../world/types'
import { ServiceError } from '../world/types'
import { answerOf, requireLegalArguments } from './answer'
import { createLogs, type Logs } from './console'
import type { Execution, RunResult } from './execution'
import { RunGate } from './gate'
import type { CoreHost, WorldSettings } from './host'
import { inHostZone } from './hostZone'
import { Membrane } from './membrane'
import { callWithLimit, createRealm, loadBundle, type Realm } from './realm'

export interface RunOptions {
  readonly faults?: readonly Fault[]
  /** Number of the last call that may be made; the run is suspended before the next one. */
  readonly lastCall?: number
  /** Called before each live call takes effect. */
  readonly beforeCall?: Meanwhile['beforeCall']
  /** True when the execution is interleaved: answers are kept for replay and a taken lock lets others go on. */
  readonly interleaved?: boolean
}

/** 'missing': the bundle has no such function, nothing was run. */
export type RunOutcome =
  | { readonly status: 'finished' | 'missing'; readonly result: RunResult }
  | { readonly status: 'suspended' | 'waiting' }

interface Stage {
  readonly host: CoreHost
  readonly ui: UiEffect[]
  readonly gate: RunGate
  readonly realm: Realm
  readonly membrane: Membrane
  readonly logs: Logs
  /** Names that were global before the bundle was loaded. */
  readonly given: ReadonlySet<PropertyKey>
}

class MissingFunction extends ServiceError {}

export function runExecution(state: WorldState, settings: WorldSettings, execution: Execution, options: RunOptions = {}): RunOutcome {
  return inHostZone(state.scriptTimeZone, () => runHere(state, settings, execution, options))
}

function runHere(state: WorldState, settings: WorldSettings, execution: Execution, options: RunOptions): RunOutcome {
  execution.ui.length = 0
  const here = { ...settings, distFolder: execution.folder }
  const stage = prepare(state, here, execution, options)
  const startedAt = performance.now()
  const outcome = attempt(stage, here, execution.invocation)
  const cpuMs = performance.now() - startedAt - stage.gate.workMs
  const logs = stage.logs.lines
  const ended = stage.gate.ended
  if (ended?.reason === 'diverged') throw ended
  if (ended?.reason === 'suspended' || ended?.reason === 'waiting') return { status: ended.reason }
  if (ended) {
    const name = ended.reason === 'refused' ? 'Exception' : 'Killed'
    return { status: 'finished', result: { value: null, error: { name, message: ended.message, stack: '' }, logs, cpuMs } }
  }
  return { status: outcome.isMissing ? 'missing' : 'finished', result: { value: outcome.value, error: outcome.error, logs, cpuMs } }
}

function prepare(state: WorldState, settings: WorldSettings, execution: Execution, options: RunOptions): Stage {
  const { interleaved = false, ...limits } = options
  const gate = new RunGate({ state, execution, ...limits, keepAnswers: interleaved })
  const realm = createRealm({ now: () => gate.now(), random: seededRandom(`${state.seed}/${execution.id}`) })
  const membrane = new Membrane(realm)
  const logs = createLogs()
  const host = hostOf({ state, settings, execution, interleaved }, gate, realm)
  for (const [name, service] of Object.entries(serviceSet(host, execution.ui, logs))) realm.globals[name] = membrane.expose(service)
  return { host, ui: execution.ui, gate, realm, membrane, logs, given: new Set(Reflect.ownKeys(realm.globals)) }
}

interface HostParts {
  readonly state: WorldState
  readonly settings: WorldSettings
  readonly execution: Execution
  readonly interleaved: boolean
}

function hostOf({ state, settings, execution, interleaved }: HostParts, gate: RunGate, realm: Realm): CoreHost {
  return {
    state,
    gate,
    settings,
    invocation: execution.invocation,
    executionId: execution.id,
    get waitingSince() {
      return execution.waitingSince
    },
    mayYield: interleaved,
    now: () => gate.now(),
    nextId: (prefix) => gate.nextId(prefix),
    spend: (ms) => gate.spend(ms),
    countWait: (ms) => gate.countWait(ms),
    intoRealm: (value) => realm.copy(value),
    jsonIntoRealm: (value) => realm.copyJson(value),
    endRun: (message) => gate.refuse(message),
    evaluate: (source) => realm.evaluate(source),
  }
}

interface Attempt {
  readonly value: unknown
  readonly error: ExecutionRecord['error']
  readonly isMissing: boolean
}

function attempt(stage: Stage, settings: WorldSettings, invocation: Invocation): Attempt {
  const { realm, membrane } = stage
  try {
    loadBundle(realm, settings.distFolder)
    const fn = globalFunction(stage, invocation)
    const args = argumentsOf(stage, invocation)
    const returned = callWithLimit(realm, () => fn(...args), settings.cpuLimitMs)
    const value = answerOf(invocation.entry, returned, membrane.unwrap(returned), (object) => membrane.isService(object))
    return { value, error: null, isMissing: false }
  } catch (error) {
    return { value: null, error: errorOf(error), isMissing: error instanceof MissingFunction }
  }
}

/** A top-level function of the bundle; a page cannot call one whose name ends in `_`. */
function globalFunction(stage: Stage, { fn, entry }: Invocation): (...args: unknown[]) => unknown {
  const found = stage.given.has(fn) || (entry === 'rpc' && fn.endsWith('_')) ? undefined : stage.realm.globals[fn]
  if (typeof found !== 'function') throw new MissingFunction(texts.noFunction(fn), { name: 'Error' })
  return found as (...args: unknown[]) => unknown
}

function argumentsOf(stage: Stage, { args = [], entry }: Invocation): readonly unknown[] {
  if (entry === 'rpc') requireLegalArguments(args)
  const [event] = args
  const isEdit = entry === 'edit' || entry === 'simpleEdit'
  return isEdit && isEditEvent(event) ? [editEvent(stage, event)] : stage.realm.copy(args)
}

const isEditEvent = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && 'range' in value

/** The event with a live range and spreadsheet, as Google hands it over. */
function editEvent({ host, ui, realm, membrane }: Stage, event: Record<string, unknown>): Record<string, unknown> {
  const { range, source } = reviveEditEvent(host, ui, event)
  const { range: _range, source: _source, ...plain } = event
  return Object.assign(realm.copy(plain), { range: membrane.expose(range), source: membrane.expose(source) })
}

function errorOf(error: unknown): NonNullable<ExecutionRecord['error']> {
  if (typeof error !== 'object' || error === null) return { name: 'Error', message: String(error), stack: '' }
  const { name = 'Error', message = '', stack = '', code } = error as { name?: unknown; message?: unknown; stack?: unknown; code?: unknown }
  if (code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return { name: 'Exception', message: texts.executionTime, stack: '' }
  return { name: String(name), message: String(message), stack: String(stack) }
}
