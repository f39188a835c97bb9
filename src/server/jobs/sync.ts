/** The calendar's changes brought into the register (docs/architecture.md): all pages, decided, and saved together with the token. */

import { freeTitle } from '../../domain/calendar/slotTitle'
import { slotBefore } from '../../domain/calendar/sync/bookingMark'
import { type Decided, decideEvents, tombstone } from '../../domain/calendar/sync/decideEvents'
import type { CalendarEvent, DealLine, Discrepancy, EventDecision } from '../../domain/calendar/sync/decision'
import { discrepancyKey, eventText, outcomeTitles } from '../../domain/calendar/sync/discrepancyText'
import { believed } from '../../domain/calendar/sync/proportion'
import type { Deal } from '../../domain/deal/deal'
import { followCalendar, googleCalendar } from '../../usecases/calendar/followCalendar'
import { readKey } from '../../usecases/calendar/listDiscrepancies'
import { restsOfMark } from '../../usecases/calendar/markedBooking'
import { type Changes, changes, type Moment } from '../../usecases/changes'
import type { Desk, Located } from '../../usecases/desk'
import { clientRow } from '../../usecases/located'
import type { RowWanted } from '../../usecases/method/method'
import { freeNow } from '../desk/carryOut'
import { commit, commitService, type ServiceChange } from '../desk/commit'
import { addressOf, type Loaded, loadDesk, refuseUnfit, type Wanted } from '../desk/load'
import { readDiscrepancies } from '../desk/rows/discrepancies'
import { freedEvents } from '../desk/rows/outboxRows'
import { type CalendarAddress, type SyncPage, syncEvents } from '../google/calendar'
import { finishRests, freeEvent, insertRests, removeEvent, setEvent } from '../google/calendarWrites'
import { underLock } from '../google/lock'
import { scanColumns } from '../google/register/records'

/** Columns that tell which deal stands on which event: read only when the calendar has something new. */
const syncColumns = ['id', 'version', 'stage', 'clientId', 'organisation', 'consultant', 'start', 'end', 'firstStart', 'eventId']

export interface Synced {
  /** The calendar had something new. */
  readonly changed: boolean
  /** Letters that wait because of it. */
  readonly waiting: number
}

/**
 * Two calls when nothing is new, and the heartbeat. The token is saved only together with what it brought: a run that dies before sees
 * the same changes again, and finds done what was done.
 */
export function syncCalendar(loaded: Loaded, service: ServiceChange): Synced {
  const page = syncEvents(addressOf(loaded), loaded.desk.service.syncToken)
  const heartbeat = { heartbeat: loaded.moment.now, ...service }
  if (page.events.length > 0 || page.full) return { changed: true, waiting: underLock(() => applyChanges(loaded, page, heartbeat)) }
  commitService(loaded, heartbeat)
  return { changed: false, waiting: 0 }
}

const wholeWanted: Wanted = { columns: { deals: syncColumns, outbox: ['key', 'done'] }, whole: ['discrepancies'] }

interface Plan {
  readonly asked: readonly string[]
  readonly lines: readonly Located<DealLine>[]
  readonly page: SyncPage
  readonly decided: readonly Decided[]
  /** Too many bookings are gone at once: a person is asked, and the next tick lists everything anew. */
  readonly question: Discrepancy | null
}

/** Under the lock nobody else of the desk writes; where somebody did since the first read, everything is read again. */
function applyChanges(first: Loaded, page: SyncPage, service: ServiceChange): number {
  const known = loadDesk(first.session, wholeWanted)
  refuseUnfit(known)
  const plan = planOf(known, page)
  const fresh = loadFor(plan, known)
  const isSame =
    fresh.desk.service.revision === first.desk.service.revision && fresh.desk.service.syncToken === first.desk.service.syncToken
  if (isSame) return carryOutPlan(plan, fresh, service)
  const again = loadDesk(first.session, wholeWanted)
  const later = planOf(again, syncEvents(addressOf(again), again.desk.service.syncToken))
  return carryOutPlan(later, loadFor(later, again), service)
}

function planOf({ snapshot, desk, moment }: Loaded, page: SyncPage): Plan {
  const lines = scanColumns<Deal>(snapshot, 'deals').rows.map(({ row, value }) => ({ row, value: value as DealLine }))
  const deals = lines.map(({ value }) => value)
  const lastDealId = Math.max(Number(desk.service.lastDealId), ...deals.map(({ id }) => id))
  const asked = page.full ? askedOf(snapshot, page, moment) : []
  const request = {
    asked,
    events: page.events,
    full: page.full,
    deals,
    people: desk.office.people,
    lastDealId,
    freeing: freeingOf(snapshot),
    now: moment.now,
  }
  const { calendarId } = desk.office.settings
  const { decided, question } = believed(decideEvents(request), deals, calendarId, confirmedIn(snapshot))
  return { lines, page, asked, decided, question }
}

/** What people have said «да, это так» to. */
function confirmedIn(snapshot: Loaded['snapshot']): string[] {
  const lines = readDiscrepancies(snapshot).map(({ line }) => line)
  return lines.flatMap(({ key, what, solved }) =>
    readKey(key)?.kind === 'manyGone' && solved.startsWith(outcomeTitles.confirm) ? [detailOf(what)] : [],
  )
}

/** Between the sentence's colon and its full stop. */
function detailOf(what: string): string {
  return /: (.+?)\. Никто/.exec(what)?.[1] ?? ''
}

/** Events that a standing line, open or decided, names as they are now. */
function askedOf(snapshot: Loaded['snapshot'], { events }: SyncPage, { now }: Moment): string[] {
  const told = new Set(readDiscrepancies(snapshot).map(({ line }) => `${readKey(line.key)?.eventId} ${line.event}`))
  return events.filter((event) => told.has(`${event.id} ${eventText({ event }, now)}`)).map(({ id }) => id)
}

/** Events whose release is committed and not done yet, by the keys of «Исходящие»: 'free:abc123:41720v5' → abc123: '41720v5'. */
function freeingOf(snapshot: Loaded['snapshot']): ReadonlyMap<string, string> {
  const waiting = scanColumns<{ key: string; done: string | null }>(snapshot, 'outbox').rows.filter(({ value }) => value.done === null)
  const keys = waiting.map(({ value }) => /^free:(.+):(\d+v\d+)$/.exec(value.key ?? ''))
  return new Map(keys.flatMap((key) => (key === null ? [] : [[key[1] ?? '', key[2] ?? '']])))
}

/** The rows of the deals that change, their clients, and the lines that may be closed: one read. */
function loadFor({ decided, lines }: Plan, { session }: Loaded): Loaded {
  const ids = new Set(decided.flatMap(({ decision }) => (decision.kind === 'command' ? [decision.command.deal] : [])))
  const concerned = lines.filter(({ value }) => ids.has(value.id))
  const deals: RowWanted[] = concerned.map(({ row, value }) => ({ id: value.id, row }))
  const clients = [...new Set(concerned.flatMap(({ value }) => (value.clientId === null ? [] : [value.clientId])))]
  return loadDesk(session, {
    whole: ['discrepancies'],
    ...(deals.length === 0 ? {} : { deals }),
    ...(clients.length === 0 ? {} : { clients: clients.map(clientRow) }),
  })
}

function carryOutPlan(plan: Plan, loaded: Loaded, service: ServiceChange): number {
  const { page, decided } = plan
  const moment: Moment = { ...loaded.moment, who: googleCalendar, entry: 'календарь' }
  const events = new Map(page.events.map((event) => [event.id, event]))
  const parts: Changes[] = []
  let desk = loaded.desk
  for (const { eventId, decision } of decided) {
    const event = events.get(eventId) ?? tombstone(eventId)
    const part = partOf(decision, event, desk, moment)
    repairEvent(addressOf(loaded), decision, event, part)
    parts.push(part)
    desk = withChanges(desk, part)
  }
  const asking = plan.question === null ? [] : [changes({ kind: 'calendar/asked', flags: [plan.question] })]
  const syncToken = plan.question === null ? page.token : ''
  const committed = commit({ ...loaded, moment }, [...parts, ...asking, closedLines(loaded, plan, parts)], { ...service, syncToken })
  for (const freed of parts.flatMap(freedEvents)) freeNow(addressOf(loaded), freed)
  return committed.lettersWaiting
}

function partOf(decision: EventDecision, event: CalendarEvent, desk: Desk, moment: Moment): Changes {
  if (decision.kind === 'discrepancy') return changes({ kind: 'calendar/asked', flags: [decision.discrepancy] })
  if (decision.kind !== 'command') return changes({ kind: 'calendar/nothing' })
  const made = followCalendar(decision.command, event, desk, moment)
  return { ...made, flags: [...made.flags, ...decision.flags] }
}

/** Each decision sees what the ones before it did to the same deal. */
function withChanges(desk: Desk, { deals }: Changes): Desk {
  if (deals.length === 0) return desk
  const after = new Map(desk.deals)
  for (const { after: value } of deals) after.set(value.id, { row: desk.deals.get(value.id)?.row ?? null, value })
  return { ...desk, deals: after }
}

/** What is to be put right in the calendar itself, before the token moves on; done twice, it is the same. */
function repairEvent(calendar: CalendarAddress, decision: EventDecision, event: CalendarEvent, { calendar: action }: Changes): void {
  if (action?.kind === 'rests') finishRests(calendar, action)
  if (decision.kind === 'discrepancy' && decision.discrepancy.kind === 'copy')
    setEvent(calendar, { kind: 'set', eventId: event.id, clearMark: true })
  if (decision.kind !== 'giveBack') return
  const rests = restsOfMark(decision.mark, event, decision.initials)
  if (rests !== null) insertRests(calendar, rests)
  if (slotBefore(decision.mark) === null) removeEvent(calendar, event.id)
  else freeEvent(calendar, event.id, freeTitle(decision.initials))
}

/** Lines about events that changed and are in order now. Where a booking stands as it stood, what was said of its time still holds. */
function closedLines({ snapshot }: Loaded, { decided, lines, asked, question }: Plan, parts: readonly Changes[]): Changes {
  const unchanged = new Set(lines.filter(({ value }) => value.stage === 'assigned').map(({ value }) => value.eventId))
  const decisions = new Map(decided.map(({ eventId, decision }) => [eventId, decision.kind]))
  const open = new Set(parts.flatMap(({ flags }) => flags.map(discrepancyKey)))
  const isInOrder = (key: string) => {
    const { kind, eventId } = readKey(key) ?? { kind: '', eventId: '' }
    if (kind === 'manyGone') return question === null
    const decision = decisions.get(eventId)
    const stands = decision === 'nothing' && unchanged.has(eventId) && (kind === 'limit' || kind === 'overlap')
    return decision !== undefined && !open.has(key) && !stands && !(decision === 'nothing' && asked.includes(eventId))
  }
  const standing = readDiscrepancies(snapshot).filter(({ line }) => line.solved === '' && isInOrder(line.key))
  return changes({ kind: 'calendar/solved', solved: standing.map(({ line }) => ({ key: line.key, how: 'исправлено в календаре' })) })
}
