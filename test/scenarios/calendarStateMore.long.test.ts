/** More of what was found by public bug reports: what stands on an event, lines that go with their cause, names and ways back. */
import type { World } from '../../emulator/world/types'
import { drag, insert, invite, liveEvents, note, openLines, remove, rename, restore, settle } from '../fixtures/consultantHand'
import { booked, bookInput, call, done, eventOf, office, phoned, refusal, sheet, slotOf } from '../fixtures/desk'
import { rowById, serialOf } from '../fixtures/register'
import { bookedWorld, check, duties, settled, subjects, toClient, told } from '../fixtures/settledDesk'
import { filled, move, setClock } from '../fixtures/stages'

describe('row 22: what stands on an event besides its title', () => {
  const dress = (world: World, id: string) => {
    invite(world, id, 'client@example.com')
    note(world, id, { description: 'личное дело клиента', location: 'у клиента', colorId: '5' })
  }
  const extras = ({ attendees, description, location, colorId }: ReturnType<typeof eventOf>) =>
    [attendees, description, location, colorId].filter((one) => one !== undefined)
  const standing = (world: World, title: string) =>
    liveEvents(world)
      .filter((event) => event.title === title)
      .map(({ id }) => eventOf(world, id.split('_')[0] === id ? id : id))

  test('released: the next client’s hour is a clean one', () => {
    const { world, deal } = bookedWorld()
    dress(world, deal.eventId)
    settle(world)
    const { ref } = done(world, 'deal/open', { id: deal.id, row: null, clientId: null })
    done(world, 'deal/move', { deal: ref, to: 'accepted', reason: 'клиент отказался', fields: {} })
    done(world, 'outbox/send', {})
    settle(world)
    const next = slotOf(world, 'ММ', deal.start ?? '')
    expect(next.start).toBe(deal.start)
    const card = phoned(world, 'Фонд «Север»')
    const { card: after } = done(world, 'deal/book', bookInput(card, next))
    expect(eventOf(world, after.deal.eventId)).toMatchObject({ summary: 'ММ_Фонд «Север»' })
    expect(extras(eventOf(world, after.deal.eventId))).toEqual([])
    check(world)
  })

  test('moved to another slot: guests and notes go along, the old hour is clean', () => {
    const { world, deal } = bookedWorld()
    dress(world, deal.eventId)
    settle(world)
    const { ref } = done(world, 'deal/open', { id: deal.id, row: null, clientId: null })
    insert(world, 'ММ консультация', '2026-11-25T16:00', '2026-11-25T17:00')
    const { minutes: _, ...slot } = slotOf(world, 'ММ', '2026-11-25')
    const { card } = done(world, 'deal/reschedule', { deal: ref, slot, at: null, reason: 'клиент просил' })
    done(world, 'outbox/send', {})
    settle(world)
    expect(eventOf(world, card.deal.eventId)).toMatchObject({ description: 'личное дело клиента', location: 'у клиента' })
    expect(standing(world, 'ММ консультация').filter(({ description }) => description !== undefined)).toEqual([])
    check(world)
  })
})

describe('row 25: a line goes when its cause goes, whichever of the two moved', () => {
  test('B dragged onto A: not followed; then A moves away: B follows', () => {
    const { world, deal: a } = bookedWorld()
    const b = booked(world, 'Фонд «Север»').deal
    settle(world)
    drag(world, b.eventId, a.start ?? '')
    settle(world)
    expect(told(world, 'cannotMove').join()).toContain(`№ ${a.id}`)
    drag(world, a.eventId, '2026-11-25T16:00')
    settle(world)
    expect(told(world, 'cannotMove')).toEqual([])
    expect(rowById(world, 'Сделки', b.id)['Начало']).toBeCloseTo(serialOf(a.start ?? ''), 6)
    check(world)
  })
})

test('row 28: deleted before its start, seen after it: judged by the event’s own time', () => {
  const { world, deal, row } = bookedWorld()
  world.advanceTo(Date.parse('2026-11-24T10:50:00+03:00'))
  world.state.now = Date.parse('2026-11-24T10:54:00+03:00')
  remove(world, deal.eventId)
  world.advanceTo(Date.parse('2026-11-24T11:15:00+03:00'))
  expect(row()['Этап']).toBe('Принято в работу')
})

test('rows «seen on the way»: an hour that has begun, and three hours renamed by hand, are asked about', () => {
  const world = settled()
  phoned(world, 'АНО «Причал»')
  insert(world, 'СБ_АНО «Причал»', '2026-11-25T09:00', '2026-11-25T12:00')
  settle(world)
  expect(told(world, 'cannotBook').join()).toContain('Длится 3 часа')
})

test('«all events» of a series renamed to a booking: one line for the series', () => {
  const world = settled()
  phoned(world, 'АНО «Причал»')
  const series = insert(world, 'СБ консультация', '2026-11-25T13:00', '2026-11-25T14:00', ['RRULE:FREQ=WEEKLY;COUNT=4'])
  settle(world)
  rename(world, series.id, 'СБ_АНО «Причал»')
  settle(world)
  expect(openLines(world).filter((key) => key.startsWith('duplicate'))).toEqual([`duplicate:${series.id}`])
})

test('F3, G5: given back and booked again with the same consultant: the first time counts on', () => {
  const { world, deal } = bookedWorld()
  const { ref } = done(world, 'deal/open', { id: deal.id, row: null, clientId: null })
  done(world, 'deal/move', { deal: ref, to: 'accepted', reason: 'клиент просил', fields: {} })
  settle(world)
  const fresh = done(world, 'deal/open', { id: deal.id, row: null, clientId: null })
  const far = bookInput(fresh, slotOf(world, 'ММ', '2026-11-30'))
  expect(refusal(world, 'deal/book', far)).toMatch(/G5/)
  const after = done(world, 'deal/book', { ...far, overrideReason: 'клиент попросил другое время' }).card.deal
  expect(after.firstStart).toBe(after.start)
})

test('F14, G6: renamed to a colleague: the office decides, nobody is told before', () => {
  const { world, deal, row } = bookedWorld()
  const letters = world.state.letters.length
  rename(world, deal.eventId, 'ОП_АНО «Причал»')
  settle(world)
  expect(row()['Консультант']).toBe('ММ')
  expect(subjects(world, letters).filter((one) => /Консультация/.test(one))).toEqual([])
  expect(duties(world, deal.id)).toContain('G6.decide')
  done(world, 'discrepancy/resolve', { key: `otherConsultant:${deal.eventId}`, outcome: 'handOver', reason: '', deal: null })
  done(world, 'outbox/send', {})
  settle(world)
  expect(row()['Консультант']).toBe('ОП')
  expect(toClient(world, letters)).toHaveLength(1)
  expect(openLines(world).filter((key) => key.startsWith('otherConsultant'))).toEqual([])
  check(world)
})

test('V4: «вернуть как было» to an hour that is another’s by now is refused', () => {
  const { world, deal } = bookedWorld()
  drag(world, deal.eventId, '2026-12-02T11:00')
  settle(world)
  insert(world, 'ММ консультация', deal.start ?? '', deal.end ?? '')
  settle(world)
  const card = phoned(world, 'Фонд «Север»')
  done(world, 'deal/book', bookInput(card, slotOf(world, 'ММ', deal.start ?? '')))
  settle(world)
  const answer = call(world, 'discrepancy/resolve', { key: `limit:${deal.eventId}`, outcome: 'putBack', reason: '', deal: null })
  expect(answer.ok).toBe(false)
})

test('V6: a corrected organisation renames the event, and the old hour is freed by the mark', () => {
  const { world, deal } = bookedWorld()
  const open = done(world, 'deal/open', { id: deal.id, row: null, clientId: deal.clientId })
  done(world, 'client/fill', { deal: open.ref, fields: { organisation: 'АНО «Пристань»' } })
  expect(eventOf(world, deal.eventId).summary).toBe('ММ_АНО «Пристань»')
  settle(world)
  expect(openLines(world).filter((key) => key.startsWith('otherOrganisation'))).toEqual([])
  const { ref } = done(world, 'deal/open', { id: deal.id, row: null, clientId: deal.clientId })
  insert(world, 'ММ консультация', '2026-11-25T16:00', '2026-11-25T17:00')
  const { minutes: _, ...slot } = slotOf(world, 'ММ', '2026-11-25')
  done(world, 'deal/reschedule', { deal: ref, slot, at: null, reason: 'клиент просил' }, office)
  done(world, 'outbox/send', {})
  expect(eventOf(world, deal.eventId).summary).toBe('ММ консультация')
  settle(world)
  check(world)
})

test('16b: restored from the bin: booked as before, whatever the card lacks today', () => {
  const { world, deal, row } = bookedWorld()
  remove(world, deal.eventId)
  settle(world)
  expect(row()['Этап']).toBe('Принято в работу')
  const required = sheet(world, 'Обязательные поля')
  required.cells = [...required.cells.filter((cells) => cells != null), ['Клиент', 'Заявка', 'Мессенджер', '', 'I4']]
  restore(world, deal.eventId)
  settle(world)
  expect(row()['Этап']).toBe('Консультация назначена')
})

test('stories 32 and 41: dragged to a day off, then put down as held: the event ahead is asked about, and freed by a button', () => {
  const { world, deal } = bookedWorld()
  settle(world)
  drag(world, deal.eventId, '2026-11-28T16:00', '2026-11-28T17:00')
  settle(world)
  expect(told(world, 'cannotMove')).toHaveLength(1)
  setClock(world, '2026-11-26T12:00')
  const card = done(world, 'deal/open', { id: deal.id, row: null, clientId: null })
  move(world, card, 'held', { fields: filled })
  settle(world)
  expect(told(world, 'cannotMove')).toEqual([])
  expect(told(world, 'heldAhead').join()).toContain(`№ ${deal.id}, уже проведена`)
  expect(eventOf(world, deal.eventId).summary).toMatch(/^ММ_/)
  const [line] = done(world, 'discrepancy/list', {}, office).items.filter(({ dealId }) => dealId === deal.id)
  expect(line?.outcomes.map(({ value }) => value)).toEqual(['free', 'ignore'])
  done(world, 'discrepancy/resolve', { key: line?.key ?? '', outcome: 'free', reason: '', deal: null })
  settle(world)
  expect(eventOf(world, deal.eventId).summary).toBe('ММ консультация')
  expect(told(world, 'heldAhead')).toEqual([])
  check(world)
})
