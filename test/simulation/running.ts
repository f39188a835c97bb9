/** A story under way: the world, what each run of it left, the fault that waits for its first run, and what the checks found. */
import { createHash } from 'node:crypto'
import { latencyOf } from '../../emulator/world/latency'
import { failureOf } from '../../emulator/world/platform/faultTexts'
import type { ExecutionRecord, Fault as GateFault, Invocation, Meanwhile, World } from '../../emulator/world/types'
import type { Input, Method, Output, RpcAnswer } from '../../src/rpc/contract'
import { office } from '../fixtures/desk'
import { otherwise } from './invariants/answered'
import { nowIn, rowsIn } from './invariants/cells'
import { Checker } from './invariants/invariants'
import type { Ledger } from './invariants/known'
import { shippedBuild } from './otherVersion'
import { Seen } from './rareStates'
import type { Fault, Step } from './story'

/** Codes that Google may answer with though nothing else has happened. */
const codesOf: Readonly<Record<string, readonly number[]>> = {
  'Calendar.Events.list': [400, 403, 410, 429, 500],
  'Calendar.Events.patch': [403, 409, 412, 429, 500, 503],
  'Calendar.Events.insert': [403, 409, 429, 500, 503],
  'Calendar.Events.delete': [403, 429, 500],
  'Sheets.batchUpdate': [400, 429, 500],
  'Sheets.Values.batchGet': [400, 429, 500],
}

const named = {
  killed: 'kill',
  killedAfter: 'killAfter',
  unknown: 'timedOutAfter',
  transient: 'transient',
  timedOut: 'timedOut',
  quotaDay: 'quotaDay',
  quotaMinute: 'quotaMinute',
  permission: 'permission',
  code: 'transient',
} as const satisfies Readonly<Record<Fault['kind'], string>>

export class Running {
  readonly ledger: Ledger = { requests: new Map() }
  readonly checker: Checker
  readonly seen = new Seen()
  readonly faults = new Map<string, number>()
  /** Points at which a run may die: that there are, and at which one has died. */
  readonly points = { known: new Set<string>(), struck: new Set<string>() }
  executions = 0
  /** Deals whose rows a hand has deleted and that are not back yet. */
  readonly deleted = new Set<number>()
  /** amoCRM or Planfix was told to fail since the desk last rested: it may say so. */
  isPartnerDown = false
  /** The day on which the run that hears of an edit died before its first call: the first tick of another day finds the edit (0068). */
  private unheard = ''
  /** Pages were all drawn by the shipped version. */
  private readonly build = shippedBuild()
  private readonly hash = createHash('sha256')
  private lastId: number
  private fault: Fault | null = null
  private keys = 0

  constructor(readonly world: World) {
    this.checker = new Checker(world, this.ledger)
    this.lastId = world.state.executionCounter
  }

  /** The next step; its fault strikes its first run. */
  begin({ at, fault, deed }: Step): void {
    const { state } = this.world
    state.now = Math.max(state.now, Date.parse(`${at}:00+03:00`))
    this.fault = fault ?? null
    if (fault === undefined || !deed.startsWith('hand/')) return
    this.checker.isHandOpen = true
    this.world.faults.next('*', named[fault.kind], { at: 1 + (fault.pick % 9) })
    this.count(fault.kind)
    this.fault = null
  }

  /** Faults that were meant for this step alone are gone. */
  end(): void {
    this.fault = null
    this.world.faults.lift('*')
    this.look()
  }

  /** A page's call; null where the run failed. */
  ask<M extends Method>(method: M, input: Input<M>, user = office, meanwhile?: Meanwhile): RpcAnswer<Output<M>> | null {
    const { value, error } = this.run(this.request(method, input, user), meanwhile)
    return error === null ? (value as RpcAnswer<Output<M>>) : null
  }

  value<M extends Method>(method: M, input: Input<M>, user = office): Output<M> | null {
    const answer = this.ask(method, input, user)
    return answer?.ok === true ? answer.value : null
  }

  request(method: string, input: unknown, user = office): Invocation {
    const key = `${String(++this.keys).padStart(23, '0')}k`
    return { fn: 'rpc', entry: 'rpc', user, args: [{ method, input, key, build: this.build }] }
  }

  tick(): ExecutionRecord {
    const isStruck = this.fault !== null
    const record = this.run({ fn: 'tick', entry: 'trigger', user: '' })
    if (record.error === null && !isStruck && this.isCalm() && this.unheard !== this.today()) this.checker.isHandOpen = false
    this.checker.afterExecution(record)
    return record
  }

  run(invocation: Invocation, meanwhile?: Meanwhile): ExecutionRecord {
    const fault = this.strike(invocation)
    const record = this.world.invoke(invocation, fault === null ? [] : [fault], meanwhile)
    this.failsForAReason(record, fault !== null || meanwhile !== undefined)
    this.seen.answered(invocation, record, fault)
    if (meanwhile === undefined) this.standsAsTold(invocation, record)
    this.look()
    return record
  }

  private standsAsTold(invocation: Invocation, record: ExecutionRecord): void {
    const words = otherwise(this.world, invocation, record)
    this.checker.expect(words === null, () => words ?? '')
  }

  /** Two runs that begin at once, by a schedule of their calls. */
  together(invocations: readonly Invocation[], pick: number): ExecutionRecord[] {
    const schedule = [2 + (pick % 12), 2 + (Math.floor(pick / 12) % 12), 1 + (pick % 4)].flatMap((calls, at) =>
      Array<number>(calls).fill(at % 2),
    )
    const records = this.world.interleave(invocations, schedule)
    for (const [at, record] of records.entries()) this.seen.answered(invocations[at] as Invocation, record, null)
    for (const record of records) this.failsForAReason(record, false)
    this.look()
    return records
  }

  private today(): string {
    return nowIn(this.world).slice(0, 10)
  }

  /** Google is well as far as this story has broken it. */
  isCalm(): boolean {
    return (this.world.state.faults ?? []).length === 0 && this.world.state.lock.heldBy === null
  }

  private failsForAReason({ fn, error, logs, modelledSeconds }: ExecutionRecord, isExcused: boolean): void {
    if (isExcused || !this.isCalm() || (error === null && logs.length === 0)) return
    if (/refused by Google|Forbidden|forbidden|intake: spam/.test(logs.join())) return
    // Who waits a minute for a partner leaves the rest to the next run.
    const known = modelledSeconds > 60 ? /warn: (amocrm|planfix|tick, \w+: left for the next run)/ : /warn: (amocrm|planfix)/
    if (this.isPartnerDown && error === null && logs.every((line) => known.test(line))) return
    this.checker.wrong.push(`E1 ${fn} fails though nothing was broken: ${error?.message ?? ''} ${logs.join('; ')}`)
  }

  /** Of the run's calls one, once it is known which calls there will be. */
  private strike(invocation: Invocation): GateFault | null {
    const { fault } = this
    this.fault = null
    if (fault === null) return null
    const calls = this.world
      .fork()
      .invoke(invocation)
      .calls.filter(({ name }) => latencyOf(name).leaves)
    const method = (invocation.args?.[0] as { method?: string } | undefined)?.method ?? ''
    const points = calls.map(({ name }, at) => `${invocation.fn} ${method} ${at} ${name}`)
    for (const point of points) this.points.known.add(point)
    const at = fault.pick % Math.max(1, calls.length)
    const call = calls[at]
    if (call === undefined) return null
    this.points.struck.add(points[at] ?? '')
    const struck = faultAt(call.n, call.name, fault)
    this.count(fault.kind === 'code' ? `code ${struck.kind === 'fail' ? (struck.details?.code ?? 'transient') : ''}` : fault.kind)
    return struck
  }

  count(kind: string): void {
    this.faults.set(kind, (this.faults.get(kind) ?? 0) + 1)
  }

  /** What ran since, hands' triggers too: into the history, and past the checks. */
  private look(): void {
    const ran = this.world.state.executions.filter(({ id }) => id > this.lastId)
    for (const record of ran) {
      this.executions++
      this.lastId = Math.max(this.lastId, record.id)
      if (record.fn === 'sheetEdited' && record.error !== null && !hasNoted(record)) this.unheard = this.today()
      this.hash.update(lineOf(record))
      this.seen.ran(record)
      this.checker.afterExecution(record)
    }
    this.seen.stands(this.world)
    if (this.deleted.size > 0) this.seesReturned()
  }

  private seesReturned(): void {
    for (const { cells } of rowsIn(this.world, 'Сделки'))
      if (this.deleted.delete(Number(cells['№']))) this.seen.note('deleted row returned')
  }

  /** Of everything that has run and of what stands. */
  history(): string {
    const { spreadsheets, calendars, letters } = this.world.state
    return this.hash
      .copy()
      .update(JSON.stringify([spreadsheets, calendars, letters]))
      .digest('hex')
      .slice(0, 16)
  }
}

const lineOf = ({ id, fn, startedAt, calls, error, value }: ExecutionRecord) =>
  `${id} ${fn} ${startedAt} ${calls.map(({ name, error: said }) => `${name}${said ?? ''}`).join()} ${error?.message} ${JSON.stringify(value)}\n`

function faultAt(at: number, name: string, { kind, pick }: Fault): GateFault {
  if (kind === 'killed') return { at, kind: 'kill' }
  if (kind === 'killedAfter') return { at, kind: 'killAfter' }
  const codes = kind === 'code' ? codesOf[name] : undefined
  if (codes !== undefined) return coded(at, name, codes[Math.floor(pick / 7) % codes.length] ?? 500)
  const known = kind === 'code' ? 'transient' : kind === 'unknown' ? 'timedOut' : kind
  const { name: error, message, details } = failureOf(name, known)
  return { at, kind: kind === 'unknown' ? 'failAfter' : 'fail', name: error, message, ...(details && { details }) }
}

function coded(at: number, call: string, code: number): GateFault {
  const message =
    code === 412 ? 'Precondition Failed' : code === 410 ? 'Sync token is no longer valid, a full sync is required.' : `Error ${code}`
  const text = `API call to ${call} failed with error: ${message}`
  return { at, kind: 'fail', name: 'GoogleJsonResponseException', message: text, details: { code, message } }
}

/** The next tick will know where a hand was. */
const hasNoted = ({ calls }: ExecutionRecord): boolean => calls.some(({ name, error }) => name === 'Properties.set' && error === undefined)
