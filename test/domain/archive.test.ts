/** S1: which closed deals go to the archive, to which year, and what the client's card remembers. */
import {
  archivedLastText,
  archiveYear,
  isArchivable,
  isQuietTime,
  joinedMemory,
  memoryOf,
  readArchivedLast,
} from '../../src/domain/deal/archive'
import { emptyDeal } from '../../src/domain/deal/deal'

const now = '2026-11-23T00:20'

test.each([
  ['won', '2025-10-22T23:59', 13, true],
  ['won', '2025-10-23T00:00', 13, false],
  ['lost', '2024-01-01T10:00', 13, true],
  ['held', '2024-01-01T10:00', 13, false],
  ['feedback', '2024-01-01T10:00', 13, false],
  ['won', '2024-01-01T10:00', 0, false],
  ['won', '', 13, false],
] as const)('S1: %s since %s, after %i months: archived %s', (stage, stageSince, months, expected) => {
  expect(isArchivable({ stage, stageSince }, now, months)).toBe(expected)
})

test('months are counted over the year and to days that a month lacks', () => {
  const lost = (stageSince: string) => ({ stage: 'lost', stageSince }) as const
  expect(isArchivable(lost('2025-12-31T10:00'), '2026-01-31T01:00', 1)).toBe(false)
  expect(isArchivable(lost('2026-02-28T10:00'), '2026-03-31T01:00', 1)).toBe(true)
  expect(isArchivable(lost('2026-03-01T10:00'), '2026-03-31T01:00', 1)).toBe(false)
})

test('the year is the one that counts the deal: a consultation by its start, a failure by its closing', () => {
  const deal = { stageSince: '2025-01-10T17:00', start: '2024-12-29T11:00' }
  expect(archiveYear({ ...deal, stage: 'won' })).toBe('2024')
  expect(archiveYear({ ...deal, stage: 'lost' })).toBe('2025')
  expect(archiveYear({ ...deal, stage: 'won', start: null })).toBe('2025')
})

test.each([
  ['2026-11-23T20:59', 1260, 480, false],
  ['2026-11-23T21:00', 1260, 480, true],
  ['2026-11-24T07:59', 1260, 480, true],
  ['2026-11-24T08:00', 1260, 480, false],
  ['2026-11-24T13:30', 780, 840, true],
  ['2026-11-24T14:00', 780, 840, false],
  ['2026-11-24T12:00', 0, 0, true],
])('%s within quiet hours %i–%i: %s', (at, quietFrom, quietUntil, expected) => {
  expect(isQuietTime(at, { quietFrom, quietUntil })).toBe(expected)
})

describe('the memory of a client’s card', () => {
  const deal = { ...emptyDeal, id: 41217, stage: 'won', start: '2025-03-11T15:00', consultant: 'ММ', topic: 8 } as const

  test('reads as people read it, and back', () => {
    const { archivedLast } = memoryOf(deal)
    expect(archivedLast).toBe('2025-03-11 15:00, № 41217, тема 8, ММ')
    expect(readArchivedLast(archivedLast)).toEqual({ dealId: 41217, start: '2025-03-11T15:00', consultant: 'ММ', topic: 8 })
    const bare = { dealId: 7, start: '2025-03-11T15:00', consultant: '', topic: null }
    expect(readArchivedLast(archivedLastText(bare))).toEqual(bare)
    expect(readArchivedLast('в прошлом году')).toBeNull()
  })

  test('counts what was held, keeps the later time', () => {
    const lost = memoryOf({ ...deal, id: 41300, stage: 'lost', start: '2025-06-01T10:00' })
    expect(lost.archivedHeld).toBeNull()
    expect(joinedMemory(memoryOf(deal), lost)).toEqual({ archivedHeld: 1, archivedLast: '2025-06-01 10:00, № 41300, тема 8, ММ' })
    expect(joinedMemory(memoryOf(deal), memoryOf({ ...deal, id: 40000, start: '2024-02-01T10:00' }))).toEqual({
      archivedHeld: 2,
      archivedLast: '2025-03-11 15:00, № 41217, тема 8, ММ',
    })
    expect(joinedMemory({ archivedHeld: null, archivedLast: '' }, memoryOf({ ...deal, stage: 'lost', start: null }))).toEqual({
      archivedHeld: null,
      archivedLast: '',
    })
  })
})
