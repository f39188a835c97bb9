/** One event in several calendars: the organiser's changes go to the guests' copies, a guest's answer to the organiser. */
import type { CalendarState, EventState, GuestState } from '../../../world/types'
import { findEvent } from '../series/instances'
import { cancelEvent, putEvent, putSeries } from '../store'
import type { WriteContext } from '../writeContext'
import { isGuest, sameAddress, withAnswer } from './guests'
import { answerLetter, guestLetters, isWritten } from './letters'
import { copyFor, isOrganizer } from './organizer'

/** After a change of the organiser's event: copies of the guests who have a calendar here, letters to all of them. */
export const settleCopies = (context: WriteContext, before: EventState | undefined, after: EventState): void => {
  for (const calendar of guestCalendars(context, before, after)) settleCopy(calendar, after, context.nowMs)
  for (const letter of guestLetters(before, after)) {
    if (isWritten(context, letter.to)) context.mail?.send({ ...letter, replyTo: context.actor })
  }
}

const guestCalendars = ({ calendars = {}, calendar }: WriteContext, ...events: readonly (EventState | undefined)[]): CalendarState[] =>
  Object.values(calendars).filter((other) => other !== calendar && events.some((event) => event && isGuest(event, other.id)))

const settleCopy = (calendar: CalendarState, event: EventState, nowMs: number): void => {
  const known = findEvent(calendar, event.id)
  const invited = event.status !== 'cancelled' && isGuest(event, calendar.id)
  if (invited && known) putSeries(calendar, known, copyFor(event, known), nowMs)
  else if (invited) putEvent(calendar, copyFor(event, undefined), nowMs)
  else if (known && known.status !== 'cancelled') cancelEvent(calendar, known, nowMs)
}

/** A guest has answered on the own copy: the organiser's event and all other copies learn it. */
export const answerAsGuest = (context: WriteContext, event: EventState, answer: GuestState): void => {
  const organizer = Object.values(context.calendars ?? {}).find(({ id }) => sameAddress(id, event.organizer.email))
  const held = organizer && findEvent(organizer, event.id)
  if (organizer && held) writeAnswer({ ...context, calendar: organizer }, held, answer)
}

/** On the organiser's event itself. Answers grow the etag; nothing else of the event changes. */
export const writeAnswer = (context: WriteContext, event: EventState, answer: GuestState): EventState => {
  const after = withAnswer(event, answer)
  if (JSON.stringify(after) === JSON.stringify(event)) return event
  const stored = putEvent(context.calendar, after, context.nowMs)
  for (const calendar of guestCalendars(context, stored)) settleAnswer(calendar, stored, context.nowMs)
  const letter = answerLetter(stored, answer, isOrganizer(context.calendar, stored) && context.calendar.primary !== true)
  if (letter) context.mail?.send({ ...letter, replyTo: answer.email })
  return stored
}

/** Who has taken the event out of the own calendar does not get it back by somebody's answer. */
const settleAnswer = (calendar: CalendarState, event: EventState, nowMs: number): void => {
  const known = findEvent(calendar, event.id)
  const isNews = known && JSON.stringify(known.attendees) !== JSON.stringify(event.attendees)
  if (known && isNews && known.status !== 'cancelled') putEvent(calendar, { ...known, attendees: event.attendees ?? [] }, nowMs)
}

/** Documented: where guests may modify, their change is everybody's. */
export const writeToOrganizer = (context: WriteContext, copy: EventState): void => {
  const organizer = Object.values(context.calendars ?? {}).find(({ id }) => sameAddress(id, copy.organizer.email))
  const held = organizer && findEvent(organizer, copy.id)
  if (!organizer || !held) return
  const stored = putSeries(organizer, held, copyFor(copy, held), context.nowMs)
  settleCopies({ ...context, calendar: organizer }, held, stored)
}
