import { calendarService } from '../../emulator/services/calendar/calendar'
import { at, desk, type Event, failure, slot } from '../fixtures/calendarDesk'
import { calendarId } from '../fixtures/testHost'

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

  test('documented: a removal on a stale etag is 412, and the event stands', () => {
    const { Events, event, patch, titles } = booked()
    patch({ summary: 'ММ_первый' })
    expect(failure(() => Events.remove(calendarId, event.id!, {}, { 'If-Match': event.etag! }))).toEqual({
      name: 'GoogleJsonResponseException',
      message: 'API call to calendar.events.delete failed with error: Precondition Failed',
      code: 412,
    })
    expect(titles()).toEqual(['ММ_первый'])
    Events.remove(calendarId, event.id!, {}, { 'If-Match': Events.get(calendarId, event.id!).etag! })
    expect(titles()).toEqual([])
  })

  test('assumed: an id of ours that was deleted is 409 for an insert, and comes back by a patch alone', () => {
    const { Events, insert, titles } = desk()
    insert({ id: 'deskslot1', ...slot('ММ консультация', '10:00', '11:00') })
    Events.remove(calendarId, 'deskslot1')
    expect(failure(() => insert({ id: 'deskslot1', ...slot('ММ консультация', '10:00', '11:00') })).code).toBe(409)
    expect(titles()).toEqual([])
    Events.patch({ status: 'confirmed' }, calendarId, 'deskslot1')
    expect(titles()).toEqual(['ММ консультация'])
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
