/** The sheet «Расхождения»: its lines read, and the requests that open and close them in a commit. */

import type { Discrepancy } from '../../../domain/calendar/sync/decision'
import {
  discrepancyKey,
  discrepancyText,
  eventText,
  isLasting,
  ofBooking,
  proposedText,
} from '../../../domain/calendar/sync/discrepancyText'
import type { LocalDateTime } from '../../../domain/time/localTime'
import { closedByItself, type DiscrepancyLine, isLine, readKey } from '../../../usecases/calendar/listDiscrepancies'
import type { Changes } from '../../../usecases/changes'
import type { Layout } from '../../google/register/layout'
import { ownCells } from '../../google/register/ownCells'
import type { Snapshot } from '../../google/register/reader'
import { readRecord } from '../../google/register/records'
import { isOurs, sealed } from '../../google/signed/seal'
import type { Loaded } from '../load'

type Request = GoogleAppsScript.Sheets.Schema.Request

export interface LocatedLine {
  readonly row: number
  readonly line: DiscrepancyLine
}

/** A look asks for them several times, and a seal takes its time. */
const readOnce = new WeakMap<object, readonly LocatedLine[]>()

/** The product's own lines in the sheet's order, where the query read it whole. */
export function readDiscrepancies({ whole, layouts }: Snapshot): readonly LocatedLine[] {
  const rows = whole.discrepancies
  if (rows === undefined) return []
  const read = readOnce.get(rows) ?? readAnew(rows, layouts.discrepancies ?? {})
  readOnce.set(rows, read)
  return read
}

function readAnew(rows: NonNullable<Snapshot['whole']['discrepancies']>, layout: Layout): LocatedLine[] {
  return rows.flatMap((cells, index) => {
    const { fields } = readRecord('discrepancies', index + 2, cells, layout)
    const line = fields as Partial<DiscrepancyLine>
    return isLine(line) && isOurs('discrepancies', line) ? [{ row: index + 2, line }] : []
  })
}

/** New lines to append and standing ones to rewrite or close. What stands there just so, open or decided, is not listed again. */
export function discrepancyWrites(
  loaded: Loaded,
  parts: readonly Changes[],
): { appended: { [key: string]: string | number | null }[]; requests: Request[] } {
  const standing = new Map(readDiscrepancies(loaded.snapshot).map((located) => [located.line.key, located]))
  const opened = new Map(parts.flatMap(({ flags }) => flags).map((flag) => [discrepancyKey(flag), lineOf(flag, loaded.moment.now)]))
  const fresh = [...opened.values()].filter((line) => !isToldAlready(line, standing.get(line.key)?.line))
  const changed = fresh.filter(({ key }) => standing.get(key)?.line.solved === '')
  const solved = new Map([...goneWithBooking(standing, parts), ...parts.flatMap((part) => part.solved)].map((one) => [one.key, one]))
  const closed = [...solved.values()].filter(({ key }) => standing.get(key)?.line.solved === '' && !opened.has(key))
  const accepted = parts.flatMap((part) => part.accepted).map(({ line, how }) => ({ ...lineOf(line, loaded.moment.now), solved: how }))
  const rowOf = (key: string) => (standing.get(key) as LocatedLine).row
  return {
    appended: [...fresh.filter((line) => !changed.includes(line)), ...accepted].map((line) => ({ ...line })),
    requests: ownCells('discrepancies', loaded.snapshot.layouts.discrepancies, [
      ...changed.map((line) => ({ row: rowOf(line.key), values: sealed('discrepancies', { ...line }) })),
      ...closed.map(({ key, how }) => ({ row: rowOf(key), values: closedLine(standing.get(key) as LocatedLine, how) })),
    ]),
  }
}

/** A booking that is given up breaks no rule any more: its lines close with it. */
function goneWithBooking(standing: ReadonlyMap<string, LocatedLine>, parts: readonly Changes[]): Changes['solved'] {
  const left = parts.flatMap(({ deals }) => deals.filter(({ before, after }) => before?.stage === 'assigned' && after.stage !== 'assigned'))
  const ids = new Set(left.map(({ after }) => after.id))
  const about = [...standing.values()].filter(({ line: { key, dealId } }) => {
    const kind = readKey(key)?.kind
    return dealId !== null && ids.has(dealId) && kind !== undefined && ofBooking.includes(kind)
  })
  return about.map(({ line: { key } }) => ({ key, how: closedByItself }))
}

/** What changes of it: the seal is over the line as a whole. */
function closedLine({ line }: LocatedLine, solved: string) {
  const { seal = '' } = sealed('discrepancies', { ...line, solved })
  return { solved, seal }
}

/** Which of the lines stand open after they are written, and since when: those of a person's lasting decision do not. */
export function openAfter(
  { snapshot, moment }: Loaded,
  flags: readonly Discrepancy[],
): { readonly flag: Discrepancy; readonly at: LocalDateTime }[] {
  const standing = new Map(readDiscrepancies(snapshot).map(({ line }) => [line.key, line]))
  return flags.flatMap((flag) => {
    const known = standing.get(discrepancyKey(flag))
    const isTold = isToldAlready(lineOf(flag, moment.now), known)
    if (isTold && known?.solved !== '') return []
    return [{ flag, at: isTold && known !== undefined ? known.at : moment.now }]
  })
}

function lineOf(it: Discrepancy, now: LocalDateTime): DiscrepancyLine {
  return {
    key: discrepancyKey(it),
    at: now,
    event: eventText(it, now),
    what: discrepancyText(it),
    consultant: it.consultant,
    dealId: it.deal,
    proposed: proposedText(it),
    solved: '',
  }
}

/** A year that goes without saying is no new fact on 1 January. */
function withoutYear(text: string): string {
  return text.replace(/(?<=[а-я]) 20\d\d(?=,|\s|\)|$)/g, '')
}

function isToldAlready(line: DiscrepancyLine, known: DiscrepancyLine | undefined): boolean {
  const stands = known !== undefined && (known.solved === '' || isLasting(known.solved))
  return stands && withoutYear(known.event) === withoutYear(line.event) && withoutYear(known.what) === withoutYear(line.what)
}
