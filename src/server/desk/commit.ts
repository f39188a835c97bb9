/** Committing: rows, journal, letters, operations on tasks, «Контроль» and service cells in one transaction. */

import type { Deal } from '../../domain/deal/deal'
import { toldKeys } from '../../domain/letter/telling'
import { clockStarted } from '../../domain/obligations/history'
import type { TableName } from '../../domain/register/tables'
import type { LocalDateTime } from '../../domain/time/localTime'
import { inTurn } from '../../usecases/booking/inTurn'
import { holdsAfterBooking } from '../../usecases/booking/slotHolds'
import { toldKind, withTellings } from '../../usecases/booking/tellings'
import type { Changes, RowChange } from '../../usecases/changes'
import { questionLines } from '../../usecases/control/questionLines'
import type { ControlLine, Desk, Located } from '../../usecases/desk'
import { fieldChanges, journalOf } from '../../usecases/register/journal'
import { keyInSheet, type ServiceKey, type ServiceState } from '../../usecases/register/service'
import { ownCells } from '../google/register/ownCells'
import { type Commit, type Patch, writeRegister } from '../google/register/writer'
import { type Loaded, refuseUnfit } from './load'
import { controlWrites } from './rows/controlWrites'
import { discrepancyWrites } from './rows/discrepancies'
import { indexAfter } from './rows/indexRows'
import type { MirrorWrites } from './rows/mirrorRows'
import { amoRows, freesLater, outboxOf, taskRows } from './rows/outboxRows'
import { repairMisplaced } from './rows/repair'
import { placeReports, writeWithReports } from './rows/reports'

type Values = Readonly<Record<string, string | number | null>>
type RowChanges = Pick<Changes, 'deals' | 'clients'>
type Row = RowChange<{ readonly id: number; readonly version: number }>

export interface Committed {
  /** Deals as they stand now, with their rows (null = appended, row not known). */
  readonly deals: ReadonlyMap<number, Located<Deal>>
  /** Letters, and events to be freed, that the page's next call sends. */
  readonly lettersWaiting: number
  /** It is written, but …; '' = all is well. */
  readonly note: string
}

/** Service cells to write along, e.g. the sync token with the effects of that sync. */
export type ServiceChange = Partial<ServiceState>

/**
 * Writes plans in order, in one transaction: all of it or nothing; a plan of nothing costs no call. A patch that landed on another row,
 * because a person sorted the sheet in between, is detected by the ids in the answer and repaired from the journal.
 */
export function commit(loaded: Loaded, plans: readonly Changes[], service: ServiceChange = {}, mirror: MirrorWrites = noMirror): Committed {
  refuseUnfit(loaded)
  const parts = inTurn(plans, (plan) => withClocks(withTellings(plan, loaded.desk, loaded.moment), loaded.moment.now))
  const changes = { deals: parts.flatMap(({ deals }) => deals), clients: parts.flatMap(({ clients }) => clients) }
  const deals = locatedAfter(loaded, changes)
  const reports = parts.flatMap((part) => part.reports)
  const rows = rowsOf(loaded, parts, [...deals.values()])
  const placed = placeReports(loaded, reports)
  const indexed = indexAfter(loaded.desk.service, changes, (rows.appends?.journal ?? []).length)
  const lost = writeWithReports(loaded, placed.placed, {
    ...rows,
    appends: { ...rows.appends, indexNews: indexed.rows.map((row) => ({ ...row })) },
    ...(mirror.replaced === undefined ? {} : { replaced: { ...rows.replaced, mirror: mirror.replaced } }),
    more: [...(rows.more ?? []), ...mirror.requests],
    service: serviceCells(loaded, {
      ...loaded.mended,
      ...numbering(loaded, changes),
      ...(parts.some(isOfDeals) ? { revision: nextRevision(loaded) } : {}),
      ...(plans.length === 0 ? {} : knownNames(loaded)),
      ...journalCount(loaded, rows.appends?.journal ?? []),
      ...indexed.service,
      ...releasedHolds(loaded, parts),
      ...placed.service,
      ...Object.assign({}, ...parts.map((part) => part.service)),
      ...service,
    }),
  })
  const note = repairMisplaced(loaded, lost) || placed.note
  const lettersWaiting = parts.reduce((sum, part) => sum + waitingIn(part), 0)
  return { deals, lettersWaiting, note }
}

/** Only where «Проекты» or «Сотрудники» is no longer what is remembered of it. */
export function knownNames({ desk, names }: Loaded): ServiceChange {
  const { projects, people } = names.cells
  return {
    ...(projects === desk.service.projects ? {} : { projects }),
    ...(people === desk.service.people ? {} : { people }),
  }
}

/** What «revision» will be after these plans. */
export function revisionAfter(loaded: Loaded, plans: readonly Changes[]): string {
  return plans.some(isOfDeals) ? nextRevision(loaded) : loaded.desk.service.revision
}

const noMirror: MirrorWrites = { requests: [] }

/** An imported deal that somebody works on is history no more. */
function withClocks(plan: Changes, now: LocalDateTime): Changes {
  return { ...plan, deals: plan.deals.map(({ before, after }) => ({ before, after: clockStarted(before, after, now) })) }
}

/** What the page's next call can do at once. */
function waitingIn(part: Changes): number {
  return part.letters.length + part.tellings.length + (freesLater(part) ? part.freed.length : 0)
}

/** What a sync that has read before must see: more than rows of other sheets. */
function isOfDeals({ kind, deals, clients, letters, solved }: Changes): boolean {
  const looked = kind === toldKind ? deals.filter(({ before, after }) => isOfMoreThanKnowledge(before, after)) : deals
  return [looked, clients, letters, solved].some((part) => part.length > 0)
}

/** Something else changed than what people know of it. */
function isOfMoreThanKnowledge(before: Deal | null, after: Deal): boolean {
  return Object.keys(fieldChanges(before, after)).some((field) => !(toldKeys as readonly string[]).includes(field))
}

/** What the office owes a decision on, where this run has looked at all of it. */
function questionsOf({ desk }: Loaded, parts: readonly Changes[]): ControlLine[] | null {
  const looked = parts.map(({ questions }) => questions).filter((questions) => questions !== null)
  return looked.length === 0 ? null : questionLines(looked.flat(), desk.office)
}

/** Everything but the service cells. */
function rowsOf(loaded: Loaded, parts: readonly Changes[], deals: readonly Located<Deal>[]): Omit<Commit, 'service'> {
  const lines = discrepancyWrites(loaded, parts)
  const control = controlWrites(loaded, { deals, met: parts.flatMap(({ met }) => met), questions: questionsOf(loaded, parts) })
  const own = ownRows(loaded, parts)
  return {
    layouts: loaded.snapshot.layouts,
    patches: (['deals', 'clients'] as const).flatMap((table) =>
      patchesOf(
        table,
        parts.flatMap((part): readonly Row[] => part[table]),
        loaded.desk,
      ),
    ),
    appends: { ...together(appendsOf(loaded, parts), own.appends), discrepancies: lines.appended, breaches: control.breaches },
    replaced: control.replaced,
    more: [...lines.requests, ...own.requests],
  }
}

function together(first: NonNullable<Commit['appends']>, second: Commit['appends'] = {}): NonNullable<Commit['appends']> {
  const names = [...new Set([...Object.keys(first), ...Object.keys(second)])] as TableName[]
  return Object.fromEntries(names.map((name) => [name, [...(first[name] ?? []), ...(second[name] ?? [])]]))
}

/** Where changed deals stand: new ones below the last row, in order. */
function locatedAfter({ desk }: Loaded, changes: RowChanges): ReadonlyMap<number, Located<Deal>> {
  let next = desk.nextDealRow
  const located = new Map<number, Located<Deal>>()
  for (const { before, after } of changes.deals) {
    const row = before === null ? next : (desk.deals.get(after.id)?.row ?? null)
    if (before === null && next !== null) next++
    located.set(after.id, { row, value: after })
  }
  return located
}

export function patchesOf(table: 'deals' | 'clients', rows: readonly Row[], desk: Pick<Desk, 'deals' | 'clients'>): Patch[] {
  return rows.flatMap(({ before, after }) => {
    const row = desk[table].get(after.id)?.row ?? null
    if (before === null || row === null) return []
    const values = Object.fromEntries(
      Object.entries(fieldChanges(before, after)).map(([field, pair]) => [field, pair[1] as string | number | null]),
    )
    return [{ table, row, id: after.id, values }]
  })
}

function appendsOf(loaded: Loaded, parts: readonly Changes[]): Partial<Record<TableName, readonly Values[]>> {
  const { moment } = loaded
  const added = (rows: readonly Row[]) =>
    rows.filter(({ before }) => before === null).map(({ after }) => ({ ...after }) as unknown as Values)
  return {
    deals: added(parts.flatMap(({ deals }) => deals)),
    clients: added(parts.flatMap(({ clients }) => clients)),
    journal: parts.flatMap((changes) => journalOf(changes, moment).map((line) => ({ ...line }))),
    outbox: [...parts.flatMap((changes) => outboxOf(changes, moment.now)), ...taskRows(loaded, parts), ...amoRows(loaded, parts)],
  }
}

/** Rows of other sheets: standing ones cell by cell, new ones below. */
function ownRows({ snapshot }: Loaded, parts: readonly Changes[]): { appends: Commit['appends']; requests: NonNullable<Commit['more']> } {
  const rows = parts.flatMap((part) => part.rows)
  const names = [...new Set(rows.map(({ table }) => table))]
  const of = (name: TableName) => rows.filter(({ table }) => table === name)
  return {
    appends: Object.fromEntries(
      names
        .map((name) => [name, of(name).flatMap(({ row, values }) => (row === null ? [values] : []))] as const)
        .filter(([, added]) => added.length > 0),
    ),
    requests: names.flatMap((name) =>
      ownCells(
        name,
        snapshot.layouts[name],
        of(name).flatMap(({ row, values }) => (row === null ? [] : [{ row, values }])),
      ),
    ),
  }
}

/** Numbers that were given out are remembered, so that a deleted row's number never comes again. */
function numbering({ desk }: Loaded, changes: RowChanges): ServiceChange {
  const highest = (rows: readonly Row[], last: string) =>
    Math.max(Number(last), ...rows.filter(({ before }) => before === null).map(({ after }) => after.id))
  const deal = highest(changes.deals, desk.service.lastDealId)
  const client = highest(changes.clients, desk.service.lastClientId)
  return {
    ...(deal > Number(desk.service.lastDealId) ? { lastDealId: String(deal) } : {}),
    ...(client > Number(desk.service.lastClientId) ? { lastClientId: String(client) } : {}),
  }
}

/** A hold ends with the booking of its slot. */
function releasedHolds({ desk, moment }: Loaded, parts: readonly Changes[]): ServiceChange {
  const booked = parts.flatMap(({ calendar }) => (calendar?.kind === 'book' ? [calendar.eventId] : []))
  return booked.length === 0 || desk.service.holds === '' ? {} : { holds: holdsAfterBooking(booked, desk, moment.now) }
}

/** Counted in the transaction that writes them: so it is known when some are missing. */
export function journalCount({ desk }: Loaded, lines: readonly unknown[]): ServiceChange {
  const { journalLines } = desk.service
  return lines.length === 0 || journalLines === '' ? {} : { journalLines: String(Number(journalLines) + lines.length) }
}

export function nextRevision({ desk }: Loaded): string {
  return String(Number(desk.service.revision) + 1)
}

export function serviceCells({ serviceRows }: Loaded, change: ServiceChange): NonNullable<Commit['service']> {
  const cells = Object.entries(change) as [ServiceKey, string][]
  return Object.fromEntries(cells.map(([key, value]) => [keyInSheet(key), { row: serviceRows[key] ?? 1, value }]))
}

/** Service cells alone: the heartbeat of a tick that found nothing to do. */
export function commitService(loaded: Loaded, change: ServiceChange): void {
  writeRegister(loaded.session.spreadsheetId, { layouts: loaded.snapshot.layouts, service: serviceCells(loaded, change) })
}
