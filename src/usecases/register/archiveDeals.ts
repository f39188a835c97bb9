/** Moving closed deals to the archive of their year: which of them now, and what the move changes. */

import { type Client, emptyClient } from '../../domain/client/client'
import { archiveYear, isArchivable, joinedMemory, memoryOf } from '../../domain/deal/archive'
import { type Deal, emptyDeal } from '../../domain/deal/deal'
import { type Changes, changes, type Moment, type RowChange } from '../changes'
import type { ControlLine, Desk } from '../desk'
import { nextVersion } from '../located'

const archiveKind = 'deal/archive'

/** Rows moved in one run, and how far below the first of them the last may stand: one range is read. */
const batchRows = 500
const windowRows = 2000

interface Line {
  readonly row: number
  readonly value: Partial<Deal>
}

/**
 * The next deals to archive, in the order of the sheet: closed long ago, owing nothing, their number standing once. One row always stays,
 * since Sheets keeps no sheet without rows.
 * @param lines id, stage and stageSince of every deal
 */
export function archiveBatch(
  lines: readonly Line[],
  desk: Pick<Desk, 'control' | 'office'>,
  { now }: Pick<Moment, 'now'>,
): readonly Line[] {
  const owing = new Set(desk.control.map(({ dealId }) => dealId))
  const isDue = ({ value: { id, stage, stageSince } }: Line) =>
    id !== undefined &&
    stage !== undefined &&
    !owing.has(id) &&
    isArchivable({ stage, stageSince: stageSince ?? '' }, now, desk.office.settings.archiveMonths)
  const due = lines.filter(isDue)
  const seen = new Map<number | undefined, number>()
  for (const { value } of lines) seen.set(value.id, (seen.get(value.id) ?? 0) + 1)
  const first = due[0]?.row ?? 0
  return due
    .filter(({ row, value }) => seen.get(value.id) === 1 && row < first + windowRows)
    .slice(0, Math.min(batchRows, lines.length - 1))
}

/** A deal as the journal knows it once it stands in an archive: its line tells the year. */
export interface Archived {
  /** '2024'; '' or absent = it stands in «Сделки». */
  readonly archive?: string
}

export interface ArchivePlan {
  readonly changes: Changes
  /** Rows for the sheet of each year. */
  readonly years: ReadonlyMap<string, readonly Deal[]>
  /** 1-based rows that leave «Сделки». */
  readonly rows: readonly number[]
}

export interface ArchiveRequest {
  /** Rows of «Сделки» as they stand; a cell that cannot be read is left out of `fields`. */
  readonly standing: readonly { readonly row: number; readonly fields: Readonly<Record<string, unknown>> }[]
  /** The batch as its journal tells it. */
  readonly known: ReadonlyMap<number, Deal & Archived>
  /** id, version and memory of every client. */
  readonly clients: ReadonlyMap<number, Partial<Client>>
}

/** Only rows that equal their journal go: whatever a person has just typed is judged first, by the next check of the edits. */
export function archiveDeals({ standing, known, clients }: ArchiveRequest): ArchivePlan {
  const leaving = standing.flatMap(({ row, fields }) => {
    const before = known.get(Number(fields['id']))
    return before !== undefined && isAsJournalled(fields, before) ? [{ row, before, after: archived(before) }] : []
  })
  const years = new Map<string, Deal[]>()
  for (const { after } of leaving) years.set(after.archive, [...(years.get(after.archive) ?? []), after])
  return {
    changes: changes({ kind: archiveKind, deals: leaving, clients: rememberedBy(leaving, clients) }),
    years,
    rows: leaving.map(({ row }) => row),
  }
}

function archived(deal: Deal): Deal & Required<Archived> {
  return { ...nextVersion(deal, {}), archive: archiveYear(deal) }
}

function isAsJournalled(fields: Readonly<Record<string, unknown>>, known: Deal): boolean {
  return (Object.keys(emptyDeal) as (keyof Deal)[]).every((field) => fields[field] === known[field])
}

function rememberedBy(leaving: readonly RowChange<Deal>[], clients: ArchiveRequest['clients']): RowChange<Client>[] {
  const after = new Map<number, Client>()
  for (const { after: deal } of leaving) {
    const standing = clients.get(deal.clientId ?? 0)
    if (standing?.id === undefined) continue
    const before = after.get(standing.id) ?? { ...emptyClient, ...standing }
    after.set(standing.id, { ...before, ...joinedMemory(before, memoryOf(deal)) })
  }
  return [...after].flatMap(([id, client]) => {
    const before = { ...emptyClient, ...clients.get(id) }
    const isSame = before.archivedHeld === client.archivedHeld && before.archivedLast === client.archivedLast
    return isSame ? [] : [{ before, after: nextVersion(before, { archivedHeld: client.archivedHeld, archivedLast: client.archivedLast }) }]
  })
}

/** «Контроль» names the rows of its deals: they have moved up. */
export function controlBelow(lines: readonly ControlLine[], gone: readonly number[]): ControlLine[] {
  return lines.map((line) => {
    const { row } = line
    return row === null ? line : { ...line, row: row - gone.filter((one) => one < row).length }
  })
}
