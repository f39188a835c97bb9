/** «Журнал» as it grows: its lines add up to the rows, and each is legal by itself (J1–J5, I1, M1, K5, C8). */
import type { World } from '../../../emulator/world/types'
import { type Cells, isEmpty, localOf, type Stored, sheetOf, standing, type Value } from './cells'
import type { Expect, Facts, Folded } from './known'
import type { People } from './people'

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

/** Where a deal goes that was imported as closed. */
const openedOfImport: Readonly<Record<string, string>> = { won: 'held', lost: 'accepted' }

/** Back to the stage before, by undo or reopening; an import begins anywhere. */
function isOtherWay(kind: string, from: string, to: string, stages: readonly string[]): boolean {
  const before = stages.at(-1)
  if (kind.startsWith('import/')) return from === ''
  if (kind === 'deal/undo' || kind === 'week/undo') return from !== '' && to === before
  if (kind !== 'deal/reopen' || openedOfImport[from] === undefined) return false
  return to === (before === '' ? openedOfImport[from] : before === 'assigned' ? 'accepted' : before)
}

const neededToClose = ['topic', 'consultant', 'start', 'minutes', 'project', 'content', 'recommendations']

interface Change {
  readonly kind: string
  readonly at: string
  readonly from: string
  readonly stages: readonly string[]
}

export class Journal {
  readonly folded = new Map<string, Folded>()
  readonly booked = new Map<number, Folded>()
  readonly requests = new Map<string, Set<string>>()
  private readonly lines: Stored[] = []

  constructor(
    private readonly world: World,
    private readonly people: People,
    private readonly expect: Expect,
  ) {}

  /** How many lines there are. */
  get length(): number {
    return this.lines.length
  }

  /** J1: appended only. J5: without a gap. */
  take(): void {
    const cells = sheetOf(this.world, 'Журнал')?.cells ?? []
    for (const [at, known] of this.lines.entries()) {
      const now = cells[at + 1]
      if (now !== known) this.expect(JSON.stringify(now) === JSON.stringify(known), () => `J1 line ${at + 2} of the journal changed`)
    }
    const fresh = cells.slice(this.lines.length + 1)
    let filled = fresh.length
    while (filled > 0 && isEmpty(fresh[filled - 1])) filled--
    if (filled === 0) return
    const headings = (cells[0] ?? []).map((cell) => String(standing(cell) ?? ''))
    for (const stored of fresh.slice(0, filled)) this.takeStored(stored, headings)
  }

  private takeStored(stored: Stored, headings: readonly string[]): void {
    this.lines.push(stored)
    const isThere = !isEmpty(stored)
    this.expect(isThere, () => `J5 line ${this.lines.length + 1} of the journal is empty, and others stand below`)
    if (isThere) this.takeLine(Object.fromEntries(headings.map((one, place) => [one, standing(stored?.[place])])))
  }

  /** J2: time, person, door. J3: version by one. J4: «было» is what stood. */
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
    const facts = this.factsAfter(name, before?.facts ?? {}, change)
    const from = String(before?.facts['stage'] ?? '')
    const stages = before === undefined || from !== String(facts['stage']) ? [...(before?.stages ?? []), from] : before.stages
    if (table === 'Сделки') this.stageIsLegal(name, { kind, from, at: localOf(line['Когда'] ?? 0), stages: before?.stages ?? [] }, facts)
    const given = { at: localOf(line['Когда'] ?? 0), start: facts['start'] ?? null, consultant: facts['consultant'] ?? null }
    const isGiven = 'start' in change || 'consultant' in change
    const givenBy = isGiven ? new Map([...(before?.givenBy ?? []), [line['Кто'] ?? null, given]]) : (before?.givenBy ?? new Map())
    this.keep({ table, id, version, facts, by, stages, givenBy })
  }

  private factsAfter(name: string, before: Facts, change: Readonly<Record<string, readonly [Value, Value]>>): Facts {
    const facts = { ...before }
    for (const [field, [was, is]] of Object.entries(change)) {
      const stood = facts[field] ?? null
      this.expect(
        (was ?? '') === (stood ?? '') || field === 'archive',
        () => `J4 ${name} ${field}: the line says it was ${was}, it was ${stood}`,
      )
      facts[field] = is
    }
    return facts
  }

  private keep(row: Folded): void {
    this.folded.set(`${row.table} № ${row.id}`, row)
    if (row.table === 'Клиенты') this.people.note(row.id, row.facts)
    if (row.table !== 'Сделки') return
    if (row.facts['stage'] === 'assigned') this.booked.set(row.id, row)
    else this.booked.delete(row.id)
  }

  private noteRequest(mark: string, deal: string | null): void {
    const deals = this.requests.get(mark) ?? new Set()
    this.requests.set(mark, deal === null ? deals : deals.add(deal))
  }

  /** M1: moves of the procedure. K5. C8: nothing is held before it begins. */
  private stageIsLegal(name: string, { kind, at, from, stages }: Change, facts: Facts): void {
    const to = String(facts['stage'])
    if (from === to) return
    this.expect((moves[from]?.includes(to) ?? false) || isOtherWay(kind, from, to, stages), () => `M1 ${name}: ${from} → ${to} by ${kind}`)
    if (kind.startsWith('import')) return
    const missing = to === 'won' ? neededToClose.filter((field) => (facts[field] ?? '') === '') : []
    this.expect(missing.length === 0, () => `K5 ${name} is closed without ${missing.join(', ')}`)
    this.expect(to !== 'held' || String(facts['start']) <= at, () => `C8 ${name} is held at ${at}, before ${facts['start']}`)
  }
}
