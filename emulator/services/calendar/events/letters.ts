/** Google Calendar's own letters: to guests when they are invited, when the event changes, when it is off; to the organiser when a guest answers. */
import type { CalendarState, EventState, GuestState } from '../../../world/types'
import { wallClock } from '../../../world/zone'
import { instantOf } from '../time'
import { sameAddress } from './guests'

export interface GuestLetter {
  readonly to: string
  readonly subject: string
  readonly body: string
}

export interface GuestMail {
  /** As `sendUpdates` of the API: the default is nobody. */
  readonly notify: 'all' | 'externalOnly' | 'none'
  readonly send: (letter: GuestLetter & { readonly replyTo: string }) => void
}

/** 'externalOnly': to those who have no Google calendar, here: no calendar in this world. */
export const isWritten = (
  { mail, calendars = {} }: { readonly mail?: GuestMail; readonly calendars?: Readonly<Record<string, CalendarState>> },
  to: string,
): boolean => mail?.notify === 'all' || (mail?.notify === 'externalOnly' && calendars[to] === undefined)

/** The words are assumed: what the letters are about is documented, how they read in Russian is not. */
export const guestLetters = (before: EventState | undefined, after: EventState): GuestLetter[] => {
  const invited = after.status === 'cancelled' ? [] : addressesOf(after)
  const known = before && before.status !== 'cancelled' ? addressesOf(before) : []
  const gone = known.filter((email) => !has(invited, email))
  const fresh = invited.filter((email) => !has(known, email))
  const kept = before && isNews(before, after) ? invited.filter((email) => has(known, email)) : []
  const letters = (word: string, emails: readonly string[]) => emails.map((to) => letterOf(word, after, to))
  return [...letters('Приглашение', fresh), ...letters('Обновлённое приглашение', kept), ...letters('Отменено', gone)]
}

const has = (emails: readonly string[], email: string): boolean => emails.some((other) => sameAddress(other, email))

/** The organiser does not write to himself. */
const addressesOf = (event: EventState): string[] =>
  (event.attendees ?? []).map(({ email }) => email).filter((email) => !sameAddress(email, event.organizer.email))

const isNews = (before: EventState, after: EventState): boolean =>
  (['summary', 'start', 'end', 'location', 'description', 'recurrence'] as const).some(
    (name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  )

const letterOf = (word: string, event: EventState, to: string): GuestLetter => ({
  to,
  subject: `${word}: ${titleOf(event)}, ${whenOf(event)} (${to})`,
  body: [
    titleOf(event),
    `Когда: ${whenOf(event)}`,
    ...(event.location ? [`Где: ${event.location}`] : []),
    ...(event.description ? [event.description] : []),
    `Организатор: ${event.organizer.displayName ?? event.organizer.email}`,
    `Гости: ${addressesOf(event).join(', ')}`,
  ].join('\n'),
})

const answerWords: Readonly<Record<string, string>> = { accepted: 'Принято', declined: 'Отклонено', tentative: 'Под вопросом' }

/** To an organiser who is a person; a shared calendar has no letter box. */
export const answerLetter = (event: EventState, answer: GuestState, isSharedCalendar: boolean): GuestLetter | undefined => {
  const word = answerWords[answer.responseStatus]
  if (word === undefined || isSharedCalendar) return undefined
  const subject = `${word}: ${titleOf(event)}, ${whenOf(event)} (${answer.email})`
  return {
    to: event.organizer.email,
    subject,
    body: [`${answer.email}: ${word.toLowerCase()}`, ...(answer.comment ? [answer.comment] : [])].join('\n'),
  }
}

const titleOf = (event: EventState): string => event.summary || '(Без названия)'

/** «26.11.2026 13:00–14:00», of days «26.11.2026». */
const whenOf = (event: EventState): string => {
  const zone = event.start.timeZone ?? 'UTC'
  const start = wallClock(zone, instantOf(event.start, zone))
  const end = wallClock(zone, instantOf(event.end, zone))
  const day = `${two(start.day)}.${two(start.month)}.${start.year}`
  return event.start.date !== undefined ? day : `${day} ${two(start.hour)}:${two(start.minute)}–${two(end.hour)}:${two(end.minute)}`
}

const two = (value: number): string => String(value).padStart(2, '0')
