/** Calendar.Calendars and Calendar.CalendarList: the calendars that the caller has access to. */
import type { AccessRole, CalendarState, ServiceHost } from '../../../world/types'
import { roleOf } from '../access'
import { callApi, callerOf } from './call'

type Calendars = Pick<GoogleAppsScript.Calendar.Collection.CalendarsCollection, 'get'>
type CalendarLists = Pick<GoogleAppsScript.Calendar.Collection.CalendarListCollection, 'list' | 'get'>

export const calendars = (host: ServiceHost): Calendars => ({
  get: (calendarId: string) =>
    callApi(host, { member: 'Calendars.get', calendarId }, (calendar) => ({ kind: 'calendar#calendar', ...named(calendar) })),
})

export const calendarLists = (host: ServiceHost): CalendarLists => ({
  list: () =>
    host.jsonIntoRealm(
      host.gate.call('Calendar.CalendarList.list', () => {
        const all = Object.values(host.state.calendars).map((calendar) => ({ calendar, role: roleOf(calendar, callerOf(host)) }))
        const items = all.filter(({ role }) => role !== 'none').map(({ calendar, role }) => entry(calendar, role))
        return { kind: 'calendar#calendarList', items }
      }),
    ),
  get: (calendarId: string) => callApi(host, { member: 'CalendarList.get', calendarId }, entry),
})

const named = ({ id, summary, timeZone }: CalendarState) => ({ id, summary, timeZone })

const entry = (calendar: CalendarState, accessRole: AccessRole) => ({
  kind: 'calendar#calendarListEntry',
  ...named(calendar),
  accessRole,
  ...(calendar.primary && { primary: true }),
})
