/** G5, G6, R1, R2, I9, T2: moves and reassignment from the sidebar, decisions on discrepancies, an employee's own booking. */
import { stamp } from '../../src/domain/deal/comment'
import type { Input } from '../../src/rpc/contract'
import { bookingProblems, drag, insert, localNow, openLines, rename, settle } from '../fixtures/consultantHand'
import { deathFaults } from '../fixtures/deaths'
import {
  bookInput,
  call,
  completeClient,
  director,
  done,
  eventOf,
  morozova,
  nextTick,
  phoned,
  refusal,
  request,
  run,
  slotOf,
} from '../fixtures/desk'
import { bookedWorld, check, move, slotAt } from '../fixtures/movingDesk'
import { registerEqualsJournal, rowById, rowsOf, serialOf } from '../fixtures/register'

test('G5, R1: to a free slot: six calls and one for the rest; the next call of the page tells the client and frees the old event', () => {
  const { world, card, row } = bookedWorld()
  const record = run(world, 'deal/reschedule', move(world, card))
  expect(record.value).toMatchObject({ ok: true })
  expect(record.leavingCalls).toBe(7)
  expect(row()).toMatchObject({ 'Причина переноса': 'клиент заболел', Переносов: 1 })
  const note = `${stamp(localNow(world))}: перенесено с 24.11.2026 11:00 на 25.11.2026 16:00 — клиент заболел`
  expect(String(row()['Комментарии']).split('\n')).toContain(note)
  expect(row()['Начало']).toBeCloseTo(serialOf('2026-11-25T16:00'), 6)
  expect(record.value).toMatchObject({ value: { lettersWaiting: 3 } })
  expect(eventOf(world, card.deal.eventId).summary).toBe('ММ_АНО «Причал»')
  expect(done(world, 'outbox/send', {})).toMatchObject({ sent: 2, failed: 0, waiting: 0 })
  expect(eventOf(world, card.deal.eventId).summary).toBe('ММ консультация')
  check(world)
})

test('R1: with its event to any time: six calls; a clash, the limit and a missing reason are refused', () => {
  const { world, card, row } = bookedWorld()
  const at = { start: '2026-11-25T09:00', end: '2026-11-25T10:00', etag: eventOf(world, card.deal.eventId).etag }
  const moved = run(world.fork(), 'deal/reschedule', move(world, card, { slot: null, at }))
  expect([moved.value, moved.leavingCalls]).toMatchObject([{ ok: true }, 6])
  expect(run(world, 'deal/reschedule', move(world, card, { slot: null, at: { ...at, etag: null } })).leavingCalls).toBe(6)
  expect(row()['Начало']).toBeCloseTo(serialOf('2026-11-25T09:00'), 6)
  const { ref } = done(world, 'deal/open', { id: card.deal.id, row: null, clientId: null })
  const far = { start: '2026-11-27T10:00', end: '2026-11-27T11:00', etag: null }
  expect(refusal(world, 'deal/reschedule', { deal: ref, slot: null, at: far, reason: 'так' })).toMatch(/Дальше 2 рабочих дней .*\(G5\)/)
  expect(
    refusal(world, 'deal/reschedule', {
      deal: ref,
      slot: null,
      at: { ...far, start: '2026-11-26T10:00', end: '2026-11-26T11:00' },
      reason: '',
    }),
  ).toMatch(/R1/)
  check(world)
})

test('a consultant drags the event while the office moves it: the office is told, the drag is kept', () => {
  const { world, card, row } = bookedWorld()
  drag(world, card.deal.eventId, '2026-11-25T14:00')
  const at = { start: '2026-11-25T09:00', end: '2026-11-25T10:00', etag: null }
  expect(call(world, 'deal/reschedule', move(world, card, { slot: null, at }))).toMatchObject({
    ok: false,
    problem: { code: 'changedMeanwhile' },
  })
  nextTick(world)
  expect(row()['Начало']).toBeCloseTo(serialOf('2026-11-25T14:00'), 6)
  check(world)
})

test('G6: «не смогу провести», proposals of the topic, reassigned: one letter each, the old event goes', () => {
  const { world, card, row } = bookedWorld()
  const { ref } = done(world, 'deal/cannotHold', { deal: card.ref, reason: 'заболела' }, morozova)
  expect(rowsOf(world, 'Контроль').map(({ cells }) => cells['Обязательство'])).toContain('G6.reassign')
  const list = run(world, 'slot/forReassign', { deal: ref })
  expect(list.leavingCalls).toBe(2)
  expect(JSON.stringify(list.value)).toContain('"initials":"ОП"')
  expect(JSON.stringify(list.value)).not.toContain('"initials":"ММ"')
  const letters = rowsOf(world, 'Исходящие').length
  const record = run(world, 'deal/reassign', {
    deal: ref,
    consultant: 'ОП',
    slot: slotAt(world, 'ОП', '2026-11-25T12'),
    reason: 'заболела',
  })
  expect(record.value).toMatchObject({ ok: true })
  expect(record.leavingCalls).toBe(6)
  expect(row()).toMatchObject({ Консультант: 'ОП', 'Не может провести': null })
  done(world, 'outbox/send', {})
  expect(eventOf(world, card.deal.eventId).status).toBe('cancelled')
  const sent = rowsOf(world, 'Исходящие').slice(letters)
  const to = sent.filter(({ cells }) => cells['Вид'] === 'известие').map(({ cells }) => cells['Кому'])
  expect(to.sort()).toEqual(['gg0@example.org', 'ub1@example.org', completeClient.email].sort())
  check(world)
})

test.each(['deal/reschedule', 'deal/reassign'] as const)(
  '%s killed at any call: after the tick one event, one deal, the same consultant in both',
  (method) => {
    const { world, card } = bookedWorld()
    const reassign = { deal: card.ref, consultant: 'ОП', slot: slotAt(world, 'ОП', '2026-11-25T12'), reason: 'заболела' }
    const input = method === 'deal/reschedule' ? move(world, card) : reassign
    for (const fault of deathFaults(run(world.fork(), method, input).calls)) {
      const dying = world.fork()
      dying.invoke(request(method, input), [fault])
      settle(dying)
      settle(dying)
      expect({ fault, problems: bookingProblems(dying) }).toEqual({ fault, problems: [] })
      expect({ fault, open: openLines(dying).filter((key) => !key.startsWith('unread')) }).toEqual({ fault, open: [] })
      registerEqualsJournal(dying)
    }
  },
)

describe('decisions on discrepancies', () => {
  function movedTooFar() {
    const made = bookedWorld()
    drag(made.world, made.card.deal.eventId, '2026-11-30T11:00')
    nextTick(made.world)
    const key = `limit:${made.card.deal.eventId}`
    expect(openLines(made.world)).toContain(key)
    return { ...made, key }
  }

  test('«вернуть»: card and event stand at the first assigned time', () => {
    const { world, card, row, key } = movedTooFar()
    done(world, 'discrepancy/resolve', { key, outcome: 'putBack', reason: '', deal: null })
    expect(row()['Начало']).toBeCloseTo(serialOf(card.deal.start ?? ''), 6)
    expect(openLines(world)).not.toContain(key)
    check(world)
  })

  test('«принять с причиной» needs one; the two days count from the accepted time', () => {
    const { world, row, key } = movedTooFar()
    expect(refusal(world, 'discrepancy/resolve', { key, outcome: 'accept', reason: '', deal: null })).toMatch(/R1/)
    done(world, 'discrepancy/resolve', { key, outcome: 'accept', reason: 'клиент в отъезде', deal: null })
    expect(row()['Причина переноса']).toBe('клиент в отъезде')
    expect(rowsOf(world, 'Контроль').map(({ cells }) => cells['Обязательство'])).not.toContain('G5.limit')
    check(world)
  })

  test('«переназначить» opens the reassignment', () => {
    const { world, key } = movedTooFar()
    done(world, 'discrepancy/resolve', { key, outcome: 'reassign', reason: 'нет времени', deal: null })
    expect(rowsOf(world, 'Контроль').map(({ cells }) => cells['Обязательство'])).toContain('G6.reassign')
    check(world)
  })

  test('a title is mended by its own consultant, and by nobody else of them', () => {
    const { world } = bookedWorld()
    const wrong = insert(world, 'ММ консультацыя', '2026-11-26T10:00', '2026-11-26T11:00')
    nextTick(world)
    const input = { key: `unread:${wrong.id}`, outcome: 'repair', reason: '', deal: null } as const
    expect(refusal(world, 'discrepancy/resolve', input, 'ph9@example.org')).toMatch(/не позволяет/)
    done(world, 'discrepancy/resolve', input, morozova)
    expect(eventOf(world, wrong.id).summary).toBe('ММ консультация')
    check(world)
  })

  test('«записать на сделку»: the deal that a person chooses among several', () => {
    const { world } = bookedWorld()
    phoned(world, 'Фонд «Север»')
    const second = phoned(world, 'Фонд «Север»')
    const event = insert(world, 'ММ_Фонд «Север»', '2026-11-26T10:00', '2026-11-26T11:00')
    nextTick(world)
    expect(done(world, 'discrepancy/list', {}).items.map(({ key }) => key)).toContain(`several:${event.id}`)
    done(world, 'discrepancy/resolve', { key: `several:${event.id}`, outcome: 'link', reason: '', deal: second.ref })
    expect(rowById(world, 'Сделки', second.deal.id)).toMatchObject({ Этап: 'Консультация назначена', Событие: event.id })
    check(world)
  })
})

test('R1: the reason of a move in the calendar is noted afterwards', () => {
  const { world, card } = bookedWorld()
  drag(world, card.deal.eventId, '2026-11-25T14:00')
  nextTick(world)
  const { ref } = done(world, 'deal/open', { id: card.deal.id, row: null, clientId: null })
  done(world, 'deal/reason', { deal: ref, reason: 'клиент просил' }, morozova)
  expect(rowsOf(world, 'Контроль').map(({ cells }) => cells['Обязательство'])).not.toContain('R1.reason')
  check(world)
})

describe('I9: an employee books for himself', () => {
  const own = (part: Partial<Input<'deal/bookOwn'>>): Input<'deal/bookOwn'> => ({
    clientId: null,
    client: { ...completeClient, organisation: 'Фонд «Берег»' },
    consultant: 'ММ',
    topic: 10,
    request: 'Отчёт',
    format: 'phone',
    place: '',
    slot: null,
    at: { start: '2026-11-26T10:00', end: '2026-11-26T11:00' },
    ...part,
  })

  test('with an event of its own, six calls; a chosen free slot; a clash and another consultant are refused', () => {
    const { world } = bookedWorld()
    const record = run(world, 'deal/bookOwn', own({}), morozova)
    expect(record.value).toMatchObject({ ok: true, value: { card: { deal: { stage: 'assigned', channel: 'phoneStaff' } } } })
    expect(record.leavingCalls).toBe(6)
    expect(refusal(world, 'deal/bookOwn', own({}), morozova)).toMatch(/уже стоит консультация/)
    expect(refusal(world, 'deal/bookOwn', own({ consultant: 'ОП' }), morozova)).toMatch(/не позволяет/)
    done(world, 'deal/bookOwn', own({ at: null, slot: slotAt(world, 'ММ', '2026-11-25T16') }), morozova)
    check(world)
  })

  test('what was booked by hand becomes a deal, and its line is closed', () => {
    const { world } = bookedWorld()
    const event = insert(world, 'ММ_Фонд «Берег»', '2026-11-26T12:00', '2026-11-26T13:00')
    nextTick(world)
    const times = { start: '2026-11-26T12:00', end: '2026-11-26T13:00' }
    const slot = { eventId: event.id, etag: eventOf(world, event.id).etag, ...times, event: times }
    done(world, 'deal/bookOwn', own({ at: null, slot }), morozova)
    nextTick(world)
    expect(openLines(world)).not.toContain(`unknownBooking:${event.id}`)
    check(world)
  })
})

test('T2: a consultation is handed to an external consultant only after a decision', () => {
  const { world, card, row } = bookedWorld()
  insert(world, 'ПН консультация', '2026-11-26T10:00', '2026-11-26T11:00')
  const handing = { deal: card.ref, consultant: 'ПН', slot: slotAt(world, 'ПН', '2026-11-26T10'), reason: 'заболела' }
  expect(call(world, 'deal/reassign', handing, director)).toMatchObject({ ok: false, problem: { code: 'externalDecisionNeeded' } })
  expect(row()['Консультант']).toBe('ММ')
})

test('T2: an external consultant is booked only after the decision of the director or of the project’s manager', () => {
  const { world } = bookedWorld()
  insert(world, 'ПН консультация', '2026-11-26T10:00', '2026-11-26T11:00')
  const card = phoned(world, 'Фонд «Север»')
  const input = { ...bookInput(card, slotOf(world, 'ПН', '2026-11-26')), consultant: 'ПН' }
  expect(refusal(world, 'deal/book', input)).toMatch(/T2/)
  expect(refusal(world, 'deal/decideExternal', { deal: card.ref, decision: 'allow', project: null })).toMatch(/не позволяет/)
  expect(refusal(world, 'deal/decideExternal', { deal: card.ref, decision: 'allow', project: null }, director)).toMatch(/укажите проект/)
  const decision = { deal: card.ref, decision: 'allow', project: 'Ресурсный центр НКО' } as const
  const { ref } = done(world, 'deal/decideExternal', decision, director)
  const { card: booked } = done(world, 'deal/book', { ...input, deal: ref })
  expect(booked.deal.consultant).toBe('ПН')
  expect(eventOf(world, booked.deal.eventId).summary).toBe('ПН_Фонд «Север»')
  check(world)
})

test('a booking renamed by hand while the office moves it on: the office decides who holds it, and the register is what the calendar says in the end', () => {
  const { world, card, row } = bookedWorld()
  rename(world, card.deal.eventId, 'ОП_Причал')
  drag(world, card.deal.eventId, '2026-11-25T12:00')
  nextTick(world)
  expect(row()['Консультант']).toBe('ММ')
  done(world, 'discrepancy/resolve', { key: `otherConsultant:${card.deal.eventId}`, outcome: 'handOver', reason: '', deal: null })
  nextTick(world)
  expect(row()['Консультант']).toBe('ОП')
  expect(row()['Начало']).toBeCloseTo(serialOf('2026-11-25T12:00'), 6)
  check(world)
})
