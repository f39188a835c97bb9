/** The wall clock against Temporal: every day of 1900–2100, and any two moments within them. */
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import {
  addDays,
  addMinutes,
  atMinute,
  dateOf,
  dateOfEpochDay,
  epochDay,
  fromSerial,
  minuteOfDay,
  minutesBetween,
  mondayOf,
  monthOf,
  toSerial,
  weekday,
} from '../../src/domain/time/localTime'

const first = Temporal.PlainDate.from('1900-01-01')
const last = Temporal.PlainDate.from('2100-12-31')
const unixEpoch = Temporal.PlainDate.from('1970-01-01')
const sheetsEpoch = Temporal.PlainDate.from('1899-12-30')
const count = first.until(last).days

const someDay = fc.integer({ min: 0, max: count }).map((days) => first.add({ days }))
const someMoment = fc
  .tuple(someDay, fc.integer({ min: 0, max: 1439 }))
  .map(([day, minute]) => day.toPlainDateTime().add({ minutes: minute }))
const asText = (at: Temporal.PlainDateTime): string => at.toString({ smallestUnit: 'minute' })

test('every day of 1900–2100: its number, serial, weekday, Monday, month, neighbours', () => {
  const wrong: string[] = []
  const start = unixEpoch.until(first).days
  let day = first
  for (let passed = 0; passed <= count; passed++) {
    const date = day.toString()
    const next = day.add({ days: 1 })
    const ours = [epochDay(date), dateOfEpochDay(start + passed), weekday(date), mondayOf(date), monthOf(date), addDays(date, 1)]
    const theirs = [
      start + passed,
      date,
      day.dayOfWeek,
      day.subtract({ days: day.dayOfWeek - 1 }).toString(),
      date.slice(0, 7),
      next.toString(),
    ]
    if (ours.join() !== theirs.join() || addDays(next.toString(), -1) !== date) wrong.push(date)
    day = next
  }
  expect(day.toString()).toBe('2101-01-01')
  expect(wrong).toEqual([])
})

test('serial numbers of Sheets: whole days, and each minute of a day there and back', () => {
  fc.assert(fc.property(someDay, (day) => expect(toSerial(day.toString())).toBe(sheetsEpoch.until(day).days)))
  for (let minute = 0; minute < 1440; minute++) {
    const at = atMinute('2026-11-23', minute)
    expect([fromSerial(toSerial(at)), minuteOfDay(at), dateOf(at)]).toEqual([at, minute, '2026-11-23'])
  }
  fc.assert(fc.property(someMoment, (at) => expect(fromSerial(toSerial(asText(at)))).toBe(asText(at))))
})

test('minutes added, over midnight and back', () => {
  fc.assert(
    fc.property(someMoment, fc.integer({ min: -5_000_000, max: 5_000_000 }), (at, minutes) => {
      expect(addMinutes(asText(at), minutes)).toBe(asText(at.add({ minutes })))
      expect(atMinute(dateOf(asText(at)), minutes)).toBe(asText(at.with({ hour: 0, minute: 0 }).add({ minutes })))
    }),
  )
})

test('days added, over months and leap years', () => {
  fc.assert(
    fc.property(someDay, fc.integer({ min: -30_000, max: 30_000 }), (day, days) => {
      expect(addDays(day.toString(), days)).toBe(day.add({ days }).toString())
    }),
  )
})

test('minutes between, forwards and backwards', () => {
  fc.assert(
    fc.property(someMoment, someMoment, (from, to) => {
      expect(minutesBetween(asText(from), asText(to))).toBe(from.until(to).total({ unit: 'minutes' }))
    }),
  )
})

test('parts of a moment, and its order as text', () => {
  fc.assert(
    fc.property(someMoment, someMoment, (a, b) => {
      const [at, other] = [asText(a), asText(b)]
      expect(minuteOfDay(at)).toBe(a.hour * 60 + a.minute)
      expect([dateOf(at), monthOf(at)]).toEqual([a.toPlainDate().toString(), a.toPlainDate().toPlainYearMonth().toString()])
      expect([weekday(at), mondayOf(at)]).toEqual([
        a.dayOfWeek,
        a
          .toPlainDate()
          .subtract({ days: a.dayOfWeek - 1 })
          .toString(),
      ])
      expect(Math.sign(at < other ? -1 : at > other ? 1 : 0)).toBe(Temporal.PlainDateTime.compare(a, b))
    }),
  )
})
