/** «Контроль»: what is owed on every open deal, now or from a known time on; rewritten for the deals that a command changed. */

import type { Deal } from '../domain/deal'
import type { LocalDateTime } from '../domain/localTime'
import { obligationsOf } from '../domain/obligations'
import type { Obligation } from '../domain/obligations/obligation'
import { obligationDetail } from '../domain/obligations/obligationText'
import { type Office, roleTitles } from '../domain/office'
import type { ControlLine, Located } from './desk'

/** A moment after everything that a deal's present state will bring: rules that open later are seen from there. */
const farAhead: LocalDateTime = '9999-12-31T00:00'
/** Far from every date, so that the words stored in the sheet are never «сегодня». */
const noDay: LocalDateTime = '0001-01-01T00:00'

/** Lines after a change, by due time. Lines of untouched deals are kept as they are. */
export function controlAfter(
  lines: readonly ControlLine[],
  changed: readonly Located<Deal>[],
  office: Office,
  now: LocalDateTime,
): ControlLine[] {
  const ids = new Set(changed.map(({ value }) => value.id))
  const kept = lines.filter(({ dealId }) => dealId === null || !ids.has(dealId))
  return [...kept, ...changed.flatMap((located) => linesOf(located, office, now))].sort(byDue)
}

function linesOf(located: Located<Deal>, office: Office, now: LocalDateTime): ControlLine[] {
  const open = obligationsOf(located.value, office, now)
  const keys = new Set(open.map(({ key }) => key))
  const coming = obligationsOf(located.value, office, farAhead).filter(({ key }) => !keys.has(key))
  return [...open, ...coming].map((obligation) => lineOf(obligation, located, office))
}

function lineOf(obligation: Obligation, { row, value: deal }: Located<Deal>, office: Office): ControlLine {
  return {
    key: obligation.key,
    clause: obligation.clause,
    subject: obligation.subject,
    detail: obligationDetail(obligation.key, deal, noDay, office),
    who: 'role' in obligation.who ? roleTitles[obligation.who.role] : obligation.who.initials,
    opensAt: obligation.opensAt,
    due: obligation.due,
    dealId: deal.id,
    row,
    clientId: deal.clientId,
    remindAt: obligation.remindAt,
    overdueTo: obligation.overdueTo,
    reminded: null,
    escalated: null,
    breached: null,
  }
}

function byDue(a: ControlLine, b: ControlLine): number {
  return compare(a.due, b.due) || (a.dealId ?? 0) - (b.dealId ?? 0) || compare(a.key, b.key)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
