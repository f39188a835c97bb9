/** The slot board for the gallery: a full office, long names, a holiday, nobody's slots. */

import { lists } from './galleryDesk.mjs'

const boardDay = (date, events, more = {}) => ({
  date,
  events: events.map(([from, to, organisation = '']) => ({ start: `${date}T${from}`, end: `${date}T${to}`, organisation })),
  isWorking: true,
  absent: '',
  ...more,
})
const boardWeek = (monday, byDay, more = {}) => {
  const day = (at) => new Date(Date.parse(`${monday}T00:00Z`) + at * 86_400_000).toISOString().slice(0, 10)
  const events = Object.values(byDay).flat()
  const booked = events.filter(([, , organisation]) => organisation)
  return {
    monday,
    offered: events.reduce((sum, [from, to]) => sum + Number(to.slice(0, 2)) - Number(from.slice(0, 2)), 0),
    norm: 3,
    booked: booked.length,
    held: booked.length,
    quota: 2,
    hasMorning: events.some(([from]) => from < '12:00'),
    hasEvening: events.some(([from]) => from >= '16:00'),
    days: Array.from({ length: 7 }, (_, at) =>
      boardDay(day(at), byDay[at] ?? [], { isWorking: at < 5, absent: more.away?.includes(at) ? 'отпуск' : '' }),
    ),
    ...more,
  }
}
const mondays = ['2026-11-23', '2026-11-30', '2026-12-07']
const boardRow = (at, weeks, more = {}) => ({
  initials: lists.consultants[at].initials,
  name: lists.consultants[at].name,
  external: lists.consultants[at].external,
  mine: false,
  weeks: mondays.map((monday, week) => boardWeek(monday, weeks[week] ?? {}, more)),
  ...more,
})
const busyWeeks = [
  {
    0: [
      ['10:00', '12:00'],
      ['16:00', '17:00', 'АНО «Маяк»'],
    ],
    2: [
      ['11:00', '12:00', 'Межрегиональная общественная организация поддержки семьи «Тёплый дом»'],
      ['12:00', '13:30'],
    ],
    4: [['09:00', '10:00', 'Фонд «Поморье»']],
  },
  { 1: [['10:00', '12:00']], 3: [['17:00', '18:00']] },
  { 1: [['10:00', '11:00', 'ТОС «Заостровье»']] },
]
export const board = {
  from: '2026-11-23',
  rows: [
    boardRow(0, busyWeeks),
    boardRow(1, [{ 1: [['14:00', '15:00']] }, {}, { 2: [['10:00', '13:00']] }], { away: [3, 4] }),
    boardRow(2, [
      {
        2: [
          ['14:00', '15:00', 'МБУ «Культурный центр «Соломбала-Арт»'],
          ['15:00', '18:00'],
        ],
      },
      { 5: [['10:00', '12:00']], 0: [['13:00', '14:00']] },
      {},
    ]),
    boardRow(3, [{ 3: [['18:00', '19:00']] }], { norm: 0, quota: 0 }),
  ],
}
export const emptyBoard = { ...board, rows: board.rows.map((row) => ({ ...row, weeks: mondays.map((monday) => boardWeek(monday, {})) })) }
export const ownBoard = { ...board, rows: board.rows.map((row, at) => ({ ...row, mine: at === 0 })) }
export const consultant = { email: 'morozova@centre.ru', name: 'Морозова Мария Игоревна', initials: 'ММ', roles: ['consultant'] }
export const proposal = {
  monday: '2026-11-30',
  written: 0,
  slots: [
    { start: '2026-11-30T10:00', end: '2026-11-30T12:00', why: '' },
    { start: '2026-11-30T16:00', end: '2026-11-30T17:00', why: '' },
    { start: '2026-12-02T11:00', end: '2026-12-02T12:00', why: 'в это время уже есть слот или запись' },
    { start: '2026-12-04T09:00', end: '2026-12-04T10:00', why: 'выходной день' },
  ],
}
