/** «Расхождения»: the lines that wait for a person, and which of them the caller sees. */

import { type DiscrepancyKind, discrepancyKinds } from '../../domain/calendar/sync/decision'
import { type Outcome as Chosen, outcomesIn, outcomeTitles } from '../../domain/calendar/sync/discrepancyText'
import { accept } from '../../domain/problem'
import type { LocalDateTime } from '../../domain/time/localTime'
import type { DiscrepancyItem, DiscrepancyOutcome } from '../../rpc/calendarContract'
import type { Moment } from '../changes'
import { type Known, method, type Reads } from '../method/method'
import { forbidden } from '../permissions'

/** One row: Ключ | Когда | Событие | Что | Консультант | № сделки | Предложено | Решено. */
export interface DiscrepancyLine {
  readonly key: string
  readonly at: LocalDateTime
  readonly event: string
  readonly what: string
  readonly consultant: string
  readonly dealId: number | null
  readonly proposed: string
  /** What was decided, '' = open. */
  readonly solved: string
}

/** How a line is closed whose cause went away. */
export const closedByItself = 'больше не так'

/** An empty row of the sheet is no line. */
export function isLine(row: Partial<DiscrepancyLine>): row is DiscrepancyLine {
  return row.key !== undefined && row.key !== ''
}

/** Kind and event of a key. Example: 'limit:abc123' → limit, abc123 */
export function readKey(key: string): { readonly kind: DiscrepancyKind; readonly eventId: string } | null {
  const kind = discrepancyKinds.find((known) => key.startsWith(`${known}:`))
  return kind === undefined ? null : { kind, eventId: key.slice(kind.length + 1) }
}

/** Open lines, those about a booking first, then the newest; one call. */
export const list = method('discrepancy/list', {
  may: 'read',
  reads: () => ({ whole: ['discrepancies'] }),
  look: (_input, known) => {
    const open = openLines(known).filter(({ consultant }) => concerns(consultant, known.moment))
    const items = open.flatMap((line) => itemOf(line, known.moment)).reverse()
    return accept({ items: [...items.filter(isOfDeal), ...items.filter((item) => !isOfDeal(item))] })
  },
})

function isOfDeal({ dealId }: DiscrepancyItem): boolean {
  return dealId !== null
}

/** Where «Расхождения» was read as a whole. */
export function openLines({ records }: Pick<Known, 'records'>): DiscrepancyLine[] {
  return records<DiscrepancyLine>('discrepancies').flatMap(({ value }) => (isLine(value) && value.solved === '' ? [value] : []))
}

/** What openCount needs: three columns in the same read. */
export const counted: Reads = { columns: { discrepancies: ['key', 'consultant', 'solved'] } }

/** Lines that wait for a person and that the caller may see. */
export function openCount({ scan, moment }: Pick<Known, 'scan' | 'moment'>): number {
  const lines = scan<DiscrepancyLine>('discrepancies').map(({ value }) => value)
  return lines.filter((line) => isLine(line) && !line.solved && concerns(line.consultant ?? '', moment)).length
}

/** A consultant sees his own; who may decide about others sees all. */
function concerns(consultant: string, { who }: Moment): boolean {
  return forbidden(who, 'reassign') === null || (consultant !== '' && consultant === who.initials)
}

/** Of the outcomes only those that the caller may choose: a consultant mends his own titles. */
function itemOf({ key, at, event, what, consultant, dealId, proposed }: DiscrepancyLine, { who }: Moment): DiscrepancyItem[] {
  const read = readKey(key)
  if (read === null) return []
  const decides = forbidden(who, 'reassign') === null
  const outcomes = outcomesIn(read.kind, proposed).filter((value) => decides || value === 'repair' || value === 'putBack')
  return [
    { key, at, event, eventId: read.eventId, what, consultant, dealId, outcomes: outcomes.map((outcome) => outcomeOf(outcome, dealId)) },
  ]
}

function outcomeOf(value: Chosen, dealId: number | null): DiscrepancyOutcome {
  return { value, title: outcomeTitles[value], needsReason: value === 'accept', needsDeal: value === 'link' && dealId === null }
}
