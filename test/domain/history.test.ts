/** What an import brings is history, not today's debt. */

import { clockStarted, counted, countedDuty } from '../../src/domain/obligations/history'
import { obligationsOf } from '../../src/domain/obligations/obligations'
import { addDays, atMinute, type LocalDateTime } from '../../src/domain/time/localTime'
import { defaultSettings, heldDeal, mondayMorning, office } from '../fixtures/builders'

const at = '2026-11-23T14:00'
const owed = (due: LocalDateTime) => ({ due, remindAt: due, overdueTo: 'directorDigest' })
const imported = (part: object = {}) => heldDeal({ importedAt: at, countedFrom: null, version: 1, ...part })
const counting = (countFrom: string) => office({ settings: { ...defaultSettings, countFrom } })

test.each([
  ['before the import', '', '2026-11-23T13:59', 'history'],
  ['long after it', '', '2026-11-25T09:00', 'directorDigest'],
  ['before «Начать учёт с»', '2026-12-01', '2026-11-30T18:00', 'history'],
  ['after that day', '2026-12-01', '2026-12-03T00:00', 'directorDigest'],
  ['before the import, though the office counts from earlier on', '2026-01-01', '2026-11-23T13:00', 'history'],
])('a duty due %s', (_, countFrom, due, told) => {
  const after = counted(owed(due), imported(), counting(countFrom))
  expect(after.overdueTo).toBe(told)
  expect(after.due).toBe(due)
  expect(after.remindAt).toBe(told === 'history' ? null : due)
})

test.each(['2026-11-23T14:00', '2026-11-23T18:00', '2026-11-24T09:00', '2026-11-24T17:59'])(
  'the first day is calm: what is due %s has time until the next working day closes',
  (due) => {
    expect(counted(owed(due), imported(), office())).toEqual({ ...owed(due), due: '2026-11-24T18:00' })
  },
)

test('whoever touches it has a working day from then on; what is due later stays', () => {
  const touched = imported({ version: 2, countedFrom: '2026-11-27T15:30' })
  expect(counted(owed('2026-08-07T18:00'), touched, office())).toEqual({ ...owed('2026-11-30T15:30'), remindAt: null })
  expect(counted(owed('2026-12-04T18:00'), touched, office())).toEqual(owed('2026-12-04T18:00'))
})

test('a deal of the office’s own is what it was, however old', () => {
  const own = heldDeal({ importedAt: null })
  expect(counted(owed('2020-01-01T09:00'), own, counting('2026-12-01'))).toEqual(owed('2020-01-01T09:00'))
})

test('the clock starts with the first change, and only with that', () => {
  expect(clockStarted(imported(), imported({ version: 2 }), mondayMorning).countedFrom).toBe(mondayMorning)
  const running = imported({ version: 2, countedFrom: '2026-11-01T09:00' })
  expect(clockStarted(running, { ...running, version: 3 }, mondayMorning).countedFrom).toBe('2026-11-01T09:00')
  expect(clockStarted(running, { ...running, version: 3, countedFrom: null }, mondayMorning).countedFrom).toBeNull()
  expect(clockStarted(null, imported(), mondayMorning).countedFrom).toBeNull()
})

test('of the office’s own duties too: what was due before «Начать учёт с»', () => {
  const duty = {
    key: 'S2.summary',
    subject: 'Утвердить',
    detail: '',
    who: 'офис-менеджер',
    opensAt: '2026-11-01T00:00',
    ...owed('2026-11-05T18:00'),
  } as const
  expect(countedDuty({ ...duty, overdueTo: 'nobody' }, counting('2026-11-23'))).toMatchObject({ overdueTo: 'history', remindAt: null })
  expect(countedDuty({ ...duty, overdueTo: 'nobody' }, counting(''))).toMatchObject({ overdueTo: 'nobody' })
})

test('generated: no duty of an untouched deal that was due before its import is anybody’s, at any moment', () => {
  for (let day = 0; day < 120; day += 1) {
    const start = atMinute(addDays('2026-08-03', day), 600)
    const deal = imported({
      start,
      end: atMinute(addDays('2026-08-03', day), 660),
      stage: day % 3 === 0 ? 'assigned' : day % 3 === 1 ? 'held' : 'feedback',
      content: '',
    })
    for (const now of [at, '2026-11-30T09:00', '2027-02-01T09:00']) {
      const open = obligationsOf(deal, counting('2026-11-23'), now).filter(({ key }) => key !== 'A4.hold')
      const wrong = open.filter(({ due, overdueTo }) => (overdueTo === 'history' ? due >= at : due < '2026-11-24T18:00'))
      expect([start, now, wrong]).toEqual([start, now, []])
    }
  }
})
