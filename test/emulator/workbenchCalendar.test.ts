/** The event's form of the workbench: what each of its fields and buttons does to the calendar. */
import type { CalendarSetView, EventView, LetterLine, Summary } from '../../emulator/workbench/wire'
import { owner, tinyBench } from './workbenchBench'

const stranger = 'stranger@example.net'

const week = async (rule = '') => {
  const desk = tinyBench()
  const [calendar] = (await desk.get<Summary>('/state')).calendars
  const base = `/calendars/${encodeURIComponent(calendar?.id ?? '')}`
  const events = () => desk.get<EventView[]>(`${base}/events?from=2026-11-23T00:00&to=2026-12-21T00:00`)
  await desk.post(`${base}/events`, { title: 'ММ консультация', start: '2026-11-24T10:00', end: '2026-11-24T11:00', rule })
  const [first] = await events()
  const at = (event = first) => `${base}/events/${encodeURIComponent(event?.id ?? '')}`
  const lines = async () => (await events()).map(({ start, title }) => `${start} ${title}`)
  return { desk, base, events, lines, at }
}

const weekly = () => week('RRULE:FREQ=WEEKLY;COUNT=4')

test('place, notes, colour and who sees it', async () => {
  const { desk, at, events } = await week()
  await desk.post(at(), { location: 'каб. 3', description: 'взять отчёт', colour: '5', visibility: 'private' })
  expect((await events())[0]).toMatchObject({ location: 'каб. 3', description: 'взять отчёт', colour: '5', visibility: 'private' })
  await desk.post(at(), { location: '', colour: '' })
  expect((await events())[0]).toMatchObject({ location: '', colour: '' })
})

test('made recurring, and single again', async () => {
  const { desk, at, events, lines } = await week()
  await desk.post(at(), { rule: 'RRULE:FREQ=WEEKLY;COUNT=2' })
  const [first] = await events()
  expect([await lines(), first?.rule]).toEqual([
    ['2026-11-24T10:00 ММ консультация', '2026-12-01T10:00 ММ консультация'],
    'RRULE:FREQ=WEEKLY;COUNT=2',
  ])
  await desk.post(at(first), { rule: '', scope: 'all' })
  expect(await lines()).toEqual(['2026-11-24T10:00 ММ консультация'])
})

test('of a series: this one, this and the following, all', async () => {
  const { desk, at, events, lines } = await weekly()
  const [, second, third] = await events()
  await desk.post(at(second), { title: 'ММ_Маяк', scope: 'one' })
  await desk.post(at(third), { start: '2026-12-08T12:00', end: '2026-12-08T13:00', scope: 'following' })
  expect(await lines()).toEqual([
    '2026-11-24T10:00 ММ консультация',
    '2026-12-01T10:00 ММ_Маяк',
    '2026-12-08T12:00 ММ консультация',
    '2026-12-15T12:00 ММ консультация',
  ])
  await desk.post(at((await events())[3]), { start: '2026-12-16T12:00', end: '2026-12-16T13:00', scope: 'all' })
  expect((await lines()).slice(2)).toEqual(['2026-12-09T12:00 ММ консультация', '2026-12-16T12:00 ММ консультация'])
  await desk.post(`${at((await events())[3])}/remove`, { scope: 'following' })
  await desk.post(`${at((await events())[0])}/remove`, { scope: 'all' })
  expect(await lines()).toEqual(['2026-12-09T12:00 ММ консультация'])
})

test('whole days, alone and in a series that has a last day', async () => {
  const { desk, base, at, events, lines } = await week()
  await desk.post(at(), { start: '2026-11-24', end: '2026-11-26' })
  expect((await events())[0]).toMatchObject({ allDay: true, start: '2026-11-24', end: '2026-11-26' })
  await desk.post(at(), { start: '2026-11-24T09:00', end: '2026-11-24T10:00' })
  expect(await lines()).toEqual(['2026-11-24T09:00 ММ консультация'])
  await desk.post(`${at()}/remove`)
  const rule = 'RRULE:FREQ=WEEKLY;UNTIL=20261209'
  await desk.post(`${base}/events`, { title: 'Отпуск ММ', start: '2026-11-25', end: '2026-11-26', rule })
  expect(await lines()).toEqual(['2026-11-25 Отпуск ММ', '2026-12-02 Отпуск ММ', '2026-12-09 Отпуск ММ'])
  const [, second] = await events()
  await desk.post(at(second), { rule: 'RRULE:FREQ=DAILY;UNTIL=20261203', scope: 'following' })
  expect(await lines()).toEqual(['2026-11-25 Отпуск ММ', '2026-12-02 Отпуск ММ', '2026-12-03 Отпуск ММ'])
})

test('a series of hours becomes a series of days, and back', async () => {
  const { desk, at, events, lines } = await weekly()
  await desk.post(at((await events())[1]), { start: '2026-12-01', end: '2026-12-02', scope: 'all' })
  expect((await lines()).slice(0, 2)).toEqual(['2026-11-24 ММ консультация', '2026-12-01 ММ консультация'])
  await desk.post(at((await events())[1]), { start: '2026-12-01T12:00', end: '2026-12-01T13:00', scope: 'all' })
  expect((await lines()).slice(0, 2)).toEqual(['2026-11-24T12:00 ММ консультация', '2026-12-01T12:00 ММ консультация'])
})

test('the rule belongs to the series', async () => {
  const { desk, at } = await weekly()
  expect(await desk.post(at(), { rule: 'RRULE:FREQ=DAILY', scope: 'one' })).toEqual({
    message: 'Повтор есть у серии: выберите «Это и следующие» или «Все события серии».',
  })
})

test('cut and pasted; copied without the marks', async () => {
  const { desk, at, lines } = await week()
  await desk.post(`${at()}/duplicate`, { start: '2026-11-25T10:00', withPrivate: false })
  await desk.post(`${at()}/cut`, { start: '2026-11-26T10:00' })
  expect(await lines()).toEqual(['2026-11-25T10:00 ММ консультация', '2026-11-26T10:00 ММ консультация'])
})

test('guests are invited, answer, and are taken off; Google’s letters are marked', async () => {
  const { desk, at, events } = await week()
  await desk.post(`${at()}/guests`, { invite: 'anna@example.net' })
  await desk.post(`${at()}/answer`, { guest: 'anna@example.net', answer: 'accepted' })
  expect((await events())[0]?.guests).toEqual([{ email: 'anna@example.net', answer: 'accepted' }])
  await desk.post(`${at()}/guests`, { uninvite: 'anna@example.net' })
  const letters = await desk.get<LetterLine[]>('/letters')
  expect(letters.map(({ subject, google }) => [subject.split(':')[0], google])).toEqual([
    ['Отменено', true],
    ['Приглашение', true],
  ])
  expect(await desk.post(`${at()}/guests`, { invite: 'анна' })).toEqual({ message: 'Это не адрес почты.' })
})

test('access: who may not write is told so in Russian, who may not read sees nothing', async () => {
  const { desk, base, at, lines } = await week()
  await desk.post(`${base}/access`, { email: stranger, role: 'reader' })
  const { access } = await desk.get<CalendarSetView>(`${base}/set`)
  expect(access.map(({ email, role }) => [email, role])).toEqual([
    [owner, 'owner'],
    [stranger, 'reader'],
    ['*', 'owner'],
  ])
  await desk.post('/user', { email: stranger })
  expect(await desk.post(at(), { title: 'х' })).toEqual({ message: 'У вас нет права менять события этого календаря.' })
  expect(await lines()).toHaveLength(1)
  await desk.post(`${base}/access`, { email: stranger, role: 'none' })
  expect(await lines()).toEqual([])
})

test('an event that Google refuses, a rule of Google’s', async () => {
  const { desk, base, at, events } = await week()
  await desk.post(`${at()}/refusal`, { code: 403 })
  expect((await events())[0]?.refusal).toBe(403)
  await desk.post(`${at()}/refusal`, { code: 0 })
  expect((await events())[0]?.refusal).toBe(0)
  await desk.post(`${base}/rules`, { foreignToken: 410 })
  expect((await desk.get<CalendarSetView>(`${base}/set`)).rules['foreignToken']).toBe(410)
  expect(await desk.post(`${base}/rules`, { foreignToken: 418 })).toEqual({ message: 'Такого правила нет.' })
})
