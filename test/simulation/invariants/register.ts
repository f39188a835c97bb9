/** «Сделки» and «Клиенты» are what their journal adds up to (R1–R4), and no consultant is booked twice (B1). */
import type { StoredCell, World } from '../../../emulator/world/types'
import { asCell, type Cells, cellsOfRow, headingsOf, isSame, nowIn, type Stored, sheetOf } from './cells'
import type { Journal } from './journal'
import type { Expect, Folded } from './known'
import { clientHeadings, dealHeadings } from './registerAsWritten'

const tables = [
  ['Сделки', dealHeadings],
  ['Клиенты', clientHeadings],
] as const

/** A sheet as it was when it was compared. */
interface Compared {
  readonly rows: readonly Stored[]
  readonly lines: number
  /** Stored rows → what they were compared with: a stored row is replaced, never changed in place. */
  readonly same: WeakMap<readonly StoredCell[], Folded>
}

export class Register {
  private readonly compared = new Map<string, Compared>()
  private linesLooked = -1

  constructor(
    private readonly world: World,
    private readonly journal: Journal,
    private readonly expect: Expect,
  ) {}

  /** R1: each row is the fold of its lines, stands once, and none is missing. */
  isFold(): void {
    for (const [title, headings] of tables) {
      const rows = sheetOf(this.world, title)?.cells ?? []
      const last = this.compared.get(title)
      if (last?.lines === this.journal.length && isSameRows(last.rows, rows)) continue
      const same = last?.rows[0] === rows[0] ? last?.same : undefined
      const compared = { rows: [...rows], lines: this.journal.length, same: same ?? new WeakMap<readonly StoredCell[], Folded>() }
      this.compared.set(title, compared)
      this.tableIsFold(title, headings, compared)
    }
  }

  private tableIsFold(title: string, headings: Readonly<Record<string, string>>, { rows, same }: Compared): void {
    const seen = new Set<number>()
    const head = headingsOf(rows[0])
    for (const stored of rows.slice(1)) {
      const cells = stored ? cellsOfRow(stored, head) : null
      const id = cells?.['№']
      if (!stored || cells === null || typeof id !== 'number') continue
      const one = this.journal.folded.get(`${title} № ${id}`)
      const isKnown = one !== undefined && same.get(stored) === one
      if (!isKnown || seen.has(id)) this.expect(!seen.has(id), () => `R1 «${title}» № ${id} stands twice`)
      seen.add(id)
      if (isKnown) continue
      if (one !== undefined) same.set(stored, one)
      this.rowIsFold(`${title} № ${id}`, cells, headings, one)
    }
    const lost = [...this.journal.folded.values()].find(({ table, id, facts }) => table === title && !facts['archive'] && !seen.has(id))
    this.expect(lost === undefined, () => `R2 «${title}» № ${lost?.id} is lost`)
  }

  private rowIsFold(name: string, cells: Cells, headings: Readonly<Record<string, string>>, one: Folded | undefined): void {
    this.expect(one !== undefined, () => `R3 ${name} stands without a line in the journal`)
    for (const [field, heading] of Object.entries(headings)) {
      const [stands, told] = [cells[heading] ?? null, asCell(field, one?.facts[field] ?? null)]
      this.expect(isSame(stands, told), () => `R4 ${name} ${heading}: ${stands} is not ${told}`)
    }
  }

  /** B1: the register never holds two bookings of one consultant at once; looked at where a line was written. */
  bookingsApart(): void {
    if (this.linesLooked === this.journal.length) return
    this.linesLooked = this.journal.length
    const now = nowIn(this.world)
    const ahead = [...this.journal.booked.values()].filter(({ facts }) => String(facts['start']) > now)
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
}

const key = ({ facts }: Folded) => `${facts['consultant']} ${facts['start']}`

const isSameRows = (known: readonly Stored[], rows: readonly Stored[]) =>
  known.length === rows.length && known.every((row, at) => row === rows[at])
