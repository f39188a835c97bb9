/** A4, K4: what a change of a deal, or the time, does to its tasks. */
import type { Deal } from '../../src/domain/deal/deal'
import { controlAfter } from '../../src/usecases/control/control'
import { type TaskOp, taskOps, tasksDue } from '../../src/usecases/control/taskLife'
import { rowAfter, type TaskRow } from '../../src/usecases/control/taskRows'
import type { ControlLine } from '../../src/usecases/desk'
import { acceptedDeal, assignedDeal, office } from '../fixtures/builders'

const now = '2026-11-23T09:00'
const fridayAfternoon = '2026-11-27T15:00'
const known = (lines: readonly ControlLine[] = [], at = now) => ({ lines, office: office(), now: at })
const ops = (before: Deal | null, after: Deal, about = known()) =>
  taskOps({ kind: 'deal/move', deals: [{ before, after }] }, about).map(({ op, key, due }) => [op, key, due])

const hold = 'A4.hold:41721:ММ'
const start = '2026-11-25T10:00'
const booked = assignedDeal()
const free = acceptedDeal()

test.each<[string, Deal | null, Deal, ReturnType<typeof ops>]>([
  ['booked', free, booked, [['open', hold, start]]],
  ['an employee’s own, created as assigned (I9)', null, booked, [['open', hold, start]]],
  ['moved', booked, { ...booked, start: '2026-11-26T12:00' }, [['move', hold, '2026-11-26T12:00']]],
  ['only its card changed', booked, { ...booked, content: 'Разобрали отчёт' }, []],
  ['released', booked, free, [['close', hold, start]]],
  ['held', booked, { ...booked, stage: 'held' }, [['close', hold, start]]],
  ['lost', booked, { ...booked, stage: 'lost' }, [['close', hold, start]]],
  ['taken back to «Консультация назначена»', { ...booked, stage: 'held' }, booked, [['open', hold, start]]],
  ['a call noted', free, { ...free, attempts: 1 }, []],
  [
    'given to СБ (G6)',
    booked,
    { ...booked, consultant: 'СБ', start: '2026-11-26T14:00' },
    [
      ['close', hold, start],
      ['open', 'A4.hold:41721:СБ', '2026-11-26T14:00'],
    ],
  ],
])('A4: %s', (_, before, after, expected) => {
  expect(ops(before, after)).toEqual(expected)
})

test('an import brings no tasks of consultations: the office has them already', () => {
  expect(taskOps({ kind: 'import/deals', deals: [{ before: null, after: booked }] }, known())).toEqual([])
})

describe('K4: a card that stands incomplete on Friday', () => {
  const incomplete = assignedDeal({ stage: 'held', stageSince: '2026-11-25T12:00' })
  const complete = {
    ...incomplete,
    content: 'Разобрали отчёт',
    recommendations: 'Сдать до 1 декабря',
    minutes: 60,
    project: 'не распределено',
  }
  const complete8 = { ...complete, consultant: 'СБ' }
  const lines = controlAfter([], { deals: [{ row: 2, value: incomplete }] }, { office: office(), now: '2026-11-26T09:00' })
  const k4 = 'K4.complete:41721:ММ'

  test('its task is due from 15:00 on, inclusive', () => {
    expect(tasksDue(lines, '2026-11-27T14:59')).toEqual([])
    expect(tasksDue(lines, fridayAfternoon)).toEqual([
      { key: k4, clause: 'K4', dealId: 41721, subject: 'Дозаполнить карточку: АНО «Маяк»', who: 'ММ', due: '2026-11-27T18:00' },
    ])
  })

  test.each<[string, string, Deal, ReturnType<typeof ops>]>([
    ['filled before Friday: there was no task', '2026-11-26T10:00', complete, []],
    ['filled after 15:00: met', '2026-11-27T16:00', complete, [['close', k4, '2026-11-27T18:00']]],
    ['still incomplete', '2026-11-27T16:00', { ...incomplete, minutes: 60 }, []],
    ['complete under another consultant', '2026-11-27T16:00', complete8, [['close', k4, '2026-11-27T18:00']]],
    [
      'given to another after Friday',
      '2026-11-27T16:00',
      { ...incomplete, consultant: 'СБ' },
      [
        ['close', k4, '2026-11-27T18:00'],
        ['open', 'K4.complete:41721:СБ', '2026-11-27T18:00'],
      ],
    ],
  ])('%s', (_, at, after, expected) => {
    expect(ops(incomplete, after, known(lines, at))).toEqual(expected)
  })

  test('opened again by the director after it was met: owed anew', () => {
    expect(ops(complete, { ...incomplete, version: 3 }, known([], '2026-11-27T16:00'))).toEqual([['open', k4, '2026-11-27T18:00']])
  })
})

describe('what was told as overdue', () => {
  const waiting = acceptedDeal()
  const lines = controlAfter([], { deals: [{ row: 2, value: waiting }] }, { office: office(), now })
  const told = lines.map((line) => ({ ...line, escalated: '2026-11-24T09:00' }))

  test('becomes a task of whoever owes it, and is met with it', () => {
    expect(tasksDue(lines, '2026-11-24T09:00')).toEqual([])
    const [task] = tasksDue(told, '2026-11-24T09:00')
    expect(task).toMatchObject({ key: 'A1.assign:41721:офис-менеджер', clause: 'A1', who: 'офис-менеджер' })
    expect(ops(waiting, booked, known(told, '2026-11-24T10:00'))).toEqual([
      ['open', hold, start],
      ['close', task?.key, task?.due],
    ])
  })

  test('what is owed on no deal becomes none', () => {
    expect(
      tasksDue(
        told.map((line) => ({ ...line, dealId: null })),
        '2026-11-24T09:00',
      ),
    ).toEqual([])
  })
})

describe('the rows of «Задачи»', () => {
  const op = (part: Partial<TaskOp>): TaskOp => ({
    op: 'open',
    key: hold,
    clause: 'A4',
    dealId: 41721,
    subject: 'Провести консультацию: АНО «Маяк»',
    who: 'ММ',
    due: start,
    at: now,
    ...part,
  })
  const { op: _, at: __, ...task } = op({})
  const open: TaskRow = { ...task, row: 5, created: now, met: null, outsideId: '501' }
  const met: TaskRow = { ...open, row: 4, met: '2026-11-20T10:00', outsideId: '500' }

  test.each<[string, readonly TaskRow[], Partial<TaskOp>, TaskRow | null]>([
    ['opened', [], {}, { ...open, row: 6, outsideId: '' }],
    ['opened a second time: the same', [open], {}, open],
    ['opened after it was met: a new row', [met], {}, { ...open, row: 6, outsideId: '' }],
    ['moved', [met, open], { op: 'move', due: '2026-11-26T12:00' }, { ...open, due: '2026-11-26T12:00' }],
    ['moved where there is none: opened', [met], { op: 'move' }, { ...open, row: 6, outsideId: '' }],
    ['closed', [met, open], { op: 'close', at: fridayAfternoon }, { ...open, met: fridayAfternoon }],
    ['closed where none is open', [met], { op: 'close' }, null],
    ['another’s task is not touched', [{ ...open, key: 'A4.hold:41721:СБ' }], { op: 'close' }, null],
  ])('%s', (_, rows, part, expected) => {
    expect(rowAfter(rows, op(part), 6)).toEqual(expected)
  })
})
