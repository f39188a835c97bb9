/** The parts of a report that are more than a count: quotas and slots (G1, G7), experts (T3), approval, texts, the file. */

import { breachLines } from '../../src/domain/month/count/breaches'
import type { MonthRow } from '../../src/domain/month/count/held'
import { durationText, median } from '../../src/domain/month/count/median'
import { waitedUntil } from '../../src/domain/month/count/waiting'
import { csvCell } from '../../src/domain/month/csv'
import { correctionsOf, frozenNumbers, readFrozen } from '../../src/domain/month/frozen'
import { monthSummary } from '../../src/domain/month/month'
import { monthPeriod } from '../../src/domain/month/period'
import { projectLetter } from '../../src/domain/month/projectLetter.ru'
import { prTexts } from '../../src/domain/month/prText.ru'
import { heldDeal, nosov, office, person, project, unsortedDeal } from '../fixtures/builders'

const now = '2026-12-02T09:00'
let nextId = 1

function row(part: Partial<MonthRow> = {}): MonthRow {
  const deal = heldDeal({ id: nextId++, clientId: nextId, start: '2026-11-18T10:00', received: '2026-11-17T10:00', stage: 'won' })
  return { ...deal, kind: 'НКО', municipality: 'Архангельск', ...part }
}

function waiting(part: Partial<MonthRow> = {}): MonthRow {
  return { ...unsortedDeal({ id: nextId++, topic: 8, received: '2026-11-10T10:00' }), kind: '', municipality: '', ...part }
}

const november = (rows: readonly MonthRow[], more: Partial<Parameters<typeof monthSummary>[0]> = {}) =>
  monthSummary({ rows, period: monthPeriod('2026-11'), office: office(), now, ...more })

test.each([
  [[], null],
  [[3], 3],
  [[3, 1], 2],
  [[9, 1, 2], 2],
  [[4, 1, 2, 3], 2.5],
])('the median of %j is %p', (numbers, middle) => expect(median(numbers)).toBe(middle))

test.each([
  [0, '0 минут'],
  [1, '1 минута'],
  [42, '42 минуты'],
  [60, '1 час'],
  [90, '1,5 часа'],
  [11 * 60, '11 часов'],
  [1440, '1 день'],
  [3600, '2,5 дня'],
  [21 * 1440, '21 день'],
  [112 * 1440, '112 дней'],
])('%p minutes are %s', (minutes, said) => expect(durationText(minutes)).toBe(said))

describe('how long a request waited', () => {
  test.each([
    ['still waits', waiting(), null],
    [
      'assigned: since that stage',
      { ...row(), stage: 'assigned', stageSince: '2026-11-17T12:00', moves: 0 } as MonthRow,
      '2026-11-17T12:00',
    ],
    ['held: until the client was told', row({ toldAt: '2026-11-17T11:00', moves: 0 }), '2026-11-17T11:00'],
    [
      'moved since: the talk is all that is known',
      row({ toldAt: '2026-11-19T11:00', moves: 1, reachedAt: '2026-11-17T10:30' }),
      '2026-11-17T10:30',
    ],
    ['failed without a time: until then', waiting({ stage: 'lost', stageSince: '2026-11-12T09:00' }), '2026-11-12T09:00'],
    ['imported: nothing is claimed', row({ toldAt: null, reachedAt: null, moves: 0 }), '2026-11-17T10:00'],
  ])('%s', (_why, deal, until) => expect(waitedUntil(deal)).toBe(until))
})

describe('G7: the weekly quota, where there was demand', () => {
  const weeks = (rows: readonly MonthRow[], part = {}) =>
    november(rows, { office: office({ people: [person(part)] }) }).consultants[0]?.weeks
  const heldOn = (...days: string[]) =>
    days.map((day) => row({ start: `2026-11-${day}T10:00`, received: '2026-10-01T10:00', toldAt: '2026-10-01T11:00', topic: 8 }))

  test('a week without a request in the topics of the consultant is neither met nor missed', () => {
    expect(weeks(heldOn('18', '19'))).toEqual({ met: 0, missed: 0 })
    expect(weeks([...heldOn('18', '19'), waiting({ topic: 2 })])).toEqual({ met: 0, missed: 0 })
  })

  test('from the week of the request on, as long as it waits', () => {
    expect(weeks([...heldOn('18', '19'), waiting()])).toEqual({ met: 1, missed: 2 })
    expect(weeks([...heldOn('11', '12'), waiting({ stage: 'lost', stageSince: '2026-11-12T09:00' })])).toEqual({ met: 1, missed: 0 })
  })

  test('consultations of the days beside the month count in its weeks', () => {
    const december = monthSummary({
      rows: [...heldOn('30'), row({ start: '2026-12-01T10:00' }), waiting()],
      period: monthPeriod('2026-12'),
      office: office(),
      now: '2026-12-07T09:00',
    })
    expect(december.consultants[0]?.weeks).toEqual({ met: 1, missed: 0 })
  })

  test('a week away from the first to the last working day is not owed; a raised quota is', () => {
    expect(weeks([waiting()], { absences: [{ from: '2026-11-16', until: '2026-11-20', why: 'отпуск' }] })).toEqual({ met: 0, missed: 2 })
    const raised = { quotas: [{ perWeek: 3, from: '2026-11-16', until: '2026-11-22' }] }
    expect(weeks([...heldOn('18', '19'), waiting()], raised)).toEqual({ met: 0, missed: 3 })
  })

  test('external consultants owe no quota', () => {
    expect(november([row({ consultant: 'ПН' }), waiting({ topic: 11 })]).consultants.find(({ key }) => key === 'ПН')?.weeks).toBeNull()
  })
})

describe('G1: slots given and booked', () => {
  const event = (title: string, start: string, end: string) => ({
    id: title + start,
    etag: '',
    title,
    start,
    end,
    allDay: false,
    recurringEventId: '',
    private: {},
  })
  const events = [
    event('ММ консультация', '2026-11-03T10:00', '2026-11-03T13:00'),
    event('ММ_АНО «Маяк»', '2026-11-04T10:00', '2026-11-04T11:00'),
    event('Отпуск ММ', '2026-11-05T10:00', '2026-11-05T18:00'),
    event('ММ консультация', '2026-12-01T10:00', '2026-12-01T11:00'),
  ]

  test('hours of the period, free and booked', () => {
    expect(november([], { events }).consultants[0]?.slots).toEqual({ offered: 4, booked: 1 })
  })

  test('none in a calendar that was read, unknown where it was not', () => {
    expect(november([], { events: [] }).consultants[0]?.slots).toEqual({ offered: 0, booked: 0 })
    expect(november([]).consultants[0]?.slots).toBeNull()
  })
})

describe('requests without a time at the month’s end', () => {
  const unassigned = (...rows: MonthRow[]) =>
    november(rows).demand.map(({ title, received, unassigned: n, days }) => `${title}: ${received}, ${n}, ${days}`)

  test('who waits still, who was told only later, who failed later', () => {
    const later = row({
      topic: 8,
      received: '2026-11-28T10:00',
      toldAt: '2026-12-01T10:00',
      start: '2026-12-03T10:00',
      firstStart: '2026-12-03T10:00',
      stage: 'held',
    })
    expect(unassigned(waiting(), later, waiting({ stage: 'lost', stageSince: '2026-12-01T09:00' }))).toEqual([
      'Социальное проектирование: 3, 3, 5',
    ])
    expect(unassigned(row({ topic: 8, firstStart: '2026-11-18T10:00', toldAt: '2026-11-17T12:00' }))).toEqual([
      'Социальное проектирование: 1, 0, 1',
    ])
  })

  test('requests of earlier months wait too, later ones do not count', () => {
    expect(unassigned(waiting({ received: '2026-09-01T10:00', topic: null }), waiting({ received: '2026-12-01T08:00' }))).toEqual([
      'не указана: 0, 1, null',
    ])
  })
})

test('T3: minutes by the rate, to the kopeck, against the limit of the project', () => {
  const rows = [
    row({ consultant: 'ПН', minutes: 45, paidAt: '2026-11-30T10:00' }),
    row({ consultant: 'ПН', minutes: 50, project: 'Активное село' }),
    row({ consultant: 'ПН', minutes: null }),
  ]
  const { experts, projects } = november(rows, {
    office: office({ people: [person(), nosov], projects: [project(), project({ name: 'Активное село', externalLimitPerMonth: 0 })] }),
  }).externals
  expect(experts.map(({ name, project: of, count, minutes, rate, due, paid }) => [name, of, count, minutes, rate, due, paid])).toEqual([
    ['Носов П. А.', 'Активное село', 1, 50, 1500, 1250, 0],
    ['Носов П. А.', 'Ресурсный центр НКО', 2, 45, 1500, 1125, 1125],
  ])
  expect(projects.map(({ project: of, limit, due }) => [of, limit, due])).toEqual([
    ['Активное село', 0, 1250],
    ['Ресурсный центр НКО', 12, 1125],
  ])
})

test('breaches by clause, the most frequent first, without the names of clients', () => {
  const breach = (clause: string, subject: string, dealId: number) => ({ clause, subject, dealId, at: '2026-11-10T10:00' })
  expect(
    breachLines([breach('A1', 'Назначить: АНО «Маяк»', 1), breach('I5', 'Позвонить: ТОС', 2), breach('I5', 'Позвонить: Фонд', 3)]),
  ).toEqual([
    { clause: 'I5', title: 'Позвонить', count: 2, dealIds: [2, 3] },
    { clause: 'A1', title: 'Назначить', count: 1, dealIds: [1] },
  ])
})

describe('S2: approved numbers', () => {
  const before = november([row(), row({ topic: 8 })])

  test('come back from the sheet as they were, and differ from nothing', () => {
    const frozen = readFrozen(JSON.stringify(frozenNumbers(before)))
    expect(frozen).toEqual(frozenNumbers(before))
    expect(correctionsOf(frozenNumbers(before), frozenNumbers(before))).toEqual([])
  })

  test('every number that has changed since is told', () => {
    const after = november([row({ minutes: 90 })])
    expect(
      correctionsOf(frozenNumbers(before), frozenNumbers(after)).map(
        ({ title, approved, now: present }) => `${title}: ${approved} → ${present}`,
      ),
    ).toEqual([
      'Проведено консультаций: 2 → 1',
      'Минут: 120 → 90',
      'Клиентов: 2 → 1',
      'Новых клиентов: 2 → 1',
      'Своими консультантами: 2 → 1',
      'тема: Социальное проектирование: 1 → 0',
      'проект: Ресурсный центр НКО: 2 → 1',
    ])
  })

  test.each(['', 'испорчено', 'null', '[]', '{"totals":1}'])('a cell that reads %j is no approval', (json) =>
    expect(readFrozen(json)).toBeNull(),
  )
})

describe('S3: the text for publication', () => {
  const text = (count: number) =>
    prTexts(november(Array.from({ length: count }, () => row({ topic: 8, minutes: 45 }))), 'Ресурсный центр НКО').social.split('\n')

  test.each([
    [1, 'Проведена 1 консультация в ноябре 2026 года!', 'Это 0,8 часа и 1 организация.'],
    [2, 'Проведено 2 консультации в ноябре 2026 года!', 'Это 1,5 часа и 2 организации.'],
    [5, 'Проведено 5 консультаций в ноябре 2026 года!', 'Это 3,8 часа и 5 организаций.'],
    [11, 'Проведено 11 консультаций в ноябре 2026 года!', 'Это 8,3 часа и 11 организаций.'],
    [21, 'Проведена 21 консультация в ноябре 2026 года!', 'Это 15,8 часа и 21 организация.'],
    [42, 'Проведено 42 консультации в ноябре 2026 года!', 'Это 31,5 часа и 42 организации.'],
    [112, 'Проведено 112 консультаций в ноябре 2026 года!', 'Это 84 часа и 112 организаций.'],
  ])('%p consultations', (count, first, second) => {
    expect(text(count)[0]).toBe(first)
    expect(text(count)[1]).toBe(second)
  })

  test('the site is told for how many organisations, and what was asked most; no client is named', () => {
    const rows = [row({ topic: 8 }), row({ topic: 8 }), row({ topic: 2, organisation: 'АНО «Маяк»' })]
    expect(prTexts(november(rows), 'Ресурсный центр НКО').site).toBe(
      'В ноябре 2026 года в центре «Ресурсный центр НКО» проведено 3 консультации для 3 организаций, всего 3 часа. Чаще всего спрашивали: «Социальное проектирование» (2), «Бухгалтерские и финансовые вопросы» (1). Нужна консультация? Запишитесь на сайте или по телефону.',
    )
  })

  test('an empty month says so', () => {
    expect(prTexts(november([]), 'Ресурсный центр НКО').social).toMatch(/^В ноябре 2026 года консультаций не было\./)
  })
})

test('S2: a project without consultations gets a letter that says so', () => {
  const letter = projectLetter({
    project: 'Активное село',
    when: 'в ноябре 2026 года',
    rows: [],
    minutes: 0,
    external: null,
    centreName: 'Центр',
  })
  expect(letter.subject).toBe('Консультации по проекту «Активное село» в ноябре 2026 года: 0')
  expect(letter.body).toContain('По проекту «Активное село» в ноябре 2026 года консультаций не было.')
})

test.each([
  ['=1+1', `"'=1+1"`],
  ['+7 911', `"'+7 911"`],
  ['-1', `"'-1"`],
  ['@SUM(A1)', `"'@SUM(A1)"`],
  ['\tтаб', `"'\tтаб"`],
  ['\r\nстрока', `"'\r\nстрока"`],
  [' =1', `"' =1"`],
  ['＝1', `"'＝1"`],
  ['АНО «Маяк»; "Свет"', '"АНО «Маяк»; ""Свет"""'],
  ['5-6', '"5-6"'],
  ['', '""'],
])('csv: %j is written as %s', (text, cell) => expect(csvCell(text)).toBe(cell))
