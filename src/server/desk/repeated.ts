/** Whether a request was carried out before: the journal keeps the key of each, so that a lost answer can be given again. */

import { emptyClient } from '../../domain/client/client'
import { emptyDeal } from '../../domain/deal/deal'
import { type Changes, changes, type RowChange } from '../../usecases/changes'
import { foldJournal, type JournalLine, type JournalTable } from '../../usecases/register/journal'
import { readRegister } from '../google/register/reader'
import { scanColumns } from '../google/register/records'
import type { Loaded } from './load'
import { journalLinesOf } from './rows/journalLines'

type Line = Partial<JournalLine>

/** What the request with this key changed, from its lines; null = it is not known. Two calls, and only for a request that was refused. */
export function doneBefore({ session }: Loaded, key: string): Changes | null {
  const snapshot = readRegister(session.spreadsheetId, { whole: [], rows: {}, columns: { journal: ['rowId', 'request'] } })
  const known = scanColumns<JournalLine>(snapshot, 'journal').rows.filter(({ value }) => value.request === key)
  if (known.length === 0) return null
  const lines = journalLinesOf({ session, snapshot }, new Set(known.map(({ value }) => value.rowId ?? 0)))
  const own = lines.filter(({ request }) => request === key)
  if (own.length === 0) return null
  return changes({
    kind: own[0]?.kind ?? '',
    reason: own[0]?.reason ?? '',
    deals: rowsOf('Сделки', own, lines, emptyDeal),
    clients: rowsOf('Клиенты', own, lines, emptyClient),
  })
}

function rowsOf<T extends object>(table: JournalTable, own: readonly Line[], lines: readonly Line[], empty: T): RowChange<T>[] {
  const versions = new Map(own.filter((line) => line.table === table).map(({ rowId, version }) => [rowId, version ?? 0]))
  return [...versions].map(([id, version]) => {
    const ofRow = lines.filter((line) => line.table === table && line.rowId === id)
    const upTo = (last: number) => ofRow.filter((line) => (line.version ?? 0) <= last).map(({ change }) => ({ change: change ?? '{}' }))
    const earlier = upTo(version - 1)
    return { before: earlier.length === 0 ? null : foldJournal(empty, earlier), after: foldJournal(empty, upTo(version)) }
  })
}
