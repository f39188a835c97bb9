import fc from 'fast-check'
import { readSlots } from '../../src/domain/calendar/slots'
import { addMinutes } from '../../src/domain/time/localTime'
import { event, find, kuzmina, morozova, person, starts, titova } from './slotBuilders'

describe('G1: the calendar read', () => {
  test('every event falls into one list', () => {
    const events = [
      event('мм консультация (онлайн)', '2026-11-24T10:00'),
      event('ЕК_АНО «Маяк»', '2026-11-24T10:00'),
      event('ЖЖ консультация', '2026-11-24T10:00'),
      event('Отпуск ММ', '2026-11-24T00:00', 1440, { allDay: true }),
      event('ММ консультация', '2026-11-24T00:00', 1440, { allDay: true }),
      event('ММ_АНО «Маяк»', '2026-11-24T10:00', 0),
    ]
    const read = readSlots(events, [morozova, kuzmina, titova])
    expect(read.free).toEqual([{ event: events[0], initials: 'ММ', note: 'онлайн' }])
    expect(read.booked).toEqual([{ event: events[1], initials: 'ЕК', organisation: 'АНО «Маяк»' }])
    expect(read.asked.map(({ why }) => why)).toEqual(['unknownInitials', 'noTime', 'noTime'])
    expect(read.away).toEqual([{ event: events[3], initials: 'ММ', why: 'отпуск' }])
    expect(read.unrelated).toEqual([])
  })

  test('what cannot be read is listed from today on, with a title to type instead', () => {
    const events = [
      event('ММ консультацыя', '2026-11-25T10:00'),
      event('ЖЖ консультация', '2026-11-24T10:00'),
      event('ММ_', '2026-11-20T10:00'),
    ]
    expect(find({ events }).unread).toEqual([
      { title: 'ЖЖ консультация', start: '2026-11-24T10:00', suggestion: '' },
      { title: 'ММ консультацыя', start: '2026-11-25T10:00', suggestion: 'ММ консультация' },
    ])
  })
})

/*
 * Monday 23 November 2026, 9:00; notice 60 minutes, horizon 14 days: up to Monday 7 December
 */
describe('which hours are offered', () => {
  test('G1: an event of three hours is three slots of one event', () => {
    const long = event('ММ консультация', '2026-11-24T10:00', 180)
    const whole = { start: '2026-11-24T10:00', end: '2026-11-24T13:00' }
    expect(find({ events: [long] }).consultants[0]?.slots).toEqual([
      { eventId: long.id, etag: long.etag, start: '2026-11-24T10:00', end: '2026-11-24T11:00', event: whole, minutes: 180 },
      { eventId: long.id, etag: long.etag, start: '2026-11-24T11:00', end: '2026-11-24T12:00', event: whole, minutes: 120 },
      { eventId: long.id, etag: long.etag, start: '2026-11-24T12:00', end: '2026-11-24T13:00', event: whole, minutes: 60 },
    ])
  })

  test.each([
    [90, ['2026-11-24T10:30']],
    [150, ['2026-11-24T10:30', '2026-11-24T11:30']],
    [45, ['2026-11-24T10:30']],
  ])('an event of %i minutes from 10:30', (minutes, expected) => {
    expect(starts({ events: [event('ММ консультация', '2026-11-24T10:30', minutes)] })).toEqual(expected)
  })

  test('an event shorter than an hour is offered as it is', () => {
    const [slot] = find({ events: [event('ММ консультация', '2026-11-24T10:00', 45)] }).consultants[0]?.slots ?? []
    expect(slot).toMatchObject({ end: '2026-11-24T10:45', minutes: 45 })
  })

  test.each([
    ['2026-11-23T09:59', 0],
    ['2026-11-23T10:00', 1],
    ['2026-12-07T20:00', 1],
    ['2026-12-08T08:00', 0],
    ['2026-11-22T10:00', 0],
  ])('notice and horizon: %s → %i', (start, count) => expect(starts({ events: [event('ММ консультация', start)] })).toHaveLength(count))

  test('«когда ближайшее?»: from a later date the horizon is counted anew', () => {
    const later = [event('ММ консультация', '2026-12-10T10:00'), event('ММ консультация', '2026-12-23T10:00')]
    expect(starts({ events: later, from: '2026-12-08' })).toEqual(['2026-12-10T10:00'])
    expect(find({ from: '2026-12-08' }).horizon).toEqual({ from: '2026-12-08', until: '2026-12-22' })
  })

  test('dates asked for are inclusive and never beyond the horizon', () => {
    const events = ['24', '25', '26', '27'].map((day) => event('ММ консультация', `2026-11-${day}T10:00`))
    expect(starts({ events, from: '2026-11-25', until: '2026-11-26' })).toEqual(['2026-11-25T10:00', '2026-11-26T10:00'])
    expect(find({ events, from: '2026-11-01', until: '2027-01-01' }).horizon).toEqual({ from: '2026-11-23', until: '2026-12-07' })
  })

  test.each([
    ['morning', ['2026-11-24T11:00']],
    ['day', ['2026-11-24T12:00', '2026-11-24T15:00']],
    ['evening', ['2026-11-24T16:00']],
  ] as const)('G2: %s', (part, expected) => {
    const events = ['11', '12', '15', '16'].map((hour) => event('ММ консультация', `2026-11-24T${hour}:00`))
    expect(starts({ events, part })).toEqual(expected)
  })

  test('a time that overlaps a booking of the same consultant is not offered, of another one it is', () => {
    const free = event('ММ консультация', '2026-11-24T10:00', 180)
    expect(starts({ events: [free, event('ММ_АНО «Маяк»', '2026-11-24T11:30')] })).toEqual(['2026-11-24T10:00'])
    expect(starts({ events: [free, event('ММ_АНО «Маяк»', '2026-11-24T13:00')] })).toHaveLength(3)
    expect(starts({ events: [free, event('ЕК_АНО «Маяк»', '2026-11-24T10:00')] })).toHaveLength(3)
  })

  test('G3: minutes end at the next booking, so a longer consultation cannot run into it', () => {
    const events = [event('ММ консультация', '2026-11-24T10:00', 180), event('ММ_АНО «Маяк»', '2026-11-24T11:30')]
    expect(find({ events }).consultants[0]?.slots[0]?.minutes).toBe(90)
  })

  test('two free events at the same hour are one offer: the one that needs no splitting', () => {
    const events = [event('ММ консультация', '2026-11-24T10:00', 120), event('MM консультация', '2026-11-24T10:00')]
    const slots = find({ events }).consultants[0]?.slots ?? []
    expect(slots.map(({ eventId, start }) => [eventId, start])).toEqual([
      [events[1]?.id, '2026-11-24T10:00'],
      [events[0]?.id, '2026-11-24T11:00'],
    ])
  })

  test('not on a day away, both ends included', () => {
    const away = { ...morozova, absences: [{ from: '2026-11-24', until: '2026-11-25', why: 'отпуск' }] }
    const events = ['23', '24', '25', '26'].map((day) => event('ММ консультация', `2026-11-${day}T12:00`))
    expect(starts({ people: [away], events })).toEqual(['2026-11-23T12:00', '2026-11-26T12:00'])
  })

  test('only while the person works here', () => {
    const events = ['24', '25', '26', '27'].map((day) => event('ММ консультация', `2026-11-${day}T12:00`))
    const short = { ...morozova, from: '2026-11-25', until: '2026-11-26' }
    expect(starts({ people: [short], events })).toEqual(['2026-11-25T12:00', '2026-11-26T12:00'])
    expect(find({ people: [{ ...morozova, until: '2026-11-20' }], events })).toMatchObject({ consultants: [], none: [] })
  })

  test('two people with the same initials are not guessed', () => {
    const twin = person('мм', 'Михайлов Максим Ильич')
    expect(find({ people: [morozova, twin], events: [event('ММ консультация', '2026-11-24T10:00')] })).toMatchObject({
      consultants: [],
      none: [],
    })
  })

  test('law: whatever stands in the calendar, nothing offered overlaps a booking of that consultant', () => {
    const someEvent = fc
      .tuple(
        fc.constantFrom('ММ консультация', 'ЕК конс.', 'ММ_АНО «Маяк»', 'ЕК_ТОС', 'Планёрка'),
        fc.nat(14 * 24 * 4),
        fc.integer({ min: 1, max: 20 }),
      )
      .map(([title, quarter, length]) => event(title, addMinutes('2026-11-23T00:00', quarter * 15), length * 15))
    fc.assert(
      fc.property(fc.array(someEvent, { maxLength: 30 }), (events) => {
        const booked = readSlots(events, [morozova, kuzmina]).booked
        for (const { initials, slots } of find({ events, people: [morozova, kuzmina] }).consultants) {
          for (const slot of slots) {
            const clash = booked.filter((one) => one.initials === initials && one.event.start < slot.end && slot.start < one.event.end)
            expect(clash).toEqual([])
            expect(slot.start >= '2026-11-23T10:00' && slot.end <= slot.event.end && slot.minutes > 0).toBe(true)
          }
        }
      }),
    )
  })
})
