/** «Контроль»: what is owed, now or from a known time on; rewritten for the deals that a command changed, each line with what was done about it. */

import type { Deal } from '../../domain/deal/deal'
import { shortHash } from '../../domain/external/signedLink'
import { owersText } from '../../domain/obligations/obligation'
import { type Obligation, obligationDetail, owedOn } from '../../domain/obligations/obligations'
import type { Office } from '../../domain/office/office'
import type { LocalDateTime } from '../../domain/time/localTime'
import type { ControlLine, Located } from '../desk'
import { questionKey } from './questionLines'

/** A moment after everything that a deal's present state will bring: rules that open later are seen from there. */
const farAhead: LocalDateTime = '9999-12-31T00:00'
/** Far from every date, so that the words stored in the sheet are never «сегодня». */
const noDay: LocalDateTime = '0001-01-01T00:00'

export interface Setting {
  readonly office: Office
  readonly now: LocalDateTime
}

export interface ControlChange {
  /** Deals whose lines are made anew. */
  readonly deals: readonly Located<Deal>[]
  /** All lines that stand for no deal, made anew; null or absent = they stay as they are. */
  readonly officeWide?: readonly ControlLine[] | null
  /** All lines about bookings on which the office owes a decision, made anew; null or absent = they stay. */
  readonly questions?: readonly ControlLine[] | null
  /** Keys of office-wide lines that are met. */
  readonly met?: readonly string[]
}

/**
 * Lines after a change, by due time. A line is an episode, key + deal (or subject) + when it opened: where a new one has the same time of
 * reminder and the same owner it was reminded of already, where it has the same due its escalation and its breach are known already. Lines
 * that are not touched, or come out the same, are the same objects.
 */
export function controlAfter(standing: readonly ControlLine[], change: ControlChange, setting: Setting): ControlLine[] {
  const { deals, officeWide = null, questions = null, met = [] } = change
  const lines = standing.filter(({ dealId, key }) => dealId !== null || !met.includes(key))
  const ids = new Set(deals.map(({ value }) => value.id))
  const isRewritten = ({ dealId, key }: ControlLine) =>
    key === questionKey ? questions !== null : dealId === null ? officeWide !== null : ids.has(dealId)
  const known = byEpisode(lines.filter(isRewritten))
  const made = [...deals.flatMap((located) => linesOf(located, setting)), ...(officeWide ?? []), ...(questions ?? [])]
  const fresh = made.map((line) => withState(line, known.get(nameOf(line)) ?? []))
  return [...lines.filter((line) => !isRewritten(line)), ...fresh].sort(byDue)
}

function nameOf({ key, dealId, subject }: ControlLine): string {
  return `${key} ${dealId ?? subject}`
}

function byEpisode(lines: readonly ControlLine[]): ReadonlyMap<string, ControlLine[]> {
  const known = new Map<string, ControlLine[]>()
  for (const line of lines) {
    const own = known.get(nameOf(line))
    if (own === undefined) known.set(nameOf(line), [line])
    else own.push(line)
  }
  return known
}

function withState(line: ControlLine, known: readonly ControlLine[]): ControlLine {
  const reminded = known.find(({ remindAt, who }) => remindAt === line.remindAt && who === line.who)?.reminded ?? null
  const late = known.find(({ due }) => due === line.due)
  const after = { ...line, reminded, escalated: late?.escalated ?? null, breached: late?.breached ?? null }
  return known.find((one) => isSame(one, after)) ?? after
}

function isSame(a: ControlLine, b: ControlLine): boolean {
  return (Object.keys(b) as (keyof ControlLine)[]).every((field) => a[field] === b[field])
}

function linesOf(located: Located<Deal>, { office, now }: Setting): ControlLine[] {
  const { stage } = located.value
  if (stage === 'won' || stage === 'lost') return []
  const known = owedOn(located.value, office, now)
  const open = known.filter(({ opensAt }) => opensAt <= now)
  const byKey = new Map([...known, ...owedOn(located.value, office, farAhead), ...open].map((one) => [one.key, one]))
  return [...byKey.values()].map((obligation) => lineOf(obligation, located, office))
}

function lineOf(obligation: Obligation, { row, value: deal }: Located<Deal>, office: Office): ControlLine {
  const { key, overdueTo } = obligation
  return {
    key,
    clause: obligation.clause,
    subject: obligation.subject,
    detail: obligationDetail(key, deal, noDay, office),
    who: owersText(obligation),
    opensAt: obligation.opensAt,
    due: obligation.due,
    dealId: deal.id,
    row,
    clientId: deal.clientId,
    remindAt: obligation.remindAt,
    overdueTo: overdueTo === 'projectManager' ? `${overdueTo}: ${deal.project}` : overdueTo,
    reminded: null,
    escalated: null,
    breached: null,
  }
}

/** Lines by due time, wherever they stand in the sheet. */
export function inOrder(rows: readonly (ControlLine | null)[]): ControlLine[] {
  return rows.filter((line) => line !== null).sort(byDue)
}

function byDue(a: ControlLine, b: ControlLine): number {
  return compare(a.due, b.due) || (a.dealId ?? 0) - (b.dealId ?? 0) || compare(a.key, b.key)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Why it is owed, beside a year in which that year goes without saying. */
export function detailAt({ detail }: ControlLine, now: LocalDateTime): string {
  return detail.split(` ${now.slice(0, 4)},`).join(',')
}

/** All of the office that the checks of a booking look at. */
export function officeDigest({ settings, calendar, people, projects }: Office): string {
  return shortHash(JSON.stringify([settings, calendar, people, projects]))
}

/** What the lines follow from besides the deals: when it changes, the lines of all open deals are made anew. Seven signs at most. */
export function rulesOf({ settings, calendar, people, projects, required }: Office): string {
  const staff = people.map(({ initials, external }) => [initials, external])
  const managers = projects.map(({ name, managerEmail }) => [name, managerEmail])
  return shortHash(JSON.stringify([settings, calendar, staff, managers, required]))
}
