/** Reading the archive: the sheets «Архив ГГГГ», which only histories, month's numbers and single deals ask for. */

import { type Client, mergedInto } from '../../../domain/client/client'
import { type Deal, emptyDeal } from '../../../domain/deal/deal'
import type { ServiceState } from '../../../usecases/register/service'
import { archiveSheet } from '../../google/register/archiveSheets'
import { type Query, readRegister, type Snapshot } from '../../google/register/reader'
import { dealRecords, scanColumns } from '../../google/register/records'
import type { Loaded } from '../load'
import { withCurrentNames } from '../renamed'

/** Years that have an archive, newest first. */
export function archiveYears({ archives }: Pick<ServiceState, 'archives'>): readonly string[] {
  return archives === '' ? [] : archives.split(',')
}

export function readArchive(spreadsheetId: string, year: string, { rows, columns }: Partial<Query>): Snapshot {
  return readRegister(spreadsheetId, { whole: [], rows: rows ?? {}, columns: columns ?? {}, titles: { deals: archiveSheet(year).title } })
}

type Asking = Pick<Loaded, 'session' | 'desk' | 'snapshot' | 'names'>

/** A deal of the archive with its year, or null; one read for each year, newest first, until it is found. */
export function findArchived({ session, desk }: Pick<Asking, 'session' | 'desk'>, id: number): { year: string; deal: Deal } | null {
  for (const year of archiveYears(desk.service)) {
    const found = dealRecords(readArchive(session.spreadsheetId, year, { rows: { deals: [{ id, row: null }] } })).rows[0]
    if (found !== undefined) return { year, deal: { ...emptyDeal, ...found.value } }
  }
  return null
}

/**
 * Rows of the archives, one read for each year. A deal that stands in «Сделки» too is left out where the snapshot has its numbers; clients
 * merged since are told by the card they became part of, where it has «Клиенты» with outsideIds.
 * @param columns keys to read of a year, [] = the year is not read
 */
export function archivedRows(asking: Asking, columns: (year: string) => readonly string[]): readonly Partial<Deal>[] {
  const { session, desk, snapshot, names } = asking
  const standing = new Set(snapshot.columns.deals?.['id'] ?? [])
  const became = mergedClients(snapshot)
  return archiveYears(desk.service).flatMap((year) => {
    const keys = columns(year)
    if (keys.length === 0) return []
    const read = withCurrentNames(readArchive(session.spreadsheetId, year, { columns: { deals: keys } }), names)
    const { rows } = scanColumns<Deal>(read, 'deals')
    return rows.flatMap(({ value }) =>
      standing.has(value.id ?? null) ? [] : [{ ...value, clientId: became.get(value.clientId ?? 0) ?? value.clientId ?? null }],
    )
  })
}

/** What tells new clients from known ones: who was consulted earlier. */
const earlierColumns = ['id', 'stage', 'start', 'clientId', 'organisation']

/**
 * The archived rows that a period's numbers count (S1, S2): of `from` and later years with all columns, since what was received in the period
 * may have been closed long after it; of earlier years who was consulted.
 * @param from year, 'YYYY'
 */
function _archivedFrom(asking: Asking, from: string, columns: readonly string[]): readonly Partial<Deal>[] {
  const rows = archivedRows(asking, (year) => (year >= from ? columns : earlierColumns))
  return rows.filter(({ stage, stageSince }) => stage === 'won' || stageSince !== undefined)
}

/** № of a merged card → № of the card that it became part of. */
function mergedClients(snapshot: Snapshot): ReadonlyMap<number, number> {
  if (snapshot.columns.clients?.['outsideIds'] === undefined) return new Map()
  const { rows } = scanColumns<Client>(snapshot, 'clients')
  return new Map(
    rows.flatMap(({ value: { id, outsideIds } }) => {
      const into = mergedInto({ outsideIds: outsideIds ?? '' })
      return into === null || id === undefined ? [] : [[id, into] as const]
    }),
  )
}
