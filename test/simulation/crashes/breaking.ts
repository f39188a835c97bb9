/** A world in which runs break, and what the checks find after each of them. */
import type { NamedFaultKind } from '../../../emulator/world/state/stateParts'
import type { ExecutionRecord, Invocation, World } from '../../../emulator/world/types'
import { sharedVersions } from '../../fixtures/deedRace'
import { Checker } from '../invariants/invariants'
import type { Ledger } from '../invariants/known'
import type { Ran } from '../invariants/letters'
import { isTold, type Lane } from '../races/lane'
import { printOf, readIn } from '../races/standing'

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
  /** The call before it; null = it is the first. */
  readonly last: number | null
}

const minute = 60_000

export class Breaking {
  readonly wrong: string[] = []
  private readonly ledger: Ledger
  /** null = people only read the same. */
  private checker: Checker | null
  /** Cells may differ from the journal until the trigger has looked. */
  private mayDiffer: boolean

  constructor(
    readonly world: World,
    private readonly lane: Lane,
    { requests }: Ledger = { requests: new Map() },
    /** Letters handed over in runs that broke. */
    private inDoubt = 0,
  ) {
    this.ledger = { requests: new Map(requests) }
    if (lane.mark !== undefined && requests.size === 0) this.ledger.requests.set(lane.mark, false)
    this.checker = lane.readsSame === true ? null : new Checker(world, this.ledger)
    this.mayDiffer = lane.isOfHand === true || lane.rewrites === true
  }

  run(invocation: Invocation, point?: Pick<Point, 'at' | 'way'>): void {
    if (point !== undefined) this.world.faults.next('*', ways[point.way], { at: point.at, run: { fn: invocation.fn } })
    const record = this.world.invoke(invocation)
    this.world.faults.lift()
    if (point !== undefined) this.inDoubt += record.calls.filter(({ name }) => name === 'MailApp.sendEmail').length
    this.noteAccepted(invocation, record)
    this.check(record)
    if (point === undefined && record.error !== null)
      this.wrong.push(`${invocation.fn} fails though nothing breaks: ${record.error.message}`)
  }

  /** The next run begins with a minute: of what the runs before took nothing is left but what they did. */
  waits(ms: number): void {
    const { state } = this.world
    state.now = Math.ceil((state.now + ms) / minute) * minute
  }

  private noteAccepted({ fn }: Invocation, record: ExecutionRecord): void {
    if (this.lane.mark !== undefined && fn !== 'tick' && isTold(record)) this.ledger.requests.set(this.lane.mark, true)
  }

  private check(record: Ran): void {
    if (this.lane.rewrites === true) this.checker = new Checker(this.world, this.ledger)
    if (this.checker === null) return
    this.checker.isHandOpen = this.mayDiffer
    this.checker.afterExecution(record)
    this.take()
  }

  private take(): void {
    this.wrong.push(...(this.checker?.wrong.splice(0) ?? []))
  }

  /** The trigger has come. */
  isLookedAt(): void {
    this.mayDiffer = false
  }

  atRest(): void {
    this.check({ fn: 'rest', logs: [], calls: [], error: null, startedAt: new Date(this.world.state.now).toISOString() })
    this.checker?.rest.check()
    this.take()
    if (this.checker === null && readIn(this.world) !== readIn(this.lane.world)) this.wrong.push('people read something else')
    this.wrong.push(...sharedVersions(this.world).map((version) => `two requests made one version: ${version}`))
  }

  /** What comes next hangs on this alone. */
  print(): string {
    return JSON.stringify([printOf(this.world), [...this.ledger.requests], this.inDoubt])
  }

  fork(): Breaking {
    return new Breaking(this.world.fork(), this.lane, this.ledger, this.inDoubt)
  }

  /** Each once. */
  all(): string[] {
    return [...new Set(this.wrong)]
  }
}
