/** K3: somebody's clients are asked for feedback every month. G7: a week with demand in which a consultant held too few. */

import { quotaOf } from '../../calendar/quota'
import { isEmployedWithin } from '../../calendar/slotPieces'
import { makesKnown } from '../../deal/closing'
import { type Deal, unassignedStages } from '../../deal/deal'
import { heldStages } from '../../month/count/held'
import type { Office, Person } from '../../office/office'
import { roleTitles } from '../../office/roles'
import { dateWords, monthIn } from '../../text/russian'
import { addDays, atMinute, dateOf, type LocalDate, type LocalDateTime, minutesBetween, mondayOf, monthOf } from '../../time/localTime'
import { lastClosingDayOfMonth, previousWorkingDay, weekClosing, weekListing } from '../../time/workingTime'
import type { Duty } from '../duty'

/** Columns of a deal that these rules look at. */
export type PastDeal = Pick<
  Deal,
  | 'id'
  | 'clientId'
  | 'organisation'
  | 'feedbackWaived'
  | 'stage'
  | 'consultant'
  | 'start'
  | 'end'
  | 'feedbackAskedAt'
  | 'topic'
  | 'received'
>

const usualMinutes = 60

/**
 * K3.month: a consultant has held at least one this month before the last Friday's list, none of his clients was asked, and one of them can
 * be asked still: a closed card is not.
 * Asked for by whoever closes the week, by that Friday 18:00; reminder that day at 15:00. A month ends with the first working day of the
 * next one, so that what was missed on its last day is still in a director's digest.
 */
export function feedbackDuties(deals: readonly PastDeal[], office: Office, now: LocalDateTime): Duty[] {
  const month = monthOf(previousWorkingDay(office.calendar, dateOf(now)))
  const day = lastClosingDayOfMonth(office.calendar, month)
  if (day === null) return []
  const { closer, fridayCloseBy, fridayListAt } = office.settings
  const due = atMinute(day, fridayCloseBy)
  const asked = new Set(deals.filter((deal) => deal.feedbackAskedAt !== null && monthOf(deal.feedbackAskedAt) === month).map(consultantOf))
  const listed = atMinute(day, fridayListAt)
  const held = deals
    .filter((deal) => isHeldUntil(deal, listed < now ? listed : now) && monthOf(deal.start ?? '') === month && deal.stage !== 'won')
    .map(consultantOf)
  return people(
    office,
    [...new Set(held)].filter((initials) => !asked.has(initials)),
  ).map(({ initials }) => ({
    key: 'K3.month',
    subject: `Спросить отзыв у клиента ${initials} ${monthIn(month)}`,
    detail: 'в этом месяце ещё не спрашивали',
    who: roleTitles[closer],
    opensAt: `${month}-01T00:00`,
    due,
    remindAt: listed,
    overdueTo: 'directorDigest',
  }))
}

/**
 * K3.new: the card of a new client stands in «Консультация проведена», he was not asked and nobody has said why not. By that week's Friday
 * 18:00, reminder that day at 15:00. A client is asked once, however many consultations he had: one duty for a name.
 * @param consulted clients of whom the archive knows a consultation
 */
export function newClientDuties(deals: readonly PastDeal[], consulted: ReadonlySet<number>, office: Office, now: LocalDateTime): Duty[] {
  const known = new Set(deals.filter((deal) => makesKnown(deal, { now, settings: office.settings })).map(({ clientId }) => clientId))
  const isNew = ({ clientId }: PastDeal) => clientId !== null && !known.has(clientId) && !consulted.has(clientId)
  const owed = deals.filter((deal) => deal.stage === 'held' && deal.feedbackAskedAt === null && !deal.feedbackWaived && isNew(deal))
  return firstOfEach(owed).flatMap((deal) => {
    const ended = deal.end ?? deal.start ?? now
    const closing = [0, 7].map((days) => closingOf(office, addDays(dateOf(ended), days))).find((one) => one !== null && one.listed >= ended)
    if (closing === undefined || closing === null) return []
    return [
      {
        key: 'K3.new',
        subject: `Спросить отзыв у нового клиента: ${nameOf(deal)}`,
        detail: `№ ${deal.id}, первая консультация`,
        who: roleTitles[office.settings.closer],
        opensAt: ended,
        due: closing.due,
        remindAt: closing.listed,
        overdueTo: 'directorDigest',
      },
    ]
  })
}

const nameOf = ({ organisation, id }: PastDeal) => organisation || `сделка № ${id}`

/** Of deals of one name the one that was held first. */
function firstOfEach(deals: readonly PastDeal[]): PastDeal[] {
  const lastFirst = [...deals].sort((a, b) => (b.end ?? '').localeCompare(a.end ?? ''))
  return [...new Map(lastFirst.map((deal) => [nameOf(deal), deal])).values()]
}

/** Friday's list and closing of the week of a day; null = it has no working day. */
function closingOf(office: Office, day: LocalDate): { readonly listed: LocalDateTime; readonly due: LocalDateTime } | null {
  const [listed, due] = [weekListing(office, day), weekClosing(office, day)]
  return listed === null || due === null ? null : { listed, due }
}

/**
 * G7.quota: the last closed week had demand in a topic of this consultant and he held fewer than the quota. Nobody owes it any more:
 * a line in the director's week and in the month's table. Demand = a deal of the topic came that week, or still waits unassigned.
 */
export function quotaDuties(deals: readonly PastDeal[], office: Office, now: LocalDateTime): Duty[] {
  const closed = lastClosed(office, now)
  if (closed === null) return []
  const { monday, at } = closed
  const until = addDays(monday, 7)
  const waited = new Set(deals.filter((deal) => isDemandOf(deal, monday, until)).map(({ topic }) => topic))
  const held = deals.filter((deal) => (deal.start ?? '') >= monday && (deal.start ?? '') < until && isHeldUntil(deal, now))
  return office.people
    .filter((person) => isOnStaff(person, monday) && person.topics.some((topic) => waited.has(topic)))
    .map((person) => ({
      initials: person.initials,
      quota: quotaOf(person, office, monday),
      count: held.filter(({ consultant }) => consultant === person.initials).length,
    }))
    .filter(({ count, quota }) => count < quota)
    .map(({ initials, count, quota }) => ({
      key: 'G7.quota',
      subject: `Квота не выполнена: ${initials}, неделя с ${dateWords(monday)}`,
      detail: `проведено ${count} из ${quota}, заявки были`,
      who: '',
      opensAt: at,
      due: at,
      remindAt: null,
      overdueTo: 'directorDigest',
    }))
}

/** The last week whose closing has passed. */
function lastClosed(office: Office, now: LocalDateTime): { readonly monday: LocalDate; readonly at: LocalDateTime } | null {
  for (let back = 0; back < 4; back++) {
    const monday = addDays(mondayOf(now), -7 * back)
    const at = weekClosing(office, monday)
    if (at !== null && at <= now) return { monday, at }
  }
  return null
}

function isDemandOf({ received, stage, topic }: PastDeal, monday: LocalDate, until: LocalDate): boolean {
  if (topic === null || received >= until) return false
  return received >= monday || unassignedStages.includes(stage)
}

/** Held in fact: its end has passed, whether the card is filled or not. */
function isHeldUntil({ stage, start, end }: PastDeal, at: LocalDateTime): boolean {
  if (start === null || (stage !== 'assigned' && !heldStages.includes(stage))) return false
  return end === null ? minutesBetween(start, at) >= usualMinutes : end <= at
}

function isOnStaff(person: Person, monday: LocalDate): boolean {
  return !person.external && person.initials !== '' && isEmployedWithin(person, monday, addDays(monday, 6)) && !isAway(person, monday)
}

/** The whole working week away. */
function isAway({ absences }: Person, monday: LocalDate): boolean {
  return absences.some(({ from, until }) => from <= monday && until >= addDays(monday, 4))
}

function consultantOf({ consultant }: PastDeal): string {
  return consultant
}

function people(office: Office, initials: readonly string[]): readonly Person[] {
  return office.people.filter((person) => initials.includes(person.initials))
}
