import { addDays } from '../../src/domain/time/localTime'
import type { Output } from '../../src/rpc/contract'
import { type Asked, event, find, morozova, person } from './slotBuilders'

const order = (asked: Asked) => find(asked).consultants.map(({ initials }) => initials)
const reasonOf = (asked: Asked) => find({ people: [morozova], ...asked }).none.map(({ reason }) => reason)

test('the answer is what the page expects (rpc/contract.ts), part by part', () => {
  const free = event('ММ консультация', '2026-11-25T10:00')
  const answer: Output<'slot/list'> = find({ people: [morozova, person('ЕК', 'Кузьмина Елена Юрьевна')], events: [free] })
  const { id: eventId, etag, start, end } = free
  expect(answer).toEqual({
    horizon: { from: '2026-11-23', until: '2026-12-07' },
    consultants: [
      {
        initials: 'ММ',
        name: 'Морозова Мария Игоревна',
        thisWeek: 0,
        quota: 2,
        external: false,
        why: 'ближайшее время',
        slots: [{ eventId, etag, start, end, minutes: 60, event: { start, end } }],
      },
    ],
    none: [{ reason: 'noSlots', count: 1, who: ['Кузьмина Е. Ю.'] }],
    unread: [],
  })
})

describe('who comes first', () => {
  const free = (initials: string, day = '25') => event(`${initials} консультация`, `2026-11-${day}T10:00`)
  const booked = (initials: string, day: string) => event(`${initials}_АНО «Маяк»`, `2026-11-${day}T17:00`)

  test('T1: only consultants of the topic', () => {
    const events = [free('ММ'), free('ЕК')]
    expect(order({ events, topic: 3 })).toEqual(['ЕК'])
    expect(order({ events, topic: null })).toEqual(['ЕК', 'ММ'])
  })

  test('the one asked for, whatever the topic and however the initials are typed', () => {
    const events = [free('ММ'), free('ЕК')]
    expect(order({ events, consultant: 'mm', topic: 3 })).toEqual(['ММ'])
    expect(find({ events, consultant: 'ММ', topic: 3 }).consultants[0]?.why).toBe('темы нет в списке консультанта')
  })

  test('G7: who has fewer consultations this week; the past days of the week and the booked ones count', () => {
    const events = [free('ММ'), free('ЕК', '24'), free('ДЗ'), booked('ЕК', '27'), booked('ДЗ', '23'), booked('ДЗ', '24')]
    const list = find({ events, now: '2026-11-24T09:00' })
    expect(list.consultants.map(({ initials, thisWeek, quota, why }) => [initials, thisWeek, quota, why])).toEqual([
      ['ММ', 0, 2, 'меньше всех занята на этой неделе'],
      ['ЕК', 1, 2, 'ближайшее время'],
      ['ДЗ', 2, 2, 'норма недели уже набрана'],
    ])
  })

  test('G7: bookings of other weeks do not count, unless that week is asked for', () => {
    const events = [free('ММ'), booked('ММ', '30'), booked('ММ', '22')]
    expect(find({ events }).consultants[0]?.thisWeek).toBe(0)
    expect(find({ events, sinceWeekStart: '2026-11-30' }).consultants[0]?.thisWeek).toBe(1)
  })

  test('with equal weeks, the nearest time', () => {
    const events = [free('ДЗ', '25'), free('ММ', '26'), free('ЕК', '24')]
    expect(order({ events })).toEqual(['ЕК', 'ДЗ', 'ММ'])
    expect(find({ events }).consultants.map(({ why }) => why)).toEqual([
      'ближайшее время',
      'норма недели ещё не набрана',
      'норма недели ещё не набрана',
    ])
  })

  test('I2: the one the client has agreed with comes first, even when busier, external or of another topic', () => {
    const events = [free('ММ'), free('ДЗ'), free('ПН'), booked('ДЗ', '24')]
    expect(order({ events, agreedWith: 'ДЗ' })).toEqual(['ДЗ', 'ММ', 'ПН'])
    expect(find({ events, agreedWith: 'ДЗ' }).consultants[0]?.why).toBe('договорился с клиентом')
    expect(order({ events, agreedWith: 'ПН' })[0]).toBe('ПН')
    expect(find({ events, agreedWith: 'ММ', topic: 3 }).consultants[0]?.why).toBe(
      'договорилась с клиентом, но темы нет в списке консультанта',
    )
  })

  test('T2: external consultants come after all staff', () => {
    const list = find({ events: [free('ПН', '24'), free('ММ'), booked('ММ', '24'), booked('ММ', '26')] })
    expect(list.consultants.map(({ initials, external }) => [initials, external])).toEqual([
      ['ММ', false],
      ['ПН', true],
    ])
    expect(list.consultants[1]?.why).toBe('внешний консультант, нужно решение руководителя проекта')
  })
})

describe('why somebody has nothing to offer', () => {
  const on = (title: string, start: string) => [event(title, start)]

  test.each([
    ['noSlots', []],
    ['noSlots', on('ММ консультация', '2026-12-10T10:00')],
    ['noSlots', on('ММ консультация', '2026-11-23T08:00')],
    ['tooSoon', on('ММ консультация', '2026-11-23T09:30')],
    ['taken', on('ММ_АНО «Маяк»', '2026-11-24T10:00')],
    ['taken', [...on('ММ_АНО «Маяк»', '2026-11-24T10:00'), ...on('ММ консультация', '2026-11-24T10:30')]],
  ] as const)('%s', (reason, events) => expect(reasonOf({ events })).toEqual([reason]))

  test('free hours in another part of the day only', () => {
    const events = [...on('ММ консультация', '2026-11-24T10:00'), ...on('ММ консультация', '2026-11-23T09:30')]
    expect(reasonOf({ events, part: 'evening' })).toEqual(['outsideHours'])
  })

  test('away: with slots on those days, or away today without any', () => {
    const away = { ...morozova, absences: [{ from: '2026-11-23', until: '2026-11-30', why: 'отпуск' }] }
    const said = [{ reason: 'absent', count: 1, who: ['Морозова М. И. (отпуск до 30 ноября)'] }]
    expect(find({ people: [away], events: on('ММ консультация', '2026-11-24T10:00') }).none).toEqual(said)
    expect(find({ people: [away] }).none).toEqual(said)
  })

  test('people are counted by reason', () => {
    expect(find({ events: on('ДЗ_АНО «Маяк»', '2026-11-24T10:00') }).none).toEqual([
      { reason: 'noSlots', count: 3, who: ['Морозова М. И.', 'Кузьмина Е. Ю.', 'Носов П. А.'] },
      { reason: 'taken', count: 1, who: ['Зуев Д. П.'] },
    ])
  })
})

test('a calendar of 40 people and 2,000 events: everybody with time, the least busy and then the nearest first, hours in order and none of them taken', () => {
  const people = Array.from({ length: 40 }, (_, at) => person(`${'АБВГДЕЖЗИК'[at % 10]}${'ЛМНО'[Math.floor(at / 10)]}`, `Человек ${at}`))
  const events = people.flatMap(({ initials }, who) =>
    Array.from({ length: 50 }, (_, at) => {
      const isBooked = who % 4 === 0 && at % 5 === 0
      return event(`${initials}${isBooked ? '_АНО «Маяк»' : ' консультация'}`, `${addDays('2026-11-23', at % 14)}T${10 + (at % 8)}:00`)
    }),
  )
  const { consultants } = find({ people, events })
  expect(consultants.map(({ initials }) => initials).sort()).toEqual(people.map(({ initials }) => initials).sort())
  const keys = consultants.map(({ thisWeek, slots }) => `${thisWeek} ${slots[0]?.start}`)
  expect(keys).toEqual([...keys].sort())
  expect(new Set(consultants.map(({ thisWeek }) => thisWeek)).size).toBeGreaterThan(1)
  const booked = new Set(events.filter(({ title }) => title.includes('_')).map(({ id }) => id))
  for (const { slots } of consultants) {
    expect(slots.map(({ start }) => start)).toEqual(slots.map(({ start }) => start).sort())
    expect(slots.filter(({ eventId }) => booked.has(eventId))).toEqual([])
  }
})
