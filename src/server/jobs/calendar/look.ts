/** A look at the whole state: calendar, register, office and hour; what follows from it is decided here and carried out in one commit. */

import { type MirrorEvent, merged, mirrorWindow, relisted } from '../../../domain/calendar/mirror'
import { type CalendarState, type Decided, decideEvents } from '../../../domain/calendar/sync/decideEvents'
import type { CalendarEvent, DealLine, Discrepancy, DiscrepancyKind } from '../../../domain/calendar/sync/decision'
import { eventText, isLasting, outcomeTitles } from '../../../domain/calendar/sync/discrepancyText'
import type { Asked } from '../../../domain/calendar/sync/freeEvent'
import { doubtOf, doubtOfZone } from '../../../domain/calendar/sync/proportion'
import { recastIds } from '../../../domain/calendar/sync/recast'
import type { Deal } from '../../../domain/deal/deal'
import { decoded } from '../../../domain/register/stored'
import { addDays, dateOf } from '../../../domain/time/localTime'
import { holdsOf } from '../../../usecases/booking/slotHolds'
import { bookingRefused } from '../../../usecases/calendar/followCalendar'
import { readKey } from '../../../usecases/calendar/listDiscrepancies'
import { officeDigest } from '../../../usecases/control/control'
import type { Desk, Located } from '../../../usecases/desk'
import { clientRow } from '../../../usecases/located'
import type { RowWanted } from '../../../usecases/method/method'
import { type Mirrored, stored } from '../../../usecases/register/service'
import { addressOf, type Loaded, loadDesk, loadFurther, refuseUnfit, type Wanted } from '../../desk/load'
import { readDiscrepancies } from '../../desk/rows/discrepancies'
import { readMirror } from '../../desk/rows/mirrorRows'
import { listEvents, type SyncPage, syncEvents } from '../../google/calendar'
import { scanColumns } from '../../google/register/records'

/** '' = everything is listed: there is no mirror yet, or it is another calendar's. */
export function tokenOf({ desk }: Loaded): string {
  const { syncCalendar: calendar, syncToken } = desk.service
  const { calendarId, zone } = desk.office.settings
  return calendar !== calendarId || lookOf(desk).zone !== zone ? '' : syncToken
}

/** Whether the last look saw the register, the office and the hour as they are now. */
export function isLookedAt({ desk, moment }: Loaded): boolean {
  const { day, revision, rules, until } = lookOf(desk)
  const isOver = until !== '' && until <= moment.now
  return day === dateOf(moment.now) && revision === desk.service.revision && rules === officeDigest(desk.office) && !isOver
}

function lookOf({ service }: Desk): Mirrored {
  return decoded(stored.mirrored, service.mirrored, { day: '', zone: '', cards: '', revision: '', rules: '', until: '' })
}

/** Enough to know a closed deal's name and event; open ones are read as they are. */
const wanted: Wanted = {
  columns: { deals: ['id', 'stage', 'clientId', 'organisation', 'eventId'], outbox: ['key', 'done'] },
  whole: ['discrepancies', 'mirror'],
}

/** The rows of all open deals and their clients: one read. */
function withOpen(loaded: Loaded): Loaded {
  const open = scanColumns<Deal>(loaded.snapshot, 'deals').rows.filter(({ value: { stage } }) => stage !== 'won' && stage !== 'lost')
  const clients = [...new Set(open.flatMap(({ value: { clientId } }) => clientId ?? []))]
  const deals: RowWanted[] = open.map(({ row, value: { id = 0 } }) => ({ id, row }))
  return deals.length === 0 ? loaded : loadFurther(loaded, { deals, clients: clients.map(clientRow) })
}

/** All deals in the sheet's order: of closed ones what tells them apart. */
function linesIn({ snapshot, desk }: Loaded): Located<DealLine>[] {
  return scanColumns<Deal>(snapshot, 'deals').rows.map(({ row, value }) => {
    return { row, value: desk.deals.get(value.id ?? 0)?.value ?? (value as DealLine) }
  })
}

/** What a look at the whole state found. */
export interface Look {
  readonly lines: readonly Located<DealLine>[]
  readonly mirror: readonly MirrorEvent[]
  readonly decided: readonly Decided[]
  /** Too many bookings are gone at once, the calendar or the office's clock is another one: a person is asked, nobody is released or moved. */
  readonly questions: readonly Discrepancy[]
  readonly token: string
}

/** Under the lock nobody else of the desk writes; where somebody did since the first read, the changes are listed again. */
export function look(first: Loaded, listed: SyncPage): { readonly found: Look; readonly loaded: Loaded } {
  const loaded = withOpen(loadDesk(first.session, wanted))
  refuseUnfit(loaded)
  const isSame = (['revision', 'syncToken'] as const).every((key) => loaded.desk.service[key] === first.desk.service[key])
  const page = isSame ? listed : syncEvents(addressOf(loaded), tokenOf(loaded))
  return { found: lookAt(loaded, page), loaded }
}

function lookAt(loaded: Loaded, listed: SyncPage): Look {
  const { snapshot, desk, moment } = loaded
  const lines = linesIn(loaded)
  const deals = lines.map(({ value }) => value)
  const { mirror, page } = mirrorAfter(loaded, listed, deals)
  const { calendarId } = desk.office.settings
  const state: CalendarState = {
    events: mirror,
    gone: new Map(page.events.flatMap(({ id, cancelled, updated = '' }) => (cancelled ? [[id, updated] as const] : []))),
    deals,
    office: desk.office,
    lastDealId: Number(desk.service.lastDealId),
    freeing: freeingOf(snapshot),
    asked: askedOf(loaded),
    refusal: (command, event) => bookingRefused(command, event, desk, moment),
    holds: holdsOf(desk, moment.now),
    recast: new Set([...recastIds(readMirror(snapshot).events, mirror), ...askedRecast(snapshot)]),
    keepsGone: false,
    keepsTimes: false,
    from: `${windowOf(loaded).from}T00:00`,
    now: moment.now,
  }
  const decided = decideEvents(state)
  const isOther = desk.service.syncCalendar !== '' && desk.service.syncCalendar !== calendarId
  const question = doubtOf(decided, deals, { calendarId, isOther, confirmed: confirmedIn(snapshot) })
  const clock = isOtherZone(desk) ? doubtOfZone(decided, desk.office.settings.zone, confirmedIn(snapshot)) : null
  const questions = [question, clock].filter((one) => one !== null)
  const kept = questions.length === 0 ? decided : decideEvents({ ...state, keepsGone: question !== null, keepsTimes: clock !== null })
  return { lines, mirror, decided: kept, questions, token: page.token }
}

/** The cards' times are in another clock than the office's. */
function isOtherZone(desk: Desk): boolean {
  const { zone, cards } = lookOf(desk)
  const clock = cards || zone
  return clock !== '' && clock !== desk.office.settings.zone
}

function windowOf({ desk, moment }: Loaded) {
  return mirrorWindow(moment.now, desk.office.settings.horizonDays)
}

/** Once a day, and where somebody has typed into it, the mirror is listed anew: the horizon has gone on, and what is not told of is found. */
function mirrorAfter(loaded: Loaded, listed: SyncPage, deals: readonly DealLine[]): { mirror: MirrorEvent[]; page: SyncPage } {
  const { desk, moment, snapshot } = loaded
  const { events, isWhole } = readMirror(snapshot)
  const page = isWhole || listed.full ? listed : syncEvents(addressOf(loaded), '')
  const window = windowOf(loaded)
  const held = new Set(deals.flatMap(({ stage, eventId }) => (stage === 'assigned' && eventId !== '' ? [eventId] : [])))
  const setting = { window, people: desk.office.people, held }
  const there = new Set(page.events.map(({ id }) => id))
  const mirror = merged(page.full ? events.filter(({ id }) => there.has(id)) : events, page.events, setting)
  if (page.full || lookOf(desk).day === dateOf(moment.now)) return { mirror, page }
  return { mirror: relisted(mirror, listEvents(addressOf(loaded), window.from, addDays(window.until, -1)), setting), page }
}

/** Bookings about whose lost events a person is asked. */
function askedRecast(snapshot: Loaded['snapshot']): string[] {
  const keys = readDiscrepancies(snapshot).flatMap(({ line }) => (line.solved === '' ? [readKey(line.key)] : []))
  return keys.flatMap((key) => (key?.kind === 'recast' ? [key.eventId] : []))
}

/** What people have said «да, это так» to: of many gone, and of the office's clock. */
function confirmedIn(snapshot: Loaded['snapshot']): string[] {
  const lines = readDiscrepancies(snapshot).map(({ line }) => line)
  return lines.flatMap(({ key, what, solved }) =>
    asksAll(readKey(key)?.kind) && solved.startsWith(outcomeTitles.confirm) ? [detailOf(what)] : [],
  )
}

function asksAll(kind: DiscrepancyKind | undefined): boolean {
  return kind === 'manyGone' || kind === 'otherZone'
}

/** Between the sentence's colon and its full stop. */
function detailOf(what: string): string {
  const from = what.indexOf(': ') + 2
  const to = what.indexOf('. Никто', from)
  return from < 2 || to < 0 ? '' : what.slice(from, to)
}

/** Lines, open or decided, that name an event as it is now. */
function askedOf({ snapshot, moment }: Loaded): (event: CalendarEvent) => readonly Asked[] {
  const known = new Map<string, Asked[]>()
  for (const { line } of readDiscrepancies(snapshot)) {
    const read = readKey(line.key)
    if (read === null) continue
    if (line.solved !== '' && !isLasting(line.solved)) continue
    const name = `${read.eventId} ${line.event}`
    known.set(name, [...(known.get(name) ?? []), { kind: read.kind, isDecided: isLasting(line.solved) }])
  }
  return (event) => known.get(`${event.id} ${eventText({ event }, moment.now)}`) ?? []
}

/** Events whose release is committed and not done yet, by the keys of «Исходящие»: 'free:abc123:41720v5' → abc123: '41720v5'. */
function freeingOf(snapshot: Loaded['snapshot']): ReadonlyMap<string, string> {
  const waiting = scanColumns<{ key: string; done: string | null }>(snapshot, 'outbox').rows.filter(({ value }) => value.done === null)
  const keys = waiting.map(({ value }) => /^free:(.+):(\d+v\d+)$/.exec(value.key ?? ''))
  return new Map(keys.flatMap((key) => (key === null ? [] : [[key[1] ?? '', key[2] ?? '']])))
}
