/** Calendar.Calendars and Calendar.CalendarList: the calendars that the caller has access to; new ones, and their end. */
import type { AccessRole, CalendarState, ServiceHost } from '../../../world/types'
import { requireKnown } from '../../knownMembers'
import { apiError } from '../../sheets/apiError'
import { roleOf } from '../access'
import { CalendarRefusal } from '../refusal'
import { callApi, callerOf, wire } from './call'

type Calendars = Pick<GoogleAppsScript.Calendar.Collection.CalendarsCollection, 'get' | 'insert' | 'remove'>
type Named = GoogleAppsScript.Calendar.Schema.Calendar
type CalendarLists = Pick<GoogleAppsScript.Calendar.Collection.CalendarListCollection, 'list' | 'get'>

export const calendars = (host: ServiceHost): Calendars => ({
  get: (calendarId: string) =>
    callApi(host, { member: 'Calendars.get', calendarId }, (calendar) => ({ kind: 'calendar#calendar', ...named(calendar) })),
  insert: (resource: Named) => {
    requireKnown('Calendar.Calendars.insert member', resource, ['summary', 'timeZone'])
    return host.jsonIntoRealm(host.gate.call('Calendar.Calendars.insert', () => inserted(host, wire(resource))))
  },
  remove: (calendarId: string) => {
    callApi(host, { member: 'Calendars.delete', calendarId, writes: true }, (calendar, role) => {
      if (role !== 'owner') throw new CalendarRefusal(403, 'Forbidden', 'forbidden')
      if (calendar.primary) throw new CalendarRefusal(400, 'Cannot delete primary calendar.', 'cannotDeletePrimary')
      delete host.state.calendars[calendar.id]
      return null
    })
  },
})

/** A calendar is its maker's alone until it is shared. */
function inserted(host: ServiceHost, { summary, timeZone = host.state.scriptTimeZone }: Named): object {
  if (!summary) throw apiError('calendar.calendars.insert', 400, 'Missing summary.')
  const id = `${host.nextId('calendar')}@group.calendar.google.com`
  const access = { [callerOf(host)]: 'owner' } as const
  host.state.calendars[id] = { id, summary, timeZone, events: [], revision: 1, oldestValidRevision: 0, access }
  return { kind: 'calendar#calendar', id, summary, timeZone }
}

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
