/** The office’s invariants after every execution (docs/invariants.md), read and judged without the product; those at rest are in atRest.ts. */
import type { World } from '../../../emulator/world/types'
import { AtRest } from './atRest'
import { nowIn } from './cells'
import { Duties } from './duties'
import { Journal } from './journal'
import type { Known, Ledger } from './known'
import { Letters, type Ran } from './letters'
import { People } from './people'
import { Register } from './register'

export class Checker implements Known {
  /** Invariants looked at so far. */
  checks = 0
  /** What does not hold, in words. */
  readonly wrong: string[] = []
  /** A hand was in the sheets and the run that answers it failed: until the next tick cells may differ from the journal. */
  isHandOpen = false
  readonly expect = (holds: boolean, words: () => string): void => {
    this.checks++
    if (!holds) this.wrong.push(`${nowIn(this.world)} ${words()}`)
  }
  private readonly people: People
  private readonly journal: Journal
  private readonly register: Register
  private readonly letters: Letters
  private readonly duties: Duties
  /** Once faults are gone and ticks find nothing more. */
  readonly rest: AtRest

  constructor(
    readonly world: World,
    readonly ledger: Ledger,
  ) {
    this.people = new People(world)
    this.journal = new Journal(world, this.people, this.expect)
    this.register = new Register(world, this.journal, this.expect)
    this.letters = new Letters(world, this.people, this.expect)
    this.duties = new Duties(world, this.expect)
    this.rest = new AtRest(this, this.people, this.letters)
    this.journal.take()
    this.wrong.length = 0
  }

  get folded() {
    return this.journal.folded
  }

  get booked() {
    return this.journal.booked
  }

  get requests() {
    return this.journal.requests
  }

  /** Letters that went twice because nobody could know whether the first one had gone. */
  get possiblyDoubled(): number {
    return this.letters.doubled
  }

  afterExecution(run: Ran): void {
    this.journal.take()
    if (!this.isHandOpen) this.register.isFold()
    this.register.bookingsApart()
    this.letters.after(run)
    this.duties.after(run)
    this.logsArePlain(run)
  }

  /** P1: nothing personal in what Google keeps as logs. */
  private logsArePlain({ fn, logs }: Ran): void {
    this.expect(!logs.some((line) => this.people.isInLog(line)), () => `P1 ${fn} logs ${logs.join(' ').slice(0, 200)}`)
  }
}
