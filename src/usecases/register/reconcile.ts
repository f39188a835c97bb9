/** The register against the fold of its journal: what people changed by hand is journalled, put back or restored. */

import { type Client, emptyClient } from '../../domain/client/client'
import { type Deal, emptyDeal } from '../../domain/deal/deal'
import { clientTitles, dealTitles } from '../../domain/deal/fieldTitles'
import { type EditSetting, type Judged, judgeClientEdit, judgeDealEdit, noteText, type PutBack } from '../../domain/deal/judging/handEdit'
import { type Author, leastEditor } from '../../domain/office/permission'
import type { Issue } from '../../domain/problem'
import { isErrorValue } from '../../domain/register/cellLength'
import { counted } from '../../domain/text/russian'
import type { RowChange } from '../changes'
import { nextVersion } from '../located'
import type { Archived } from './archiveDeals'

export type Kept = (Deal & Archived) | Client

/** One row as it stands in the sheet now. */
export interface StandingRow {
  /** 1-based. */
  readonly row: number
  /** Readable cells by field; an id that is no number is null. */
  readonly fields: Readonly<Record<string, string | number | null>>
  /** Fields whose cell cannot be read, with the reason. */
  readonly unreadable: Readonly<Record<string, string>>
  /** Fields whose cell holds another type than its column (a phone that Sheets took for a number): written again as they are meant. */
  readonly mistyped: readonly string[]
}

/** What is to be written so that the register equals its journal again. */
export interface Reconciled {
  readonly changes: readonly RowChange<Kept>[]
  /** Cells to set, by row (values as fields). */
  readonly cells: readonly {
    readonly row: number
    readonly id: number
    readonly values: Readonly<Record<string, string | number | null>>
  }[]
  readonly notes: readonly { readonly row: number; readonly field: string; readonly text: string }[]
  /** Typed cells that stand: a formula among them is written as its value. */
  readonly taken: readonly { readonly row: number; readonly field: string }[]
  /** Rows that are gone from the sheet, to be appended again. */
  readonly restored: readonly Kept[]
  /** Numbers of rows of which the journal tells nothing: they stand as they are. */
  readonly unknown: readonly number[]
  readonly issues: readonly Issue[]
}

export interface ReconcileRequest {
  readonly table: 'deals' | 'clients'
  readonly rows: readonly StandingRow[]
  /** Fold of the journal, by id. */
  readonly known: ReadonlyMap<number, Kept>
  /** The same of deals that stand in an archive. */
  readonly archived: ReadonlyMap<number, Kept>
  /** The highest number that was given out: a row with a smaller one that the journal does not know has lost its lines, and is left alone. */
  readonly givenOut: number
  /** True when `rows` are all rows of the sheet: only then a missing one is known to be gone. */
  readonly whole: boolean
  readonly setting: Omit<EditSetting, 'client' | 'who'>
  /** Whose cells these are; null = nobody knows who typed. */
  readonly editor: Editor | null
  readonly clientOf: (deal: Deal) => Client | null
  /** Fields of a row that its last change filled by hand: emptied again, that is taken back. */
  readonly filledLast: (id: number) => ReadonlySet<string>
}

/** Who typed, as Google tells it, into which fields: whatever else differs in the row is somebody else's. */
export interface Editor {
  readonly who: Author
  readonly fields: ReadonlySet<string>
  /** Clients of whom he has a deal, or whose deal has no consultant yet. */
  readonly ownClients: ReadonlySet<number>
}

/** Every row with a known id is judged; ids that were typed over are found by the rest of their row. */
export function reconcile(request: ReconcileRequest): Reconciled {
  const { owners, strays: all } = ownersOf(request)
  const unknown = all.filter((row) => isGivenOut(row, request))
  const strays = all.filter((row) => !unknown.includes(row))
  const emptied = emptiedCells(owners, request)
  const parts = [...owners].map(([id, standing]) => reconcileRow(id, standing, request, emptied))
  const gone = request.whole ? [...request.known].filter(([id]) => !owners.has(id)).map(([, kept]) => kept) : []
  return {
    changes: parts.flatMap(({ change }) => (change === null ? [] : [change])),
    cells: [
      ...parts.flatMap(({ cells }) => cells),
      ...strays
        .filter(({ fields }) => fields['id'] !== null)
        .map((stray) => ({ row: stray.row, id: 0, values: strayCells(stray, request) })),
    ],
    notes: parts.flatMap(({ notes }) => notes),
    taken: parts.flatMap(({ taken }) => taken),
    restored: gone,
    unknown: unknown.map(({ fields }) => Number(fields['id'])),
    issues: [
      ...parts.flatMap(({ issues }) => issues),
      ...strays.map(({ row }) =>
        issue(
          request.table,
          row,
          '№',
          'строка без номера или с чужим номером: программа её не учитывает; заведите заявку через панель, а строку удалите',
        ),
      ),
      ...gone.map((kept) => issue(request.table, null, '№', `строка № ${kept.id} была удалена и возвращена в конец листа`)),
    ],
  }
}

/** More rows than that do not lose a cell by one hand's intention: a column was emptied, or a block of nothing pasted. */
const mostEmptied = 10

/** How many cells went empty at once, where that is a slip and not work; 0 = it is work. */
function emptiedCells(owners: ReadonlyMap<number, StandingRow>, request: ReconcileRequest): number {
  const counts = [...owners].map(([id, standing]) => lostFields(id, typedFields(request.known.get(id) as Kept, standing), request).length)
  return counts.filter((count) => count > 0).length > mostEmptied ? counts.reduce((sum, count) => sum + count, 0) : 0
}

/** What went empty, but for what was filled just before (Ctrl+Z of a pasted block). */
function lostFields(id: number, typed: Partial<Kept>, { filledLast }: ReconcileRequest): string[] {
  const empty = Object.entries(typed).filter(([, value]) => value === '' || value === null)
  const filled = empty.length === 0 ? new Set<string>() : filledLast(id)
  return empty.map(([field]) => field).filter((field) => !filled.has(field))
}

/** Example: «опустело сразу 65 ячеек; …» */
function emptiedText(cells: number): string {
  return `опустело сразу ${counted(cells, 'ячейка', 'ячейки', 'ячеек')}, и все они возвращены; если так и надо, делайте это по частям, до ${mostEmptied} строк за раз`
}

/** Written by the product, and its lines were deleted: absence proves nothing. */
function isGivenOut({ fields }: StandingRow, { known, archived, givenOut }: ReconcileRequest): boolean {
  const id = Number(fields['id'])
  return id > 0 && id <= givenOut && Number(fields['version']) >= 1 && !known.has(id) && !archived.has(id)
}

/** A copy of an archived row is emptied, since the archive has it; of any other row the number alone goes. */
function strayCells(stray: StandingRow, { archived }: ReconcileRequest): Readonly<Record<string, null>> {
  const kept = archived.get(Number(stray.fields['id']))
  const isCopy = kept !== undefined && likeness(stray, kept) >= halfAlike
  return isCopy ? Object.fromEntries(Object.keys(stray.fields).map((field) => [field, null])) : { id: null }
}

/** Who owns which row: by id; a copy of a row is a stray, a row whose id was typed over is recognised by its other cells. */
function ownersOf({ rows, known, whole }: ReconcileRequest): { owners: ReadonlyMap<number, StandingRow>; strays: readonly StandingRow[] } {
  const owners = new Map<number, StandingRow>()
  const strays: StandingRow[] = []
  for (const standing of rows) {
    const id = standing.fields['id']
    if (typeof id !== 'number' || !known.has(id)) strays.push(standing)
    else if (!owners.has(id)) owners.set(id, standing)
    else {
      const first = owners.get(id) as StandingRow
      const keepsFirst = likeness(first, known.get(id) as Kept) >= likeness(standing, known.get(id) as Kept)
      owners.set(id, keepsFirst ? first : standing)
      strays.push(keepsFirst ? standing : first)
    }
  }
  if (!whole) return { owners, strays }
  return claimStrays(owners, strays, known)
}

function claimStrays(owners: Map<number, StandingRow>, strays: readonly StandingRow[], known: ReadonlyMap<number, Kept>) {
  const left = [...strays]
  for (const [id, kept] of known) {
    if (owners.has(id)) continue
    const best = left.reduce<StandingRow | null>(
      (found, row) => (likeness(row, kept) > (found === null ? 0 : likeness(found, kept)) ? row : found),
      null,
    )
    if (best === null || likeness(best, kept) < halfAlike) continue
    owners.set(id, best)
    left.splice(left.indexOf(best), 1)
  }
  return { owners, strays: left }
}

const halfAlike = 0.6

/** Share of a kept row's filled fields that stand in a row of the sheet, 0–1; the id does not count. */
function likeness({ fields }: StandingRow, kept: Kept): number {
  const filled = Object.entries(kept).filter(([field, value]) => field !== 'id' && value !== '' && value !== null && value !== 0)
  return filled.length === 0 ? 0 : filled.filter(([field, value]) => fields[field] === value).length / filled.length
}

interface RowResult {
  readonly change: RowChange<Kept> | null
  readonly cells: Reconciled['cells']
  readonly notes: Reconciled['notes']
  readonly taken: Reconciled['taken']
  readonly issues: readonly Issue[]
}

/** @param emptied how many cells are put back together, 0 = none */
function reconcileRow(id: number, standing: StandingRow, request: ReconcileRequest, emptied: number): RowResult {
  const before = request.known.get(id) as Kept
  const [all, errors] = withoutErrors(typedFields(before, standing))
  const lost = emptied === 0 ? [] : lostFields(id, all, request)
  const typed = Object.fromEntries(Object.entries(all).filter(([field]) => !lost.includes(field))) as Partial<Kept>
  const failed = { ...errors, ...Object.fromEntries(lost.map((field) => [field, emptiedText(emptied)])) }
  const { accepted, putBack } = judge(before, typed, request)
  const back = { ...putBack, ...failed, ...unreadableOf(before, standing) }
  const change = Object.keys(accepted).length === 0 ? null : { before, after: nextVersion(before, accepted) as Kept }
  const settled = change?.after ?? before
  const values = {
    ...valuesOf(settled, [...standing.mistyped, ...Object.keys(accepted)]),
    ...valuesOf(before, Object.keys(back)),
    ...followed(change, standing, back),
  }
  return {
    change,
    cells: Object.keys(values).length === 0 ? [] : [{ row: standing.row, id, values }],
    taken: Object.keys(typed)
      .filter((field) => field in accepted)
      .map((field) => ({ row: standing.row, field })),
    notes: Object.entries(back).map(([field, why]) => ({ row: standing.row, field, text: noteText(titleOf(request.table, field), why) })),
    issues: Object.entries(back).map(([field, why]) =>
      issue(request.table, standing.row, titleOf(request.table, field), `возвращено прежнее значение: ${why}`),
    ),
  }
}

/** First what nobody knows the author of, by the least right, then what the editor typed. */
function judge(before: Kept, typed: Partial<Kept>, request: ReconcileRequest): Judged<Kept> {
  const isTold = ([field]: readonly [string, unknown]) => request.editor?.fields.has(field) === true
  const all = Object.entries(typed)
  const unknown = judgeBy(null, before, Object.fromEntries(all.filter((one) => !isTold(one))), request)
  const told = judgeBy(request.editor, { ...before, ...unknown.accepted } as Kept, Object.fromEntries(all.filter(isTold)), request)
  return { accepted: { ...unknown.accepted, ...told.accepted }, putBack: { ...unknown.putBack, ...told.putBack } }
}

function judgeBy(editor: Editor | null, before: Kept, typed: Partial<Kept>, { table, setting, clientOf }: ReconcileRequest): Judged<Kept> {
  if (Object.keys(typed).length === 0) return { accepted: {}, putBack: {} }
  if (table === 'clients') {
    const asked = { ...setting, who: editor?.who ?? leastEditor(''), isOwn: editor === null || editor.ownClients.has(before.id) }
    return judgeClientEdit(typed as Partial<Client>, asked) as Judged<Kept>
  }
  const deal = before as Deal
  const who = editor?.who ?? leastEditor(deal.consultant)
  return judgeDealEdit(deal, typed as Partial<Deal>, { ...setting, who, client: clientOf(deal) }) as Judged<Kept>
}

/** Fields whose readable value differs from the journal's. */
function typedFields(before: Kept, { fields }: StandingRow): Partial<Kept> {
  const known = before as unknown as Readonly<Record<string, unknown>>
  return Object.fromEntries(Object.entries(fields).filter(([field, value]) => field in known && value !== known[field])) as Partial<Kept>
}

/** What Sheets shows for a formula without a value («+7 911 …» is one) is nobody's text; a text that was stored so stands in the journal. */
function withoutErrors(typed: Partial<Kept>): readonly [Partial<Kept>, PutBack] {
  const failed = Object.entries(typed).filter(([, value]) => isErrorValue(value))
  const kept = Object.entries(typed).filter(([, value]) => !isErrorValue(value))
  return [Object.fromEntries(kept) as Partial<Kept>, Object.fromEntries(failed.map(([field, value]) => [field, errorText(String(value))]))]
}

/** Example: «таблица приняла введённое за формулу и показывает #ERROR! …» */
function errorText(value: string): string {
  return `таблица приняла введённое за формулу и показывает ${value}; поставьте перед текстом апостроф (')`
}

function unreadableOf(before: Kept, { unreadable }: StandingRow): Record<string, string> {
  return Object.fromEntries(Object.entries(unreadable).filter(([field]) => field in before))
}

function valuesOf(before: Kept, fields: readonly string[]): Record<string, string | number | null> {
  const known = before as unknown as Readonly<Record<string, string | number | null>>
  return Object.fromEntries(fields.map((field) => [field, known[field] ?? null]))
}

/** What follows from a legal edit and does not stand in the row yet: the version, the time of the stage, the phone's search form. */
function followed(change: RowChange<Kept> | null, { fields }: StandingRow, back: PutBack): Record<string, string | number | null> {
  if (change === null) return {}
  const before = change.before as unknown as Readonly<Record<string, unknown>>
  return Object.fromEntries(
    Object.entries(change.after).filter(([field, value]) => value !== before[field] && (fields[field] !== value || field in back)),
  ) as Record<string, string | number | null>
}

function titleOf(table: 'deals' | 'clients', field: string): string {
  const titles: Readonly<Record<string, string>> = table === 'deals' ? dealTitles : clientTitles
  return titles[field] ?? field
}

function issue(table: 'deals' | 'clients', row: number | null, column: string, message: string): Issue {
  return { where: table === 'deals' ? 'Сделки' : 'Клиенты', row, column, message }
}

/** A row of nothing, for the fold. */
export function emptyRow(table: 'deals' | 'clients'): Kept {
  return table === 'deals' ? emptyDeal : emptyClient
}
