/** A plan carried out: the calendar on its condition, then one commit, then the time that was let go. */

import { bookedTitle } from '../../domain/calendar/slotTitle'
import { withDecision } from '../../domain/external/decision'
import { guardedTitles } from '../../domain/office/keptRights'
import { accept, type Outcome, type Problem, refuse } from '../../domain/problem'
import { writtenBut } from '../../domain/text/text.ru'
import type { Changes, OwnRow } from '../../usecases/changes'
import { misfit, outOfBounds } from '../../usecases/register/fitting'
import type { CalendarAddress } from '../google/calendar'
import { markSlots } from '../google/calendarMarks'
import { bookEvent, finishRests, freeEvent, giveTimeBack, insertBooked, insertSlots, setEvent } from '../google/calendarWrites'
import { platformErrorOf } from '../google/platformError'
import { type Committed, commit } from './commit'
import { addressOf, type Loaded, refuseUnfit } from './load'
import { confirmRights } from './rights'
import { type FreedEvent, freedEvents, freesLater } from './rows/outboxRows'

export interface CarriedOut extends Committed {
  /** Ids of the events that a deed of kind 'slots' really inserted; of kind 'marks', of those that stand as it was decided. */
  readonly inserted: readonly string[]
}

/** Nothing is written where somebody was faster in the calendar. */
export function carryOut(loaded: Loaded, plan: Changes): Outcome<CarriedOut> {
  refuseUnfit(loaded)
  const changes = withDecisions(plan, loaded)
  const problem = misfit(changes) ?? outOfBounds(changes, { office: loaded.desk.office, now: loaded.moment.now })
  if (problem !== null) return refuse(problem)
  const calendar = addressOf(loaded)
  const inserted = inCalendar(calendar, changes, loaded.moment.request ?? '')
  if (inserted === 'taken') return refuse(takenProblem(changes))
  const committed = isWritten(changes) ? commit(loaded, [changes]) : { deals: new Map(), lettersWaiting: 0, note: '' }
  if (changes.rows.some(givesRights)) confirmRights(loaded.session)
  const isFreed = freesLater(changes) || freedEvents(changes).every((freed) => freeNow(calendar, freed))
  retitle(calendar, changes)
  return accept({ ...committed, inserted, note: committed.note || (isFreed ? '' : writtenBut.notFreed) })
}

/** What the product writes where rights are given was asked of who may. */
function givesRights({ table, values }: OwnRow): boolean {
  if (table === 'settings') return guardedTitles.includes(String(values['title'] ?? ''))
  return table === 'staff' || table === 'projects'
}

/** T2: what a decision was given for may be another thing after the change. */
function withDecisions(plan: Changes, { desk, moment }: Loaded): Changes {
  const deals = plan.deals.map(({ before, after }) => ({ before, after: withDecision(before, after, desk.office, moment.now) }))
  return { ...plan, deals }
}

function inCalendar(calendar: CalendarAddress, { calendar: deed }: Changes, request: string): readonly string[] | 'taken' {
  switch (deed?.kind) {
    case 'book':
      return bookEvent(calendar, deed) === 'taken' ? 'taken' : []
    case 'slots':
      return insertSlots(calendar, deed.slots)
    case 'marks':
      return markSlots(calendar, deed, request)
    case 'rests':
      finishRests(calendar, deed)
      return []
    case 'insert':
      insertBooked(calendar, deed)
      return []
    case 'cleared':
      freeEvent(calendar, deed.eventId, deed.summary)
      return []
    case 'set':
      setEvent(calendar, deed)
      return []
    default:
      return []
  }
}

/** Neither register nor calendar changes. */
export function isNothing(changes: Changes): boolean {
  return changes.calendar === null && !isWritten(changes)
}

function isWritten({ deals, clients, letters, freed, flags, solved, rows, met, reports, service }: Changes): boolean {
  const lists = [deals, clients, letters, freed, flags, solved, rows, met, reports]
  return lists.some((list) => list.length > 0) || Object.keys(service).length > 0
}

/** Somebody was faster: with the slot, or with the very event that was to be moved. */
function takenProblem({ deals, calendar }: Changes): Problem {
  const { before = null, after } = deals[0] ?? {}
  const { eventId, start } = calendar?.kind === 'book' ? calendar : { eventId: '', start: '' }
  if (before !== null && before.eventId === eventId) return { code: 'changedMeanwhile', id: before.id }
  return { code: 'slotTaken', start, consultant: after?.consultant ?? '' }
}

/** The title of a booking is a copy of the card's organisation, and follows it; one that Google refuses is told by the next look at the calendar. */
function retitle(calendar: CalendarAddress, { deals, calendar: deed }: Changes): void {
  const renamed = deals.filter(
    ({ before, after }) => before?.stage === 'assigned' && after.stage === 'assigned' && before.organisation !== after.organisation,
  )
  if (deed !== null) return
  for (const { after } of renamed.filter(({ before, after: { eventId } }) => eventId !== '' && before?.eventId === eventId))
    quietly(() => setEvent(calendar, { kind: 'set', eventId: after.eventId, summary: bookedTitle(after.consultant, after.organisation) }))
}

/** Time is given back after the register has let it go, so nobody can book it twice; what fails here waits in «Исходящие». */
export function freeNow(calendar: CalendarAddress, freed: FreedEvent): boolean {
  return quietly(() => giveTimeBack(calendar, freed))
}

/** @returns false where Google refused */
function quietly(work: () => unknown): boolean {
  try {
    work()
    return true
  } catch (error) {
    console.error(`calendar: ${platformErrorOf(error).message}`)
    return false
  }
}
