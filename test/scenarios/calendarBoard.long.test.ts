/** G1–G3, G7: the slot board, last week repeated, an hour held while on the phone, a consultation of 90 minutes over two slots. */
import type { Fault, World } from '../../emulator/world/types'
import type { FreeSlot, PageData } from '../../src/rpc/contract'
import { bookingProblems, insert, liveEvents, rename, settle } from '../fixtures/consultantHand'
import { deathFaults } from '../fixtures/deaths'
import { bookInput, call, deskWorld, director, done, morozova, phoned, refusal, request, run, slotsOf } from '../fixtures/desk'
import { registerEqualsJournal, rowById, serialOf } from '../fixtures/register'

function hours(world: World): string[] {
  return liveEvents(world)
    .filter(({ start, title }) => start.startsWith('2026-11-26') && title.startsWith('ММ'))
    .map(({ start, end, title }) => `${start.slice(11)}–${end.slice(11)} ${title}`)
}

describe('90 minutes over two adjoining slots', () => {
  function twoSlots() {
    const world = deskWorld()
    settle(world)
    insert(world, 'ММ консультация', '2026-11-26T10:00', '2026-11-26T11:00')
    insert(world, 'ММ консультация', '2026-11-26T11:00', '2026-11-26T12:00')
    const card = phoned(world, 'Фонд «Север»')
    const slot = slotsOf(world, 'ММ').find(({ start }) => start === '2026-11-26T10:00') as FreeSlot
    const { join, heldBy: _, ...ref } = slot
    const input = { ...bookInput(card, ref, { minutes: 90 }), join: join ?? null }
    return { world, card, input }
  }

  test('the first is booked longer, the second begins later; without it 90 minutes do not fit', () => {
    const { world, card, input } = twoSlots()
    expect(refusal(world, 'deal/book', { ...input, join: null })).toMatch(/не помещается/)
    const record = run(world, 'deal/book', input)
    expect(record.value).toMatchObject({ ok: true })
    expect(record.leavingCalls).toBe(7)
    expect(rowById(world, 'Сделки', card.deal.id)['Конец']).toBeCloseTo(serialOf('2026-11-26T11:30'), 6)
    expect(hours(world)).toEqual(['10:00–11:30 ММ_Фонд «Север»', '11:30–12:00 ММ консультация'])
    settle(world)
    expect(bookingProblems(world)).toEqual([])
  })

  test('two hours take the second slot whole', () => {
    const { world, input } = twoSlots()
    done(world, 'deal/book', { ...input, minutes: 120 })
    expect(hours(world)).toEqual(['10:00–12:00 ММ_Фонд «Север»'])
  })

  test('the second slot went to somebody meanwhile: refused, the first is free as before', () => {
    const { world, input } = twoSlots()
    rename(world, input.join?.eventId ?? '', 'ММ_Другой фонд')
    expect(call(world, 'deal/book', input)).toMatchObject({ ok: false, problem: { code: 'overlaps' } })
    expect(hours(world)).toEqual(['10:00–11:00 ММ консультация', '11:00–12:00 ММ_Другой фонд'])
  })

  test('the second slot becomes somebody’s booking before any of the calls: that booking stands', () => {
    const { world, input } = twoSlots()
    const booking = request('deal/book', { ...input, minutes: 120 })
    const names = world
      .fork()
      .invoke(booking)
      .calls.map(({ name }) => name)
    const taken = names.indexOf('Calendar.Events.delete')
    expect(taken).toBeGreaterThan(1)
    for (let at = 1; at <= taken + 1; at++) {
      const after = world.fork()
      const beforeCall = (n: number) => {
        if (n === at) rename(after, input.join?.eventId ?? '', 'ММ_Другой фонд')
      }
      expect(after.invoke(booking, [], { beforeCall }).value).toMatchObject({ ok: false })
      expect({ at, hours: hours(after) }).toEqual({ at, hours: ['10:00–11:00 ММ консультация', '11:00–12:00 ММ_Другой фонд'] })
    }
  })

  test('killed at any call: after the tick booked whole, or not at all', () => {
    const { world, card, input } = twoSlots()
    const whole = ['10:00–11:30 ММ_Фонд «Север»', '11:30–12:00 ММ консультация']
    const none = ['10:00–11:00 ММ консультация', '11:00–12:00 ММ консультация']
    for (const fault of deathFaults(run(world.fork(), 'deal/book', input).calls)) {
      const dying = world.fork()
      dying.invoke(request('deal/book', input), [fault])
      settle(dying)
      const isBooked = rowById(dying, 'Сделки', card.deal.id)['Этап'] === 'Консультация назначена'
      expect({ fault, hours: hours(dying) }).toEqual({ fault, hours: isBooked ? whole : none })
      registerEqualsJournal(dying)
    }
  })
})

describe('«держу»', () => {
  function heldWorld() {
    const world = deskWorld()
    settle(world)
    const slot = slotsOf(world, 'ММ')[0] as FreeSlot
    done(world, 'slot/hold', { eventId: slot.eventId, start: slot.start })
    return { world, slot }
  }

  test('others see who holds it and cannot book it; the holder can, and then nobody holds it; the list stays at two calls', () => {
    const { world, slot } = heldWorld()
    expect(slotsOf(world, 'ММ', director)[0]?.heldBy).toBe('Титова Оксана Дмитриевна')
    expect(slotsOf(world, 'ММ')[0]?.heldBy).toBeUndefined()
    const card = phoned(world, 'Фонд «Север»')
    expect(refusal(world, 'deal/book', bookInput(card, slot), director)).toMatch(/держит Титова/)
    expect(refusal(world, 'slot/hold', { eventId: slot.eventId, start: slot.start }, director)).toMatch(/держит Титова/)
    expect(run(world, 'slot/list', { topic: null, consultant: 'ММ', agreedWith: null, part: null, from: null }).leavingCalls).toBe(2)
    expect(run(world, 'deal/book', bookInput(card, slot)).leavingCalls).toBe(6)
    expect(done(world, 'slot/release', { eventId: 'x', start: slot.start }).holds).toEqual([])
  })

  test('it ends after ten minutes, and when it is released', () => {
    const { world, slot } = heldWorld()
    const later = world.fork()
    later.state.now += 10 * 60_000
    expect(slotsOf(later, 'ММ', director)[0]?.heldBy).toBeUndefined()
    done(world, 'slot/release', { eventId: slot.eventId, start: slot.start })
    expect(slotsOf(world, 'ММ', director)[0]?.heldBy).toBeUndefined()
  })
})

test('G1, G2, G7: the board counts hours offered and booked by consultant and week; two calls', () => {
  const world = deskWorld()
  insert(world, 'ММ консультация', '2026-12-01T10:00', '2026-12-01T12:00')
  insert(world, 'ММ_Фонд «Север»', '2026-12-02T16:00', '2026-12-02T17:00')
  const before = deskWorld()
  const record = run(world, 'slot/board', { weeks: 3 })
  expect(record.leavingCalls).toBe(2)
  const weekOf = (from: World) => done(from, 'slot/board', { weeks: 3 }).rows.find(({ initials }) => initials === 'ММ')?.weeks[1]
  const [was, is] = [weekOf(before), weekOf(world)]
  expect(is).toMatchObject({ monday: '2026-11-30', norm: 3, quota: 2, hasMorning: true, hasEvening: true })
  expect((is?.offered ?? 0) - (was?.offered ?? 0)).toBe(3)
  expect((is?.held ?? 0) - (was?.held ?? 0)).toBe(1)
  expect(
    done(world, 'slot/board', { weeks: 3 }, morozova)
      .rows.filter(({ mine }) => mine)
      .map(({ initials }) => initials),
  ).toEqual(['ММ'])
})

describe('the dialog «Доска слотов»', () => {
  function opened(world: World, faults: readonly Fault[] = []) {
    const record = world.invoke({ fn: 'openSlotBoard', entry: 'menu', user: morozova }, faults)
    const html = record.ui.map((effect) => ('html' in effect ? effect.html : '')).join('')
    const data = /id="desk-data">([\s\S]*?)<\/script>/.exec(html)?.[1] ?? ''
    return { record, page: JSON.parse(data) as PageData }
  }

  test('opens with the board inside the page, at the two calls that the board costs; of a booking only the organisation is told', () => {
    const world = deskWorld()
    insert(world, 'ММ_Фонд «Север»', '2026-11-26T16:00', '2026-11-26T17:00')
    const { record, page } = opened(world)
    expect(record.leavingCalls).toBe(2)
    expect(page.board).toEqual(done(world, 'slot/board', { weeks: 3 }, morozova))
    const row = page.board?.rows.find(({ mine }) => mine)
    expect(row?.weeks[0]?.days[3]?.events).toContainEqual({
      start: '2026-11-26T16:00',
      end: '2026-11-26T17:00',
      organisation: 'Фонд «Север»',
    })
  })

  test('a calendar that fails leaves a page that can ask again', () => {
    const world = deskWorld()
    const asked = opened(world.fork()).record.calls.filter(({ name }) => name.startsWith('Calendar.'))
    expect(asked).toHaveLength(1)
    const { page } = opened(world, [
      { at: asked[0]?.n ?? 0, kind: 'fail', message: 'API call to calendar.events.list failed with error: Forbidden' },
    ])
    expect([page.view, page.board]).toEqual(['slotBoard', null])
  })
})

test('«повторить прошлую неделю»: proposed first, written once, never over what stands there', () => {
  const world = deskWorld()
  const from = '2027-01-18'
  insert(world, 'ММ консультация', '2027-01-12T10:00', '2027-01-12T12:00')
  insert(world, 'ММ консультация', '2027-01-13T10:00', '2027-01-13T11:00')
  insert(world, 'ММ консультация', '2027-01-20T10:30', '2027-01-20T11:30')
  const input = { consultant: 'ММ', monday: from, apply: false }
  const proposed = done(world, 'slot/repeatWeek', input, morozova)
  expect(proposed).toMatchObject({ monday: from, written: 0 })
  expect(proposed.slots.map(({ start, why }) => [start, why])).toEqual([
    ['2027-01-19T10:00', ''],
    ['2027-01-20T10:00', 'в это время уже есть слот или запись'],
  ])
  expect(done(world, 'slot/repeatWeek', { ...input, apply: true }, morozova).written).toBe(1)
  expect(done(world, 'slot/repeatWeek', { ...input, apply: true }, morozova).written).toBe(0)
  expect(refusal(world, 'slot/repeatWeek', { ...input, consultant: 'ОП' }, morozova)).toMatch(/не позволяет/)
})
