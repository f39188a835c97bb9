/** The tables of «Отчёт …»; each number names its deals. */

import { monthSummary } from '../../../src/domain/month/month'
import { monthPeriod } from '../../../src/domain/month/period'
import { sectionsOf } from '../../../src/usecases/month/monthSections'
import { heldDeal, unsortedDeal } from '../../fixtures/builders'
import { staffed } from '../../fixtures/staff'

const its = { kind: 'НКО', municipality: 'Онега' }
const row = (id: number, part = {}) => ({
  ...heldDeal({ id, stage: 'won', start: '2026-10-14T10:00', received: '2026-10-10T10:00', ...part }),
  ...its,
})
const lost = {
  ...unsortedDeal({ id: 9, stage: 'lost', failure: 'спам', received: '2026-10-10T10:00', stageSince: '2026-10-12T10:00' }),
  ...its,
}
const expert = row(3, { consultant: 'ПН', project: 'Добрый Север', minutes: 60, paidAt: '2026-10-30T10:00' })
const breaches = [{ at: '2026-10-05T10:00', clause: 'I5', subject: 'x', dealId: 1 }]
const request = {
  rows: [row(1), row(2), expert, lost],
  period: monthPeriod('2026-10'),
  office: staffed(),
  now: '2026-11-03T10:00',
  breaches,
}
const section = (title: string, events: readonly never[] | null = []) =>
  sectionsOf(monthSummary({ ...request, events })).find(({ heading }) => heading[0] === title)

test('lines name the deals behind their first number', () => {
  const line = section('По консультантам')?.rows.find(({ cells }) => String(cells[0]).includes('Морозова'))
  expect(line).toMatchObject({ style: 'line', deals: { 1: [1, 2] } })
  expect(line?.cells.slice(1, 3)).toEqual([2, 120])
})

test('slots are said to be unknown where the calendar did not answer', () => {
  const slots = (events: readonly never[] | null) => section('По консультантам', events)?.rows[0]?.cells.slice(5)
  expect(slots([])).toEqual([0, 0])
  expect(slots(null)).toEqual(['нет данных', 'нет данных'])
})

test('T3: experts and projects with what is due and paid, as money', () => {
  expect(section('Внешние эксперты')?.rows.map(({ cells }) => cells)).toEqual([
    ['Носов П. А., Добрый Север', 1, 60, 1500, { money: 1500 }, { money: 1500 }],
  ])
  expect(section('Внешние по проектам')?.rows.map(({ cells }) => cells)).toEqual([
    ['Добрый Север', 1, 60, 2, { money: 1500 }, { money: 1500 }],
  ])
})

test('unsuccessful by reason, breaches by clause, the way of the requests', () => {
  expect(section('Неуспешные по причинам')?.rows.filter(({ cells }) => cells[1] !== 0)).toMatchObject([
    { cells: ['спам', 1], deals: { 1: [9] } },
  ])
  expect(section('Нарушения по пунктам')?.rows).toMatchObject([{ cells: [expect.stringMatching(/^I5/), 1], deals: { 1: [1] } }])
  expect(section('Путь заявок')?.rows[0]?.cells.slice(0, 3)).toEqual(['Получены', 4, { share: 1 }])
})
