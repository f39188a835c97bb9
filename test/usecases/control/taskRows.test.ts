/** One open row of «Задачи» for each key. */
import { rowAfter, type TaskRow } from '../../../src/usecases/control/taskRows'

const task = { key: 'A4.hold:41721:ММ', clause: 'A4', dealId: 41721, subject: 'Провести', who: 'ММ', due: '2026-11-25T10:00' }
const open: TaskRow = { ...task, row: 5, created: '2026-11-20T09:00', met: null, outsideId: '501' }
const op = { ...task, op: 'open', at: '2026-11-23T09:00' } as const

test('of two rows of one key the open one is meant, wherever it stands', () => {
  const met = { ...open, row: 2, met: '2026-11-21T09:00', outsideId: '500' }
  expect(rowAfter([met, open], { ...op, op: 'close' }, 9)).toEqual({ ...open, met: '2026-11-23T09:00' })
  expect(rowAfter([open, met], { ...op, op: 'move', due: '2026-11-26T10:00' }, 9)).toMatchObject({
    row: 5,
    due: '2026-11-26T10:00',
    outsideId: '501',
  })
})

test('a new row is made now and has no task outside yet', () => {
  expect(rowAfter([], op, 9)).toEqual({ ...task, row: 9, created: '2026-11-23T09:00', met: null, outsideId: '' })
})
