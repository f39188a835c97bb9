/** The office’s invariants after every execution (docs/invariants.md), read and judged without the product; those at rest are in atRest.ts. */
import type { ExecutionRecord, StoredCell, World } from '../../../emulator/world/types'
import { AtRest } from './atRest'
import { asCell, type Cells, isSame, localOf, nowIn, rowsIn, sheetOf, standing, type Value } from './cells'
import type { Facts, Folded, Known, Ledger } from './known'
import { clientHeadings, dealHeadings } from './registerAsWritten'

const moves: Readonly<Record<string, readonly string[]>> = {
  '': ['unsorted', 'new', 'accepted', 'assigned'],
  unsorted: ['accepted', 'unreached', 'lost'],
  new: ['accepted', 'unreached', 'assigned', 'lost'],
  accepted: ['unreached', 'assigned', 'lost'],
  unreached: ['accepted', 'lost'],
  assigned: ['accepted', 'held', 'lost'],
  held: ['feedback', 'won', 'lost'],
  feedback: ['won', 'lost'],
}
/** Ways back, imports and joins are told by the kind of their line; they may lead anywhere but past K5. */
const otherWays = /undo|reopen|import|join|merge|calendar|sync|week\/undo|takeBack/

const neededToClose = ['topic', 'consultant', 'start', 'minutes', 'project', 'content', 'recommendations']

export class Checker implements Known {
  /** Invariants looked at so far. */
  checks = 0
  /** What does not hold, in words. */
  readonly wrong: string[] = []
  /** A hand was in the sheets and the run that answers it failed: until the next tick cells may differ from the journal. */
  isHandOpen = false
  readonly folded = new Map<string, Folded>()
  private readonly lines: (readonly StoredCell[])[] = []
  private readonly compared = new Map<string, string>()
  /** Once faults are gone and ticks find nothing more. */
  readonly rest = new AtRest(this)
  private letters = 0
  private readonly copies = new Map<string, number>()
  private doubled = 0
  readonly requests = new Map<string, Set<string>>()

  constructor(
    readonly world: World,
    readonly ledger: Ledger,
  ) {
    this.letters = world.state.letters.length
    this.takeJournal()
    this.wrong.length = 0
  }

  /** Letters that went twice because nobody could know whether the first one had gone. */
  get possiblyDoubled(): number {
    return this.doubled
  }

  afterExecution(record: Pick<ExecutionRecord, 'fn' | 'logs'>): void {
    this.takeJournal()
    this.registerIsFold()
    this.bookingsApart()
    this.lettersOnce()
    this.logsArePlain(record)
  }

  expect(holds: boolean, words: () => string): void {
    this.checks++
    if (!holds) this.wrong.push(`${nowIn(this.world)} ${words()}`)
  }

  /** J1: appended only. J2: time, person, version by one, «было» is what stood. */
  private takeJournal(): void {
    const cells = sheetOf(this.world, 'Журнал')?.cells ?? []
    const headings = (cells[0] ?? []).map((cell) => String(standing(cell) ?? ''))
    for (const [at, known] of this.lines.entries()) {
      const now = cells[at + 1]
      if (now !== known) this.expect(JSON.stringify(now) === JSON.stringify(known), () => `J1 line ${at + 2} of the journal changed`)
    }
    for (const stored of cells.slice(this.lines.length + 1)) {
      if (!stored || stored.every((cell) => standing(cell) === null)) break
      this.lines.push(stored)
      this.takeLine(Object.fromEntries(headings.map((one, place) => [one, standing(stored[place])])))
    }
  }

  private takeLine(line: Cells): void {
    const [table, id, version, kind] = [String(line['Лист']), Number(line['№ строки']), Number(line['Версия']), String(line['Что'])]
    const name = `${table} № ${id}`
    const by = `${kind} ${line['Запрос']} ${line['Когда']}`
    const before = this.folded.get(name)
    const change = JSON.parse(String(line['Было → стало'])) as Record<string, readonly [Value, Value]>
    this.expect(
      line['Когда'] !== null && line['Кто'] !== null && line['Откуда'] !== null,
      () => `J2 ${name}: a line without time, person or door`,
    )
    this.expect(
      version === (before?.version ?? 0) + 1 || (version === before?.version && (kind === 'letter/told' || before.by === by)),
      () => `J3 ${name}: version ${version} follows ${before?.version ?? 0}`,
    )
    this.expect(before === undefined || !('id' in change), () => `I1 ${name}: the number is used a second time`)
    for (const [mark] of String(line['Было → стало']).matchAll(/вопрос-\d+-/g)) this.noteRequest(mark, before === undefined ? name : null)
    const facts = { ...before?.facts }
    for (const [field, [was, is]] of Object.entries(change)) {
      const stood = facts[field] ?? null
      this.expect(
        (was ?? '') === (stood ?? '') || field === 'archive',
        () => `J4 ${name} ${field}: the line says it was ${was}, it was ${stood}`,
      )
      facts[field] = is
    }
    if (table === 'Сделки') this.stageIsLegal(name, String(before?.facts['stage'] ?? ''), { kind, at: localOf(line['Когда'] ?? 0) }, facts)
    const isBooked = 'start' in change || 'consultant' in change
    this.folded.set(name, { table, id, version, facts, by, bookedBy: isBooked ? (line['Кто'] ?? null) : (before?.bookedBy ?? null) })
  }

  private noteRequest(mark: string, deal: string | null): void {
    const deals = this.requests.get(mark) ?? new Set()
    this.requests.set(mark, deal === null ? deals : deals.add(deal))
  }

  /** M1: moves of the procedure. K5. C8: nothing is held before it begins. */
  private stageIsLegal(name: string, from: string, { kind, at }: { readonly kind: string; readonly at: string }, facts: Facts): void {
    const to = String(facts['stage'])
    if (from === to) return
    this.expect(otherWays.test(kind) || (moves[from]?.includes(to) ?? false), () => `M1 ${name}: ${from} → ${to} by ${kind}`)
    if (kind.startsWith('import')) return
    const missing = to === 'won' ? neededToClose.filter((field) => (facts[field] ?? '') === '') : []
    this.expect(missing.length === 0, () => `K5 ${name} is closed without ${missing.join(', ')}`)
    this.expect(to !== 'held' || String(facts['start']) <= at, () => `C8 ${name} is held at ${at}, before ${facts['start']}`)
  }

  /** R1: each row is the fold of its lines, stands once, and none is missing. */
  private registerIsFold(): void {
    if (this.isHandOpen) return
    for (const [title, headings] of [
      ['Сделки', dealHeadings],
      ['Клиенты', clientHeadings],
    ] as const) {
      const seen = new Set<number>()
      for (const { cells } of rowsIn(this.world, title)) {
        if (typeof cells['№'] !== 'number') continue
        this.expect(!seen.has(cells['№']), () => `R1 «${title}» № ${cells['№']} stands twice`)
        seen.add(cells['№'])
        this.rowIsFold(`${title} № ${cells['№']}`, cells, headings)
      }
      for (const { table, id, facts } of this.folded.values())
        if (table === title && !facts['archive']) this.expect(seen.has(id), () => `R2 «${title}» № ${id} is lost`)
    }
  }

  private rowIsFold(name: string, cells: Cells, headings: Readonly<Record<string, string>>): void {
    const one = this.folded.get(name)
    const state = `${JSON.stringify(Object.values(cells))} ${one?.version}`
    if (this.compared.get(name) === state) return
    this.compared.set(name, state)
    this.expect(one !== undefined, () => `R3 ${name} stands without a line in the journal`)
    for (const [field, heading] of Object.entries(headings)) {
      const [stands, told] = [cells[heading] ?? null, asCell(field, one?.facts[field] ?? null)]
      this.expect(isSame(stands, told), () => `R4 ${name} ${heading}: ${stands} is not ${told}`)
    }
  }

  /** B1: the register never holds two bookings of one consultant at once. */
  private bookingsApart(): void {
    const now = nowIn(this.world)
    const ahead = [...this.folded.values()].filter(
      ({ table, facts }) => table === 'Сделки' && facts['stage'] === 'assigned' && String(facts['start']) > now,
    )
    ahead.sort((a, b) => (key(a) < key(b) ? -1 : 1))
    for (const [at, { id, facts }] of ahead.entries()) {
      const next = ahead[at + 1]
      if (next === undefined || next.facts['consultant'] !== facts['consultant']) continue
      this.expect(
        String(next.facts['start']) >= String(facts['end']),
        () => `B1 № ${id} and № ${next.id} of ${facts['consultant']} overlap at ${next.facts['start']}`,
      )
    }
  }

  /** L1: a letter goes once; a second copy only where a run was cut off while it sent. */
  private lettersOnce(): void {
    const { letters } = this.world.state
    for (const { to, subject, body, at } of letters.slice(this.letters)) {
      const name = `${at.slice(0, 10)} ${to} ${subject} ${body}`
      const copies = (this.copies.get(name) ?? 0) + 1
      this.copies.set(name, copies)
      if (copies > 1) this.doubled++
      this.expect(this.doubled <= this.ledger.unknownSends, () => `L1 «${subject}» went to ${to} ${copies} times`)
      this.expect(isOfOthers(to, body).length === 0, () => `P2 «${subject}» tells ${to} of ${isOfOthers(to, body)}`)
    }
    this.letters = letters.length
  }

  /** P1: nothing personal in what Google keeps as logs. */
  private logsArePlain({ fn, logs }: Pick<ExecutionRecord, 'fn' | 'logs'>): void {
    this.expect(!logs.some((line) => this.isPersonal(line)), () => `P1 ${fn} logs ${logs.join(' ').slice(0, 200)}`)
  }

  isPersonal(text: string): boolean {
    return this.ledger.personal.some((one) => one.test(text))
  }
}

const key = ({ facts }: Folded) => `${facts['consultant']} ${facts['start']}`

/** Addresses of other clients in a client's letter. */
const isOfOthers = (to: string, body: string) =>
  to.startsWith('client') ? (body.match(/client\d+@[\w.]+/g) ?? []).filter((one) => one !== to) : []
