/** G3–G6, R1, R3: what consultants do in Google Calendar reaches the card within a tick, through the shipped bundle. */
import type { ExecutionRecord, World } from '../../emulator/world/types'
import { copy, discrepancies, drag, insert, openLines, remove, rename, restore, settle, tick } from '../fixtures/consultantHand'
import { completeClient, done, eventOf, morozova, nextTick, phoned } from '../fixtures/desk'
import { rowById, rowsOf, serialOf } from '../fixtures/register'
import { bookedWorld, check, settled } from '../fixtures/settledDesk'

/** The calls of the sync itself: from the calendar's list on, letters apart (docs/decisions/0001). */
function syncCalls({ calls }: ExecutionRecord): string[] {
  const leaving = calls.filter(({ leaves }) => leaves).map(({ name }) => name)
  const from = leaving.indexOf('Calendar.Events.list')
  const end = leaving.indexOf('Lock.release')
  return leaving.slice(from, end < 0 ? undefined : end + 1)
}

function obligations(world: World, dealId: number): unknown[] {
  return rowsOf(world, 'Контроль')
    .filter(({ cells }) => cells['№ сделки'] === dealId)
    .map(({ cells }) => cells['Обязательство'])
}

test('the sample calendar agrees with the register after the first sync; what cannot be read is listed', () => {
  const world = settled()
  expect(discrepancies(world).map(({ cells }) => cells['Событие'])).toEqual(['ЖЖ консультация, вт 24 ноября, 12:00'])
  check(world)
})

test('budgets: an idle sync makes two calls, one change six at most', () => {
  const { world, deal } = bookedWorld()
  expect(syncCalls(tick(world))).toEqual(['Calendar.Events.list', 'Sheets.batchUpdate'])
  drag(world, deal.eventId, '2026-11-25T15:00')
  expect(syncCalls(tick(world))).toEqual([
    'Calendar.Events.list',
    'Lock.acquire',
    'Sheets.Values.batchGet',
    'Sheets.Values.batchGet',
    'Sheets.batchUpdate',
    'Lock.release',
  ])
})

test('G5, R3: a dragged booking: the card follows, the first time stays, the client is written to, the reason is owed', () => {
  const { world, deal, row } = bookedWorld()
  const letters = world.state.letters.length
  drag(world, deal.eventId, '2026-11-25T15:00')
  nextTick(world)
  expect(row()['Начало']).toBeCloseTo(serialOf('2026-11-25T15:00'), 6)
  expect(world.state.letters).toHaveLength(letters)
  expect(row()['Назначено впервые на']).toBeCloseTo(serialOf(deal.start ?? ''), 6)
  expect(row()['Переносов']).toBe(1)
  expect(obligations(world, deal.id)).toContain('R1.reason')
  const line = rowsOf(world, 'Журнал').at(-1)?.cells
  expect([line?.['Кто'], line?.['Откуда'], line?.['Что']]).toEqual(['Google Календарь', 'календарь', 'calendar/moved'])
  nextTick(world)
  expect(world.state.letters.slice(letters).map(({ to, subject }) => [to, subject])).toEqual([
    [morozova, `Консультация перенесена: ср 25 ноября, 15:00, сделка № ${deal.id}`],
    [completeClient.email, 'Консультация перенесена: ср 25 ноября, 15:00'],
  ])
  check(world)
})

test('G5: several small moves do not add up to more than two working days: followed, flagged, the client not told yet', () => {
  const { world, deal, row } = bookedWorld()
  for (const day of ['25', '26', '27']) {
    drag(world, deal.eventId, `2026-11-${day}T11:00`)
    nextTick(world)
  }
  expect(row()['Начало']).toBeCloseTo(serialOf('2026-11-27T11:00'), 6)
  expect(openLines(world)).toContain(`limit:${deal.eventId}`)
  expect(obligations(world, deal.id)).toEqual(expect.arrayContaining(['G5.limit', 'R1.reason', 'A1.tell']))
  drag(world, deal.eventId, '2026-11-26T11:00')
  nextTick(world)
  expect(openLines(world)).not.toContain(`limit:${deal.eventId}`)
  expect(obligations(world, deal.id)).not.toContain('G5.limit')
  check(world)
})

test('a booking shortened: the end follows, nothing is owed', () => {
  const { world, deal, row } = bookedWorld()
  drag(world, deal.eventId, deal.start ?? '', '2026-11-24T11:45')
  nextTick(world)
  expect(row()['Конец']).toBeCloseTo(serialOf('2026-11-24T11:45'), 6)
  expect(obligations(world, deal.id)).not.toContain('R1.reason')
  check(world)
})

test.each([
  ['deleted', (world: World, id: string) => remove(world, id)],
  ['renamed to a free title', (world: World, id: string) => void rename(world, id, 'ММ консультация')],
])('G6: a booked event %s releases the deal; the office manager assigns anew', (_how, act) => {
  const { world, deal, row } = bookedWorld()
  act(world, deal.eventId)
  nextTick(world)
  expect([row()['Этап'], row()['Событие'], row()['Консультант']]).toEqual(['Принято в работу', null, null])
  expect(obligations(world, deal.id)).toContain('A1.assign')
  check(world)
})

test('an event deleted and restored is booked again, with topic, format and place as before', () => {
  const { world, deal, row } = bookedWorld()
  remove(world, deal.eventId)
  nextTick(world)
  restore(world, deal.eventId)
  nextTick(world)
  expect(row()).toMatchObject({ Этап: 'Консультация назначена', Событие: deal.eventId, Формат: 'очно', 'Место или ссылка': 'каб. 3' })
  check(world)
})

test('deleted after its start: the card keeps its time and is still to be filled', () => {
  const { world, deal, row } = bookedWorld()
  world.state.now = Date.parse('2026-11-24T13:00:00+03:00')
  remove(world, deal.eventId)
  nextTick(world)
  expect([row()['Этап'], row()['Событие']]).toEqual(['Консультация назначена', null])
  expect(row()['Начало']).toBeCloseTo(serialOf(deal.start ?? ''), 6)
  check(world)
})

test('G6: other initials in the title are a question; handed over, the consultant is told, the one before gets a plain note', () => {
  const { world, deal, row } = bookedWorld()
  const letters = world.state.letters.length
  rename(world, deal.eventId, 'ОП_АНО «Причал»')
  settle(world)
  expect(row()['Консультант']).toBe('ММ')
  expect(world.state.letters.length).toBe(letters)
  done(world, 'discrepancy/resolve', { key: `otherConsultant:${deal.eventId}`, outcome: 'handOver', reason: '', deal: null })
  settle(world)
  expect(row()['Консультант']).toBe('ОП')
  expect(
    world.state.letters
      .slice(letters)
      .map(({ to }) => to)
      .sort(),
  ).toEqual(['gg0@example.org', 'ub1@example.org', completeClient.email].sort())
  check(world)
})

test('T2: an external consultant by renaming, without a decision: the card stays, a person is asked', () => {
  const { world, deal, row } = bookedWorld()
  rename(world, deal.eventId, 'ПН_АНО «Причал»')
  nextTick(world)
  expect(row()['Консультант']).toBe('ММ')
  expect(openLines(world)).toContain(`cannotReassign:${deal.eventId}`)
  check(world)
})

test.each([
  ['a title that cannot be read', 'ММ консультацыя', 'bookedUnread'],
  ['another organisation', 'ММ_Фонд «Другой»', 'otherOrganisation'],
])('a booking renamed to %s: the card stays, a person is asked, and putting it right closes the line', (_what, title, kind) => {
  const { world, deal, row } = bookedWorld()
  rename(world, deal.eventId, title)
  nextTick(world)
  expect(row()['Этап']).toBe('Консультация назначена')
  expect(openLines(world)).toContain(`${kind}:${deal.eventId}`)
  rename(world, deal.eventId, 'ММ_Причал')
  nextTick(world)
  expect(openLines(world)).not.toContain(`${kind}:${deal.eventId}`)
  check(world)
})

test('a booking stretched over the whole day has no hours: a person is asked', () => {
  const { world, deal } = bookedWorld()
  drag(world, deal.eventId, '2026-11-25')
  nextTick(world)
  expect(openLines(world)).toContain(`bookedNoTime:${deal.eventId}`)
  check(world)
})

test('the consultant declines the invitation: a person is asked', () => {
  const { world, deal } = bookedWorld()
  const event = eventOf(world, deal.eventId)
  event.attendees = [{ email: 'GG0@example.org', responseStatus: 'declined' }]
  rename(world, deal.eventId, `${event.summary} `)
  nextTick(world)
  expect(openLines(world)).toContain(`declined:${deal.eventId}`)
})

describe('booked by hand (G3, I9)', () => {
  test('a free title renamed books the one open deal of the organisation, as people write it', () => {
    const world = settled()
    const { deal } = phoned(world, 'АРМОО «Круг рыбаков»')
    const slot = insert(world, 'ММ консультация', '2026-11-26T10:00', '2026-11-26T11:00')
    rename(world, slot.id, 'мм_круг_рыбаков')
    nextTick(world)
    expect(rowById(world, 'Сделки', deal.id)).toMatchObject({ Этап: 'Консультация назначена', Событие: slot.id, Консультант: 'ММ' })
    check(world)
  })

  test('several open deals: asked which; none: asked whether it is one; unsorted: asked to take it first', () => {
    const world = settled()
    phoned(world, 'Фонд «Север»')
    phoned(world, 'Фонд «Север»')
    const several = insert(world, 'ММ_Фонд «Север»', '2026-11-26T10:00', '2026-11-26T11:00')
    const none = insert(world, 'ММ_Фонд «Никто»', '2026-11-26T12:00', '2026-11-26T13:00')
    nextTick(world)
    expect(openLines(world)).toEqual(expect.arrayContaining([`several:${several.id}`, `unknownBooking:${none.id}`]))
    check(world)
  })

  test('time that the consultant has booked already is not booked twice', () => {
    const { world } = bookedWorld()
    const other = phoned(world, 'Фонд «Север»')
    const clash = insert(world, 'ММ_Фонд «Север»', '2026-11-24T11:30', '2026-11-24T12:30')
    nextTick(world)
    expect(rowById(world, 'Сделки', other.deal.id)['Этап']).toBe('Принято в работу')
    expect(openLines(world)).toContain(`overlap:${clash.id}`)
    check(world)
  })
})

describe('copies', () => {
  test.each([true, false])('a booked event duplicated (private properties: %s) books nothing twice', (withPrivate) => {
    const { world, deal } = bookedWorld()
    const twin = copy(world, deal.eventId, '2026-11-27T10:00', withPrivate)
    settle(world)
    expect(rowById(world, 'Сделки', deal.id)['Событие']).toBe(deal.eventId)
    expect(discrepancies(world).map(({ key }) => key)).toContain(`${withPrivate ? 'copy' : 'duplicate'}:${twin.id}`)
    check(world)
  })
})
