/** What a look at the calendar has decided, carried out: cards follow, the calendar is put right, lines and mirror are written in one commit. */

import type { MirrorEvent, Refusal } from '../../../domain/calendar/mirror'
import { freeTitle, titleReader } from '../../../domain/calendar/slotTitle'
import { slotBefore } from '../../../domain/calendar/sync/bookingMark'
import {
  type CalendarEvent,
  type Discrepancy,
  type DiscrepancyKind,
  type EventDecision,
  flag,
} from '../../../domain/calendar/sync/decision'
import { discrepancyKey, discrepancyText, ofAmo } from '../../../domain/calendar/sync/discrepancyText'
import { decoded } from '../../../domain/register/stored'
import { addMinutes, dateOf, type LocalDateTime } from '../../../domain/time/localTime'
import { followCalendar, googleCalendar } from '../../../usecases/calendar/followCalendar'
import { closedByItself, readKey } from '../../../usecases/calendar/listDiscrepancies'
import { restsOfMark } from '../../../usecases/calendar/markedBooking'
import { type Changes, changes, type Moment, type OpenQuestion } from '../../../usecases/changes'
import { officeDigest } from '../../../usecases/control/control'
import type { Desk } from '../../../usecases/desk'
import { type Mirrored, stored } from '../../../usecases/register/service'
import { freeNow } from '../../desk/carryOut'
import { commit, revisionAfter, type ServiceChange } from '../../desk/commit'
import { addressOf, type Loaded } from '../../desk/load'
import { pauseAfter } from '../../desk/outboxRow'
import { openAfter, readDiscrepancies } from '../../desk/rows/discrepancies'
import { mirrorWrites } from '../../desk/rows/mirrorRows'
import { freedEvents } from '../../desk/rows/outboxRows'
import { finishRests, freeEvent, insertRests, removeEvent } from '../../google/calendarWrites'
import { messageOf } from '../../google/platformError'
import type { Look } from './look'

/** @returns letters that wait because of it */
export function carryOutLook(found: Look, loaded: Loaded, service: ServiceChange): number {
  const moment: Moment = { ...loaded.moment, who: googleCalendar, entry: 'календарь' }
  const done = followed(found, loaded, moment)
  const flags = linesOf(found, done)
  const asked = { flags, solved: closedLines(loaded, flags), questions: questionsOf(found, done, loaded, flags) }
  const plans = [...done.parts, changes({ kind: 'calendar/asked', ...asked })]
  const look: Mirrored = {
    day: dateOf(moment.now),
    zone: loaded.desk.office.settings.zone,
    cards: clockOfCards(found, loaded),
    revision: revisionAfter(loaded, plans),
    rules: officeDigest(loaded.desk.office),
    until: overAt(done.mirror, flags, moment.now),
  }
  const cells = { ...service, ...tokens(found, loaded), mirrored: JSON.stringify(look) }
  const committed = commit({ ...loaded, moment }, plans, cells, mirrorWrites(loaded.snapshot, done.mirror, teller(found, done, loaded)))
  for (const freed of done.parts.flatMap(freedEvents)) freeNow(addressOf(loaded), freed)
  return committed.lettersWaiting
}

/** The former one while a person is asked which clock is right. */
function clockOfCards({ questions }: Look, { desk }: Loaded): string {
  const { zone, cards } = decoded(stored.mirrored, desk.service.mirrored, { zone: '', cards: '' })
  return questions.some(({ kind }) => kind === 'otherZone') ? cards || zone : desk.office.settings.zone
}

/** The token stays away while another calendar is asked about: every look lists it whole. */
function tokens({ questions, token }: Look, { desk }: Loaded): ServiceChange {
  const isOther = questions.some(({ why }) => why === 'other')
  return isOther ? { syncToken: '' } : { syncToken: token, syncCalendar: desk.office.settings.calendarId }
}

interface Followed {
  readonly parts: readonly Changes[]
  readonly mirror: readonly MirrorEvent[]
}

/** Each decision sees what the ones before it did to the same deal. One event that Google refuses is set aside; the rest goes on. */
function followed({ decided, mirror }: Look, loaded: Loaded, moment: Moment): Followed {
  const events = new Map(mirror.map((event) => [event.id, event]))
  const parts: Changes[] = []
  let desk = loaded.desk
  for (const { eventId, decision } of decided) {
    const event = events.get(eventId)
    const part = partOf(decision, event ?? tombstone(eventId), desk, moment)
    if (event !== undefined && isDue(event, moment.now))
      events.set(eventId, { ...event, refusal: repaired(loaded, decision, event, part, moment) })
    parts.push(part)
    desk = withChanges(desk, part)
  }
  return { parts, mirror: [...events.values()] }
}

function tombstone(id: string): CalendarEvent {
  const empty = { etag: '', title: '', start: '', end: '', allDay: false, recurringEventId: '', private: {} }
  return { id, ...empty, cancelled: true, declined: [] }
}

function partOf(decision: EventDecision, event: CalendarEvent, desk: Desk, moment: Moment): Changes {
  return decision.kind === 'command' ? followCalendar(decision.command, event, desk, moment) : changes({ kind: 'calendar/nothing' })
}

function withChanges(desk: Desk, { deals }: Changes): Desk {
  if (deals.length === 0) return desk
  const after = new Map(desk.deals)
  for (const { after: value } of deals) after.set(value.id, { row: desk.deals.get(value.id)?.row ?? null, value })
  return { ...desk, deals: after }
}

function isDue({ refusal }: MirrorEvent, now: LocalDateTime): boolean {
  return refusal === null || refusal.nextTry <= now
}

/** What is to be put right in the calendar itself, before the token moves on; done twice, it is the same. @returns why Google would not */
function repaired(
  loaded: Loaded,
  decision: EventDecision,
  event: MirrorEvent,
  { calendar: action }: Changes,
  { now }: Moment,
): Refusal | null {
  const calendar = addressOf(loaded)
  try {
    if (action?.kind === 'rests') finishRests(calendar, action)
    if (decision.kind === 'giveBack') {
      const rests = restsOfMark(decision.mark, event, decision.initials)
      if (rests !== null) insertRests(calendar, rests)
      if (slotBefore(decision.mark) === null) removeEvent(calendar, event.id)
      else freeEvent(calendar, event.id, freeTitle(decision.initials))
    }
    return null
  } catch (error) {
    const tries = (event.refusal?.tries ?? 0) + 1
    return { error: messageOf(error).slice(0, errorKept), tries, nextTry: addMinutes(now, pauseAfter(tries)) }
  }
}

const errorKept = 1_000

/** After so many tries a person hears of it. */
const toldAfter = 2

/** All lines that are so now. */
function linesOf({ decided, questions }: Look, { parts, mirror }: Followed): Discrepancy[] {
  const asked = decided.flatMap(({ decision }) => (decision.kind === 'discrepancy' ? [decision.discrepancy] : []))
  const stubborn = mirror.filter(({ refusal }) => refusal !== null && refusal.tries >= toldAfter)
  return [
    ...asked,
    ...parts.flatMap(({ flags }) => flags),
    ...stubborn.map((event) => flag('refused', event, { detail: event.refusal?.error ?? '' })),
    ...questions,
  ]
}

/** Kinds of lines on which a booking waits for the office; G5.limit stands for itself. */
const owing: readonly DiscrepancyKind[] = [
  ...(['cannotMove', 'overlap', 'breaks', 'bookedUnread', 'bookedNoTime', 'otherOrganisation'] as const),
  ...(['otherConsultant', 'declined', 'cannotReassign', 'which', 'recast'] as const),
]

function questionsOf({ lines }: Look, { parts }: Followed, loaded: Loaded, flags: readonly Discrepancy[]): OpenQuestion[] {
  const changed = new Map(parts.flatMap(({ deals }) => deals.map(({ after }) => [after.id, after] as const)))
  const rows = new Map(lines.map((line) => [line.value.id, line]))
  return openAfter(loaded, flags).flatMap(({ flag: line, at }) => {
    const known = line.deal === null || !owing.includes(line.kind) ? undefined : rows.get(line.deal)
    if (known === undefined) return []
    const { id: dealId, organisation, start, clientId } = changed.get(known.value.id) ?? known.value
    return [{ at, what: discrepancyText(line), dealId, organisation, start, row: known.row, clientId }]
  })
}

/** Lines that are so no more; what a person has decided is not touched. */
function closedLines({ snapshot }: Loaded, flags: readonly Discrepancy[]): Changes['solved'] {
  const keys = new Set(flags.map(discrepancyKey))
  const open = readDiscrepancies(snapshot).filter(({ line }) => line.solved === '' && !keys.has(line.key) && !isOfAmo(line.key))
  return open.map(({ line }) => ({ key: line.key, how: closedByItself }))
}

function isOfAmo(key: string): boolean {
  const kind = readKey(key)?.kind
  return kind !== undefined && ofAmo.includes(kind)
}

/** When the look is out of date though nothing changes: a line's event is over, a pause ends; '' = never. */
function overAt(mirror: readonly MirrorEvent[], flags: readonly Discrepancy[], now: LocalDateTime): LocalDateTime | '' {
  const moments = [
    ...flags.flatMap(({ event: { start, end } }) => [start, end]),
    ...mirror.flatMap(({ refusal }) => (refusal === null ? [] : [refusal.nextTry])),
  ]
  return moments.filter((at) => at > now).reduce<LocalDateTime | ''>((first, at) => (first === '' || at < first ? at : first), '')
}

/** What the mirror's rows say of their events. */
function teller({ lines }: Look, { parts }: Followed, { desk }: Loaded): Parameters<typeof mirrorWrites>[2] {
  const read = titleReader(desk.office.people)
  const changed = new Map(parts.flatMap(({ deals }) => deals.map(({ after }) => [after.id, after] as const)))
  const standing = lines
    .map(({ value }) => changed.get(value.id) ?? value)
    .filter(({ stage, eventId }) => stage !== 'lost' && eventId !== '')
  const byEvent = new Map(standing.map(({ id, eventId }) => [eventId, id]))
  return ({ id, title }) => ({ title: read(title), dealId: byEvent.get(id) ?? null })
}
