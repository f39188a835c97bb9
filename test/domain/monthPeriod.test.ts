/** The period of a report: its days, its names, what it is compared with, and the weeks that belong to it. */

import { weeksOf } from '../../src/domain/month/count/consultants'
import { monthPeriod, type PeriodChoice, periodBefore, periodOf, yearBefore } from '../../src/domain/month/period'
import { periodIn, periodName, periodTitle } from '../../src/domain/month/periodText.ru'

describe('periods', () => {
  const month = (value: string): PeriodChoice => ({ kind: 'month', month: value })
  const range = (from: string, until: string): PeriodChoice => ({ kind: 'range', from, until })

  test.each([
    [month('2028-02'), '2028-02-01', '2028-02-29', '2028-02', 'февраль 2028', 'в феврале 2028 года'],
    [month('2026-12'), '2026-12-01', '2026-12-31', '2026-12', 'декабрь 2026', 'в декабре 2026 года'],
    [{ kind: 'quarter', year: 2026, quarter: 4 }, '2026-10-01', '2026-12-31', '2026 IV кв.', 'IV квартал 2026', 'в IV квартале 2026 года'],
    [{ kind: 'year', year: 2027 }, '2027-01-01', '2027-12-31', '2027', '2027 год', 'в 2027 году'],
    [
      range('2026-11-03', '2026-11-20'),
      '2026-11-03',
      '2026-11-20',
      '2026-11-03 — 2026-11-20',
      '3 ноября 2026 — 20 ноября 2026',
      'с 3 ноября 2026 по 20 ноября 2026 года',
    ],
  ] as const)('%j is %s … %s, «%s»', (choice, from, until, name, title, within) => {
    const period = periodOf(choice)
    expect([period.from, period.until]).toEqual([from, until])
    expect([periodName(period), periodTitle(period), periodIn(period)]).toEqual([name, title, within])
  })

  test.each([
    [month('2026-01'), '2025-12-01 2025-12-31', '2025-01-01 2025-01-31'],
    [month('2028-02'), '2028-01-01 2028-01-31', '2027-02-01 2027-02-28'],
    [{ kind: 'quarter', year: 2026, quarter: 1 }, '2025-10-01 2025-12-31', '2025-01-01 2025-03-31'],
    [{ kind: 'year', year: 2026 }, '2025-01-01 2025-12-31', ''],
    [range('2026-01-01', '2026-01-10'), '2025-12-22 2025-12-31', '2025-01-01 2025-01-10'],
    [range('2028-02-01', '2028-02-29'), '2028-01-03 2028-01-31', '2027-02-01 2027-02-28'],
  ] as const)('%j is compared with %s and %s', (choice, before, yearAgo) => {
    const said = (period: ReturnType<typeof yearBefore>) => (period === null ? '' : `${period.from} ${period.until}`)
    expect([said(periodBefore(periodOf(choice))), said(yearBefore(periodOf(choice)))]).toEqual([before, yearAgo])
  })

  test('each week of a year belongs to one month, by its Thursday, and only once it is over', () => {
    const months = Array.from({ length: 12 }, (_, index) => monthPeriod(`2026-${String(index + 1).padStart(2, '0')}`))
    const mondays = months.flatMap((period) => weeksOf(period, '2027-02-01T09:00'))
    expect(mondays).toEqual(weeksOf(periodOf({ kind: 'year', year: 2026 }), '2027-02-01T09:00'))
    expect([mondays[0], mondays.at(-1), mondays.length]).toEqual(['2025-12-29', '2026-12-28', 53])
    expect(weeksOf(monthPeriod('2026-11'), '2026-11-22T23:59')).toEqual(['2026-11-02', '2026-11-09'])
    expect(weeksOf(monthPeriod('2026-11'), '2026-11-23T00:00')).toEqual(['2026-11-02', '2026-11-09', '2026-11-16'])
  })
})
