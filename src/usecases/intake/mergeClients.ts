/** Two cards of one client become one: the deals of the dropped card point to the kept one, and it can all be taken back. */

import { blanksFilled, type Client, mergedInto } from '../../domain/client/client'
import { newsIn, newsOf, newsText } from '../../domain/client/news'
import { joinedMemory } from '../../domain/deal/archive'
import { joinedFiles } from '../../domain/deal/attachedFile'
import { type Deal, openStages } from '../../domain/deal/deal'
import { clientTitles } from '../../domain/deal/fieldTitles'
import type { Problem } from '../../domain/problem'
import { checkLengths } from '../../domain/register/fieldValue'
import { tables } from '../../domain/register/tables'
import { intakeRefusals } from '../../domain/text/intakeText.ru'
import { undoTexts } from '../../domain/text/text.ru'
import { changes, type Decision, type Moment, type RowChange } from '../changes'
import type { Desk } from '../desk'
import { clientRow, nextVersion } from '../located'
import { type Done, type Known, method } from '../method/method'
import { forbidden } from '../permissions'
import { changeIn, type FieldChanges, type JournalLine } from '../register/journal'

const mergeKind = 'client/merge'

/** @param desk with both cards and all deals of the dropped one */
export function mergeClients({ keep, drop }: { readonly keep: number; readonly drop: number }, desk: Desk, moment: Moment): Decision {
  const kept = desk.clients.get(keep)?.value
  const dropped = desk.clients.get(drop)?.value
  if (kept === undefined || dropped === undefined)
    return { ok: false, problem: { code: 'clientNotFound', id: kept === undefined ? keep : drop } }
  const problem = forbidden(moment.who, 'merge') ?? mergeProblem(kept, dropped)
  if (problem !== null) return { ok: false, problem }
  const filled = withBlanksFilled(kept, dropped)
  const tooLong = checkLengths({ files: filled.files })
  if (tooLong !== null) return { ok: false, problem: tooLong }
  const own = [...desk.deals.values()].map(({ value }) => value).filter(({ clientId }) => clientId === drop)
  const left = nextVersion(dropped, { outsideIds: `${dropped.outsideIds} merged:${keep}`.trim() })
  return {
    ok: true,
    changes: changes({
      kind: mergeKind,
      reason: `карточка № ${drop} объединена с № ${keep}`,
      deals: own.map((deal) => ({ before: deal, after: movedDeal(deal, filled, dropped) })),
      clients: [...(filled === kept ? [] : [{ before: kept, after: filled }]), { before: dropped, after: left }],
    }),
  }
}

/** What the dropped card says otherwise is kept beside the other one with a deal that is open. */
function movedDeal(deal: Deal, kept: Client, dropped: Client): Deal {
  const news = openStages.includes(deal.stage) ? newsText({ ...newsOf(dropped, kept), ...newsIn(deal.news) }) : deal.news
  return nextVersion(deal, { clientId: kept.id, organisation: kept.organisation, news })
}

function mergeProblem(kept: Client, dropped: Client): Problem | null {
  if (kept.id === dropped.id) return { code: 'badValue', title: clientTitles.id, why: intakeRefusals.sameClient }
  const into = mergedInto(kept) ?? mergedInto(dropped)
  return into === null ? null : { code: 'badValue', title: clientTitles.id, why: intakeRefusals.mergedAlready(into) }
}

/** The same card where nothing is to be filled. */
function withBlanksFilled(kept: Client, dropped: Client): Client {
  const files = joinedFiles(kept.files, dropped.files)
  const taken = { ...blanksFilled(kept, dropped), ...(files === kept.files ? {} : { files }) }
  if (Object.keys(taken).length === 0 && dropped.archivedLast === '') return kept
  return nextVersion(kept, { ...taken, ...joinedMemory(kept, dropped) })
}

type Line = Partial<JournalLine>

/** Lines of the last merge of this card, in the order of the journal; [] = it was never merged. */
function mergeLines(lines: readonly Line[], drop: number): readonly Line[] {
  const isOwn = (line: Line) => line.kind === mergeKind && line.table === 'Клиенты' && line.rowId === drop && 'outsideIds' in changeOf(line)
  const last = lines.map(isOwn).lastIndexOf(true)
  if (last < 0) return []
  const { reason } = lines[last] ?? {}
  let first = last
  while (first > 0 && lines[first - 1]?.kind === mergeKind && lines[first - 1]?.reason === reason) first--
  return lines.slice(first, last + 1)
}

/** Deals and cards that a merge changed, to be loaded before it is taken back. */
function mergedRows(lines: readonly Line[]): { readonly deals: readonly number[]; readonly clients: readonly number[] } {
  const idsOf = (table: Line['table']) => [...new Set(lines.filter((line) => line.table === table).map(({ rowId }) => rowId ?? 0))]
  return { deals: idsOf('Сделки'), clients: idsOf('Клиенты') }
}

/** Takes the last merge back: every field that still stands as the merge left it. What was changed since stays. */
function unmergeClient(drop: number, lines: readonly Line[], desk: Desk, moment: Moment): Decision {
  const dropped = desk.clients.get(drop)?.value
  const denied = forbidden(moment.who, 'merge')
  if (denied !== null) return { ok: false, problem: denied }
  if (dropped === undefined) return { ok: false, problem: { code: 'clientNotFound', id: drop } }
  if (lines.some((line) => changeIn(line) === null))
    return { ok: false, problem: { code: 'badValue', title: clientTitles.id, why: undoTexts.unreadable } }
  if (lines.length === 0 || mergedInto(dropped) === null)
    return { ok: false, problem: { code: 'badValue', title: clientTitles.id, why: intakeRefusals.notMerged } }
  return {
    ok: true,
    changes: changes({
      kind: 'client/unmerge',
      reason: `карточка № ${drop} снова отдельная`,
      deals: rowsBack<Deal>('Сделки', lines, (id) => desk.deals.get(id)?.value),
      clients: rowsBack<Client>('Клиенты', lines, (id) => desk.clients.get(id)?.value),
    }),
  }
}

function rowsBack<T extends Deal | Client>(
  table: JournalLine['table'],
  lines: readonly Line[],
  rowOf: (id: number) => T | undefined,
): RowChange<T>[] {
  return lines
    .filter((line) => line.table === table)
    .flatMap((line) => {
      const row = rowOf(line.rowId ?? 0)
      if (row === undefined) return []
      const before = Object.entries(changeOf(line)).filter(([field, pair]) => field !== 'version' && row[field as keyof T] === pair[1])
      const fields = Object.fromEntries(before.map(([field, pair]) => [field, pair[0]])) as Partial<T>
      return before.length === 0 ? [] : [{ before: row, after: { ...row, ...fields, version: row.version + 1 } }]
    })
}

function changeOf(line: Line): FieldChanges {
  return changeIn(line) ?? {}
}

/** Columns first, since only they tell which deals are the client's; then those deals as a whole. */
export const merge = method('client/merge', {
  may: 'merge',
  reads: [
    ({ keep, drop }) => ({ columns: { deals: ['id', 'clientId'] }, clients: [clientRow(keep), clientRow(drop)] }),
    ({ drop }, { scan }) => {
      const own = scan<Deal>('deals').filter(({ value }) => value.clientId === drop)
      return own.length === 0 ? null : { deals: own.map(({ row, value }) => ({ id: value.id ?? 0, row })) }
    },
  ],
  decide: (input, { desk, moment }) => mergeClients(input, desk, moment),
  answer: (done, { keep }) => told(done, keep),
})

export const unmerge = method('client/unmerge', {
  may: 'merge',
  reads: [
    () => ({ columns: { journal: tables.journal.columns.map(({ key }) => key) } }),
    ({ drop }, known) => {
      const rows = mergedRows(linesIn(known, drop))
      return {
        deals: rows.deals.map((id) => ({ id, row: null })),
        clients: [...new Set([drop, ...rows.clients])].map(clientRow),
      }
    },
  ],
  decide: ({ drop }, known) => unmergeClient(drop, linesIn(known, drop), known.desk, known.moment),
  answer: (done, { drop }) => told(done, drop),
})

function linesIn({ scan }: Known, drop: number): readonly Line[] {
  return mergeLines(
    scan<JournalLine>('journal').map(({ value }) => value),
    drop,
  )
}

function told({ changes: { clients, deals }, known }: Done, id: number): { readonly client: Client; readonly deals: number } {
  const client = clients.find(({ after }) => after.id === id)?.after ?? known.desk.clients.get(id)?.value
  if (client === undefined) throw new Error('a merge is about cards that were read')
  return { client, deals: deals.length }
}
