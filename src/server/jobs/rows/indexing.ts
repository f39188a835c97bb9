/** «Указатель» made anew of the columns: once a day, and where it does not tell the truth of now. */

import type { Client } from '../../../domain/client/client'
import type { Deal } from '../../../domain/deal/deal'
import { tables } from '../../../domain/register/tables'
import { addDays, dateOf } from '../../../domain/time/localTime'
import { type Base, baseColumns, baseOf } from '../../../usecases/index/base'
import { type Marks, markedAt, marksOf } from '../../../usecases/index/marks'
import type { JournalLine } from '../../../usecases/register/journal'
import { serviceCells } from '../../desk/commit'
import { type Loaded, loadDesk, loadFurther } from '../../desk/load'
import { partRow, pieceLength, standOf, standText, summaryIn, summaryPieces, summaryRows, valuesOf } from '../../desk/rows/indexRows'
import { underLock } from '../../google/lock'
import { scanColumns } from '../../google/register/records'
import { type Commit, type Replaced, writeRegister } from '../../google/register/writer'
import { sealed } from '../../google/signed/seal'

/** More lines of news than that, or more text in them, are put into it at once: every command proves them all. */
const [mostNews, longestNews] = [200, 4_000]
/** Questions of so many days are kept at least. */
const daysAsked = 62

/** @param isMoved rows stand elsewhere than it tells, or it is a new day */
export function keepIndex(loaded: Loaded, isMoved: boolean): void {
  const stand = standOf(loaded.desk.service)
  const isCounted = loaded.desk.service.journalLines !== ''
  const isDue = isMoved || stand === null || stand.news > mostNews || newsLength(loaded) > longestNews
  if (isCounted && isDue) underLock(() => makeIndex(loaded))
}

function newsLength({ snapshot }: Loaded): number {
  return (snapshot.whole.indexNews ?? []).flat().reduce<number>((sum, cell) => sum + String(cell).length, 0)
}

function makeIndex({ session }: Loaded): void {
  const loaded = loadDesk(session, { whole: ['index', 'indexNews'], columns: { ...baseColumns } })
  const { desk, moment, snapshot } = loaded
  const base = baseOf(
    {
      ids: snapshot.columns.deals?.['id'] ?? [],
      deals: known<Deal>(loaded, 'deals'),
      clients: known<Client>(loaded, 'clients'),
      marks: marksNow(loaded),
    },
    addDays(dateOf(moment.now), -Math.max(daysAsked, desk.office.settings.feedbackEveryDays)),
  )
  const written = baseWrites(loaded, base)
  const stand = { lines: desk.service.journalLines, news: 0, made: moment.now }
  writeRegister(session.spreadsheetId, {
    layouts: snapshot.layouts,
    ...written,
    service: serviceCells(loaded, { indexed: written === null ? '' : standText(stand) }),
  })
}

/** Carried on, or made of the whole journal where there are none yet. */
function marksNow(loaded: Loaded): Marks {
  const { journalLines, lastDealId } = loaded.desk.service
  const before = summaryIn(valuesOf(loaded.snapshot), {})
  if (before !== null) return markedAt(before.marks, Number(journalLines), Number(lastDealId))
  const { rows } = scanColumns<JournalLine>(loadFurther(loaded, { columns: { journal: ['table', 'rowId'] } }).snapshot, 'journal')
  return marksOf(rows.map(({ value: { table, rowId } }) => (table === tables.deals.title ? (rowId ?? 0) : 0)))
}

/** Rows that can be read; a number that nobody gave is no row of ours. */
function known<T extends { readonly id: number }>({ snapshot }: Loaded, table: 'deals' | 'clients'): T[] {
  const columns = baseColumns[table]
  const { rows } = scanColumns<T>(snapshot, table)
  return rows.flatMap(({ value }) =>
    typeof value.id === 'number' && value.id > 0 && columns.every((key) => key in value) ? [value as unknown as T] : [],
  )
}

/** Rows that differ from those that stand, and the news emptied; null = it has no room. */
function baseWrites(loaded: Loaded, { summary, parts }: Base): Pick<Commit, 'replaced'> | null {
  const pieces = summaryPieces(summary, loaded.moment.now)
  if (pieces === null || parts.some((text) => text.length > pieceLength)) return null
  const standing = valuesOf(loaded.snapshot)
  const values = new Map([
    ...summaryRows.map((id, at) => [id, pieces[at] ?? ''] as const),
    ...parts.map((text, part) => [partRow(part), text] as const),
  ])
  const height = loaded.snapshot.whole.index?.length ?? 0
  const changed = [...values].filter(([id, value]) => (value === '' ? id > height : standing.get(id) !== value))
  const news = loaded.snapshot.whole.indexNews?.length ?? 0
  return {
    replaced: {
      index: stretches(changed, height),
      ...(news === 0 ? {} : { indexNews: [{ rows: [], before: news }] }),
    },
  }
}

/** Neighbours go together. @param height rows that stand below the heading */
function stretches(changed: readonly (readonly [id: number, value: string])[], height: number): Replaced[] {
  const found: { from: number; rows: Replaced['rows'][number][]; before: number }[] = []
  for (const [id, value] of changed) {
    const last = found[found.length - 1]
    const isNext = last !== undefined && last.from + last.rows.length === id - 1
    const stretch = isNext ? last : { from: id - 1, rows: [], before: 0 }
    if (!isNext) found.push(stretch)
    stretch.rows.push(value === '' ? { id } : sealed('index', { id, value }))
    if (id <= height) stretch.before++
  }
  return found
}
