/** Absences of the calendar, days off, and hours shown against a rule on demand (G1, A1). */

import { repeatedWeek } from '../../src/domain/calendar/repeatWeek'
import { slotBoard } from '../../src/domain/calendar/slotBoard'
import type { Office } from '../../src/domain/office/office'
import { defaultSettings } from '../fixtures/builders'
import { calendar, event, find, kuzmina, morozova, now, person, starts } from './slotBuilders'

const tuesday = '2026-11-24T10:00'
const allDay = (title: string, start: string, days = 1) => event(title, `${start}T00:00`, days * 1440, { allDay: true })

describe('an absence in the calendar', () => {
  test('all day: nothing of those days is offered, and why is told with its last day', () => {
    const events = [event('ММ консультация', tuesday), allDay('Отпуск ММ', '2026-11-23', 8)]
    const list = find({ events, people: [morozova] })
    expect(list.consultants).toEqual([])
    expect(list.none).toEqual([{ reason: 'absent', count: 1, who: ['Морозова М. И. (отпуск до 30 ноября)'] }])
  })

  test('by the hour: only the hours under it', () => {
    const events = [event('ММ консультация', tuesday, 180), event('Командировка ММ', '2026-11-24T11:30', 60)]
    expect(starts({ events })).toEqual([tuesday])
  })

  test('somebody else’s does not count', () => {
    const events = [event('ММ консультация', tuesday), allDay('Отпуск ЕК', '2026-11-24')]
    expect(starts({ events })).toEqual([tuesday])
  })
})

test('a day off of the office is not offered, and is told as such', () => {
  const saturday = event('ММ консультация', '2026-11-28T10:00')
  const list = find({ events: [saturday], people: [morozova] })
  expect(list.consultants).toEqual([])
  expect(list.none).toMatchObject([{ reason: 'dayOff', count: 1 }])
})

describe('against the rules, on demand', () => {
  const away = person('ММ', 'Морозова Мария Игоревна', { absences: [{ from: '2026-11-24', until: '2026-11-25', why: 'учёба' }] })
  const events = [
    event('ММ консультация', '2026-11-23T09:30'),
    event('ММ консультация', tuesday),
    event('ММ консультация', '2026-11-28T10:00'),
    event('ММ консультация', '2026-11-30T10:00'),
  ]
  const marks = (override: boolean) =>
    find({ events, people: [away], override }).consultants.flatMap(({ slots }) => slots.map(({ start, against }) => [start, against]))

  test('each closed hour is shown with why; an open one stays unmarked', () => {
    expect(marks(false)).toEqual([['2026-11-30T10:00', undefined]])
    expect(marks(true)).toEqual([
      ['2026-11-23T09:30', 'tooSoon'],
      [tuesday, 'absent'],
      ['2026-11-28T10:00', 'dayOff'],
      ['2026-11-30T10:00', undefined],
    ])
  })

  test('a taken hour and another part of the day are not shown by it', () => {
    const taken = [event('ММ консультация', tuesday), event('ММ_АНО «Маяк»', tuesday)]
    expect(starts({ events: taken, people: [morozova], override: true })).toEqual([])
    expect(starts({ events: [event('ММ консультация', tuesday)], part: 'evening', override: true })).toEqual([])
  })
})

describe('the norm (G1)', () => {
  const office: Office = { people: [morozova, kuzmina], projects: [], calendar, settings: defaultSettings, required: [] }
  const events = [event('ММ консультация', tuesday), event('ММ консультация', '2026-11-26T10:00'), allDay('Больничный ММ', '2026-11-24', 2)]

  test('hours under an absence do not count; the board says why', () => {
    const week = slotBoard({ events, office, from: '2026-11-23', weeks: 1, me: '' })[0]?.weeks[0]
    expect(week?.offered).toBe(1)
    expect(week?.days.map(({ absent }) => absent)).toEqual(['', 'больничный', 'больничный', '', '', '', ''])
  })

  test('«повторить неделю» proposes no hour under an absence', () => {
    const next = [...events, allDay('Отпуск ММ', '2026-12-03')]
    expect(repeatedWeek(morozova, '2026-11-30', next, office, now).map(({ start, why }) => [start, why])).toEqual([
      ['2026-12-01T10:00', ''],
      ['2026-12-03T10:00', 'отпуск'],
    ])
  })
})
