/** I9: a client who goes straight to an employee: the deal is made in «Консультация назначена», and the consultation put into the calendar. */

import { bookedTitle, freeTitle } from '../../domain/calendar/slotTitle'
import type { Client } from '../../domain/client/client'
import { type Deal, emptyDeal } from '../../domain/deal/deal'
import { checkNew } from '../../domain/deal/pipeline'
import type { Person } from '../../domain/office/office'
import type { Problem } from '../../domain/problem'
import { checkLengths, checkValues } from '../../domain/register/fieldValue'
import { addDays, addMinutes, dateOf, type LocalDateTime } from '../../domain/time/localTime'
import type { Input } from '../../rpc/contract'
import { bookedAnswer } from '../card/answers'
import { type CalendarAction, changes, type Decision, type Moment } from '../changes'
import type { Desk } from '../desk'
import { clientAfter } from '../intake/createDeal'
import { clientRow, stamp } from '../located'
import { method } from '../method/method'
import { forbidden } from '../permissions'
import type { Times } from './bookingChanges'
import { eventsAbout, slotNow, unlessTroubled, withMirror } from './checks'
import { restsAround } from './rescheduleDeal'
import { heldByOther } from './slotHolds'

type OwnInput = Input<'deal/bookOwn'>

/** A complete client card, consultant, topic and time are needed; a consultant books for himself only. */
function bookOwn(input: OwnInput, desk: Desk, moment: Moment): Decision {
  const person = desk.office.people.find(({ initials }) => initials === input.consultant)
  const times = timesOf(input)
  const problem = ownProblem(input, person, times, desk, moment)
  if (problem !== null || person === undefined || times === null)
    return { ok: false, problem: problem ?? { code: 'consultantUnknown', initials: input.consultant } }
  const known = input.clientId === null ? null : (desk.clients.get(input.clientId)?.value ?? null)
  if (input.clientId !== null && known === null) return { ok: false, problem: { code: 'clientNotFound', id: input.clientId } }
  const client = clientAfter(known, input, desk, moment)
  return bookNew(input, { person, times, client: client.after }, client.before === client.after ? [] : [client], desk, moment)
}

interface OwnBooking {
  readonly person: Person
  readonly times: Times
  readonly client: Client
}

/** Its next number is the new deal’s. */
function slotFor({ consultant, client }: OwnInput, { service }: Desk): Parameters<typeof slotNow>[1] {
  return { consultant, organisation: client.organisation, mark: { deal: Number(service.lastDealId) + 1, version: 1 } }
}

function bookNew(
  input: OwnInput,
  it: OwnBooking,
  clients: readonly { before: Client | null; after: Client }[],
  desk: Desk,
  moment: Moment,
): Decision {
  const deal = newDeal(input, it, desk, moment)
  const checked = checkNew({ stage: 'assigned', client: it.client, deal, office: desk.office })
  if (!checked.ok) return checked
  const calendar = actionOf(input, it, deal)
  return { ok: true, changes: changes({ kind: 'deal/bookOwn', deals: [{ before: null, after: deal }], clients, calendar }) }
}

function timesOf({ slot, at }: OwnInput): Times | null {
  if (slot === null) return at
  const hour = addMinutes(slot.start, 60)
  return { start: slot.start, end: hour <= slot.event.end ? hour : slot.event.end }
}

function ownProblem(input: OwnInput, person: Person | undefined, times: Times | null, desk: Desk, moment: Moment): Problem | null {
  const { who, now } = moment
  const denied = forbidden(who, 'assign', { ...emptyDeal, consultant: input.consultant })
  if (denied !== null) return denied
  if (person === undefined) return { code: 'consultantUnknown', initials: input.consultant }
  if (times === null || times.end <= times.start) return { code: 'badValue', title: 'Начало', why: 'не выбрано время консультации' }
  if (times.start <= now) return pastProblem(input, times, now)
  const texts =
    checkLengths(input.client) ??
    checkLengths({ request: input.request, place: input.place }) ??
    checkValues({ ...input.client, topic: input.topic }, { office: desk.office, now })
  return texts ?? heldByOther(input.slot, desk, moment)
}

/** So far back a consultation that was held can be entered, days. */
const enteredWithin = 31

/** I9: what has been held already is entered with a note, by its consultant or the office; what still runs, or took a free slot, is not. */
function pastProblem({ slot, overrideReason = '' }: OwnInput, times: Times, now: LocalDateTime): Problem | null {
  const isOver = slot === null && times.end <= now && times.start >= addDays(dateOf(now), -enteredWithin)
  if (!isOver) return { code: 'badValue', title: 'Начало', why: 'это время уже прошло' }
  return overrideReason.trim() === '' ? { code: 'reasonNeeded', what: 'консультация уже прошла, почему её вносят теперь (I9)' } : null
}

/** What stands in the comments of a new one. */
function noteOf({ consultant, overrideReason = '' }: OwnInput, { start }: Times, now: LocalDateTime): string {
  const when = `${stamp(start)}, ${consultant}`
  return `${stamp(now)}: ${start <= now ? `внесена уже проведённая консультация, ${when} — ${overrideReason.trim()}` : `назначено на ${when}`}`
}

function newDeal(input: OwnInput, { times, client }: OwnBooking, desk: Desk, { now }: Moment): Deal {
  const id = Number(desk.service.lastDealId) + 1
  return {
    ...emptyDeal,
    id,
    version: 1,
    stage: 'assigned',
    stageSince: now,
    received: now,
    channel: 'phoneStaff',
    clientId: client.id,
    organisation: client.organisation,
    contact: client.contact,
    phone: client.phone,
    topic: input.topic,
    request: input.request,
    agreedWith: input.consultant,
    consultant: input.consultant,
    ...times,
    firstStart: times.start,
    format: input.format,
    place: input.place,
    eventId: input.slot?.eventId ?? ownEventId(id, times.start),
    reachedAt: now,
    ...(times.start <= now ? { toldAt: times.start } : {}),
    comments: noteOf(input, times, now),
  }
}

/** The same booking tried again gets the same event. Example: ownEventId(41721, '2026-11-27T10:00') → 'desk41721n202611271000' */
function ownEventId(id: number, start: LocalDateTime): string {
  return `desk${id}n${start.replace(/\D/g, '')}`
}

function actionOf(input: OwnInput, { times, person }: OwnBooking, deal: Deal): CalendarAction {
  const { slot, topic, format } = input
  const summary = bookedTitle(person.initials, deal.organisation)
  const booking = JSON.stringify({ topic, format, place: input.place.slice(0, 300) })
  const mark = { deal: deal.id, version: 1, booking, method: 'deal/bookOwn', was: slot === null ? '' : JSON.stringify(slot.event) }
  if (slot === null) return { kind: 'insert', eventId: deal.eventId, summary, ...times, mark }
  const rest = restsAround(times, slot.event)
  return { kind: 'book', eventId: slot.eventId, etag: slot.etag, summary, ...times, mark, rest, restSummary: freeTitle(person.initials) }
}

/** Six calls. */
export const own = method('deal/bookOwn', {
  may: 'assign',
  reads: [
    ({ clientId }) => ({ ...withMirror, index: [], ...(clientId === null ? {} : { clients: [clientRow(clientId)] }) }),
    ({ slot, at }) => eventsAbout(slot?.start ?? at?.start),
  ],
  decide: (input, known) => {
    const slot = input.slot === null ? null : slotNow(input.slot, slotFor(input, known.desk), known)
    if (input.slot !== null && slot === null)
      return { ok: false, problem: { code: 'slotTaken', start: input.slot.start, consultant: input.consultant } }
    return unlessTroubled(bookOwn({ ...input, slot }, known.desk, known.moment), known, input.overrideReason, true)
  },
  answer: bookedAnswer,
})
