import { repeatedWeek } from '../../src/domain/calendar/repeatWeek'
import type { Office } from '../../src/domain/office/office'
import { event, kuzmina, morozova, now, settings } from './slotBuilders'

const people = [{ ...morozova, absences: [{ from: '2026-12-03', until: '2026-12-03', why: 'отпуск' }] }, kuzmina]
const office = { people, settings, calendar: { days: { '2026-12-04': 'off' }, years: [2026] } } as unknown as Office
const repeated = (...events: ReturnType<typeof event>[]) =>
  repeatedWeek(people[0]!, '2026-11-30', events, office, now).map(({ start, end, why }) => [start, end.slice(11), why])

test("G1: last week seven days later, free and booked alike, by start; nobody else's", () => {
  expect(
    repeated(
      event('ММ консультация', '2026-11-24T16:00', 120),
      event('ММ_Фонд «Север»', '2026-11-24T10:00'),
      event('ЕК консультация', '2026-11-24T12:00'),
    ),
  ).toEqual([
    ['2026-12-01T10:00', '11:00', ''],
    ['2026-12-01T16:00', '18:00', ''],
  ])
})

test('of two that overlap one is written', () => {
  expect(repeated(event('ММ_Фонд «Север»', '2026-11-24T11:00'), event('ММ консультация', '2026-11-24T10:00', 120))).toEqual([
    ['2026-12-01T10:00', '12:00', ''],
    ['2026-12-01T11:00', '12:00', 'в это время уже есть слот или запись'],
  ])
})

test.each([
  ['2026-11-26T10:00', 'отпуск'],
  ['2026-11-27T10:00', 'выходной день'],
  ['2026-11-28T10:00', 'выходной день'],
])('a slot of %s is not repeated: %s', (start, why) => {
  expect(repeated(event('ММ консультация', start)).map((line) => line[2])).toEqual([why])
})

test('what stands there already is left alone', () => {
  const both = repeated(event('ММ консультация', '2026-11-25T10:00'), event('ММ_ТОС «Заостровье»', '2026-12-02T10:30'))
  expect(both).toEqual([['2026-12-02T10:00', '11:00', 'в это время уже есть слот или запись']])
})
