/** Probes of series of events and of what people put on an event; each removes what it made. */
import { type AnyProbe, probeOf } from './kinds'

const needs = ['calendar.events']

const fields = {
  description: 'взять отчёт',
  location: 'каб. 3',
  colorId: '11',
  transparency: 'transparent',
  visibility: 'private',
  guestsCanModify: true,
  reminders: { useDefault: false, overrides: [{ method: 'email', minutes: 60 }] },
  source: { title: 'Заявка', url: 'https://example.org/17' },
}

const kept = ([name, value]: [string, unknown]): AnyProbe =>
  probeOf<{ name: string; value: unknown }>({
    name: `the field ${name} is kept and answered`,
    label: 'documented',
    needs,
    given: { name, value },
    run: ({ calendarId }, { name, value }) => {
      const times = { start: { dateTime: '2031-11-26T10:00:00Z' }, end: { dateTime: '2031-11-26T11:00:00Z' } }
      const { id } = Calendar!.Events.insert({ summary: 'а', ...times, [name]: value }, calendarId)
      const answer = (Calendar!.Events.get(calendarId, id!) as Record<string, unknown>)[name]
      Calendar!.Events.remove(calendarId, id!)
      return answer
    },
    expect: value,
  })

export const calendarSeries: readonly AnyProbe[] = [
  {
    name: 'instances name their series and their original start',
    label: 'documented',
    needs,
    run: ({ calendarId }) => {
      const time = (hour: string) => ({ dateTime: `2031-11-26T${hour}:00`, timeZone: 'Europe/Moscow' })
      const rule = { start: time('13:00'), end: time('14:00'), recurrence: ['RRULE:FREQ=WEEKLY;COUNT=3'] }
      const { id } = Calendar!.Events.insert({ summary: 'ряд', ...rule }, calendarId)
      const span = { singleEvents: true, orderBy: 'startTime', timeMin: '2031-11-01T00:00:00Z', timeMax: '2032-01-01T00:00:00Z' }
      const items = (Calendar!.Events.list(calendarId, span).items ?? []).filter(({ recurringEventId }) => recurringEventId === id)
      Calendar!.Events.remove(calendarId, id!)
      return items.map(({ originalStartTime }) => originalStartTime?.dateTime)
    },
    expect: ['2031-11-26T13:00:00+03:00', '2031-12-03T13:00:00+03:00', '2031-12-10T13:00:00+03:00'],
  },
  {
    name: "an instance's id is the series' and the start in UTC",
    label: 'observed',
    needs,
    run: ({ calendarId }) => {
      const time = (hour: string) => ({ dateTime: `2031-11-26T${hour}:00`, timeZone: 'Europe/Moscow' })
      const rule = { start: time('13:00'), end: time('14:00'), recurrence: ['RRULE:FREQ=WEEKLY;COUNT=2'] }
      const { id } = Calendar!.Events.insert({ summary: 'ряд', ...rule }, calendarId)
      const { items = [] } = Calendar!.Events.instances(calendarId, id!, {
        timeMin: '2031-11-01T00:00:00Z',
        timeMax: '2032-01-01T00:00:00Z',
      })
      Calendar!.Events.remove(calendarId, id!)
      return items.map((item) => item.id!.replace(id!, '')).sort()
    },
    expect: ['_20311126T100000Z', '_20311203T100000Z'],
  },
  {
    name: 'a changed instance is an exception of its series, the others stay',
    label: 'documented',
    needs,
    run: ({ calendarId }) => {
      const time = (hour: string) => ({ dateTime: `2031-11-26T${hour}:00`, timeZone: 'Europe/Moscow' })
      const rule = { start: time('13:00'), end: time('14:00'), recurrence: ['RRULE:FREQ=WEEKLY;COUNT=3'] }
      const { id } = Calendar!.Events.insert({ summary: 'ряд', ...rule }, calendarId)
      const [, second] =
        Calendar!.Events.instances(calendarId, id!, { timeMin: '2031-11-01T00:00:00Z', timeMax: '2032-01-01T00:00:00Z' }).items ?? []
      const changed = Calendar!.Events.patch({ summary: 'занято' }, calendarId, second!.id!)
      const titles = (
        Calendar!.Events.instances(calendarId, id!, { timeMin: '2031-11-01T00:00:00Z', timeMax: '2032-01-01T00:00:00Z' }).items ?? []
      )
        .map(({ summary }) => summary)
        .sort()
      Calendar!.Events.remove(calendarId, id!)
      return [changed.recurringEventId === id, titles]
    },
    expect: [true, ['занято', 'ряд', 'ряд']],
  },
  {
    name: 'a deleted instance stands in a plain list, cancelled, with series and original start',
    label: 'documented',
    needs,
    run: ({ calendarId }) => {
      const time = (hour: string) => ({ dateTime: `2031-11-26T${hour}:00`, timeZone: 'Europe/Moscow' })
      const rule = { start: time('13:00'), end: time('14:00'), recurrence: ['RRULE:FREQ=WEEKLY;COUNT=3'] }
      const { id } = Calendar!.Events.insert({ summary: 'ряд', ...rule }, calendarId)
      const [, second] =
        Calendar!.Events.instances(calendarId, id!, { timeMin: '2031-11-01T00:00:00Z', timeMax: '2032-01-01T00:00:00Z' }).items ?? []
      Calendar!.Events.remove(calendarId, second!.id!)
      const { items = [] } = Calendar!.Events.list(calendarId)
      const gone = items.filter(({ recurringEventId }) => recurringEventId === id)
      Calendar!.Events.remove(calendarId, id!)
      return gone.map(({ status, originalStartTime }) => [status, originalStartTime?.dateTime])
    },
    expect: [['cancelled', '2031-12-03T13:00:00+03:00']],
  },
  {
    name: 'a series without an end is bounded by timeMax',
    label: 'documented',
    needs,
    run: ({ calendarId }) => {
      const time = (hour: string) => ({ dateTime: `2031-11-26T${hour}:00`, timeZone: 'Europe/Moscow' })
      const rule = { start: time('13:00'), end: time('14:00'), recurrence: ['RRULE:FREQ=WEEKLY'] }
      const { id } = Calendar!.Events.insert({ summary: 'ряд', ...rule }, calendarId)
      const span = { singleEvents: true, timeMin: '2033-01-01T00:00:00Z', timeMax: '2033-02-01T00:00:00Z' }
      const { items = [] } = Calendar!.Events.list(calendarId, span)
      Calendar!.Events.remove(calendarId, id!)
      return items.length
    },
    expect: 4,
  },
  ...Object.entries(fields).map(kept),
]
