/** S1, S2: the month's numbers are counts of rows, and the history's October is counted twice, by two different ways. */

import type { Deal } from '../../src/domain/deal/deal'
import { readAmocrm } from '../../src/domain/importing/amocrm/amocrm'
import type { MonthRow } from '../../src/domain/month/count/held'
import type { SummaryLine } from '../../src/domain/month/count/tables'
import { heldRows } from '../../src/domain/month/list'
import { monthSummary } from '../../src/domain/month/month'
import { monthPeriod } from '../../src/domain/month/period'
import { compareRussian } from '../../src/domain/month/russianOrder'
import { heldDeal, mondayMorning, office } from '../fixtures/builders'
import { people, projects, setting } from '../fixtures/imports/amocrmRows'
import { sampleTable } from '../fixtures/sampleTable'

let nextId = 1
function row(part: Partial<MonthRow> = {}): MonthRow {
  const deal: Deal = heldDeal({ id: nextId++, clientId: nextId, start: '2026-10-15T10:00', stage: 'won' })
  return { ...deal, kind: 'НКО', municipality: 'Архангельск', ...part }
}
const october = (...rows: MonthRow[]) => monthSummary({ rows, period: monthPeriod('2026-10'), office: office(), now: mondayMorning })
const counts = (lines: readonly SummaryLine[]) =>
  Object.fromEntries(lines.filter(({ count }) => count > 0).map(({ title, count }) => [title, count]))

describe('S1: what is held in the month', () => {
  test.each(['held', 'feedback', 'won'] as const)('%s counts by its start, not by its closing', (stage) => {
    expect(october(row({ stage, start: '2026-10-31T18:00', stageSince: '2026-11-06T16:00' })).totals.held.count).toBe(1)
    expect(october(row({ stage, start: '2026-11-01T09:00', stageSince: '2026-11-06T16:00' })).totals.held.count).toBe(0)
    expect(october(row({ stage, start: '2026-09-30T17:00' })).totals.held.count).toBe(0)
  })

  test.each(['unsorted', 'new', 'accepted', 'unreached', 'assigned', 'lost'] as const)('%s does not count', (stage) => {
    expect(october(row({ stage })).totals.held.count).toBe(0)
  })

  test('a held deal without a start belongs to no month', () => {
    expect(october(row({ start: null })).totals.held.count).toBe(0)
  })
})

describe('S2: totals', () => {
  test('a month without consultations is all zeros, with its eleven topics', () => {
    const empty = october()
    expect(empty.totals).toMatchObject({ minutes: 0, feedback: { count: 0, average: null }, held: { count: 0, dealIds: [] } })
    expect(empty.topics).toHaveLength(11)
    expect(empty.topics.every(({ count }) => count === 0)).toBe(true)
  })

  test('minutes, internal and external, feedback', () => {
    const rows = [row({ minutes: 45, feedbackScore: 5 }), row({ minutes: null, consultant: 'ПН', feedbackScore: 4 }), row({ minutes: 90 })]
    expect(october(...rows).totals).toMatchObject({
      minutes: 135,
      internal: { count: 2 },
      external: { count: 1, dealIds: [rows[1]?.id] },
      feedback: { count: 2, average: 4.5, dealIds: [rows[0]?.id, rows[1]?.id] },
    })
  })

  test('a year ago is compared with only when requests were written down then', () => {
    expect(october(row({ received: '2025-11-01T09:00' })).yearBefore).toBeNull()
    expect(october(row({ received: '2025-10-31T18:00', start: '2025-11-05T10:00' })).yearBefore).toMatchObject({ held: { count: 0 } })
    expect(october(row({ received: '2025-10-01T09:00', start: '2025-10-05T10:00' })).yearBefore).toMatchObject({ held: { count: 1 } })
  })

  test('clients count once; new are those without a consultation held before', () => {
    const rows = [
      row({ clientId: 1, start: '2026-09-10T10:00', stage: 'feedback' }),
      row({ clientId: 2, start: '2026-09-11T10:00', stage: 'lost' }),
      row({ clientId: 1 }),
      row({ clientId: 2, start: '2026-10-20T10:00' }),
      row({ clientId: 2, start: '2026-10-02T10:00' }),
      row({ clientId: 3, start: '2026-11-02T10:00' }),
    ]
    const { clients, newClients } = october(...rows).totals
    expect(clients).toEqual({ count: 2, dealIds: [rows[2]?.id, rows[4]?.id] })
    expect(newClients).toEqual({ count: 1, dealIds: [rows[4]?.id] })
  })

  test('unsuccessful deals count in the month they came there, by reason', () => {
    const lost = (failure: string, stageSince: string) => row({ stage: 'lost', failure, stageSince, start: null })
    const summary = october(lost('неявка', '2026-10-05T10:00'), lost('неявка', '2026-10-06T10:00'), lost('дубль', '2026-11-01T10:00'))
    expect(counts(summary.unsuccessful)).toEqual({ неявка: 2 })
    expect(summary.totals.unsuccessful.count).toBe(2)
  })

  test('comments of clients, with the score', () => {
    expect(october(row({ id: 900, feedbackScore: 5, feedbackText: 'Спасибо!' })).comments).toEqual([
      { dealId: 900, score: 5, text: 'Спасибо!', quotable: false },
    ])
  })
})

describe('S2: tables', () => {
  test('each lists the deals behind a number', () => {
    const rows = [row({ topic: 8 }), row({ topic: 11 }), row({ topic: 8, minutes: 30 })]
    expect(october(...rows).topics[7]).toEqual({
      key: '8',
      title: 'Социальное проектирование',
      count: 2,
      minutes: 90,
      dealIds: [rows[0]?.id, rows[2]?.id],
    })
  })

  test('C7: «не распределено» is a line of its own, a project that is not said another, last', () => {
    const { projects } = october(row({ project: '' }), row({ project: 'не распределено' }), row({ project: 'Старый грант' }))
    expect(projects.map(({ title, count }) => `${title} ${count}`)).toEqual([
      'Ресурсный центр НКО 0',
      'не распределено 1',
      'Старый грант 1',
      'не указан 1',
    ])
  })

  test('consultants by name, staff with zero too, externals where they held any', () => {
    expect(october(row({ consultant: 'ПН' })).consultants.map(({ key, title, count }) => `${key} ${title} ${count}`)).toEqual([
      'ММ Морозова М. И. 0',
      'ПН Носов П. А. 1',
    ])
  })

  test('municipalities stand in the alphabet, ё with е', () => {
    const rows = ['Ёлкино', 'Онега', 'Жердь', 'Емца', ''].map((municipality) => row({ municipality }))
    expect(october(...rows).municipalities.map(({ title }) => title)).toEqual(['Ёлкино', 'Емца', 'Жердь', 'Онега', 'не указан'])
  })
})

test('the alphabet: quotes and case do not count', () => {
  expect(['Яр', '«Вместе»', 'ёж', 'Еж', 'вера'].sort(compareRussian)).toEqual(['вера', '«Вместе»', 'ёж', 'Еж', 'Яр'])
})

test('S1: the list stands by start, then organisation, then №, in words', () => {
  const at = { start: '2026-10-15T10:00' }
  const rows = [
    row({ id: 5, ...at, organisation: 'ТОС «Ёлка»' }),
    row({ id: 4, ...at, organisation: 'ТОС «Ёлка»' }),
    row({ id: 3, ...at, organisation: 'АНО «Маяк»' }),
    row({ id: 2, start: '2026-10-14T10:00' }),
    row({ id: 1, start: '2026-09-14T10:00' }),
  ]
  const list = heldRows({ rows, days: monthPeriod('2026-10'), office: office(), personal: true })
  expect(list.map(({ id }) => id)).toEqual([2, 3, 4, 5])
  expect(list[0]).toMatchObject({ topic: 'Управление проектом и отчетность', format: 'очно', channel: 'сайт', minutes: 60 })
})

describe('October 2026 of the sample export', () => {
  const sample = sampleTable('amocrm-deals.csv')
  const { deals, clients } = readAmocrm(sample, setting)
  const clientById = new Map(clients.map((client) => [client.id, client]))
  const rows = deals.map((deal): MonthRow => {
    const { kind = '', municipality = '' } = clientById.get(deal.clientId ?? 0) ?? {}
    return { ...deal, kind, municipality }
  })
  const summary = monthSummary({ rows, period: monthPeriod('2026-10'), office: office({ people, projects }), now: mondayMorning })

  // The second way: straight from the cells, with nothing of the product.
  const column = (heading: string) => sample.headings.indexOf(heading)
  const cell = (cells: readonly string[], heading: string) => cells[column(heading)] ?? ''
  const heldTitles = ['Консультация проведена', 'Запрошена обратная связь', 'Успешно завершённые']
  const heldCells = sample.rows.filter(
    (cells) => heldTitles.includes(cell(cells, 'Этап сделки')) && /^\d\d\.10\.2026/.test(cell(cells, 'Дата и время консультации')),
  )
  const tally = (heading: string, name: (text: string) => string = (text) => text) => {
    const result: Record<string, number> = {}
    for (const cells of heldCells) result[name(cell(cells, heading))] = (result[name(cell(cells, heading))] ?? 0) + 1
    return result
  }

  test('as many consultations, the same ones', () => {
    expect(heldCells).toHaveLength(66)
    expect(summary.totals.held.count).toBe(66)
    expect([...summary.totals.held.dealIds].map(String).sort()).toEqual(heldCells.map(([id]) => id).sort())
  })

  test('as many minutes, scores and externals', () => {
    const sum = (heading: string) => heldCells.reduce((total, cells) => total + Number(cell(cells, heading)), 0)
    const scored = heldCells.filter((cells) => cell(cells, 'Оценка') !== '').length
    const externals = heldCells.filter((cells) => ['ПН', 'ЛФ', 'КЩ'].includes(cell(cells, 'Консультант'))).length
    expect(summary.totals.minutes).toBe(sum('Продолжительность, мин'))
    expect(summary.totals.feedback).toMatchObject({ count: scored, average: sum('Оценка') / scored })
    expect(summary.totals.external.count).toBe(externals)
    expect(summary.totals.internal.count).toBe(66 - externals)
  })

  test.each([
    ['topics', 'Тема консультации', undefined],
    ['channels', 'Источник', undefined],
    ['projects', 'Проект', (text: string) => text || 'не указан'],
    ['formats', 'Формат', (text: string) => (text === 'zoom' ? 'zoom / скайп' : text)],
  ] as const)('the same %s', (table, heading, name) => {
    expect(counts(summary[table])).toEqual(tally(heading, name))
  })

  test('the same consultants, by initials', () => {
    const byInitials = Object.fromEntries(summary.consultants.filter(({ count }) => count > 0).map(({ key, count }) => [key, count]))
    expect(byInitials).toEqual(tally('Консультант'))
  })

  test('the same clients and new clients, told by organisation and e-mail', () => {
    const name = (cells: readonly string[]) => `${cell(cells, 'Компания')} ${cell(cells, 'Рабочий email (контакт)')}`
    const before = sample.rows.filter(
      (cells) => heldTitles.includes(cell(cells, 'Этап сделки')) && /^\d\d\.0[89]\.2026/.test(cell(cells, 'Дата и время консультации')),
    )
    const names = new Set(heldCells.map(name))
    const known = new Set(before.map(name))
    expect(summary.totals.clients.count).toBe(names.size)
    expect(summary.totals.newClients.count).toBe([...names].filter((each) => !known.has(each)).length)
  })

  test('the same reasons of «Неуспешные»', () => {
    const reasons: Record<string, number> = {}
    for (const cells of sample.rows) {
      if (cell(cells, 'Этап сделки') !== 'Неуспешные' || !/^\d\d\.10\.2026/.test(cell(cells, 'Дата закрытия'))) continue
      reasons[cell(cells, 'Причина отказа')] = (reasons[cell(cells, 'Причина отказа')] ?? 0) + 1
    }
    expect(Object.keys(reasons).length).toBeGreaterThan(0)
    expect(counts(summary.unsuccessful)).toEqual(reasons)
  })

  test.each(['topics', 'consultants', 'projects', 'formats', 'channels', 'kinds', 'municipalities'] as const)(
    'the table of %s counts each consultation once',
    (table) => {
      const ids = summary[table].flatMap(({ dealIds }) => dealIds)
      expect(ids).toHaveLength(66)
      expect(new Set(ids)).toEqual(new Set(summary.totals.held.dealIds))
      expect(summary[table].every(({ count, dealIds }) => count === dealIds.length)).toBe(true)
    },
  )
})
