/** Committing: rows, journal, letters, operations on tasks, «Контроль» and service cells in one transaction. */

import { freedBy, type LeftBooking } from '../../domain/calendar/sync/leftBooking'
import type { Deal } from '../../domain/deal/deal'
import { addMinutes, type LocalDateTime } from '../../domain/time/localTime'
import { holdsAfterBooking } from '../../usecases/booking/slotHolds'
import type { Changes, Letter, RowChange } from '../../usecases/changes'
import { type Task, type TaskOp, taskOps } from '../../usecases/control/taskLife'
import type { Desk, Located } from '../../usecases/desk'
import { fieldChanges, journalOf } from '../../usecases/register/journal'
import { keyInSheet, type ServiceKey, type ServiceState } from '../../usecases/service'
import type { TableName } from '../google/register/tables'
import { type Commit, type Patch, writeRegister } from '../google/register/writer'
import { controlWrites } from './controlWrites'
import { discrepancyWrites } from './discrepancies'
import type { Loaded } from './load'
import { repairMisplaced } from './repair'
import { withdrawals } from './withdrawals'

type Values = Readonly<Record<string, string | number | null>>
type RowChanges = Pick<Changes, 'deals' | 'clients'>
type Row = RowChange<{ readonly id: number; readonly version: number }>

export interface Committed {
  /** Deals as they stand now, with their rows (null = appended, row not known). */
  readonly deals: ReadonlyMap<number, Located<Deal>>
  /** Letters, and events to be freed, that the page's next call sends. */
  readonly lettersWaiting: number
}

/** What «Исходящие» carries: a letter, an event that is to be freed, an operation on a task. */
export type OutboxKind = 'письмо' | 'календарь' | 'задача'

export interface FreedEvent extends LeftBooking {
  /** Its free title, '' = the event goes. */
  readonly summary: string
}

/** Service cells to write along, e.g. the sync token with the effects of that sync. */
export type ServiceChange = Partial<ServiceState>

/**
 * Writes all of it or nothing. A patch that landed on another row, because a person sorted the sheet in between, is
 * detected by the ids in the answer and repaired from the journal.
 */
export function commitChanges(loaded: Loaded, changes: Changes, service: ServiceChange = {}): Committed {
  return commitAll(loaded, [changes], service)
}

/** Several commands in one transaction, in order: what a sync of the calendar brought. */
export function commitAll(loaded: Loaded, parts: readonly Changes[], service: ServiceChange = {}): Committed {
  const changes = { deals: parts.flatMap(({ deals }) => deals), clients: parts.flatMap(({ clients }) => clients) }
  const deals = locatedAfter(loaded, changes)
  const lines = discrepancyWrites(loaded, parts)
  const control = controlWrites(loaded, { deals: [...deals.values()] })
  const commit: Commit = {
    layouts: loaded.snapshot.layouts,
    patches: [...patchesOf('deals', changes.deals, loaded.desk), ...patchesOf('clients', changes.clients, loaded.desk)],
    appends: { ...appendsOf(loaded, parts), discrepancies: lines.appended, breaches: control.breaches },
    replaced: control.replaced,
    service: serviceCells(loaded, {
      ...loaded.mended,
      ...numbering(loaded, changes),
      revision: nextRevision(loaded),
      ...releasedHolds(loaded, parts),
      ...service,
    }),
    more: [...lines.requests, ...withdrawals(loaded, parts)],
  }
  const lost = writeRegister(loaded.session.spreadsheetId, commit)
  if (lost.length > 0) repairMisplaced(loaded, lost)
  return { deals, lettersWaiting: parts.reduce((sum, part) => sum + part.letters.length + (freesLater(part) ? part.freed.length : 0), 0) }
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
    outbox: [...parts.flatMap((changes) => outboxOf(changes, moment.now)), ...taskRows(loaded, parts)],
  }
}

/** A command that has booked another event writes no second time in the calendar: the page's next call frees the old one. */
export function freesLater({ calendar, freed }: Pick<Changes, 'calendar' | 'freed'>): boolean {
  return calendar?.kind === 'book' && freed.length > 0
}

/** Any other run frees the event itself; only where it died the outbox does it. */
const ownTryMinutes = 5

/** Rows of «Исходящие» for what a change sends and frees. */
export function outboxOf(changes: Pick<Changes, 'letters' | 'calendar' | 'freed' | 'deals'>, now: LocalDateTime): Values[] {
  return [
    ...outboxRows(changes.letters, now),
    ...freedEvents(changes).map((freed) => ({
      ...freshRow(now),
      key: `free:${freed.eventId}:${freedBy(freed)}`,
      kind: 'календарь' satisfies OutboxKind,
      to: '',
      payload: JSON.stringify(freed),
      nextTry: freesLater(changes) ? now : addMinutes(now, ownTryMinutes),
    })),
  ]
}

/** Operations on tasks (A4, K4): «Задачи» and the tool outside follow after the command. */
export function taskRows({ desk, moment }: Loaded, parts: readonly Pick<Changes, 'kind' | 'deals'>[]): Values[] {
  const known = { lines: desk.control, office: desk.office, now: moment.now }
  return parts.flatMap((part) => {
    const versions = new Map(part.deals.map(({ after }) => [after.id, after.version]))
    return taskOps(part, known).map((op) => taskOutboxRow(op, `v${versions.get(op.dealId) ?? 0}`))
  })
}

/** What opens a task is known again by its due time (dueTasks.ts); `mark` tells the other operations of one task apart. */
export function taskOutboxRow(op: TaskOp, mark: string): Values {
  return {
    key: op.op === 'open' ? openingKey(op) : `task:${op.op}:${op.key}:${mark}`,
    kind: 'задача' satisfies OutboxKind,
    to: '',
    payload: JSON.stringify(op),
    created: op.at,
    attempts: 0,
    nextTry: op.at,
    done: null,
    error: '',
  }
}

export function openingKey({ key, due }: Task): string {
  return `task:open:${key}:${due}`
}

/** Letters as rows of «Исходящие». */
export function outboxRows(letters: readonly Letter[], now: LocalDateTime): Values[] {
  return letters.map(({ key, to, priority = 1, ...content }) => ({
    ...freshRow(now),
    key,
    kind: 'письмо' satisfies OutboxKind,
    to,
    payload: JSON.stringify(contentOf(content)),
    nextTry: now,
    priority,
  }))
}

function freshRow(now: LocalDateTime): Values {
  return { created: now, attempts: 0, done: null, error: '' }
}

/** In the order of the words, without what is absent. */
function contentOf({ subject, body, html, links }: Omit<Letter, 'key' | 'to' | 'priority'>): object {
  return { subject, body, ...(html === undefined ? {} : { html }), ...(links === undefined ? {} : { links }) }
}

/** The events whose time the first deal of the changes lets go. */
export function freedEvents({ calendar, freed, deals }: Pick<Changes, 'calendar' | 'freed' | 'deals'>): FreedEvent[] {
  const deal = deals[0]?.after
  if (deal === undefined) return []
  const { id, version, organisation } = deal
  const slots = [...(calendar?.kind === 'free' ? [calendar] : []), ...freed]
  return slots.map(({ eventId, summary }) => ({ eventId, summary, deal: id, version, organisation }))
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

export function nextRevision({ desk }: Loaded): string {
  return String(Number(desk.service.revision) + 1)
}

export function serviceCells({ serviceRows }: Loaded, change: ServiceChange): Commit['service'] {
  const cells = Object.entries(change) as [ServiceKey, string][]
  return Object.fromEntries(cells.map(([key, value]) => [keyInSheet(key), { row: serviceRows[key] ?? 1, value }]))
}

/** Service cells alone: the heartbeat of a tick that found nothing to do. */
export function commitService(loaded: Loaded, change: ServiceChange): void {
  writeRegister(loaded.session.spreadsheetId, {
    layouts: loaded.snapshot.layouts,
    patches: [],
    appends: {},
    replaced: {},
    service: serviceCells(loaded, change),
    more: [],
  })
}
