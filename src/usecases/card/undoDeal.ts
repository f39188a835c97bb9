/** Undo of a deal's last change, calendar included, while nobody changed it since; and reopening a closed deal. */

import type { SlotEvent } from '../../domain/calendar/slots'
import { bookedTitle, freeTitle, readTitle } from '../../domain/calendar/slotTitle'
import type { Deal } from '../../domain/deal/deal'
import { toldKeys } from '../../domain/letter/telling'
import { leads } from '../../domain/office/actions'
import type { Problem } from '../../domain/problem'
import { undoneText } from '../../domain/text/historyText'
import { undoTexts } from '../../domain/text/text.ru'
import { addMinutes } from '../../domain/time/localTime'
import type { Input } from '../../rpc/contract'
import { eventsAbout, unlessTroubled, withMirror } from '../booking/checks'
import { type CalendarAction, changes, type Decision, type Moment } from '../changes'
import type { Desk } from '../desk'
import { dealReads, findDeal, nextVersion } from '../located'
import { type Done, type Known, method } from '../method/method'
import { forbidden } from '../permissions'
import { changeIn, dealLines, type FieldChanges, type JournalLine } from '../register/journal'
import { letterColumns, mayBeAsked, type WaitingLetter, waitingLetters } from '../register/waitingLetter'
import { cardAfter } from './answers'

/** Changes that begin a deal: there is nothing before them to go back to. */
const beginnings = ['deal/create', 'deal/bookOwn', 'import/deals', 'request/take']

/** Changes of time and consultant: they stand in the calendar too, and go back only by another move. */
const movesBack = ['calendar/', 'discrepancy/', 'deal/reschedule', 'deal/reassign']

/** Changes that reach another record too: one of the two would stay behind. */
const touchesOthers = [
  'client/forget',
  'file/attach',
  'client/fill',
  'client/withdrawConsent',
  'client/returnConsent',
  'client/merge',
  'client/unmerge',
  'deal/join',
]

/** What the client said himself. */
const clientsOwn = ['page/feedback', 'page/visit']

export interface UndoFacts {
  /** Lines of the deal's last version. */
  readonly last: readonly Partial<JournalLine>[]
  /** The event that the undone change gave up, as it stands now; null = it gave up none, or it is gone. */
  readonly event: SlotEvent | null
  /** Of «Исходящие». */
  readonly letters: readonly Partial<WaitingLetter>[]
}

/** What the last change gave up or took in the calendar. */
function undoneEvent(last: readonly Partial<JournalLine>[]): { readonly given: string; readonly taken: string } {
  const pair = changeOf(last)['eventId']
  return { given: String(pair?.[0] ?? ''), taken: String(pair?.[1] ?? '') }
}

function undoDeal(input: Input<'deal/undo'>, { last, event, letters }: UndoFacts, desk: Desk, moment: Moment): Decision {
  const found = findDeal(desk, input.deal)
  if (!found.ok) return found
  const { deal } = found.value
  const problem = forbidden(moment.who, 'fill', deal) ?? undoProblem(last, moment)
  if (problem !== null) return { ok: false, problem }
  if (mayBeAsked(deal, letters, moment)) return { ok: false, problem: { code: 'cannotUndo', why: undoTexts.letterGone } }
  const before = beforeOf(last)
  const after = nextVersion(deal, before)
  const calendar = calendarBack(deal, after, last, event, desk)
  if (calendar === 'lost')
    return { ok: false, problem: { code: 'cannotUndo', why: 'слот, который тогда освободили, уже занят или удалён' } }
  return {
    ok: true,
    changes: changes({
      kind: 'deal/undo',
      reason: `отменено: ${last[0]?.kind ?? ''}`,
      deals: [{ before: deal, after }],
      calendar,
    }),
  }
}

/** A closing is taken back within a day; later it has been reported, and reopening is the director's. */
const closingUndoneWithin = 24 * 60

function isClosing(last: readonly Partial<JournalLine>[]): boolean {
  const stage = changeOf(last)['stage']?.[1]
  return stage === 'won' || stage === 'lost'
}

/** Why a change is not taken back by this person; null = it may be. */
export function undoProblem(last: readonly Partial<JournalLine>[], { who, now }: Moment): Problem | null {
  const line = last[0]
  if (movesBack.some((kind) => line?.kind?.startsWith(kind)))
    return { code: 'cannotUndo', why: 'время и консультанта возвращают переносом, чтобы карточка и календарь не разошлись (R1)' }
  if (touchesOthers.includes(line?.kind ?? ''))
    return { code: 'cannotUndo', why: 'вместе со сделкой изменилась другая карточка; исправьте их вручную, каждую на своём месте' }
  if (line === undefined || beginnings.includes(line.kind ?? ''))
    return { code: 'cannotUndo', why: 'это первая запись о сделке; её закрывают с причиной' }
  // The line that made the version may be gone, or somebody else's: what came with it tells only a part.
  const isWhole = last.every((one) => changeIn(one) !== null) && 'version' in changeOf(last)
  if (!isWhole) return { code: 'cannotUndo', why: undoTexts.unreadable }
  if (isClosing(last) && addMinutes(line.at ?? '', closingUndoneWithin) < now)
    return { code: 'cannotUndo', why: 'сделка закрыта больше суток назад; её возвращает директор, с причиной' }
  if (clientsOwn.includes(line.kind ?? '')) return { code: 'cannotUndo', why: undoTexts.clients }
  const denied = isClosing(last) ? forbidden(who, 'close') : null
  if (denied !== null) return denied
  if (!leads(who.roles) && line.who !== who.email)
    return { code: 'cannotUndo', why: 'последнее изменение сделал другой человек; попросите его или директора' }
  return null
}

/** Where two lines of a version tell the same field, the first one knows what was before. */
function changeOf(last: readonly Partial<JournalLine>[]): FieldChanges {
  return Object.assign({}, ...[...last].reverse().map(changeIn)) as FieldChanges
}

/** Fields as they were; the version goes on, and nobody forgets what he was told: only a note that he was is taken back. */
export function beforeOf(last: readonly Partial<JournalLine>[]): Partial<Deal> {
  const kept: readonly string[] = last[0]?.kind?.startsWith('deal/note/') ? [] : toldKeys
  const entries = Object.entries(changeOf(last)).filter(([field]) => field !== 'version' && !kept.includes(field))
  return Object.fromEntries(entries.map(([field, pair]) => [field, pair[0]])) as Partial<Deal>
}

function calendarBack(
  deal: Deal,
  after: Deal,
  last: UndoFacts['last'],
  event: SlotEvent | null,
  desk: Desk,
): CalendarAction | null | 'lost' {
  const { given, taken } = undoneEvent(last)
  if (given === taken) return null
  if (given === '') return { kind: 'free', eventId: taken, summary: freeTitle(deal.consultant) }
  return event === null || !isStillFree(event, after, desk) ? 'lost' : rebook(after, event)
}

function isStillFree(event: SlotEvent, after: Deal, desk: Desk): boolean {
  const title = readTitle(event.title, desk.office.people)
  return title.kind === 'free' && title.initials === after.consultant && event.start === after.start
}

function rebook(after: Deal, event: SlotEvent): CalendarAction {
  const whole = { start: event.start, end: event.end }
  return {
    kind: 'book',
    eventId: event.id,
    etag: event.etag,
    summary: bookedTitle(after.consultant, after.organisation),
    ...whole,
    mark: { deal: after.id, version: after.version, booking: JSON.stringify(bookingAgain(after, event)), was: JSON.stringify(whole) },
    rest: [],
    restSummary: freeTitle(after.consultant),
  }
}

/** The booking as a command, so that a run that dies before its commit is finished by the next one. */
function bookingAgain(after: Deal, { id, etag, start, end }: SlotEvent): object {
  const { consultant, topic, format, clientId } = after
  const deal = { id: after.id, row: null, version: after.version - 1, clientId }
  return {
    deal,
    consultant,
    topic,
    format,
    place: after.place.slice(0, 300),
    minutes: 60,
    slot: { eventId: id, etag, start, end, event: { start, end } },
  }
}

/** The deal's own lines of the journal are read under the lock, then the event that the change gave up. */
export const undo = method('deal/undo', {
  may: 'fill',
  reads: [
    ({ deal }) => ({
      ...dealReads(deal),
      whole: [...withMirror.whole, 'discrepancies'],
      journal: { of: [deal.id], only: 'all' },
      columns: letterColumns,
    }),
    ({ deal }, known) => {
      const { given, taken } = undoneEvent(lastLines(known, deal.version))
      if (given === '' || given === taken) return null
      return { event: given, ...eventsAbout(beforeOf(lastLines(known, deal.version)).start) }
    },
  ],
  decide: (input, known) => {
    const event = known.event === null || known.event.cancelled ? null : known.event
    const facts = { last: lastLines(known, input.deal.version), event, letters: waitingLetters(known) }
    return unlessTroubled(undoDeal(input, facts, known.desk, known.moment), known, 'отменено последнее действие')
  },
  answer: (done) => ({ card: cardAfter(done), undone: takenBack(done) }),
})

function lastLines(known: Known, version: number): readonly Partial<JournalLine>[] {
  return dealLines(known).filter((line) => line.version === version)
}

function takenBack({ changes: { deals }, known }: Done): string {
  const deal = deals[0]
  return deal?.before ? undoneText(deal.after, deal.before, known.moment.now) : ''
}
