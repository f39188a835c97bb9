/** «Отметить слоты»: taps are kept, saved in portions, named where they are overtaken, and taken back. */

import type { GridDay, GridHour, GridWeek } from '../../src/domain/calendar/grid/ownGrid'
import { addDays } from '../../src/domain/time/localTime'
import type { OwnSlots, OwnSlotsMarked } from '../../src/rpc/calendarContract'
import type { Input, PageData } from '../../src/rpc/contract'
import { memoryDrafts } from '../../src/sidebar/models/page/drafts'
import { createMarksModel } from '../../src/sidebar/models/pocket/marks'
import { weekLook } from '../../src/sidebar/models/pocket/weekLook'
import { accepted, type Handlers } from '../../src/sidebar/transports/memoryTransport'
import { benchWith, held, pageData, settled } from './pageBuilder'

const consultant: PageData = { ...pageData, me: { ...pageData.me, initials: 'ММ', roles: ['consultant'] } }
const hour = (from: number, date = '2026-11-24') => ({
  start: `${date}T${String(from).padStart(2, '0')}:00`,
  end: `${date}T${String(from + 1).padStart(2, '0')}:00`,
})
const slot = (from: number, kind: GridHour['kind'] = 'free', date = '2026-11-24'): GridHour => ({
  ...hour(from, date),
  kind,
  what: '',
  counts: true,
})

function dayOf(date: string, hours: readonly GridHour[]): GridDay {
  const own = hours.filter(({ start }) => start.startsWith(date))
  return {
    date,
    from: `${date}T09:00`,
    until: `${date}T18:00`,
    off: [6, 7].includes(new Date(`${date}T12:00Z`).getUTCDay() || 7) ? 'выходной' : '',
    hours: own,
  }
}
function gridOf(...hours: GridHour[]): OwnSlots {
  const weeks = ['2026-11-23', '2026-11-30'].map(
    (monday): GridWeek => ({ monday, norm: 3, days: Array.from({ length: 7 }, (_, at) => dayOf(addDays(monday, at), hours)) }),
  )
  return { weeks, before: [hour(10, '2026-11-17')] }
}
const marked = (part: Partial<OwnSlotsMarked>): OwnSlotsMarked => ({
  grid: gridOf(),
  offered: [],
  taken: [],
  refused: [],
  left: { offer: [], take: [] },
  ...part,
})

function marksWith(handlers: Handlers, drafts = memoryDrafts()) {
  const bench = benchWith({ 'slot/own': () => accepted(gridOf(slot(10), slot(12, 'booked'))), ...handlers }, consultant, drafts)
  const saved: string[] = []
  return { ...bench, saved, model: createMarksModel(bench.page, () => saved.push('saved')) }
}

it('a tap waits, the same tap again is none; it is there again after a reload', async () => {
  const { model, drafts } = marksWith({})
  await model.load()
  model.tap('offer', hour(15))
  model.tap('take', slot(10))
  expect(model.taps.value).toEqual({ offer: [hour(15)], take: [hour(10)] })
  expect(marksWith({}, drafts).model.count.value).toBe(2)
  model.tap('offer', hour(15))
  expect(model.count.value).toBe(1)
})

it('what was kept and is no tap is nothing', () => {
  const drafts = memoryDrafts()
  drafts.write('marks', { offer: 'everything' })
  expect(marksWith({}, drafts).model.taps.value).toEqual({ offer: [], take: [] })
})

it('a tap that the calendar has overtaken goes, by name; one that stands already is no news', async () => {
  const { model, server } = marksWith({})
  await model.load()
  model.tap('offer', hour(15))
  model.tap('offer', hour(16))
  model.tap('take', slot(10))
  server.answer({ 'slot/own': () => accepted(gridOf(slot(10, 'booked'), slot(15))) })
  await model.load()
  expect(model.taps.value).toEqual({ offer: [hour(16)], take: [] })
  expect(model.refused.value).toMatchObject([{ start: '2026-11-24T10:00', why: 'на этот час уже записан клиент' }])
})

it('one press, as many requests as it takes; what was done is told together and taken back by one press', async () => {
  const asked: Input<'slot/mark'>[] = []
  const answers = [
    marked({ offered: [hour(15)], left: { offer: [hour(16)], take: [] } }),
    marked({ offered: [hour(16)], refused: [{ ...hour(17), why: 'в это время уже есть слот или запись' }] }),
    marked({ taken: [hour(15), hour(16)] }),
  ]
  const { model, saved, page } = marksWith({
    'slot/mark': (input) => {
      asked.push(input)
      return accepted(answers[asked.length - 1] as OwnSlotsMarked)
    },
  })
  await model.load()
  for (const from of [15, 16, 17]) model.tap('offer', hour(from))
  await model.save()
  expect(asked.map(({ offer }) => offer.length)).toEqual([3, 1])
  expect(model.done.value).toEqual({ offer: [hour(15), hour(16)], take: [] })
  expect(model.refused.value).toHaveLength(1)
  expect([model.count.value, model.progress.value, saved, page.live.value]).toEqual([0, '', ['saved'], 'Предложено 2 часа'])
  await model.undo()
  expect(asked[2]).toEqual({ offer: [], take: [hour(15), hour(16)] })
})

it('no answer: nothing is forgotten, the same press goes on', async () => {
  const { model, server } = marksWith({})
  await model.load()
  model.tap('offer', hour(15))
  await model.save()
  expect([model.caller.trouble.value === null, model.count.value, model.progress.value, model.done.value]).toEqual([false, 1, '', null])
  server.answer({ 'slot/mark': () => accepted(marked({ offered: [hour(15)] })) })
  await model.save()
  expect(server.keys.filter((key) => key !== '').length).toBeGreaterThan(0)
  expect([model.caller.trouble.value, model.count.value]).toEqual([null, 0])
})

it('where nothing comes on any more, it ends', async () => {
  const { model, server } = marksWith({ 'slot/mark': ({ offer, take }) => accepted(marked({ left: { offer, take } })) })
  await model.load()
  model.tap('offer', hour(15))
  await model.save()
  expect(server.calls.filter(({ method }) => method === 'slot/mark')).toHaveLength(1)
  expect([model.count.value, model.progress.value, model.done.value]).toEqual([1, '', null])
})

it('while it is being saved nothing is tapped, and it is not saved twice', async () => {
  const slow = held<'slot/mark'>()
  const { model, server } = marksWith({ 'slot/mark': () => slow.promise })
  await model.load()
  model.tap('offer', hour(15))
  void model.save()
  void model.save()
  model.tap('offer', hour(16))
  await settled()
  expect([server.calls.filter(({ method }) => method === 'slot/mark').length, model.count.value]).toEqual([1, 1])
})

it('«Как на прошлой неделе»: of the week before, with the taps; what it adds waits to be saved', async () => {
  const { model } = marksWith({})
  await model.load()
  model.tap('offer', hour(15, '2026-11-26'))
  expect(model.likeLast('2026-11-23')).toEqual([])
  expect(model.likeLast('2026-11-30').map(({ start }) => start)).toEqual(['2026-12-01T10:00', '2026-12-01T12:00', '2026-12-03T15:00'])
  model.repeat('2026-11-30')
  expect(model.count.value).toBe(4)
})

it('a week as rows: what stands, what is tapped, what is open; a longer booking goes on below', () => {
  const { weeks } = gridOf(slot(10), { ...slot(12, 'booked'), end: '2026-11-24T13:30' })
  const [week] = weeks
  if (week === undefined) throw new Error('no week')
  const { rows, isOver } = weekLook(week, { offer: [hour(15)], take: [hour(10)] }, '2026-11-24T11:30')
  expect([rows.length, isOver]).toEqual([9, false])
  expect(rows.map(({ cells }) => cells[1]?.map(({ kind, tap }) => `${kind} ${tap}`).join())).toEqual([
    '',
    'take take',
    '',
    'booked null',
    'booked null',
    'open offer',
    'offer offer',
    'open offer',
    'open offer',
  ])
  expect(weekLook(week, { offer: [], take: [] }, '2026-11-28T09:00').isOver).toBe(true)
})
