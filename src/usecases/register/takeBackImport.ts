/** «Вернуть импорт»: the deals and clients of the last import go again, with their journal, while nobody has touched any of them. */

import type { Client } from '../../domain/client/client'
import type { Deal } from '../../domain/deal/deal'
import { importMark } from '../../domain/importing/amocrm/clientBook'
import { accept, type Outcome, refuse } from '../../domain/problem'
import type { LocalDateTime } from '../../domain/time/localTime'
import type { ImportRun } from '../../rpc/screens'
import { doneBy } from '../method/deed'
import { method } from '../method/method'
import type { JournalLine } from './journal'

interface Line<T> {
  readonly row: number
  readonly value: Partial<T>
}

export interface Standing {
  /** id, version, clientId, importedAt. */
  readonly deals: readonly Line<Deal>[]
  /** id, version, outsideIds. */
  readonly clients: readonly Line<Client>[]
  /** table, rowId, kind. */
  readonly journal: readonly Line<JournalLine>[]
}

/** 1-based rows that go, and what is left of the import afterwards. */
export interface TakenBack {
  readonly deals: readonly number[]
  readonly dealIds: readonly number[]
  readonly clients: readonly number[]
  readonly journal: readonly number[]
  readonly left: number
}

/** Deals taken back in one run. */
const portion = 1000
/** Numbers that the refusal names. */
const toldNumbers = 5

/** @returns importTouched where not every deal of the import stands as it came */
export function takenBack(run: ImportRun | null, at: LocalDateTime, standing: Standing): Outcome<TakenBack> {
  if (run === null || run.at !== at) return refuse({ code: 'nothingToDo' })
  const own = standing.deals.filter(({ value: { importedAt, version } }) => importedAt === at && version === 1)
  if (own.length < run.written) return refuse({ code: 'importTouched', count: run.written - own.length, deals: touchedSince(at, standing) })
  const going = own.slice(-portion)
  const dealIds = going.flatMap(({ value }) => value.id ?? [])
  const gone = clientsGoing(going, at, standing)
  const clientIds = new Set(gone.map(({ value }) => value.id))
  const isOurs = ({ value }: Line<JournalLine>) =>
    value.kind === 'import/deals' && (value.table === 'Сделки' ? ids.has(value.rowId ?? 0) : clientIds.has(value.rowId))
  const ids = new Set(dealIds)
  return accept({
    deals: going.map(({ row }) => row),
    dealIds,
    clients: gone.map(({ row }) => row),
    journal: standing.journal.filter(isOurs).map(({ row }) => row),
    left: own.length - going.length,
  })
}

function touchedSince(at: LocalDateTime, { deals }: Standing): number[] {
  const touched = deals.filter(({ value: { importedAt, version = 0 } }) => importedAt === at && version > 1)
  return touched.flatMap(({ value }) => value.id ?? []).slice(0, toldNumbers)
}

/** Clients that this import made and that no deal names any more. */
function clientsGoing(going: readonly Line<Deal>[], at: LocalDateTime, { deals, clients }: Standing): Line<Client>[] {
  const rows = new Set(going.map(({ row }) => row))
  const named = new Set(deals.filter(({ row }) => !rows.has(row)).map(({ value }) => value.clientId))
  const mark = importMark(at)
  return clients.filter(({ value: { id, version, outsideIds } }) => outsideIds === mark && version === 1 && !named.has(id ?? null))
}

/** One portion a call: the page asks until nothing is left. */
export const takeBack = method('import/undo', {
  may: 'import',
  reads: () => ({}),
  deed: (input) => accept({ kind: 'takeBack', asked: input }),
  answer: ({ did }) => doneBy('takeBack', did),
})
