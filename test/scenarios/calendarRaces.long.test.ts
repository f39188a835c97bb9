/** Two office managers, a consultant dragging in the calendar, and the tick, interleaved at service calls: nothing lost, nobody booked twice. */
import { copyFileSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createSampleWorld } from '../../emulator/workbench/sampleOffice'
import type { ExecutionRecord, Invocation, World } from '../../emulator/world/types'
import { distFolder } from '../fixtures/bundleFolder'
import { bookingProblems, insert, openLines, settle } from '../fixtures/consultantHand'
import { answerOf, atWork, bookInput, calendarId, done, eventOf, morozova, phoned, request, slotOf } from '../fixtures/desk'
import { inEveryDistinctOrder } from '../fixtures/races'
import { registerEqualsJournal, rowById, serialOf } from '../fixtures/register'

/** The shipped bundle, and beside it what a person's drag does to Google: one conditionless patch, as an execution of its own. */
function distWithHand(): string {
  const folder = mkdtempSync(join(tmpdir(), 'desk-'))
  for (const file of ['appsscript.json', 'sidebar.html', 'dialogs.html', 'pages.html'])
    copyFileSync(join(distFolder, file), join(folder, file))
  const hand = 'function handPatch(id, resource) { Calendar.Events.patch(resource, "' + calendarId + '", id) }\n'
  writeFileSync(join(folder, 'code.js'), `${readFileSync(join(distFolder, 'code.js'), 'utf8')}\n${hand}`)
  return folder
}

const tick: Invocation = { fn: 'tick', entry: 'trigger', user: '' }

function handPatch(id: string, resource: object): Invocation {
  return { fn: 'handPatch', entry: 'menu', user: morozova, args: [id, resource] }
}

function dragTo(id: string, start: string, end: string): Invocation {
  const time = (at: string) => ({ dateTime: `${at}:00`, timeZone: 'Europe/Moscow' })
  return handPatch(id, { start: time(start), end: time(end) })
}

let sample: World | null = null

/** One deal booked on Tuesday 11:00 by ММ, one that waits, slots of ММ and ОП on Wednesday; everything synced. */
function story() {
  sample ??= createSampleWorld({ distFolder: distWithHand(), sampleFolder: join(__dirname, '../../emulator/sample') })
  const world = atWork(sample.fork())
  settle(world)
  insert(world, 'ММ консультация', '2026-11-25T16:00', '2026-11-25T17:00')
  insert(world, 'ОП консультация', '2026-11-25T12:00', '2026-11-25T13:00')
  const first = phoned(world, 'АНО «Причал»')
  const { card } = done(world, 'deal/book', bookInput(first, slotOf(world)))
  const waiting = phoned(world, 'Фонд «Север»')
  settle(world)
  const slotAt = (consultant: string, start: string) => {
    const { minutes: _, join: _join, heldBy: _held, ...slot } = slotOf(world, consultant, start)
    return slot
  }
  const slots = { own: slotAt('ММ', '2026-11-25'), other: slotAt('ОП', '2026-11-25T12') }
  const moveInput = { deal: card.ref, slot: slots.own, at: null, reason: 'клиент просил' }
  return {
    world,
    card,
    waiting,
    slots,
    book: request('deal/book', bookInput(waiting, { ...slots.own, minutes: 60 }), 'director@example.org'),
    bookOther: request('deal/book', bookInput(waiting, { ...slots.other, minutes: 60 }, { consultant: 'ОП', topic: 2 })),
    move: request('deal/reschedule', moveInput),
    moveAt: request('deal/reschedule', {
      ...moveInput,
      slot: null,
      at: { start: '2026-11-25T09:00', end: '2026-11-25T10:00', etag: null },
    }),
    reassign: request('deal/reassign', { deal: card.ref, consultant: 'ОП', slot: slots.other, reason: 'заболела' }, 'director@example.org'),
  }
}

/** In the end, after two more ticks, whoever was first. */
function expectAgreement(world: World): void {
  settle(world)
  expect(bookingProblems(world)).toEqual([])
  registerEqualsJournal(world)
}

function told(records: readonly ExecutionRecord[]): boolean[] {
  return records.filter(({ fn }) => fn === 'rpc').map((record) => answerOf<'deal/book'>(record)?.ok === true)
}

test('two office managers want one slot, to book and to move there: exactly one gets it, the other is told', () => {
  const { world, book, move } = story()
  const orders = inEveryDistinctOrder(world, [book, move], 3, (after, records) => {
    expect(told(records).sort()).toEqual([false, true])
    expectAgreement(after)
  })
  expect(orders).toBeGreaterThanOrEqual(2)
})

test('two want one slot, to book and to give a consultation to its consultant: exactly one gets it, the other is told', () => {
  const { world, bookOther, reassign } = story()
  inEveryDistinctOrder(world, [bookOther, reassign], 3, (after, records) => {
    expect(told(records).sort()).toEqual([false, true])
    expectAgreement(after)
  })
})

test('one moves the deal, another moves it too or gives it to another consultant: exactly one is done', () => {
  const { world, move, moveAt, reassign } = story()
  for (const other of [moveAt, reassign]) {
    inEveryDistinctOrder(world, [move, other], 3, (after, records) => {
      expect(told(records).sort()).toEqual([false, true])
      expectAgreement(after)
    })
  }
})

test('a consultant drags the very event that the office moves: the drag stands, or the office was there first and stands', () => {
  const { world, card, moveAt } = story()
  const drag = dragTo(card.deal.eventId, '2026-11-25T14:00', '2026-11-25T15:00')
  const ends = new Set<boolean>()
  inEveryDistinctOrder(world, [moveAt, drag], 3, (after, records) => {
    settle(after)
    const start = Number(rowById(after, 'Сделки', card.deal.id)['Начало'])
    expect(start).toBeCloseTo(serialOf('2026-11-25T14:00'), 6)
    ends.add(told(records)[0] === true)
    expectAgreement(after)
  })
  expect(ends).toEqual(new Set([true, false]))
})

test('a consultant drags the slot that the office books: refused and free at its new time, or booked and moved with it', () => {
  const { world, waiting, book, slots } = story()
  const drag = dragTo(slots.own.eventId, '2026-11-25T14:00', '2026-11-25T15:00')
  const ends = new Set<boolean>()
  inEveryDistinctOrder(world, [book, drag], 3, (after, records) => {
    expectAgreement(after)
    const [isBooked = false] = told(records)
    ends.add(isBooked)
    expect(rowById(after, 'Сделки', waiting.deal.id)['Событие']).toBe(isBooked ? slots.own.eventId : null)
    expect(eventOf(after, slots.own.eventId)).toMatchObject({ summary: isBooked ? 'ММ_Фонд «Север»' : 'ММ консультация' })
    expect(eventOf(after, slots.own.eventId).start.dateTime).toContain('T14:00')
  })
  expect(ends).toEqual(new Set([true, false]))
})

test('a consultant drags or retitles the event that the office leaves: the move stands, and what was written stays', () => {
  const { world, card, move, reassign, slots } = story()
  const id = card.deal.eventId
  const drag = dragTo(id, '2026-11-25T14:00', '2026-11-25T15:00')
  for (const [command, eventId] of [
    [move, slots.own.eventId],
    [reassign, slots.other.eventId],
  ] as const) {
    inEveryDistinctOrder(world, [command, drag], 3, (after, records) => {
      expect(told(records)).toEqual([true])
      expectAgreement(after)
      expect(rowById(after, 'Сделки', card.deal.id)['Событие']).toBe(eventId)
      expect(eventOf(after, id).summary).toBe('ММ консультация')
    })
  }
})

test('the page’s second call frees the old hour while somebody books it by hand: the booking stays', () => {
  const { world, card, waiting, move } = story()
  const id = card.deal.eventId
  expect(told([world.invoke(move)])).toEqual([true])
  const retitle = handPatch(id, { summary: 'ММ_Фонд «Север»' })
  inEveryDistinctOrder(world, [request('outbox/send', {}), retitle], 3, (after) => {
    expectAgreement(after)
    expect(eventOf(after, id).summary).toBe('ММ_Фонд «Север»')
    expect(rowById(after, 'Сделки', waiting.deal.id)['Событие']).toBe(id)
  })
  inEveryDistinctOrder(world, [request('outbox/send', {}), tick], 1, (after) => {
    expectAgreement(after)
    expect(eventOf(after, id).summary).toBe('ММ консультация')
  })
})

test('the tick beside a booking, a move, a reassignment: no change is missed, no booking taken for a release', () => {
  const { world, card, waiting, book, move, reassign } = story()
  const dragged = world.fork()
  insert(dragged, 'ОП консультация', '2026-11-26T12:00', '2026-11-26T13:00')
  for (const one of [book, move, reassign]) {
    // With three switches a move and a reassignment take a minute more, and tell the same.
    inEveryDistinctOrder(dragged, [tick, one], one === book ? 3 : 2, (after, records) => {
      expect(told(records)).toEqual([true])
      expectAgreement(after)
      const id = one === book ? waiting.deal.id : card.deal.id
      expect(rowById(after, 'Сделки', id)['Этап']).toBe('Консультация назначена')
      expect(openLines(after).filter((key) => !key.startsWith('unread'))).toEqual([])
    })
  }
})

test('an hour that the tick has just listed is booked before it writes: not for one moment is it taken for given up', () => {
  const { world, waiting } = story()
  insert(world, 'ММ консультация', '2026-11-26T10:00', '2026-11-26T11:00')
  const slot = slotOf(world, 'ММ', '2026-11-26')
  inEveryDistinctOrder(world, [tick, request('deal/book', bookInput(waiting, slot))], 2, (after, records) => {
    expect(told(records)).toEqual([true])
    expect(rowById(after, 'Сделки', waiting.deal.id)).toMatchObject({ Этап: 'Консультация назначена', Событие: slot.eventId })
    expectAgreement(after)
  })
})

test('the tick beside a consultant who renames, frees and drags: the next tick has seen it', () => {
  const { world, card } = story()
  const id = card.deal.eventId
  insert(world, 'ОП консультация', '2026-11-26T12:00', '2026-11-26T13:00')
  const rename = handPatch(id, { summary: 'ОП_Причал' })
  const free = handPatch(id, { summary: 'ММ консультация' })
  for (const [hand, owner] of [
    [rename, 'ММ'],
    [free, null],
    [dragTo(id, '2026-11-25T14:00', '2026-11-25T15:00'), 'ММ'],
  ] as const) {
    inEveryDistinctOrder(world, [tick, hand], 3, (after) => {
      settle(after)
      expect(rowById(after, 'Сделки', card.deal.id)['Консультант']).toBe(owner)
      expectAgreement(after)
    })
  }
})
