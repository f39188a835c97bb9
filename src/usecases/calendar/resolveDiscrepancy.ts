/** A line of «Расхождения» decided by a person: the calendar is put right, the card follows, or it is accepted as it is. */

import { bookedTitle, freeTitle, readTitle } from '../../domain/calendar/slotTitle'
import type { CalendarEvent, DiscrepancyKind } from '../../domain/calendar/sync/decision'
import { ofAmo, outcomesIn, outcomeTitles, proposedTitle } from '../../domain/calendar/sync/discrepancyText'
import { settingDefinitions } from '../../domain/office/settings'
import type { Problem } from '../../domain/problem'
import { addMinutes, minutesBetween } from '../../domain/time/localTime'
import type { Input, Output } from '../../rpc/contract'
import { movedChanges, releasedChanges } from '../booking/bookingChanges'
import { eventsBetween, unlessTroubled } from '../booking/checks'
import { saidSo } from '../booking/reassignDeal'
import { type Changes, changes, type Decision, type Moment } from '../changes'
import { amoRow } from '../control/amocrm/queue'
import type { Desk } from '../desk'
import { clientRow, type Found, findDeal, nextVersion, stamp, withComment } from '../located'
import { type Known, method } from '../method/method'
import { forbidden } from '../permissions'
import { followCalendar } from './followCalendar'
import { type DiscrepancyLine, isLine, openLines, readKey } from './listDiscrepancies'

type ResolveInput = Input<'discrepancy/resolve'>

/** What the line is about, read under the lock. */
export interface Disputed {
  readonly kind: DiscrepancyKind
  readonly consultant: string
  readonly dealId: number | null
  /** The ways out as the line names them. */
  readonly proposed: string
  /** null = it is gone from the calendar meanwhile. */
  readonly event: CalendarEvent | null
  /** Where «Настройки» name the calendar (1-based); null = nowhere. */
  readonly addressRow: number | null
}

function resolveDiscrepancy(input: ResolveInput, it: Disputed, desk: Desk, moment: Moment): Decision {
  const { key, outcome, reason } = input
  const problem = denied(input, it, moment)
  if (problem !== null) return { ok: false, problem }
  const made = resolved(input, it, desk, moment)
  if (!made.ok) return made
  const how = `${outcomeTitles[outcome]}${reason === '' ? '' : ` — ${reason}`} (${moment.who.name}, ${stamp(moment.now)})`
  return { ok: true, changes: { ...made.changes, reason, flags: [], solved: [{ key, how }] } }
}

/** A consultant mends his own titles; everything else is the office's. */
function denied({ outcome, reason }: ResolveInput, { kind, consultant, proposed }: Disputed, { who }: Moment): Problem | null {
  if (!outcomesIn(kind, proposed).includes(outcome)) return { code: 'badValue', title: 'Решение', why: 'для такого расхождения его нет' }
  const isOwn = consultant !== '' && consultant === who.initials && (outcome === 'repair' || outcome === 'putBack')
  const right = isOwn ? forbidden(who, 'assign') : forbidden(who, 'reassign')
  if (right !== null) return right
  if (outcome === 'restoreAddress') return forbidden(who, 'settings')
  return outcome === 'accept' && reason.trim() === '' ? { code: 'reasonNeeded', what: 'перенос принимается' } : null
}

function resolved(input: ResolveInput, it: Disputed, desk: Desk, moment: Moment): Decision {
  const { outcome } = input
  if (outcome === 'confirm') return done(changes({ kind: 'discrepancy/confirm' }))
  if (outcome === 'ignore' || (it.event === null && !isWithoutEvent(outcome))) return done(changes({ kind: 'discrepancy/ignore' }))
  if (outcome === 'repair') return repaired(it, desk)
  if (outcome === 'free') return freed(it)
  if (outcome === 'restoreAddress') return addressBack(it, desk)
  if (outcome === 'anew') return madeAnew(it, moment)
  const found = findDeal(desk, { id: (outcome === 'link' ? input.deal?.id : null) ?? it.dealId ?? 0 })
  return found.ok ? ofDeal(input, it, found.value, desk, moment) : found
}

function done(it: Changes): Decision {
  return { ok: true, changes: it }
}

/** What can be done though the event is gone, or the line is about none. */
function isWithoutEvent(outcome: ResolveInput['outcome']): boolean {
  return outcome === 'release' || outcome === 'reassign' || outcome === 'restoreAddress' || outcome === 'anew'
}

/** The calendar in which the bookings were made. */
function addressBack({ addressRow }: Disputed, { service }: Desk): Decision {
  if (addressRow === null || service.syncCalendar === '') return { ok: false, problem: { code: 'nothingToDo' } }
  const rows = [{ table: 'settings', row: addressRow, values: { value: service.syncCalendar } }] as const
  return done(changes({ kind: 'discrepancy/restoreAddress', rows }))
}

/** The lead is gone there, or was not taken: the next look at amoCRM makes it, or tries again. */
function madeAnew({ dealId, kind }: Disputed, { now }: Moment): Decision {
  if (dealId === null) return { ok: false, problem: { code: 'nothingToDo' } }
  const values = amoRow({ deal: dealId, row: null, mark: 'anew', anew: kind === 'amoGone' }, now)
  return done(changes({ kind: 'discrepancy/anew', rows: [{ table: 'outbox', row: null, values }] }))
}

/** The title that the line offers: a free slot, or a booking of an organisation that has a deal; never a guess of this moment. */
function repaired({ event, proposed }: Disputed, { office }: Desk): Decision {
  const summary = readTitle(event?.title ?? '', office.people).kind === 'ask' ? proposedTitle(proposed) : ''
  if (summary === '')
    return { ok: false, problem: { code: 'badValue', title: 'Название', why: 'подсказки нет; исправьте его в календаре' } }
  return done(changes({ kind: 'discrepancy/repair', calendar: { kind: 'set', eventId: event?.id ?? '', summary } }))
}

function freed({ event, consultant }: Disputed): Decision {
  const calendar = { kind: 'cleared', eventId: event?.id ?? '', summary: freeTitle(consultant) } as const
  return done(changes({ kind: 'discrepancy/free', calendar }))
}

function ofDeal({ outcome, reason }: ResolveInput, it: Disputed, found: Found, desk: Desk, moment: Moment): Decision {
  const { deal } = found
  if (outcome === 'link') return linked(it, found, desk, moment)
  if (deal.stage !== 'assigned') return { ok: false, problem: { code: 'moveNotAllowed', from: deal.stage, to: 'assigned' } }
  if (outcome === 'reassign') {
    const why = reason === '' ? 'решение офис-менеджера' : reason
    return done(changes({ kind: 'discrepancy/reassign', deals: [{ before: deal, after: saidSo(deal, why, moment) }] }))
  }
  if (outcome === 'handOver') return handedOver(it, found, desk, moment)
  if (outcome === 'accept') return it.kind === 'cannotMove' ? followedTo(it, found, reason, moment) : accepted(found, reason, moment)
  if (outcome === 'release') {
    const calendar = deal.eventId === '' ? null : ({ kind: 'free', eventId: deal.eventId, summary: freeTitle(deal.consultant) } as const)
    return done({
      ...releasedChanges(found, 'discrepancy/release', reason === '' ? 'снято по расхождению с календарём' : reason, moment),
      calendar,
    })
  }
  return it.kind === 'limit' ? movedBack(found, reason, moment) : putBack(found, it)
}

/** From now on the two days count from the accepted time (G5). */
function accepted({ deal }: Found, reason: string, { now }: Moment): Decision {
  const comments = withComment(deal, `${stamp(now)}: перенос принят — ${reason}`)
  const after = nextVersion(deal, { firstStart: deal.start, moveReason: reason, comments })
  return done(changes({ kind: 'discrepancy/accept', deals: [{ before: deal, after }] }))
}

/** Title and time of the card again. */
function putBack({ deal }: Found, { event }: Disputed): Decision {
  const summary = bookedTitle(deal.consultant, deal.organisation)
  const times = deal.start === null || deal.end === null ? {} : { start: deal.start, end: deal.end }
  return done(changes({ kind: 'discrepancy/putBack', calendar: { kind: 'set', eventId: event?.id ?? deal.eventId, summary, ...times } }))
}

/** The card takes the time of the event, as the person has decided. */
function followedTo({ event }: Disputed, found: Found, reason: string, moment: Moment): Decision {
  if (event === null) return { ok: false, problem: { code: 'nothingToDo' } }
  const { id: eventId, start, end } = event
  return done(movedChanges(found, { start, end, eventId, kind: 'discrepancy/accept', reason }, moment))
}

/** G6: to the consultant whose initials stand in the title. */
function handedOver({ event }: Disputed, found: Found, desk: Desk, moment: Moment): Decision {
  const title = event === null ? null : readTitle(event.title, desk.office.people)
  if (event === null || title?.kind !== 'booked') return { ok: false, problem: { code: 'nothingToDo' } }
  const { id: eventId, start, end } = event
  const own = { deal: found.deal.id, eventId, start, end, initials: title.initials }
  return madeOf(followCalendar({ kind: 'reassigned', ...own }, event, desk, moment), 'discrepancy/handOver')
}

/** What the card refused is said to the person. */
function madeOf(made: Changes, kind: string): Decision {
  if (made.deals.length > 0) return done({ ...made, kind })
  const why = made.flags[0]?.detail ?? ''
  return { ok: false, problem: { code: 'badValue', title: 'Сделка', why: why === '' ? 'на неё записать нельзя' : why } }
}

/** A move too far goes back to the time first assigned. */
function movedBack(found: Found, reason: string, moment: Moment): Decision {
  const { deal } = found
  const start = deal.firstStart ?? deal.start ?? ''
  const end = addMinutes(start, deal.start === null || deal.end === null ? 60 : minutesBetween(deal.start, deal.end))
  const why = reason === '' ? 'возвращено на первое назначенное время' : reason
  const made = movedChanges(found, { start, end, eventId: deal.eventId, kind: 'discrepancy/putBack', reason: why }, moment)
  return done({ ...made, calendar: { kind: 'set', eventId: deal.eventId, start, end } })
}

/** The event is the booking of the deal that the person has chosen; one that stands elsewhere moves here, and its old hour is free. */
function linked({ event, consultant }: Disputed, found: Found, desk: Desk, moment: Moment): Decision {
  if (event === null) return { ok: false, problem: { code: 'nothingToDo' } }
  const { id: eventId, start, end } = event
  const { deal } = found
  if (deal.stage === 'assigned') {
    if (consultant !== deal.consultant)
      return {
        ok: false,
        problem: { code: 'badValue', title: 'Консультант', why: `сделку ведёт ${deal.consultant}; передайте её на карточке` },
      }
    const freed = deal.eventId === '' || deal.eventId === eventId ? [] : [{ eventId: deal.eventId, summary: freeTitle(deal.consultant) }]
    return done({ ...movedChanges(found, { start, end, eventId, kind: 'discrepancy/link', reason: '' }, moment), freed })
  }
  const made = followCalendar(
    { kind: 'booked', deal: found.deal.id, eventId, initials: consultant, start, end, mark: null },
    event,
    desk,
    moment,
  )
  return madeOf(made, 'discrepancy/link')
}

/** The caller has decided this line so already: his answer was lost. */
function decidedBefore({ key, outcome }: ResolveInput, { records, moment: { who } }: Known): Output<'discrepancy/resolve'> | null {
  const lines = records<DiscrepancyLine>('discrepancies').filter(({ value }) => isLine(value) && value.key === key)
  const solved = lines[lines.length - 1]?.value.solved ?? ''
  const isSame = solved.startsWith(outcomeTitles[outcome]) && solved.includes(` (${who.name}, `)
  return isSame ? { solved, lettersWaiting: 0 } : null
}

/** Outcomes after which a deal has another time. */
const takingTime: readonly ResolveInput['outcome'][] = ['link', 'accept', 'handOver', 'putBack']

/** The line first, then the deal and the event that it is about, then the deal's client: the page knows the line only. */
export const resolve = method('discrepancy/resolve', {
  may: 'read',
  reads: [
    () => ({ whole: ['discrepancies', 'mirror'] }),
    (input, known) => {
      const it = disputedIn(input, known)
      const event = it === null || ofAmo.includes(it.kind) ? {} : { event: it.eventId }
      return it === null ? null : { ...event, ...(it.dealId === null ? {} : { deals: [{ id: it.dealId, row: null }] }) }
    },
    ({ outcome }, { desk, event }) => {
      const clients = [...desk.deals.values()].flatMap(({ value: { clientId } }) => (clientId === null ? [] : [clientRow(clientId)]))
      const start = [...desk.deals.values()][0]?.value.start
      const days = takingTime.includes(outcome) ? eventsBetween(start, event?.start) : {}
      return { ...(clients.length === 0 ? {} : { clients }), ...days }
    },
  ],
  again: decidedBefore,
  decide: (input, known) => {
    const it = disputedIn(input, known)
    if (it === null) return { ok: false, problem: { code: 'nothingToDo' } }
    const event = known.event?.cancelled === true ? null : known.event
    const disputed = { ...it, dealId: it.line.dealId, event, addressRow: addressRowIn(known) }
    const decision = resolveDiscrepancy(input, disputed, known.desk, known.moment)
    return takingTime.includes(input.outcome)
      ? unlessTroubled(decision, known, input.reason || 'решено в «Расхождениях»', it.kind === 'cannotMove')
      : decision
  },
  answer: ({ changes: { solved }, lettersWaiting }) => ({ solved: solved[0]?.how ?? '', lettersWaiting }),
})

/** The row of the calendar's address. */
function addressRowIn(known: Known): number | null {
  const at = known.records<{ title: string }>('settings').find(({ value }) => value.title === settingDefinitions.calendarId.title)
  return at?.row ?? null
}

function disputedIn({ key, deal }: ResolveInput, known: Known) {
  const line = openLines(known).find((one) => one.key === key)
  const read = line === undefined ? null : readKey(line.key)
  return line === undefined || read === null
    ? null
    : { ...read, line, proposed: line.proposed, consultant: line.consultant, dealId: deal?.id ?? line.dealId }
}
