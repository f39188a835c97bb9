/** The journal: what changed, from the rows themselves. The register equals the fold of these lines. */

import * as v from 'valibot'
import type { Client } from '../../domain/client/client'
import type { Deal } from '../../domain/deal/deal'
import { decoded } from '../../domain/register/stored'
import type { Changes, Moment, RowChange } from '../changes'

export type JournalTable = 'Сделки' | 'Клиенты'

/** One row of the sheet «Журнал». */
export interface JournalLine {
  readonly at: string
  /** E-mail, or «неизвестно» where Google does not tell. */
  readonly who: string
  readonly entry: string
  readonly table: JournalTable
  readonly rowId: number
  /** Version of the row after the change. */
  readonly version: number
  readonly kind: string
  readonly reason: string
  /** JSON: field → [before, after]. */
  readonly change: string
  /** Key of the request that did it; '' = it had none. */
  readonly request: string
}

/** Field → [before, after]; for a new row before is null and empty fields are left out. */
export type FieldChanges = Readonly<Record<string, readonly [unknown, unknown]>>

/** What a line tells; null = somebody has typed over it. */
export function changeIn(line: Partial<Pick<JournalLine, 'change'>>): FieldChanges | null {
  return decoded(fieldChangesSchema, line.change ?? '', null)
}

/** No schema of fields: lines of older versions tell others. Some line of a row is told in thousands a day, so it is one look. */
const fieldChangesSchema = v.custom<FieldChanges>((read) => {
  if (typeof read !== 'object' || read === null || Array.isArray(read)) return false
  const pairs: unknown[] = Object.values(read)
  return pairs.length > 0 && pairs.every((pair) => Array.isArray(pair) && pair.length === 2)
})

/** Longest JSON of one line; a longer change is told in several lines of the same version. */
const lineLimit = 40_000

/** Lines for every changed row, deals first. */
export function journalOf(changes: Changes, moment: Moment): JournalLine[] {
  return [
    ...changes.deals.flatMap((change) => linesOf('Сделки', change, changes, moment)),
    ...changes.clients.flatMap((change) => linesOf('Клиенты', change, changes, moment)),
  ]
}

function linesOf(
  table: JournalTable,
  change: RowChange<Deal> | RowChange<Client>,
  { kind, reason }: Changes,
  moment: Moment,
): JournalLine[] {
  const head = {
    at: moment.now,
    who: moment.who.email === '' ? 'неизвестно' : moment.who.email,
    entry: moment.entry,
    table,
    rowId: change.after.id,
    version: change.after.version,
    kind,
    reason,
    request: moment.request ?? '',
  }
  return inPortions(fieldChanges(change.before, change.after)).map((part) => ({ ...head, change: JSON.stringify(part) }))
}

/**
 * Fields that differ.
 * @example fieldChanges({ stage: 'accepted' }, { stage: 'assigned' }) // { stage: ['accepted', 'assigned'] }
 */
export function fieldChanges(before: object | null, after: object): FieldChanges {
  const old = (before ?? {}) as Record<string, unknown>
  const entries = Object.entries(after)
    .filter(([field, value]) => (before === null ? value !== '' && value !== null : old[field] !== value))
    .map(([field, value]) => [field, [before === null ? null : (old[field] ?? null), value]] as const)
  return Object.fromEntries(entries)
}

function inPortions(change: FieldChanges): FieldChanges[] {
  const portions: Record<string, readonly [unknown, unknown]>[] = [{}]
  let size = 0
  for (const [field, pair] of Object.entries(change)) {
    const length = JSON.stringify(pair).length + field.length
    if (size > 0 && size + length > lineLimit) {
      portions.push({})
      size = 0
    }
    const portion = portions[portions.length - 1]
    if (portion !== undefined) portion[field] = pair
    size += length
  }
  return portions
}

/** The row that the lines of one row add up to, oldest first, without those that cannot be read; `initial` gives empty fields. */
export function foldJournal<T extends object>(initial: T, lines: readonly Pick<JournalLine, 'change'>[]): T {
  const fields: Record<string, unknown> = {}
  for (const line of lines) {
    for (const [field, pair] of Object.entries(changeIn(line) ?? {})) fields[field] = pair[1]
  }
  return { ...initial, ...fields }
}

/** Lines of «Сделки» among those that were read, oldest first. */
export function dealLines({ journal }: { readonly journal: readonly Partial<JournalLine>[] }): readonly Partial<JournalLine>[] {
  return journal.filter(({ table }) => table === 'Сделки').sort((a, b) => (a.version ?? 0) - (b.version ?? 0))
}

/**
 * Fields that the last change of a row filled by hand where nothing had stood: emptied again, they are as before it (Ctrl+Z).
 * @param lines of one row
 */
export function filledByHand(lines: readonly Partial<JournalLine>[]): ReadonlySet<string> {
  const last = Math.max(...lines.map(({ version }) => version ?? 0))
  const made = lines.filter(({ version, kind }) => version === last && kind === 'hand/edit')
  const pairs = made.flatMap((line) => Object.entries(changeIn(line) ?? {}))
  return new Set(pairs.filter(([, [before]]) => before === '' || before === null).map(([field]) => field))
}
