import { calendarService } from '../../emulator/services/calendar'
import { calendarId, emptyCalendar, sheetOf, testHost, worldOf } from '../fixtures/testHost'

type Event = GoogleAppsScript.Calendar.Schema.Event

const desk = () => {
  const host = testHost(worldOf([sheetOf('Сделки', [])], emptyCalendar()))
  const calendar = host.state.calendars[calendarId]!
  const { Events } = calendarService(host)
  const insert = (resource: Event) => Events.insert(resource, calendarId)
  const list = (options: object = {}) => Events.list(calendarId, options)
  const titles = (options: object = {}) => list(options).items!.map((event) => event.summary)
  return { host, calendar, Events, insert, list, titles }
}

const at = (hour: string, day = '2026-11-26') => ({ dateTime: `${day}T${hour}:00+03:00` })
const slot = (summary: string, from: string, to: string, more: Event = {}): Event => ({ summary, start: at(from), end: at(to), ...more })

const failure = (work: () => unknown) => {
  try {
    work()
  } catch (error) {
    const { name, message, details } = error as Error & { details: { code: number; message: string } }
    return { name, message, code: details.code }
  }
  throw new Error('nothing was thrown')
}

describe('Calendar.Events.insert', () => {
  test('documented: an event with its times in the zone of the calendar', () => {
    const event = desk().insert({
      summary: 'ММ консультация',
      start: { dateTime: '2026-11-26T10:00:00Z' },
      end: { dateTime: '2026-11-26T11:00:00Z' },
    })
    expect(event).toMatchObject({
      kind: 'calendar#event',
      status: 'confirmed',
      summary: 'ММ консультация',
      start: { dateTime: '2026-11-26T13:00:00+03:00', timeZone: 'Europe/Moscow' },
      end: { dateTime: '2026-11-26T14:00:00+03:00', timeZone: 'Europe/Moscow' },
    })
    expect(event.etag).toMatch(/^"\d+"$/)
  })

  test('documented: our own id is taken once; the second time is 409, deleted or not', () => {
    const { insert, Events } = desk()
    insert(slot('а', '10:00', '11:00', { id: 'deal00017v1' }))
    expect(failure(() => insert(slot('б', '10:00', '11:00', { id: 'deal00017v1' })))).toEqual({
      name: 'GoogleJsonResponseException',
      message: 'API call to calendar.events.insert failed with error: The requested identifier already exists.',
      code: 409,
    })
    Events.remove(calendarId, 'deal00017v1')
    expect(failure(() => insert(slot('б', '10:00', '11:00', { id: 'deal00017v1' }))).code).toBe(409)
  })

  const bad: [string, Event][] = [
    ['an id of four characters', slot('а', '10:00', '11:00', { id: 'abcd' })],
    ['an id with w', slot('а', '10:00', '11:00', { id: 'wwwww' })],
    ['no end', { summary: 'а', start: at('10:00') }],
    ['an end before the start', slot('а', '11:00', '10:00')],
    ['a wall clock without a zone', { start: { dateTime: '2026-11-26T10:00:00' }, end: { dateTime: '2026-11-26T11:00:00' } }],
    ['a day and an hour', { start: { date: '2026-11-26' }, end: at('11:00') }],
    [
      'a private value over 1,024 characters',
      slot('а', '10:00', '11:00', { extendedProperties: { private: { deal: 'x'.repeat(1025) } } as never }),
    ],
  ]
  test.each(bad)('documented: %s is 400', (_, resource) => {
    expect(failure(() => desk().insert(resource)).code).toBe(400)
  })

  test('documented: a wall clock with its zone', () => {
    const time = (hour: string) => ({ dateTime: `2026-11-26T${hour}:00`, timeZone: 'Asia/Yekaterinburg' })
    expect(desk().insert({ start: time('12:00'), end: time('13:00') }).start?.dateTime).toBe('2026-11-26T10:00:00+03:00')
  })

  test('documented: a private key over 44 characters is dropped silently', () => {
    const properties = { private: { deal: '17', ['k'.repeat(45)]: 'x' } } as never
    expect(desk().insert(slot('а', '10:00', '11:00', { extendedProperties: properties })).extendedProperties?.private).toEqual({
      deal: '17',
    })
  })

  test('documented: an event created counts against the daily quota', () => {
    const { host, insert } = desk()
    insert(slot('а', '10:00', '11:00'))
    expect(host.calls).toEqual([{ name: 'Calendar.Events.insert', cost: { quota: { name: 'eventsCreated', amount: 1 } } }])
  })
})

describe('Calendar.Events.patch, update, remove', () => {
  const booked = () => {
    const one = desk()
    const properties = { private: { deal: '17', version: '1' } } as never
    const event = one.insert(slot('ММ консультация', '10:00', '11:00', { location: 'Кабинет 2', extendedProperties: properties }))
    const patch = (resource: object, etag?: string, id = event.id!) =>
      one.Events.patch(resource, calendarId, id, {}, etag === undefined ? {} : { 'If-Match': etag })
    return { ...one, event, patch }
  }

  test('documented: a patch merges, null deletes', () => {
    const { patch, event } = booked()
    const after = patch(
      { summary: 'ММ_АНО «Надежда»', location: null, extendedProperties: { private: { version: '2', deal: null, row: '5' } } },
      event.etag,
    )
    expect(after.summary).toBe('ММ_АНО «Надежда»')
    expect(after).not.toHaveProperty('location')
    expect(after.extendedProperties?.private).toEqual({ version: '2', row: '5' })
    expect(after.start).toEqual(event.start)
    expect(after.etag).not.toBe(event.etag)
  })

  test('documented: a stale etag is 412, and nothing is changed', () => {
    const { patch, event, titles } = booked()
    patch({ summary: 'ММ_первый' }, event.etag)
    expect(failure(() => patch({ summary: 'ММ_второй' }, event.etag))).toEqual({
      name: 'GoogleJsonResponseException',
      message: 'API call to calendar.events.patch failed with error: Precondition Failed',
      code: 412,
    })
    expect(titles()).toEqual(['ММ_первый'])
  })

  test('documented: an unknown event is 404', () => {
    expect(failure(() => booked().patch({}, undefined, 'nosuchevent'))).toMatchObject({
      message: 'API call to calendar.events.patch failed with error: Not Found',
      code: 404,
    })
    expect(failure(() => desk().Events.list('other@group.calendar.google.com')).code).toBe(404)
  })

  test('documented: update replaces all', () => {
    const { Events, event } = booked()
    const after = Events.update({ summary: 'АК консультация', start: at('12:00'), end: at('13:00') }, calendarId, event.id!)
    expect(after).not.toHaveProperty('location')
    expect(after).not.toHaveProperty('extendedProperties')
    expect([after.id, after.created, after.iCalUID]).toEqual([event.id, event.created, event.iCalUID])
  })

  test('documented: the second removal is 410; the event is still there as cancelled', () => {
    const { Events, event, titles } = booked()
    Events.remove(calendarId, event.id!)
    expect(failure(() => Events.remove(calendarId, event.id!))).toEqual({
      name: 'GoogleJsonResponseException',
      message: 'API call to calendar.events.delete failed with error: Resource has been deleted',
      code: 410,
    })
    expect(Events.get(calendarId, event.id!).status).toBe('cancelled')
    expect(titles()).toEqual([])
    expect(titles({ showDeleted: true })).toEqual(['ММ консультация'])
  })

  test('assumed: a deleted event takes a patch only when it brings the event back', () => {
    const { Events, event, patch, titles } = booked()
    Events.remove(calendarId, event.id!)
    expect(failure(() => patch({ summary: 'х' })).code).toBe(410)
    patch({ status: 'confirmed' })
    expect(titles()).toEqual(['ММ консультация'])
  })

  test('assumed: an unknown field of the resource is refused', () => {
    expect(failure(() => booked().patch({ titel: 'х' })).code).toBe(400)
  })

  test('documented: fields and timeZone of the answer', () => {
    const { Events, event } = booked()
    expect(Events.get(calendarId, event.id!, { fields: 'summary,start', timeZone: 'America/St_Johns' })).toEqual({
      summary: 'ММ консультация',
      start: { dateTime: '2026-11-26T03:30:00-03:30', timeZone: 'Europe/Moscow' },
    })
  })
})

describe('Calendar.Events.list', () => {
  const week = () => {
    const one = desk()
    one.insert(slot('раннее', '09:00', '10:00'))
    one.insert(
      slot('среднее', '10:00', '11:00', { description: 'для АНО «Надежда»', extendedProperties: { private: { deal: '17' } } as never }),
    )
    one.insert(slot('позднее', '11:00', '12:00'))
    one.insert({ summary: 'Отпуск ММ', start: { date: '2026-11-26' }, end: { date: '2026-11-27' } })
    return one
  }
  const ordered = { singleEvents: true, orderBy: 'startTime' }

  test('documented: timeMin bounds the end, timeMax the start, both exclusive', () => {
    const window = { timeMin: '2026-11-26T10:00:00+03:00', timeMax: '2026-11-26T11:00:00+03:00' }
    expect(week().titles({ ...ordered, ...window })).toEqual(['Отпуск ММ', 'среднее'])
    expect(week().titles({ ...ordered, timeMin: '2026-11-26T21:00:00Z' })).toEqual([])
  })

  const forbidden: [string, object][] = [
    ['timeMin without an offset', { timeMin: '2026-11-26T10:00:00' }],
    ['an empty window', { timeMin: '2026-11-26T10:00:00Z', timeMax: '2026-11-26T10:00:00Z' }],
    ['orderBy startTime without singleEvents', { orderBy: 'startTime' }],
    ['maxResults 0', { maxResults: 0 }],
    ['a foreign page token', { pageToken: 'x' }],
    ['a name it does not know', { singleEvent: true }],
  ]
  test.each(forbidden)('documented: %s is 400', (_, options) => {
    expect(failure(() => week().list(options)).code).toBe(400)
  })

  test('documented: private properties and words narrow the list', () => {
    expect(week().titles({ privateExtendedProperty: 'deal=17' })).toEqual(['среднее'])
    expect(week().titles({ privateExtendedProperty: ['deal=17', 'version=1'] })).toEqual([])
    expect(week().titles({ q: 'надежда' })).toEqual(['среднее'])
  })

  test('documented: pages; the sync token stands on the last one only', () => {
    const { list } = week()
    const first = list({ maxResults: 3 })
    expect([first.items?.length, typeof first.nextPageToken, first.nextSyncToken]).toEqual([3, 'string', undefined])
    const second = list({ maxResults: 3, pageToken: first.nextPageToken })
    expect([second.items?.length, second.nextPageToken, typeof second.nextSyncToken]).toEqual([1, undefined, 'string'])
    expect(new Set([...first.items!, ...second.items!].map((event) => event.id)).size).toBe(4)
  })

  test('documented: 250 a page by default, 2,500 at most', () => {
    const { insert, list } = desk()
    for (let index = 0; index < 2600; index++) insert(slot(`${index}`, '10:00', '11:00'))
    expect(list().items).toHaveLength(250)
    expect(list({ maxResults: 9999 }).items).toHaveLength(2500)
  })

  test('documented: with updatedMin deletions since then are listed', () => {
    const { list, Events, host, insert } = week()
    host.state.now += 3_600_000
    Events.remove(calendarId, insert(slot('снято', '15:00', '16:00')).id!)
    expect(list({ updatedMin: '2026-11-23T09:30:00+03:00' }).items!.map(({ summary, status }) => [summary, status])).toEqual([
      ['снято', 'cancelled'],
    ])
  })

  test('documented: fields', () => {
    expect(week().list({ ...ordered, maxResults: 1, fields: 'items(summary),nextSyncToken' })).toEqual({
      items: [{ summary: 'Отпуск ММ' }],
    })
  })
})

describe('Calendar.Events.list with a sync token', () => {
  const synced = (options: object = {}) => {
    const one = desk()
    const [a, b] = [one.insert(slot('а', '09:00', '10:00')), one.insert(slot('б', '10:00', '11:00'))]
    return { ...one, a, b, token: one.list(options).nextSyncToken }
  }

  test('documented: nothing new, then the changed and the cancelled ones', () => {
    const { list, Events, a, b, insert, token } = synced()
    expect(list({ syncToken: token }).items).toEqual([])
    Events.patch({ summary: 'а2' }, calendarId, a.id!)
    Events.remove(calendarId, b.id!)
    insert({ summary: 'в', start: { date: '2026-12-01' }, end: { date: '2026-12-02' } })
    const changes = list({ syncToken: token })
    expect(changes.items!.map(({ summary, status }) => [summary, status])).toEqual([
      ['а2', 'confirmed'],
      [undefined, 'cancelled'],
      ['в', 'confirmed'],
    ])
    expect(list({ syncToken: changes.nextSyncToken }).items).toEqual([])
    expect(list({ syncToken: token }).items).toHaveLength(3)
  })

  test('documented: a change made between two pages comes with the next sync', () => {
    const { list, Events, a, b } = synced()
    const first = list({ maxResults: 1 })
    Events.patch({ summary: 'сменилось' }, calendarId, first.items![0]!.id!)
    const last = list({ maxResults: 1, pageToken: first.nextPageToken })
    expect([first.items![0]!.id, last.items![0]!.id].sort()).toEqual([a.id, b.id].sort())
    expect(list({ syncToken: last.nextSyncToken }).items!.map((event) => event.summary)).toEqual(['сменилось'])
  })

  test('documented: incremental pages', () => {
    const { list, Events, a, b, token } = synced()
    for (const event of [a, b]) Events.patch({ colorId: '2' }, calendarId, event.id!)
    const first = list({ syncToken: token, maxResults: 1 })
    expect(first.nextSyncToken).toBeUndefined()
    const last = list({ syncToken: token, maxResults: 1, pageToken: first.nextPageToken })
    expect(last.items).toHaveLength(1)
    expect(last.nextSyncToken).toBeDefined()
  })

  test.each([
    { timeMin: '2026-11-26T10:00:00Z' },
    { timeMax: '2026-11-26T10:00:00Z' },
    { q: 'а' },
    { orderBy: 'updated' },
    { privateExtendedProperty: 'a=b' },
    { showDeleted: false },
  ])('documented: not together with %j', (extra) => {
    const { list, token } = synced()
    expect(failure(() => list({ syncToken: token, ...extra })).code).toBe(400)
  })

  test('assumed: other parameters than the first list had are refused', () => {
    const { list, token } = synced({ singleEvents: true })
    expect(failure(() => list({ syncToken: token })).code).toBe(400)
    expect(list({ syncToken: token, singleEvents: true }).items).toEqual([])
  })

  test('documented: a narrowed list mints no token', () => {
    expect(synced().list({ q: 'а' }).nextSyncToken).toBeUndefined()
  })

  test('documented: a token that is too old is 410', () => {
    const { list, calendar, token } = synced()
    calendar.oldestValidRevision = calendar.revision + 1
    expect(failure(() => list({ syncToken: token }))).toEqual({
      name: 'GoogleJsonResponseException',
      message: 'API call to calendar.events.list failed with error: Sync token is no longer valid, a full sync is required.',
      code: 410,
    })
  })
})

describe('Calendar.Calendars and CalendarList', () => {
  test('documented: id, name and zone of a calendar', () => {
    const service = calendarService(desk().host)
    expect(service.Calendars.get(calendarId)).toMatchObject({ id: calendarId, summary: 'Консультации', timeZone: 'Europe/Moscow' })
    expect(service.CalendarList.list().items).toHaveLength(1)
  })

  test('assumed: an unknown member fails by name', () => {
    expect(() => Reflect.get(desk().Events, 'quickAdd')).toThrow('Calendar.Events.quickAdd is not emulated')
  })
})
