/** Probes of Calendar.Events: written, changed, removed; each removes what it made. */
import { type AnyProbe, probeOf } from './kinds'

const needs = ['calendar.events']
const api = 'GoogleJsonResponseException: API call to calendar.events.'

interface Bad {
  readonly id?: string
  readonly start?: object
  readonly end?: object
  readonly extendedProperties?: object
}
const at = (hour: string) => ({ dateTime: `2031-11-26T${hour}:00+03:00` })
const good = { start: at('10:00'), end: at('11:00') }

/** Refused with 400, whatever the words. */
const refused = (name: string, given: Bad): AnyProbe =>
  probeOf<Bad>({
    name: `refused: ${name}`,
    label: 'documented',
    needs,
    given,
    run: ({ calendarId }, resource) => {
      try {
        const { id } = Calendar!.Events.insert(resource as GoogleAppsScript.Calendar.Schema.Event, calendarId)
        Calendar!.Events.remove(calendarId, id!)
        return 'taken'
      } catch (error) {
        return (error as { details?: { code?: number } }).details?.code ?? String(error)
      }
    },
    expect: 400,
  })

export const calendarEvents: readonly AnyProbe[] = [
  {
    name: 'an event comes back with kind, state and times in the zone of the calendar',
    label: 'documented',
    needs,
    run: ({ calendarId }) => {
      const times = { start: { dateTime: '2031-11-26T10:00:00Z' }, end: { dateTime: '2031-11-26T11:00:00Z' } }
      const event = Calendar!.Events.insert({ summary: 'проба', ...times }, calendarId)
      Calendar!.Events.remove(calendarId, event.id!)
      return [event.kind, event.status, event.start?.dateTime, /^"\d+"$/.test(event.etag!), event.sequence]
    },
    expect: ['calendar#event', 'confirmed', '2031-11-26T13:00:00+03:00', true, 0],
  },
  {
    name: 'our own id is taken once; the second time is 409, deleted or not',
    label: 'documented',
    needs,
    run: ({ calendarId }, _given, { failure }) => {
      const id = `proba${Utilities.getUuid().replace(/[^0-9a-f]/g, '')}`
      const times = { start: { dateTime: '2031-11-26T10:00:00Z' }, end: { dateTime: '2031-11-26T11:00:00Z' } }
      const insert = () => Calendar!.Events.insert({ id, ...times }, calendarId)
      insert()
      const again = failure(insert)
      Calendar!.Events.remove(calendarId, id)
      return [again, failure(insert)]
    },
    expect: Array(2).fill(`${api}insert failed with error: The requested identifier already exists.`),
  },
  refused('an id of four signs', { ...good, id: 'abcd' }),
  refused('an id with w', { ...good, id: 'wwwww' }),
  refused('no end', { start: at('10:00') }),
  refused('an end before the start', { start: at('11:00'), end: at('10:00') }),
  refused('a wall clock without a zone', { start: { dateTime: '2031-11-26T10:00:00' }, end: { dateTime: '2031-11-26T11:00:00' } }),
  refused('a day and an hour', { start: { date: '2031-11-26' }, end: at('11:00') }),
  refused('a private value over 1,024 signs', { ...good, extendedProperties: { private: { deal: 'x'.repeat(1025) } } }),
  {
    name: 'a private key over 44 signs is dropped without a word',
    label: 'documented',
    needs,
    run: ({ calendarId }) => {
      const times = { start: { dateTime: '2031-11-26T10:00:00Z' }, end: { dateTime: '2031-11-26T11:00:00Z' } }
      const properties = { private: { deal: '17', ['k'.repeat(45)]: 'x' } }
      const event = Calendar!.Events.insert({ ...times, extendedProperties: properties }, calendarId)
      Calendar!.Events.remove(calendarId, event.id!)
      return event.extendedProperties?.private
    },
    expect: { deal: '17' },
  },
  {
    name: 'a patch merges, null deletes, the etag grows',
    label: 'documented',
    needs,
    run: ({ calendarId }) => {
      const times = { start: { dateTime: '2031-11-26T10:00:00Z' }, end: { dateTime: '2031-11-26T11:00:00Z' } }
      const properties = { private: { deal: '17', version: '1' } }
      const made = Calendar!.Events.insert({ summary: 'а', location: 'каб. 2', ...times, extendedProperties: properties }, calendarId)
      const change = { summary: 'б', location: null, extendedProperties: { private: { version: '2', deal: null, row: '5' } } }
      const after = Calendar!.Events.patch(change as never, calendarId, made.id!, {}, { 'If-Match': made.etag! })
      Calendar!.Events.remove(calendarId, made.id!)
      return [after.summary, after.location ?? null, after.extendedProperties?.private, after.etag === made.etag]
    },
    expect: ['б', null, { version: '2', row: '5' }, false],
  },
  {
    name: 'a write on an etag that is old is 412 and changes nothing',
    label: 'documented',
    needs,
    run: ({ calendarId }, _given, { failure }) => {
      const times = { start: { dateTime: '2031-11-26T10:00:00Z' }, end: { dateTime: '2031-11-26T11:00:00Z' } }
      const made = Calendar!.Events.insert({ summary: 'а', ...times }, calendarId)
      const patch = (summary: string) => Calendar!.Events.patch({ summary }, calendarId, made.id!, {}, { 'If-Match': made.etag! })
      patch('б')
      const words = failure(() => patch('в'))
      const { summary } = Calendar!.Events.get(calendarId, made.id!)
      Calendar!.Events.remove(calendarId, made.id!)
      return [words, summary]
    },
    expect: [`${api}patch failed with error: Precondition Failed`, 'б'],
  },
  {
    name: 'an event that is not there is 404',
    label: 'documented',
    needs,
    run: ({ calendarId }, _given, { failure }) => failure(() => Calendar!.Events.patch({ summary: 'а' }, calendarId, 'nosuchevent00')),
    expect: `${api}patch failed with error: Not Found`,
  },
  {
    name: 'an update replaces everything',
    label: 'documented',
    needs,
    run: ({ calendarId }) => {
      const times = { start: { dateTime: '2031-11-26T10:00:00Z' }, end: { dateTime: '2031-11-26T11:00:00Z' } }
      const made = Calendar!.Events.insert({ summary: 'а', location: 'каб. 2', ...times }, calendarId)
      const after = Calendar!.Events.update({ summary: 'б', ...times }, calendarId, made.id!)
      Calendar!.Events.remove(calendarId, made.id!)
      return [after.summary, after.location ?? null, after.iCalUID === made.iCalUID]
    },
    expect: ['б', null, true],
  },
  {
    name: 'the second removal is 410; the event is still there, as cancelled',
    label: 'documented',
    needs,
    run: ({ calendarId }, _given, { failure }) => {
      const times = { start: { dateTime: '2031-11-26T10:00:00Z' }, end: { dateTime: '2031-11-26T11:00:00Z' } }
      const { id } = Calendar!.Events.insert({ summary: 'а', ...times }, calendarId)
      Calendar!.Events.remove(calendarId, id!)
      return [failure(() => Calendar!.Events.remove(calendarId, id!)), Calendar!.Events.get(calendarId, id!).status]
    },
    expect: [`${api}delete failed with error: Resource has been deleted`, 'cancelled'],
  },
  {
    name: 'a patch brings a deleted event back',
    label: 'assumed',
    needs,
    run: ({ calendarId }) => {
      const times = { start: { dateTime: '2031-11-26T10:00:00Z' }, end: { dateTime: '2031-11-26T11:00:00Z' } }
      const { id } = Calendar!.Events.insert({ summary: 'а', ...times }, calendarId)
      Calendar!.Events.remove(calendarId, id!)
      const { status, summary } = Calendar!.Events.patch({ status: 'confirmed' }, calendarId, id!)
      Calendar!.Events.remove(calendarId, id!)
      return [status, summary]
    },
    expect: ['confirmed', 'а'],
  },
  {
    name: 'an answer holds the fields that were asked for',
    label: 'documented',
    needs,
    run: ({ calendarId }) => {
      const times = { start: { dateTime: '2031-11-26T10:00:00Z' }, end: { dateTime: '2031-11-26T11:00:00Z' } }
      const { id } = Calendar!.Events.insert({ summary: 'а', ...times }, calendarId)
      const event = Calendar!.Events.get(calendarId, id!, { fields: 'summary,status' })
      Calendar!.Events.remove(calendarId, id!)
      return event
    },
    expect: { summary: 'а', status: 'confirmed' },
  },
  {
    name: 'a guest has not answered at first; a new list of guests replaces the old one',
    label: 'documented',
    needs,
    run: ({ calendarId }) => {
      const times = { start: { dateTime: '2031-11-26T10:00:00Z' }, end: { dateTime: '2031-11-26T11:00:00Z' } }
      const attendees = [{ email: 'one@example.com' }, { email: 'two@example.com' }]
      const made = Calendar!.Events.insert({ summary: 'а', ...times, attendees }, calendarId, { sendUpdates: 'none' })
      const after = Calendar!.Events.patch({ attendees: [{ email: 'two@example.com' }] }, calendarId, made.id!, { sendUpdates: 'none' })
      Calendar!.Events.remove(calendarId, made.id!, { sendUpdates: 'none' })
      return [made.attendees?.map(({ responseStatus }) => responseStatus), after.attendees?.map(({ email }) => email)]
    },
    expect: [['needsAction', 'needsAction'], ['two@example.com']],
  },
]
