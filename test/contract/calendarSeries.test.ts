import { calendarService } from '../../emulator/services/calendar/calendar'
import { calendarId, emptyCalendar, sheetOf, testHost, worldOf } from '../fixtures/testHost'

type Event = GoogleAppsScript.Calendar.Schema.Event

const desk = (timeZone = 'Europe/Moscow') => {
  const host = testHost(worldOf([sheetOf('Сделки', [])], emptyCalendar({ timeZone })))
  const { Events } = calendarService(host)
  const insert = (recurrence: string[], start = '2026-11-26T13:00:00', more: Event = {}) => {
    const end = start.replace(/T13/, 'T14').replace(/T09/, 'T10')
    return Events.insert(
      {
        id: 'series1',
        summary: 'ТЛ консультация',
        start: { dateTime: start, timeZone },
        end: { dateTime: end, timeZone },
        recurrence,
        ...more,
      },
      calendarId,
    )
  }
  const instances = (options: object = {}) => Events.list(calendarId, { singleEvents: true, ...options }).items!
  const starts = (options: object = {}) =>
    instances({ orderBy: 'startTime', ...options }).map((event) => event.start?.dateTime ?? event.start?.date)
  return { host, Events, insert, instances, starts }
}

const codeOf = (work: () => unknown) => {
  try {
    work()
  } catch (error) {
    return (error as { details: { code: number } }).details.code
  }
  return 0
}

//  ноябрь 2026: чт 26 · декабрь: чт 3, чт 10, чт 17
describe('series', () => {
  const rules: [string, string[], string[]][] = [
    ['COUNT', ['RRULE:FREQ=WEEKLY;COUNT=4'], ['26', '03', '10', '17']],
    ['UNTIL, inclusive', ['RRULE:FREQ=WEEKLY;UNTIL=20261210T100000Z'], ['26', '03', '10']],
    ['UNTIL a second before', ['RRULE:FREQ=WEEKLY;UNTIL=20261210T095959Z'], ['26', '03']],
    ['UNTIL a day', ['RRULE:FREQ=WEEKLY;UNTIL=20261210'], ['26', '03', '10']],
    ['INTERVAL', ['RRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=2'], ['26', '10']],
    ['BYDAY', ['RRULE:FREQ=WEEKLY;BYDAY=TH,FR;COUNT=4'], ['26', '27', '03', '04']],
    ['DAILY', ['RRULE:FREQ=DAILY;COUNT=3'], ['26', '27', '28']],
    ['EXDATE in its zone', ['RRULE:FREQ=WEEKLY;COUNT=3', 'EXDATE;TZID=Europe/Moscow:20261203T130000'], ['26', '10']],
    ['EXDATE in Greenwich', ['RRULE:FREQ=WEEKLY;COUNT=3', 'EXDATE:20261203T100000Z'], ['26', '10']],
    ['RDATE', ['RRULE:FREQ=WEEKLY;COUNT=1', 'RDATE;TZID=Europe/Moscow:20261130T130000'], ['26', '30']],
  ]
  test.each(rules)('documented: %s', (_, recurrence, days) => {
    const { insert, starts } = desk()
    insert(recurrence)
    expect(starts().map((start) => start!.slice(8, 10))).toEqual(days)
    expect(new Set(starts().map((start) => start!.slice(10)))).toEqual(new Set(['T13:00:00+03:00']))
  })

  test('documented: the wall clock stays where a zone changes its offset', () => {
    const { insert, starts } = desk('America/St_Johns')
    insert(['RRULE:FREQ=WEEKLY;COUNT=3'], '2026-10-25T09:00:00')
    expect(starts()).toEqual(['2026-10-25T09:00:00-02:30', '2026-11-01T09:00:00-03:30', '2026-11-08T09:00:00-03:30'])
  })

  test('documented: days', () => {
    const { insert, starts } = desk()
    insert(['RRULE:FREQ=WEEKLY;COUNT=2'], undefined, { start: { date: '2026-11-30' }, end: { date: '2026-12-01' } })
    expect(starts()).toEqual(['2026-11-30', '2026-12-07'])
  })

  test('documented: without singleEvents the series is one entry', () => {
    const { insert, Events } = desk()
    insert(['RRULE:FREQ=WEEKLY'])
    const [series, ...more] = Events.list(calendarId, { timeMin: '2027-06-01T00:00:00Z' }).items!
    expect(more).toEqual([])
    expect(series?.recurrence).toEqual(['RRULE:FREQ=WEEKLY'])
    expect(Events.list(calendarId, { timeMax: '2026-11-01T00:00:00Z' }).items).toEqual([])
  })

  test('documented: an instance names its series and its original start', () => {
    const { insert, instances } = desk()
    insert(['RRULE:FREQ=WEEKLY'])
    const [instance] = instances({ timeMin: '2026-12-03T00:00:00+03:00', timeMax: '2026-12-04T00:00:00+03:00' })
    expect(instance).toMatchObject({
      id: 'series1_20261203T100000Z',
      recurringEventId: 'series1',
      originalStartTime: { dateTime: '2026-12-03T13:00:00+03:00' },
    })
    expect(instance).not.toHaveProperty('recurrence')
  })

  test('assumed: an endless series is unrolled no further than two years', () => {
    const { insert, instances } = desk()
    insert(['RRULE:FREQ=WEEKLY'])
    expect(instances()).toHaveLength(105)
  })
})

describe('instances of a series', () => {
  const booked = () => {
    const one = desk()
    one.insert(['RRULE:FREQ=WEEKLY;COUNT=3'])
    return { ...one, id: 'series1_20261203T100000Z' }
  }

  test('documented: a patch makes an exception; the rest of the series stays', () => {
    const { Events, id, instances } = booked()
    const before = Events.get(calendarId, id)
    Events.patch(
      { summary: 'ТЛ_АНО «Надежда»', extendedProperties: { private: { deal: '17' } } as never },
      calendarId,
      id,
      {},
      { 'If-Match': before.etag },
    )
    expect(instances({ orderBy: 'startTime' }).map((event) => event.summary)).toEqual([
      'ТЛ консультация',
      'ТЛ_АНО «Надежда»',
      'ТЛ консультация',
    ])
    expect(codeOf(() => Events.patch({ summary: 'х' }, calendarId, id, {}, { 'If-Match': before.etag }))).toBe(412)
  })

  test('documented: a moved instance keeps its id and original start', () => {
    const { Events, id, starts } = booked()
    Events.patch({ start: { dateTime: '2026-12-04T13:00:00+03:00' }, end: { dateTime: '2026-12-04T14:00:00+03:00' } }, calendarId, id)
    expect(starts().map((start) => start!.slice(8, 10))).toEqual(['26', '04', '10'])
    expect(Events.get(calendarId, id).originalStartTime?.dateTime).toBe('2026-12-03T13:00:00+03:00')
  })

  test('documented: a deleted instance is a cancelled exception', () => {
    const { Events, id, starts } = booked()
    Events.remove(calendarId, id)
    expect(starts().map((start) => start!.slice(8, 10))).toEqual(['26', '10'])
    expect(codeOf(() => Events.remove(calendarId, id))).toBe(410)
    expect(Events.list(calendarId).items!.map(({ id, status }) => [id, status])).toEqual([
      ['series1', 'confirmed'],
      [id, 'cancelled'],
    ])
  })

  test('documented: an instance that the series does not have is 404', () => {
    expect(codeOf(() => booked().Events.get(calendarId, 'series1_20261204T100000Z'))).toBe(404)
  })

  test('documented: a sync tells the exception only', () => {
    const { Events, id, instances } = booked()
    const syncToken = Events.list(calendarId, { singleEvents: true }).nextSyncToken
    Events.remove(calendarId, id)
    expect(instances({ syncToken })).toMatchObject([{ id, status: 'cancelled', recurringEventId: 'series1' }])
  })

  test('assumed: a sync tells all instances of a changed series', () => {
    const { Events, instances } = booked()
    const syncToken = Events.list(calendarId, { singleEvents: true }).nextSyncToken
    Events.patch({ summary: 'ТЛ консультация (онлайн)' }, calendarId, 'series1')
    expect(instances({ syncToken }).map((event) => event.summary)).toEqual(Array(3).fill('ТЛ консультация (онлайн)'))
  })

  test('assumed: a series cut short or moved reports the instances that it lost', () => {
    const { Events, instances, starts } = booked()
    const syncToken = Events.list(calendarId, { singleEvents: true }).nextSyncToken
    Events.patch({ recurrence: ['RRULE:FREQ=WEEKLY;COUNT=1'] }, calendarId, 'series1')
    expect(starts()).toEqual(['2026-11-26T13:00:00+03:00'])
    const lost = instances({ syncToken }).filter((event) => event.status === 'cancelled')
    expect(lost.map((event) => event.id)).toEqual(['series1_20261203T100000Z', 'series1_20261210T100000Z'])
    Events.patch({ recurrence: ['RRULE:FREQ=WEEKLY;COUNT=3'] }, calendarId, 'series1')
    expect(starts()).toHaveLength(3)
  })

  test('documented: deleting the series cancels its instances, exceptions included', () => {
    const { Events, id, instances } = booked()
    Events.patch({ summary: 'ТЛ_Фонд' }, calendarId, id)
    const syncToken = Events.list(calendarId, { singleEvents: true }).nextSyncToken
    Events.remove(calendarId, 'series1')
    expect(instances()).toEqual([])
    expect(instances({ syncToken }).map((event) => event.status)).toEqual(['cancelled', 'cancelled', 'cancelled'])
    expect(codeOf(() => Events.patch({ summary: 'х' }, calendarId, id))).toBe(410)
  })

  test('documented: Events.instances', () => {
    expect(booked().Events.instances(calendarId, 'series1').items).toHaveLength(3)
  })
})
