/** Two office managers, a consultant dragging in the calendar, and the tick, interleaved at service calls: nothing lost, nobody booked twice. */
import { copyFileSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ExecutionRecord, Invocation, World } from '../../emulator/types'
import { createSampleWorld } from '../../emulator/workbench/sampleOffice'
import { bookingProblems, insert, openLines, settle } from '../fixtures/consultantHand'
import { answerOf, atWork, bookInput, calendarId, done, morozova, phoned, request, slotOf } from '../fixtures/desk'
import { inEveryOrder } from '../fixtures/races'
import { registerEqualsJournal, rowById, serialOf } from '../fixtures/register'

/** The shipped bundle, and beside it what a person's drag does to Google: one conditionless patch, as an execution of its own. */
function distWithHand(): string {
  const dist = join(__dirname, '../../dist')
  const folder = mkdtempSync(join(tmpdir(), 'desk-'))
  for (const file of ['appsscript.json', 'sidebar.html']) copyFileSync(join(dist, file), join(folder, file))
  const hand = 'function handPatch(id, resource) { Calendar.Events.patch(resource, "' + calendarId + '", id) }\n'
  writeFileSync(join(folder, 'code.js'), `${readFileSync(join(dist, 'code.js'), 'utf8')}\n${hand}`)
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
  const moveInput = { deal: card.ref, slot: slotAt('ММ', '2026-11-25'), at: null, reason: 'клиент просил' }
  return {
    world,
    card,
    waiting,
    book: request('deal/book', bookInput(waiting, { ...slotAt('ММ', '2026-11-25'), minutes: 60 }), 'director@example.org'),
    move: request('deal/reschedule', moveInput),
    moveAt: request('deal/reschedule', {
      ...moveInput,
      slot: null,
      at: { start: '2026-11-25T09:00', end: '2026-11-25T10:00', etag: null },
    }),
    reassign: request(
      'deal/reassign',
      { deal: card.ref, consultant: 'ОП', slot: slotAt('ОП', '2026-11-25T12'), reason: 'заболела' },
      'director@example.org',
    ),
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
  const orders = inEveryOrder(world, [book, move], 3, (after, records) => {
    expect(told(records).sort()).toEqual([false, true])
    expectAgreement(after)
  })
  expect(orders).toBeGreaterThan(20)
})

test('one moves the deal, another gives it to another consultant: exactly one is done', () => {
  const { world, move, reassign } = story()
  inEveryOrder(world, [move, reassign], 2, (after, records) => {
    expect(told(records).sort()).toEqual([false, true])
    expectAgreement(after)
  })
})

test('a consultant drags the very event that the office moves: the drag stands, or the office was there first and stands', () => {
  const { world, card, moveAt } = story()
  const drag = dragTo(card.deal.eventId, '2026-11-25T14:00', '2026-11-25T15:00')
  const ends = new Set<boolean>()
  inEveryOrder(world, [moveAt, drag], 2, (after, records) => {
    settle(after)
    const start = Number(rowById(after, 'Сделки', card.deal.id)['Начало'])
    expect(start).toBeCloseTo(serialOf('2026-11-25T14:00'), 6)
    ends.add(told(records)[0] === true)
    expectAgreement(after)
  })
  expect(ends).toEqual(new Set([true, false]))
})

test('the tick beside a booking, a move, a reassignment: no change is missed, no booking taken for a release', () => {
  const { world, card, waiting, book, move, reassign } = story()
  const dragged = world.fork()
  insert(dragged, 'ОП консультация', '2026-11-26T12:00', '2026-11-26T13:00')
  for (const one of [book, move, reassign]) {
    inEveryOrder(dragged, [tick, one], 2, (after, records) => {
      expect(told(records)).toEqual([true])
      expectAgreement(after)
      const id = one === book ? waiting.deal.id : card.deal.id
      expect(rowById(after, 'Сделки', id)['Этап']).toBe('Консультация назначена')
      expect(openLines(after).filter((key) => !key.startsWith('unread'))).toEqual([])
    })
  }
})

test('the tick beside a consultant who renames, frees and drags: the next tick has seen it', () => {
  const { world, card } = story()
  const id = card.deal.eventId
  insert(world, 'ОП консультация', '2026-11-26T12:00', '2026-11-26T13:00')
  const rename = handPatch(id, { summary: 'ОП_Причал' })
  const free = handPatch(id, { summary: 'ММ консультация' })
  for (const [hand, owner] of [
    [rename, 'ОП'],
    [free, null],
    [dragTo(id, '2026-11-25T14:00', '2026-11-25T15:00'), 'ММ'],
  ] as const) {
    inEveryOrder(world, [tick, hand], 2, (after) => {
      settle(after)
      expect(rowById(after, 'Сделки', card.deal.id)['Консультант']).toBe(owner)
      expectAgreement(after)
    })
  }
})
