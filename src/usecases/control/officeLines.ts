/** Lines of «Контроль» that belong to no deal: kept while nobody looked, made anew from what a look at deals and calendar tells. */

import { calendarDuties, syncDuties, type Terms, termDuties } from '../../domain/obligations/duties/deskDuties'
import { type HeldDeal, payDuties, summaryDuties } from '../../domain/obligations/duties/monthDuties'
import { type SlotFacts, slotDuties } from '../../domain/obligations/duties/slotDuties'
import { feedbackDuties, newClientDuties, type PastDeal, quotaDuties } from '../../domain/obligations/duties/weekDuties'
import type { Duty, DutyKey } from '../../domain/obligations/duty'
import { countedDuty, isHistory } from '../../domain/obligations/history'
import { decoded } from '../../domain/register/stored'
import { addDays, dateOf, type LocalDate, type LocalDateTime, monthOf } from '../../domain/time/localTime'
import { weekClosing, weekListing } from '../../domain/time/workingTime'
import type { ControlLine, Desk } from '../desk'
import { type Scanned, stored } from '../register/service'

export type DutyDeal = PastDeal & HeldDeal

/** null = not looked at in this run: the standing lines stay. */
export interface Looked {
  readonly slots: SlotFacts | null
  readonly deals: readonly DutyDeal[] | null
  /** Clients of whom the archive knows a consultation. */
  readonly consulted?: ReadonlySet<number>
  readonly first: LocalDate | null
  /** Whose term is over; absent = it was not looked at. */
  readonly terms?: Terms
}

const slotKeys: readonly string[] = ['G1.slots', 'G4.replace'] satisfies DutyKey[]
const dealKeys: readonly string[] = ['K3.month', 'K3.new', 'T3.pay', 'G7.quota', 'W.personal'] satisfies DutyKey[]
/** «Сегодня» shows what is due within so many days. */
const shownDays = 7

export function readScanned(text: string): Scanned {
  return decoded(stored.scanned, text, { deals: null, slots: null, revision: '', first: null })
}

/** All office-wide lines as they are now. */
export function officeLines(
  { slots, deals, consulted = new Set(), first, terms = { count: 0, seen: '' } }: Looked,
  desk: Desk,
  now: LocalDateTime,
): ControlLine[] {
  const { office, months, service } = desk
  const kept = desk.control.filter(({ key }) => (slots === null && slotKeys.includes(key)) || (deals === null && dealKeys.includes(key)))
  const hasDeals = first !== null && first < `${monthOf(now)}-01`
  const duties = [
    ...(slots === null ? [] : slotDuties(slots, office, now)),
    ...(deals === null
      ? []
      : [
          ...newClientDuties(deals, consulted, office, now),
          ...feedbackDuties(deals, office, now),
          ...payDuties(deals, office, now),
          ...quotaDuties(deals, office, now),
          ...termDuties(terms, office, now),
        ]),
    ...summaryDuties({ months, hasDeals }, office, now),
    ...calendarDuties(office, now),
    ...syncDuties(service, now),
  ]
  return [...kept, ...duties.map((duty) => lineOf(duty.key === 'W.sync' ? duty : countedDuty(duty, office)))]
}

/**
 * Whether the deals have to be looked at again: a new day, a week's list or closing just passed, a line whose reminder or end came, or something was
 * committed while a line stands that people see.
 */
export function dealsAreDue(scanned: Scanned, { control, service, office }: Desk, now: LocalDateTime): boolean {
  const since = scanned.deals
  if (since === null || dateOf(since) < dateOf(now)) return true
  const turns = [weekListing(office, now), weekClosing(office, now)]
  if (turns.some((at) => at !== null && since < at && at <= now)) return true
  const lines = control.filter(({ key, dealId }) => dealId === null && dealKeys.includes(key))
  const isChanged = scanned.revision !== service.revision && lines.some(({ due }) => dateOf(due) <= addDays(dateOf(now), shownDays))
  return isChanged || lines.some(({ remindAt, due }) => isBetween(remindAt, since, now) || isBetween(due, since, now))
}

function isBetween(at: LocalDateTime | null, since: LocalDateTime, now: LocalDateTime): boolean {
  return at !== null && since <= at && at <= now
}

/**
 * Lines that stand no more and were not met by their time, as deals and months tell it now: what was asked, paid or done later had not been
 * yet. Slots and days off leave no trace of when they came, so whoever was first seen in order after the time counts as in time.
 */
export function wentLate(
  standing: readonly ControlLine[],
  lines: readonly ControlLine[],
  looked: Pick<Looked, 'deals' | 'consulted'>,
  desk: Pick<Desk, 'office' | 'months'>,
): ControlLine[] {
  const still = new Set(lines.map(nameOf))
  const gone = standing.filter((line) => !isHistory(line) && !still.has(nameOf(line)))
  // Hundreds of lines share the few times at which they are due.
  const owed = new Map([...new Set(gone.map(({ due }) => due))].map((due) => [due, owedBy(due, looked, desk)]))
  return gone.filter((line) => owed.get(line.due)?.has(nameOf(line)) === true)
}

/** Names of what was owed at that time, as deals and months tell it now. */
function owedBy(
  due: LocalDateTime,
  { deals, consulted = new Set() }: Pick<Looked, 'deals' | 'consulted'>,
  { office, months }: Pick<Desk, 'office' | 'months'>,
): ReadonlySet<string> {
  const by = (at: LocalDateTime | null) => (at !== null && at <= due ? at : null)
  const known = (deals ?? []).map((deal) => ({ ...deal, feedbackAskedAt: by(deal.feedbackAskedAt), paidAt: by(deal.paidAt) }))
  const done = months.map((one) => ({
    ...one,
    approved: by(one.approved),
    told: by(one.told),
    published: by(one.published),
    social: by(one.social ?? null),
  }))
  const owed = [
    ...newClientDuties(known, consulted, office, due),
    ...feedbackDuties(known, office, due),
    ...payDuties(known, office, due),
    ...summaryDuties({ months: done, hasDeals: true }, office, due),
    ...calendarDuties(office, due),
  ]
  return new Set(owed.map(nameOf))
}

function nameOf({ key, subject, due }: Pick<ControlLine, 'key' | 'subject' | 'due'>): string {
  return [key, subject, due].join('|')
}

/** Whether the lines differ from those that stand, what was reminded of aside. */
export function differs(lines: readonly ControlLine[], standing: readonly ControlLine[]): boolean {
  const texts = (all: readonly ControlLine[]) =>
    all
      .map(({ key, subject, detail, who, opensAt, due, remindAt, overdueTo }) =>
        [key, subject, detail, who, opensAt, due, remindAt, overdueTo].join('|'),
      )
      .sort()
      .join('\n')
  return texts(lines) !== texts(standing)
}

function lineOf({ key, ...duty }: Omit<Duty, 'overdueTo'> & { readonly overdueTo: string }): ControlLine {
  const clause = key.split('.')[0] ?? key
  return { ...duty, key, clause, dealId: null, row: null, clientId: null, reminded: null, escalated: null, breached: null }
}
