/** G6: «не смогу провести», and the consultation given to another consultant with a slot of his own. */

import { bookedTitle, freeTitle } from '../../domain/calendar/slotTitle'
import type { Deal } from '../../domain/deal/deal'
import { externalDecided } from '../../domain/deal/moveNeeds'
import type { Person } from '../../domain/office/office'
import type { Problem } from '../../domain/problem'
import { checkLengths } from '../../domain/register/fieldValue'
import { addMinutes, minutesBetween } from '../../domain/time/localTime'
import type { Input } from '../../rpc/contract'
import { bookedAnswer, cardAfter } from '../card/answers'
import { type CalendarAction, changes, type Decision, type Moment } from '../changes'
import type { Desk } from '../desk'
import { dealReads, type Found, findDeal, nextVersion, stamp, withComment } from '../located'
import { method } from '../method/method'
import { forbidden } from '../permissions'
import { reassignedChanges, type Times } from './bookingChanges'
import { eventsAbout, nextMark, slotNow, unlessTroubled, withMirror } from './checks'
import { restsAround } from './rescheduleDeal'
import { heldByOther } from './slotHolds'

/** The office manager owes a reassignment from now on (G6.reassign); the booking stands until then. */
function cannotHold(input: Input<'deal/cannotHold'>, desk: Desk, moment: Moment): Decision {
  const found = findDeal(desk, input.deal)
  if (!found.ok) return found
  const { deal } = found.value
  const problem = forbidden(moment.who, 'assign', deal) ?? reasonProblem(input.reason, deal, 'консультант не сможет провести')
  if (problem !== null) return { ok: false, problem }
  return {
    ok: true,
    changes: changes({
      kind: 'deal/cannotHold',
      reason: input.reason,
      deals: [{ before: deal, after: saidSo(deal, input.reason, moment) }],
    }),
  }
}

/** The deal with «не смогу провести» on it, and a comment. */
export function saidSo(deal: Deal, reason: string, { now }: Moment): Deal {
  const said = `${stamp(now)}: ${reason}`
  return nextVersion(deal, {
    cannotHold: said,
    comments: withComment(deal, `${stamp(now)}: ${deal.consultant} не сможет провести — ${reason}`),
  })
}

/** R1: why a move in the calendar was made. */
function noteReason(input: Input<'deal/reason'>, desk: Desk, moment: Moment): Decision {
  const found = findDeal(desk, input.deal)
  if (!found.ok) return found
  const { deal } = found.value
  const problem = forbidden(moment.who, 'assign', deal) ?? reasonProblem(input.reason, deal, 'консультация перенесена')
  if (problem !== null) return { ok: false, problem }
  const comments = withComment(deal, `${stamp(moment.now)}: причина переноса — ${input.reason}`)
  return {
    ok: true,
    changes: changes({
      kind: 'deal/reason',
      reason: input.reason,
      deals: [{ before: deal, after: nextVersion(deal, { moveReason: input.reason, comments }) }],
    }),
  }
}

function reasonProblem(reason: string, deal: Deal, what: string): Problem | null {
  if (deal.stage !== 'assigned') return { code: 'moveNotAllowed', from: deal.stage, to: 'assigned' }
  return reason.trim() === '' ? { code: 'reasonNeeded', what } : checkLengths({ moveReason: reason })
}

/** The new consultant's slot is booked; the old event is freed, or removed where its consultant cannot hold anything then. */
function reassignDeal(input: Input<'deal/reassign'>, desk: Desk, moment: Moment): Decision {
  const found = findDeal(desk, input.deal)
  if (!found.ok) return found
  const { deal } = found.value
  const person = desk.office.people.find(({ initials }) => initials === input.consultant)
  const problem = forbidden(moment.who, 'reassign', deal) ?? reassignProblem(input, person, found.value, desk, moment)
  if (problem !== null || person === undefined)
    return { ok: false, problem: problem ?? { code: 'consultantUnknown', initials: input.consultant } }
  const times = timesIn(input.slot, deal)
  const move = { ...times, eventId: input.slot.eventId, kind: 'deal/reassign', reason: input.reason }
  const made = reassignedChanges(found.value, person, move, moment)
  const summary = deal.cannotHold === '' ? freeTitle(deal.consultant) : ''
  const freed = deal.eventId === '' ? [] : [{ eventId: deal.eventId, summary }]
  return { ok: true, changes: { ...made, calendar: bookNew(input, deal, times), freed } }
}

function reassignProblem(
  input: Input<'deal/reassign'>,
  person: Person | undefined,
  { deal, client }: Found,
  desk: Desk,
  moment: Moment,
): Problem | null {
  if (person === undefined) return { code: 'consultantUnknown', initials: input.consultant }
  if (person.initials === deal.consultant)
    return { code: 'badValue', title: 'Консультант', why: 'тот же, что и был; для другого времени есть перенос' }
  if (input.slot.start <= moment.now) return { code: 'badValue', title: 'Начало', why: 'это время уже прошло' }
  const given = { ...deal, consultant: person.initials }
  const undecided = externalDecided({ deal: given, client, to: 'assigned', reason: '', now: moment.now, office: desk.office, who: [] })
  return (
    reasonProblem(input.reason, deal, 'консультация передаётся другому консультанту') ?? undecided ?? heldByOther(input.slot, desk, moment)
  )
}

function timesIn(slot: Input<'deal/reassign'>['slot'], deal: Deal): Times {
  const length = deal.start === null || deal.end === null ? 60 : minutesBetween(deal.start, deal.end)
  const end = addMinutes(slot.start, length)
  return { start: slot.start, end: end <= slot.event.end ? end : slot.event.end }
}

function bookNew({ consultant, slot, reason }: Input<'deal/reassign'>, deal: Deal, times: Times): CalendarAction {
  const booking = JSON.stringify({ reason: reason.slice(0, 300) })
  return {
    kind: 'book',
    eventId: slot.eventId,
    etag: slot.etag,
    summary: bookedTitle(consultant, deal.organisation),
    ...times,
    mark: {
      deal: deal.id,
      version: deal.version + 1,
      booking,
      was: JSON.stringify(slot.event),
      method: 'deal/reassign',
      from: deal.eventId,
    },
    rest: restsAround(times, slot.event),
    restSummary: freeTitle(consultant),
  }
}

export const reason = method('deal/reason', {
  may: 'assign',
  reads: ({ deal }) => dealReads(deal),
  decide: (input, { desk, moment }) => noteReason(input, desk, moment),
  answer: cardAfter,
})

export const refuseToHold = method('deal/cannotHold', {
  may: 'assign',
  reads: ({ deal }) => dealReads(deal),
  decide: (input, { desk, moment }) => cannotHold(input, desk, moment),
  answer: cardAfter,
})

/** Six calls: the old event is freed by the page's next one. */
export const reassign = method('deal/reassign', {
  may: 'reassign',
  reads: [({ deal }) => ({ ...dealReads(deal), ...withMirror }), ({ slot }) => eventsAbout(slot.start)],
  decide: (input, known) => {
    const slot = slotNow(input.slot, { consultant: input.consultant, mark: nextMark(input.deal) }, known)
    if (slot === null) return { ok: false, problem: { code: 'slotTaken', start: input.slot.start, consultant: input.consultant } }
    return unlessTroubled(reassignDeal({ ...input, slot }, known.desk, known.moment), known, input.reason)
  },
  answer: bookedAnswer,
})
