/** A shared calendar, a person's own one, the service as a script sees it and a person's hand, in one small world. */
import { createCalendarHand } from '../../emulator/person/calendar'
import type { FireInput } from '../../emulator/run/triggers'
import { calendarService } from '../../emulator/services/calendar/calendar'
import { desk } from '../fixtures/calendarDesk'
import { calendarId, testHost } from '../fixtures/testHost'

export const mm = 'mm@example.org'
export const client = 'anna@example.net'
export const shared = calendarId

export const handDesk = () => {
  const one = desk()
  const { state } = one.host
  const fired: FireInput[] = []
  const fire = (input: FireInput) => {
    fired.push(input)
    return []
  }
  const hand = createCalendarHand(() => state, fire)
  hand.addCalendar({ id: mm, summary: 'Морозова', primary: true, access: {} })
  const put = (summary: string, start: string, recurrence?: string[]) =>
    hand.insert({
      calendarId,
      summary,
      start,
      end: `${start.slice(0, 11)}${Number(start.slice(11, 13)) + 1}:00`,
      user: mm,
      ...(recurrence && { recurrence }),
    })
  const letters = () => state.letters.map(({ to, subject }) => `${to}: ${subject.split(',')[0]}`)
  /** The same world for a script of another account. */
  const as = (user: string) => calendarService(testHost(state, { user })).Events
  /** Titles and ids that a list of instances holds. */
  const instances = (options: object = {}) => one.list({ singleEvents: true, ...options }).items!
  const starts = (options: object = {}) =>
    instances({ orderBy: 'startTime', ...options }).map(({ start }) => (start?.dateTime ?? start?.date)!.slice(0, 16))
  return { ...one, state, hand, fired, put, letters, as, instances, starts }
}
