import { readFileSync } from 'node:fs'
import { createCalendarHand } from '../../emulator/person/calendar'
import { loadIcs, readIcs } from '../../emulator/world/ics'
import { calendarId, emptyCalendar, worldOf } from '../fixtures/testHost'

const sample = readFileSync('emulator/sample/calendar.ics', 'utf8')

const ics = (...lines: string[]) =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'BEGIN:VEVENT',
    'UID:u1@example.org',
    'DTSTAMP:20261123T000000Z',
    ...lines,
    'END:VEVENT',
    'END:VCALENDAR',
  ].join('\r\n')

const loaded = (text: string, timeZone = 'Europe/Moscow') => {
  const calendar = emptyCalendar({ timeZone })
  const count = loadIcs(calendar, text, '2026-11-23T06:00:00.000Z')
  const state = worldOf([], calendar)
  const hand = createCalendarHand(
    () => state,
    () => [],
  )
  const day = (date: string) =>
    hand
      .between({ calendarId, from: `${date}T00:00`, to: `${date}T23:59` })
      .map(({ summary, start }) => [start.dateTime ?? start.date, summary])
  return { calendar, count, day }
}

describe('the sample calendar', () => {
  test('138 entries: two days, one series', () => {
    const entries = readIcs(sample)
    expect(entries).toHaveLength(138)
    expect(entries.filter((entry) => entry.allDay).map((entry) => entry.summary)).toEqual(['Отпуск ММ', 'День рождения центра'])
    expect(entries.filter((entry) => entry.recurrence.length > 0)).toHaveLength(1)
    expect(entries[0]).toMatchObject({
      summary: 'АК_РОО «Дорога к храму»',
      start: { wall: '2026-11-27T14:00:00', zone: 'Europe/Moscow' },
      end: { wall: '2026-11-27T15:00:00' },
    })
  })

  test('all are put into the calendar, each under an id of its own', () => {
    const { calendar, count, day } = loaded(sample)
    expect([count, calendar.events.length, new Set(calendar.events.map((event) => event.id)).size]).toEqual([138, 138, 138])
    expect(calendar.events.every((event) => /^[a-v0-9]{5,}$/.test(event.id))).toBe(true)
    expect(day('2026-11-24')).toContainEqual(['2026-11-24', 'Отпуск ММ'])
    expect(
      ['2026-11-26', '2026-12-03', '2026-12-10', '2026-12-17', '2026-12-24'].map((date) =>
        day(date).some(([start, title]) => title === 'ТЛ консультация' && start === `${date}T13:00:00+03:00`),
      ),
    ).toEqual([true, true, true, true, false])
  })
})

describe('readIcs and loadIcs', () => {
  test('a time in Greenwich and a time of another zone', () => {
    expect(loaded(ics('DTSTART:20261126T100000Z', 'DTEND:20261126T110000Z', 'SUMMARY:а')).day('2026-11-26')).toEqual([
      ['2026-11-26T13:00:00+03:00', 'а'],
    ])
    const zoned = ics('DTSTART;TZID=Asia/Yekaterinburg:20261126T100000', 'DTEND;TZID=Asia/Yekaterinburg:20261126T110000', 'SUMMARY:б')
    expect(loaded(zoned).day('2026-11-26')).toEqual([['2026-11-26T08:00:00+03:00', 'б']])
  })

  test('a floating time and a length instead of an end', () => {
    const { calendar, day } = loaded(ics('DTSTART:20261126T100000', 'DURATION:PT90M', 'SUMMARY:в'))
    expect(day('2026-11-26')).toEqual([['2026-11-26T10:00:00+03:00', 'в']])
    expect(calendar.events[0]?.end.dateTime).toBe('2026-11-26T11:30:00+03:00')
  })

  test('days left out, and changed and cancelled instances of a series', () => {
    const instance = (id: string, ...lines: string[]) =>
      ics(`RECURRENCE-ID;TZID=Europe/Moscow:${id}`, ...lines)
        .split('\r\n')
        .slice(2, -1)
        .join('\r\n')
    const times = (day: string) => [`DTSTART;TZID=Europe/Moscow:${day}T130000`, `DTEND;TZID=Europe/Moscow:${day}T140000`]
    const series = ics(...times('20261126'), 'SUMMARY:г', 'RRULE:FREQ=WEEKLY;COUNT=4', 'EXDATE;TZID=Europe/Moscow:20261203T130000')
    const text = series.replace(
      'END:VCALENDAR',
      [
        instance('20261210T130000', ...times('20261211'), 'SUMMARY:г_Фонд'),
        instance('20261217T130000', ...times('20261217'), 'STATUS:CANCELLED'),
        'END:VCALENDAR',
      ].join('\r\n'),
    )
    const { day } = loaded(text)
    expect(
      ['2026-11-26', '2026-12-03', '2026-12-10', '2026-12-11', '2026-12-17'].map((date) => day(date).map(([, title]) => title)),
    ).toEqual([['г'], [], [], ['г_Фонд'], []])
  })

  test('what is no calendar fails', () => {
    expect(() => readIcs('привет')).toThrow()
  })
})
