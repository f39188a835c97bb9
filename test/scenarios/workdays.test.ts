/** The working calendar looks after itself: the next year is asked for each autumn, looked at, and written. */
import type { XmlCalendarState } from '../../emulator/partners/xmlCalendarState'
import type { World } from '../../emulator/world/types'
import { call, deskWorld, director, done, refusal, sleepUntil } from '../fixtures/desk'
import { rowsOf } from '../fixtures/register'
import { days2028, xmlYear } from '../fixtures/xmlYear'

const partner = (world: World, part: Partial<XmlCalendarState> = {}): XmlCalendarState => {
  const xmlCalendar: XmlCalendarState = { years: { 2028: xmlYear(2028, days2028) }, requests: [], ...part }
  world.state.partners = { ...world.state.partners, xmlCalendar }
  return xmlCalendar
}
const tick = (world: World) => world.invoke({ fn: 'tick', entry: 'trigger', user: '' })
const dayNotes = (world: World) =>
  done(world, 'desk/today', {}, director)
    .notes.filter(({ where }) => where === 'Рабочий календарь')
    .map(({ message }) => message)
const daysOf = (world: World, year: number) =>
  rowsOf(world, 'Рабочий календарь').filter(({ cells }) => String(cells['Дата']).startsWith(String(year)))

const autumn = (at = '2027-10-04T09:00') => {
  const world = deskWorld()
  world.state.triggers = world.state.triggers.map((trigger) => ({ ...trigger, disabled: 'quiet' }))
  sleepUntil(world, at)
  return world
}

test('a look says what differs and writes nothing; what was looked at is written, the year is filled', () => {
  const world = autumn()
  partner(world)
  const before = JSON.stringify(rowsOf(world, 'Рабочий календарь'))
  const look = done(world, 'workdays/look', { year: 2028 }, director)
  expect(look).toMatchObject({ lacks: '', own: [] })
  expect(look.days.map(({ date }) => date)).toEqual(days2028.map(({ date }) => date))
  expect(JSON.stringify(rowsOf(world, 'Рабочий календарь'))).toBe(before)
  const days = look.days.map(({ date, kind, movedFrom }) => ({ date, kind, movedFrom }))
  expect(done(world, 'workdays/write', { year: 2028, days }, director)).toEqual({ written: days2028.length })
  expect(done(world, 'workdays/look', { year: 2028 }, director).days).toEqual([])
  expect(done(world, 'workdays/write', { year: 2028, days }, director)).toEqual({ written: 0 })
})

test('the autumn’s tick asks once a day until the year is there; «Сегодня» says that it has come', () => {
  const world = autumn()
  const { requests } = partner(world)
  tick(world)
  tick(world)
  expect(requests).toEqual(['data/ru/2028/calendar.xml'])
  expect(dayNotes(world)).toEqual([
    'вышли выходные и переносы 2028 года: меню «Импорт…» → «Рабочий календарь» → «Обновить», посмотрите и запишите',
  ])
  const { days } = done(world, 'workdays/look', { year: 2028 }, director)
  done(world, 'workdays/write', { year: 2028, days: days.map(({ sheet: _, ...day }) => day) }, director)
  expect(dayNotes(world)).toEqual([])
  sleepUntil(world, '2027-10-05T09:00')
  const asked = requests.length
  tick(world)
  expect(requests).toHaveLength(asked)
})

test.each([
  ['nothing is published yet', { years: {} }, []],
  ['it says nothing', { fault: 'silent' }, []],
  ['it sends something else', { fault: 'foreign' }, []],
] as const)('%s: asked again tomorrow, nobody is troubled before November', (_, part, notes) => {
  const world = autumn()
  const { requests } = partner(world, part as Partial<XmlCalendarState>)
  expect(tick(world).logs.filter((line) => line.includes('tick, workdays'))).toEqual([])
  expect(dayNotes(world)).toEqual(notes)
  sleepUntil(world, '2027-10-05T09:00')
  tick(world)
  expect(requests).toHaveLength(2)
})

test('a year that is not whole is said to be so', () => {
  const world = autumn('2027-11-08T09:00')
  partner(world, { years: { 2028: xmlYear(2028, days2028.slice(0, 6)) } })
  tick(world)
  expect(dayNotes(world).join()).toContain('На xmlcalendar.ru этот год ещё не полный.')
  expect(done(world, 'workdays/look', { year: 2028 }, director).lacks).toContain('2028 год заполнен не весь: нет выходных')
})

test('in summer, or where the next year stands already, nobody is asked', () => {
  const summer = autumn('2027-07-05T09:00')
  const quiet = partner(summer)
  tick(summer)
  const now = deskWorld()
  const asked = partner(now)
  tick(now)
  expect([...quiet.requests, ...asked.requests]).toEqual([])
})

test.each([
  ['silent', 'xmlcalendar.ru не отвечает'],
  ['unavailable', 'xmlcalendar.ru не отвечает'],
  ['foreign', 'прислал что-то другое'],
] as const)('%s: one sentence, and the way by a file', (fault, words) => {
  const world = autumn()
  partner(world, { fault })
  const said = refusal(world, 'workdays/look', { year: 2028 }, director)
  expect(said).toContain(words)
  expect(said).toContain('Можно загрузить файлом')
})

test('a day that no calendar has is no request', () => {
  const world = autumn()
  const days = [{ date: '2028-02-31', kind: 'off' as const, movedFrom: null }]
  expect(call(world, 'workdays/write', { year: 2028, days }, director)).toMatchObject({ ok: false })
  expect(daysOf(world, 2028)).toEqual([])
})
