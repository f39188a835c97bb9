/** Working time against Temporal: any calendar of days off, short days and working Saturdays, any hours, counted day by day. */
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import type { DayKind, WorkingCalendar } from '../../src/domain/office/office'
import type { Settings } from '../../src/domain/office/settings'
import {
  addWorkingDays,
  closingOf,
  dueInOneWorkingDay,
  isOpenAt,
  isWorkingDay,
  lastClosingDayOfMonth,
  missingYears,
  nextOpening,
  nextWorkingDay,
  previousWorkingDay,
  weekClosing,
  weekClosingDay,
  weekListing,
  workingDaysBetween,
} from '../../src/domain/time/workingTime'

type Day = Temporal.PlainDate
const first = Temporal.PlainDate.from('1900-01-01')
const last = Temporal.PlainDate.from('2100-12-31')

/** Forty days with a word of their own in the middle of plain weeks. */
const someCalendar = fc
  .tuple(
    fc.integer({ min: 0, max: 73_000 }),
    fc.array(fc.constantFrom<DayKind | null>('off', 'off', 'short', 'working', null), { minLength: 40, maxLength: 40 }),
  )
  .map(([from, kinds]) => {
    const start = first.add({ days: from })
    const named = kinds.flatMap((kind, days) => (kind === null ? [] : [[start.add({ days }).toString(), kind] as const]))
    return { start, calendar: { days: Object.fromEntries(named), years: [start.year] } satisfies WorkingCalendar }
  })
const someHours = fc.tuple(fc.integer({ min: 420, max: 660 }), fc.integer({ min: 840, max: 960 }), fc.integer({ min: 1000, max: 1260 }))
/** Any minute of the day, or one at a border of the hours: 0 = opening, 1 = closing on a short day, 2 = closing; a minute before, then, or after. */
const someMinute = fc.oneof(
  fc.integer({ min: 0, max: 1439 }).map((minute) => () => minute),
  fc.tuple(fc.constantFrom(0, 1, 2), fc.constantFrom(-1, 0, 1)).map(
    ([border, more]) =>
      (hours: readonly number[]) =>
        (hours[border] ?? 0) + more,
  ),
)
const somePlace = fc
  .tuple(someCalendar, someHours, fc.integer({ min: -10, max: 50 }), someMinute)
  .map(([{ start, calendar }, hours, days, minuteIn]) => {
    const [dayOpens, shortDayCloses, dayCloses] = hours
    const settings = { dayOpens, shortDayCloses, dayCloses, fridayListAt: 900, fridayCloseBy: 1080 } as Settings
    const day = start.add({ days })
    return { calendar, office: { calendar, settings }, settings, day, at: day.toPlainDateTime().add({ minutes: minuteIn(hours) }) }
  })

const works = ({ days }: WorkingCalendar, day: Day): boolean => (days[day.toString()] ?? (day.dayOfWeek <= 5 ? 'working' : 'off')) !== 'off'
const stepped = (calendar: WorkingCalendar, day: Day, days: 1 | -1): Day => {
  const next = day.add({ days })
  return works(calendar, next) ? next : stepped(calendar, next, days)
}
const atMinute = (day: Day, minutes: number): string => day.toPlainDateTime().add({ minutes }).toString({ smallestUnit: 'minute' })
const closingDay = (calendar: WorkingCalendar, day: Day): Day | null => {
  const monday = day.subtract({ days: day.dayOfWeek - 1 })
  const order = [4, 6, 5, 3, 2, 1, 0].map((days) => monday.add({ days }))
  return order.find((one) => works(calendar, one)) ?? null
}

test('a plain calendar: every day of 1900–2100 from Monday to Friday', () => {
  const plain: WorkingCalendar = { days: {}, years: [] }
  const wrong: string[] = []
  for (let day = first; Temporal.PlainDate.compare(day, last) <= 0; day = day.add({ days: 1 })) {
    const date = day.toString()
    const friday = day.add({ days: 5 - day.dayOfWeek }).toString()
    if (isWorkingDay(plain, date) !== day.dayOfWeek <= 5 || weekClosingDay(plain, date) !== friday) wrong.push(date)
  }
  expect(wrong).toEqual([])
})

test('the last Friday of every month of 1900–2100', () => {
  for (let month = first.toPlainYearMonth(); month.year <= 2100; month = month.add({ months: 1 })) {
    const end = month.toPlainDate({ day: month.daysInMonth })
    const friday = end.subtract({ days: (end.dayOfWeek + 2) % 7 })
    expect(lastClosingDayOfMonth({ days: {}, years: [] }, month.toString())).toBe(friday.toString())
  }
})

test('working days: next, previous, counted, added', () => {
  fc.assert(
    fc.property(somePlace, fc.integer({ min: -15, max: 15 }), ({ calendar, day }, n) => {
      const date = day.toString()
      expect(isWorkingDay(calendar, date)).toBe(works(calendar, day))
      expect(nextWorkingDay(calendar, date)).toBe(stepped(calendar, day, 1).toString())
      expect(previousWorkingDay(calendar, date)).toBe(stepped(calendar, day, -1).toString())
      let moved = day
      for (let left = Math.abs(n); left > 0; left--) moved = stepped(calendar, moved, n > 0 ? 1 : -1)
      expect(addWorkingDays(calendar, date, n)).toBe(moved.toString())
      expect(workingDaysBetween(calendar, date, moved.toString())).toBe(n)
    }),
  )
})

test('hours: open, closing, the next opening, one working day', () => {
  fc.assert(
    fc.property(somePlace, ({ calendar, office, settings, day, at }) => {
      const moment = at.toString({ smallestUnit: 'minute' })
      const closes = (one: Day) => (calendar.days[one.toString()] === 'short' ? settings.shortDayCloses : settings.dayCloses)
      const minute = at.hour * 60 + at.minute
      const open = works(calendar, day) && minute >= settings.dayOpens && minute < closes(day)
      const early = works(calendar, day) && minute < settings.dayOpens
      const from = open || early ? day : stepped(calendar, day, 1)
      const due = stepped(calendar, from, 1)
      expect(closingOf(office, day.toString())).toBe(closes(day))
      expect(isOpenAt(office, moment)).toBe(open)
      expect(nextOpening(office, moment)).toBe(open ? moment : atMinute(from, settings.dayOpens))
      expect(dueInOneWorkingDay(office, moment)).toBe(atMinute(due, Math.min(open ? minute : settings.dayOpens, closes(due))))
    }),
    { numRuns: 400 },
  )
})

test('weeks: closing day, closing, listing; years that are not filled', () => {
  fc.assert(
    fc.property(somePlace, ({ calendar, office, day }) => {
      const closing = closingDay(calendar, day)
      expect(weekClosingDay(calendar, day.toString())).toBe(closing?.toString() ?? null)
      expect(weekClosing(office, day.toString())).toBe(closing && atMinute(closing, 1080))
      expect(weekListing(office, day.toString())).toBe(closing && atMinute(closing, 900))
      const until = day.add({ years: 2 })
      const years = [day.year, day.year + 1, day.year + 2].filter((year) => !calendar.years.includes(year))
      expect(missingYears(calendar, day.toString(), until.toString())).toEqual(years)
    }),
  )
})
