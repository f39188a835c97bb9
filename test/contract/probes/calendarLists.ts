/** Probes of lists of events, of their tokens, and of calendars; each removes what it made. */
import { type AnyProbe, probeOf } from './kinds'

const needs = ['calendar.events']
const api = 'GoogleJsonResponseException: API call to calendar.events.list failed with error: '

const refused = (name: string, label: AnyProbe['label'], given: object, expect: string): AnyProbe =>
  probeOf<object>({
    name: `refused: ${name}`,
    label,
    needs,
    given,
    run: ({ calendarId }, options, { failure }) => failure(() => Calendar!.Events.list(calendarId, options)),
    expect: `${api}${expect}`,
  })

export const calendarLists: readonly AnyProbe[] = [
  {
    name: 'a sync tells of a deleted event its id and that it is gone, no more',
    label: 'documented',
    needs,
    run: ({ calendarId }) => {
      const times = { start: { dateTime: '2031-11-26T10:00:00Z' }, end: { dateTime: '2031-11-26T11:00:00Z' } }
      const { id } = Calendar!.Events.insert({ summary: 'а', ...times }, calendarId)
      const syncToken = Calendar!.Events.list(calendarId).nextSyncToken!
      Calendar!.Events.remove(calendarId, id!)
      const { items = [] } = Calendar!.Events.list(calendarId, { syncToken })
      return items.map((item) => [item.id === id, item.status, item.summary ?? null])
    },
    expect: [[true, 'cancelled', null]],
  },
  {
    name: 'showDeleted brings a deleted event with its title',
    label: 'documented',
    needs,
    run: ({ calendarId }) => {
      const times = { start: { dateTime: '2031-11-27T10:00:00Z' }, end: { dateTime: '2031-11-27T11:00:00Z' } }
      const { id } = Calendar!.Events.insert({ summary: 'показать', ...times }, calendarId)
      Calendar!.Events.remove(calendarId, id!)
      const span = { timeMin: '2031-11-27T00:00:00Z', timeMax: '2031-11-28T00:00:00Z' }
      const of = (more: object) => (Calendar!.Events.list(calendarId, { ...span, ...more }).items ?? []).filter((item) => item.id === id)
      return [of({}).length, of({ showDeleted: true }).map(({ status, summary }) => [status, summary ?? null])]
    },
    expect: [0, [['cancelled', 'показать']]],
  },
  {
    name: 'the token for what follows comes with the last page only',
    label: 'documented',
    needs,
    run: ({ calendarId }) => {
      const times = { start: { dateTime: '2031-11-26T10:00:00Z' }, end: { dateTime: '2031-11-26T11:00:00Z' } }
      const ids = ['а', 'б'].map((summary) => Calendar!.Events.insert({ summary, ...times }, calendarId).id!)
      const first = Calendar!.Events.list(calendarId, { maxResults: 1 })
      const last = Calendar!.Events.list(calendarId, { maxResults: 1, pageToken: first.nextPageToken! })
      for (const id of ids) Calendar!.Events.remove(calendarId, id)
      return [first.nextSyncToken ?? null, typeof first.nextPageToken, typeof last.nextSyncToken, last.nextPageToken ?? null]
    },
    expect: [null, 'string', 'string', null],
  },
  {
    name: 'timeMin bounds the end, timeMax the start, both exclusive',
    label: 'documented',
    needs,
    run: ({ calendarId }) => {
      const times = { start: { dateTime: '2031-11-28T10:00:00Z' }, end: { dateTime: '2031-11-28T11:00:00Z' } }
      const { id } = Calendar!.Events.insert({ summary: 'а', ...times }, calendarId)
      const count = (timeMin: string, timeMax: string) => Calendar!.Events.list(calendarId, { timeMin, timeMax }).items?.length ?? 0
      const counts = [
        count('2031-11-28T10:59:00Z', '2031-11-29T00:00:00Z'),
        count('2031-11-28T11:00:00Z', '2031-11-29T00:00:00Z'),
        count('2031-11-28T00:00:00Z', '2031-11-28T10:01:00Z'),
        count('2031-11-28T00:00:00Z', '2031-11-28T10:00:00Z'),
      ]
      Calendar!.Events.remove(calendarId, id!)
      return counts
    },
    expect: [1, 0, 1, 0],
  },
  refused('a damaged token', 'observed', { syncToken: 'CPDAlvWDx70CEPDAlvWDx70CGAU=' }, 'Invalid sync token value.'),
  {
    name: 'a calendar that is not there is 404',
    label: 'documented',
    needs,
    run: (_scratch, _given, { failure }) => failure(() => Calendar!.Events.list('nowhere@group.calendar.google.com')),
    expect: `${api}Not Found`,
  },
  {
    name: "the caller's own calendar has name, zone and the role of an owner",
    label: 'documented',
    needs: ['calendar'],
    run: ({ calendarId }) => {
      const { id, timeZone } = Calendar!.Calendars.get(calendarId)
      return [id === calendarId, timeZone, Calendar!.CalendarList.get(calendarId).accessRole]
    },
    expect: [true, 'Europe/Moscow', 'owner'],
  },
]
