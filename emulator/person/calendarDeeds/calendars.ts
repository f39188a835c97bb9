/** Calendars themselves: made, shared, set to one of Google's ways, and what Google refuses the script in them. */
import type { CalendarHand, CalendarState } from '../../world/types'
import type { CalendarDesk } from './desk'

type CalendarDeeds = Pick<CalendarHand, 'addCalendar' | 'share' | 'setRules' | 'refuse' | 'allow'>

const refusedMethods = ['patch', 'update', 'delete']

/** The API's sentences; where one is not told, the bare name of the code. */
const sentences: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  403: 'Forbidden',
  404: 'Not Found',
  409: 'The requested identifier already exists.',
  410: 'Resource has been deleted',
  412: 'Precondition Failed',
  429: 'Rate Limit Exceeded',
  500: 'Backend Error',
  503: 'Service Unavailable',
}

export const calendarDeeds = (desk: CalendarDesk): CalendarDeeds => ({
  addCalendar: ({ id, summary = id, timeZone, primary, access }) => {
    const made: CalendarState = {
      ...{ id, summary, timeZone: timeZone ?? desk.state().scriptTimeZone, events: [], revision: 0, oldestValidRevision: 0 },
      ...(primary && { primary: true as const }),
      ...(access && { access: { ...access } }),
    }
    desk.state().calendars[id] = made
    return made
  },
  share: ({ calendarId, email, role }) => {
    const calendar = desk.calendar(calendarId)
    calendar.access = { '*': 'owner', ...calendar.access, [email]: role }
  },
  setRules: ({ calendarId, rules }) => {
    const chosen = calendarId === undefined ? Object.values(desk.state().calendars) : [desk.calendar(calendarId)]
    for (const calendar of chosen) calendar.rules = { ...calendar.rules, ...rules }
  },
  refuse: ({ calendarId, id, code, message = sentences[code] ?? `Error ${code}`, methods = refusedMethods }) => {
    const calendar = desk.calendar(calendarId)
    const others = (calendar.refusals ?? []).filter(({ eventId }) => eventId !== id)
    calendar.refusals = [...others, { eventId: id, code, message, methods: [...methods] }]
  },
  allow: ({ calendarId, id }) => {
    const calendar = desk.calendar(calendarId)
    calendar.refusals = (calendar.refusals ?? []).filter(({ eventId }) => id !== undefined && eventId !== id)
  },
})
