/** The card follows the calendar (G3–G6, R1, R3): a command that a sync has decided, carried out on the deal; what the office refuses becomes a line. */

import { freeTitle } from '../../domain/calendar/slotTitle'
import { isSameAgain } from '../../domain/calendar/sync/book'
import { type BookingMark, detailsOf, readMark } from '../../domain/calendar/sync/bookingMark'
import { type CalendarCommand, type CalendarEvent, flag } from '../../domain/calendar/sync/decision'
import type { Deal } from '../../domain/deal/deal'
import { externalDecided } from '../../domain/deal/moveNeeds'
import { checkMove } from '../../domain/deal/pipeline'
import type { Person } from '../../domain/office/office'
import type { Problem } from '../../domain/problem'
import { problemText } from '../../domain/text/text.ru'
import { freshBooking, movedChanges, reassignedChanges, releasedChanges, releasedFields } from '../booking/bookingChanges'
import { type Caller, type Changes, changes, type Moment } from '../changes'
import type { Desk } from '../desk'
import { type Found, findDeal, nextVersion, stamp, withComment } from '../located'
import { restsOfMark } from './markedBooking'

/** Who changes the calendar is not told by Google: the journal names the calendar, and no right is derived from it. */
export const googleCalendar: Caller = { email: 'Google Календарь', name: 'Google Календарь', initials: '', roles: [] }

/** @returns changes of the deal, or of «Расхождения» alone where the office says no */
export function followCalendar(it: CalendarCommand, event: CalendarEvent, desk: Desk, moment: Moment): Changes {
  const found = findDeal(desk, { id: it.deal })
  if (!found.ok) return changes({ kind: 'calendar/nothing' })
  return followed(it, event, found.value, desk, moment)
}

/** Why a booking by hand does not come about, as the card would say once the deal waits; null = it would. */
export function bookingRefused(it: CalendarCommand, event: CalendarEvent, desk: Desk, moment: Moment): string | null {
  const located = desk.deals.get(it.deal)
  if (located === undefined) return null
  const { value: deal, row } = located
  const waiting = deal.stage === 'assigned' ? { ...deal, ...releasedFields(deal), stage: 'accepted' as const } : deal
  const made = followCalendar(it, event, { ...desk, deals: new Map(desk.deals).set(deal.id, { row, value: waiting }) }, moment)
  return made.deals.length > 0 ? null : (made.flags[0]?.detail ?? '')
}

function followed(it: CalendarCommand, event: CalendarEvent, found: Found, desk: Desk, moment: Moment): Changes {
  const { deal } = found
  switch (it.kind) {
    case 'booked':
      return booked(it, event, found, desk, moment)
    case 'moved':
      return movedChanges(found, { ...it, kind: 'calendar/moved', reason: ownReason(event, deal) }, moment)
    case 'resized':
      return plain(deal, 'calendar/resized', { end: it.end })
    case 'reassigned':
      return reassigned(it, event, found, desk, moment)
    case 'replaced':
      return replaced(it, event, found, desk, moment)
    case 'released':
      return releasedChanges(
        found,
        'calendar/released',
        it.why === 'deleted' ? 'событие удалено в календаре' : 'слот освобождён в календаре',
        moment,
      )
    case 'detached':
      return plain(deal, 'calendar/detached', {
        eventId: '',
        comments: withComment(deal, `${stamp(moment.now)}: событие убрано из календаря после начала`),
      })
    case 'linked':
      return plain(deal, 'calendar/linked', { eventId: it.eventId, start: it.start, end: it.end })
  }
}

function plain(deal: Deal, kind: string, fields: Partial<Deal>): Changes {
  return changes({ kind, deals: [{ before: deal, after: nextVersion(deal, fields) }] })
}

function personOf(initials: string, { office }: Desk): Person | undefined {
  return office.people.find((person) => person.initials === initials)
}

/** A move of ours whose run died before its commit left its reason on the event. */
function ownReason(event: CalendarEvent, deal: Deal): string {
  const mark = readMark(event.private)
  const isOurs = mark !== null && mark.method === 'deal/reschedule' && mark.deal === deal.id && mark.version > deal.version
  return isOurs ? reasonOf(mark) : ''
}

function reasonOf({ booking }: BookingMark): string {
  return String(detailsOf(booking)['reason'] ?? '')
}

type Booked = Extract<CalendarCommand, { kind: 'booked' }>

/** G3 by hand, or a booking of ours that died: topic, format and place come from its mark where it has one. */
function booked(it: Booked, event: CalendarEvent, found: Found, desk: Desk, moment: Moment): Changes {
  const { deal, client } = found
  const person = personOf(it.initials, desk)
  const after: Deal = { ...deal, ...bookedFields(it, deal, moment) }
  const request = {
    deal: { ...after, stage: deal.stage },
    client,
    to: 'assigned',
    reason: '',
    now: moment.now,
    office: desk.office,
    who: [],
  } as const
  const problem = isStandingAgain(it, deal) ? externalDecided(request) : refusalOf(checkMove(request))
  if (problem !== null || person === undefined) return refused('cannotBook', it, event, problem, moment)
  const kind = it.mark === null ? 'calendar/booked' : 'deal/book'
  const made = changes({ kind, deals: [{ before: deal, after: nextVersion(deal, after) }] })
  return it.mark === null ? made : { ...made, reason: reasonOf(it.mark), calendar: restsOfMark(it.mark, event, person.initials) }
}

/** What stood before stands again, whatever the card lacks today: out of the bin, or at its old hour with its old consultant. */
function isStandingAgain({ mark, initials, start }: Booked, deal: Deal): boolean {
  return isSameAgain(deal, initials) && (mark !== null || start === deal.firstStart)
}

function refusalOf(checked: ReturnType<typeof checkMove>): Problem | null {
  return checked.ok ? null : checked.problem
}

function bookedFields({ initials, start, end, eventId, mark }: Booked, deal: Deal, { now }: Moment): Partial<Deal> {
  const details = (mark === null ? {} : detailsOf(mark.booking)) as Partial<Pick<Deal, 'topic' | 'format' | 'place'>>
  const reason = mark === null ? '' : reasonOf(mark)
  const again = isSameAgain(deal, initials)
  return {
    ...freshBooking,
    stage: 'assigned',
    stageSince: now,
    consultant: initials,
    topic: details.topic ?? deal.topic,
    format: details.format ?? deal.format ?? 'inPerson',
    place: details.place ?? (again ? deal.place : ''),
    start,
    end,
    firstStart: again ? deal.firstStart : start,
    moves: again && start !== deal.firstStart ? 1 : 0,
    eventId,
    comments: withComment(
      deal,
      `${stamp(now)}: назначено на ${stamp(start)}, ${initials}${mark === null ? ' (в календаре)' : ''}${reason === '' ? '' : ` — ${reason}`}`,
    ),
  }
}

type Reassigned = Extract<CalendarCommand, { kind: 'reassigned' }>

/** The event carries other initials now: T2 holds there too. */
function reassigned(it: Reassigned, event: CalendarEvent, found: Found, desk: Desk, moment: Moment): Changes {
  const person = personOf(it.initials, desk)
  const problem = undecided(found, it.initials, desk, moment)
  if (problem !== null || person === undefined) return refused('cannotReassign', it, event, problem, moment)
  return reassignedChanges(found, person, { ...it, kind: 'calendar/reassigned', reason: '' }, moment)
}

function undecided({ deal, client }: Found, initials: string, { office }: Desk, { now }: Moment): Problem | null {
  return externalDecided({ deal: { ...deal, consultant: initials }, client, to: 'assigned', reason: '', now, office, who: [] })
}

type Replaced = Extract<CalendarCommand, { kind: 'replaced' }>

/** A move or reassignment of ours to another event whose run died before its commit: finished, the old event freed. */
function replaced(it: Replaced, event: CalendarEvent, found: Found, desk: Desk, moment: Moment): Changes {
  const { deal } = found
  const person = personOf(it.initials, desk)
  if (person === undefined) return refused('cannotReassign', it, event, null, moment)
  const reason = reasonOf(it.mark)
  const made =
    it.initials === deal.consultant
      ? movedChanges(found, { ...it, kind: 'deal/reschedule', reason }, moment)
      : reassignedChanges(found, person, { ...it, kind: 'deal/reassign', reason }, moment)
  const summary = deal.cannotHold === '' ? freeTitle(deal.consultant) : ''
  return { ...made, calendar: restsOfMark(it.mark, event, person.initials), freed: [{ eventId: deal.eventId, summary }] }
}

function refused(
  kind: 'cannotBook' | 'cannotReassign',
  it: Booked | Reassigned | Replaced,
  event: CalendarEvent,
  problem: Problem | null,
  { now }: Moment,
): Changes {
  const detail = problem === null ? '' : problemText(problem, now)
  return changes({ kind: 'calendar/refused', flags: [flag(kind, event, { consultant: it.initials, deal: it.deal, detail })] })
}
