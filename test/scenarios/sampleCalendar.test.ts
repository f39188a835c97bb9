/** The office's sample calendar through the bundle: every slot, booking and stranger among its events is recognised. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { bookInput, calendarId, deskWorld, done, eventOf, phoned } from '../fixtures/desk'
import { registerEqualsJournal, rowsOf } from '../fixtures/register'

const everything = { topic: null, consultant: null, agreedWith: null, part: null, from: null } as const

/** Title, start, whole hours and number of repetitions of each event of the file, read by a plain split. */
interface FileEvent {
  readonly title: string
  readonly start: string
  readonly hours: number
  readonly count: number
}

function fileEvents(): FileEvent[] {
  const ics = readFileSync(join(__dirname, '../../emulator/sample/calendar.ics'), 'utf8').replace(/\r?\n[ \t]/g, '')
  return ics
    .split('BEGIN:VEVENT')
    .slice(1)
    .map((text) => {
      const [start, end] = ['DTSTART', 'DTEND'].map((name) => new RegExp(`^${name}[^:]*:(\\d{8}T?\\d{0,4})`, 'm').exec(text)?.[1] ?? '')
      const title = /^SUMMARY:(.*)$/m.exec(text)?.[1]?.replace(/\r$/, '') ?? ''
      const hours = Math.floor((Date.parse(`${wall(end ?? '')}Z`) - Date.parse(`${wall(start ?? '')}Z`)) / 3_600_000)
      return { title, start: start ?? '', hours, count: Number(/COUNT=(\d+)/.exec(text)?.[1] ?? 1) }
    })
}

/** Initials before the word, in capitals and Cyrillic: «MM консультация» is ММ. */
function initialsOf(title: string): string {
  const letters = /^\p{L}+/u.exec(title)?.[0] ?? ''
  return letters.toUpperCase().replace(/[MHAKTBPCO]/g, (latin) => 'МНАКТВРСО'['MHAKTBPCO'.indexOf(latin)] ?? latin)
}

/** 20261124T1000 → 2026-11-24T10:00 */
function wall(start: string): string {
  return `${start.slice(0, 4)}-${start.slice(4, 6)}-${start.slice(6, 8)}T${start.slice(9, 11)}:${start.slice(11, 13)}`
}

const file = fileEvents()
const booked = file.filter(({ title }) => /^\p{L}{2,3}_/u.test(title) && !/консультаци/i.test(title))
const free = file.filter(({ title }) => /конс/i.test(title) && !title.startsWith('ЖЖ'))

describe('G1: the calendar as the office keeps it', () => {
  const world = deskWorld()
  const list = done(world, 'slot/list', everything)
  const offered = list.consultants.flatMap(({ initials, slots }) => slots.map(({ start }) => `${start} ${initials}`))

  test('the file holds what the office said: 120 free slots and a series of four, 11 booked, 5 unrelated, 1 of unknown initials', () => {
    const single = free.filter(({ count }) => count === 1)
    expect([single.length, free.length - single.length, booked.length]).toEqual([120, 1, 11])
    expect(free.find(({ count }) => count > 1)?.count).toBe(4)
    expect(file.length - free.length - booked.length).toBe(6)
  })

  test('only «ЖЖ консультация» cannot be read, and it is named', () => {
    expect(list.unread).toEqual([{ title: 'ЖЖ консультация', start: expect.stringMatching(/^2026-11-/), suggestion: '' }])
  })

  test('every free hour from tomorrow within the horizon is offered, and no other', () => {
    const { from, until } = list.horizon
    expect([from, until]).toEqual(['2026-11-23', '2026-12-07'])
    const expected = free
      .flatMap((event) => hoursOf(event).map((start) => `${start} ${initialsOf(event.title)}`))
      .filter((line) => line > '2026-11-24' && line < '2026-12-08')
    const told = offered.map((line) => line.toUpperCase()).filter((line) => line > '2026-11-24')
    expect(told.length).toBeGreaterThan(60)
    expect([...told].sort()).toEqual([...new Set(expected)].sort())
  })

  test('the eleven bookings are the eleven deals in «Консультация назначена», and none of their hours is offered', () => {
    const deals = rowsOf(world, 'Сделки').filter(({ cells }) => cells['Этап'] === 'Консультация назначена')
    expect(deals).toHaveLength(11)
    for (const { cells } of deals) {
      const event = eventOf(world, String(cells['Событие']))
      expect(event.summary.toUpperCase().startsWith(String(cells['Консультант']).toUpperCase())).toBe(true)
    }
    for (const { title, start } of booked) {
      const initials = title.split('_')[0]?.toUpperCase()
      expect(offered.map((line) => line.toUpperCase())).not.toContain(`${wall(start)} ${initials}`.toUpperCase())
    }
  })
})

test('G3: an instance of the series is booked as an exception; the other three weeks stay free', () => {
  const world = deskWorld()
  const series = free.find(({ count }) => count > 1)
  const initials = series?.title.split(' ')[0] ?? ''
  const starts = Array.from({ length: 4 }, (_, week) => plusWeeks(wall(series?.start ?? ''), week))
  const slots = () => done(world, 'slot/list', { ...everything, consultant: initials, from: null }).consultants[0]?.slots ?? []
  const instance = slots().find(({ start }) => starts.includes(start) && start > '2026-11-24')
  if (instance === undefined) throw new Error('no instance is offered')
  const before = slots().map(({ start }) => start)
  const card = phoned(world, 'АНО «Маяк»')
  done(world, 'deal/book', bookInput(card, instance, { consultant: initials, topic: 8 }))
  expect(slots().map(({ start }) => start)).toEqual(before.filter((start) => start !== instance.start))
  const instances = world.calendarHand.between({ calendarId, from: '2026-11-01T00:00', to: '2027-01-31T00:00' })
  expect(instances.filter(({ summary }) => summary === `${initials}_АНО «Маяк»`)).toHaveLength(1)
  registerEqualsJournal(world)
})

/** G1: an event of N hours counts as N slots, each week of a series. */
function hoursOf({ start, hours, count }: FileEvent): string[] {
  const weeks = Array.from({ length: count }, (_, week) => plusWeeks(wall(start), week))
  return weeks.flatMap((first) => Array.from({ length: hours }, (_, hour) => plusHours(first, hour)))
}

function plusHours(at: string, hours: number): string {
  return new Date(Date.parse(`${at}Z`) + hours * 3_600_000).toISOString().slice(0, 16)
}

function plusWeeks(at: string, weeks: number): string {
  return plusHours(at, weeks * 7 * 24)
}
