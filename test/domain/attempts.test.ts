/** Calling a client who does not answer (I5–I7). */

import { attemptsMade, attemptsMissing, isReached, nextAttemptAt, noteAttempt } from '../../src/domain/deal/attempts'
import { defaultSettings, office, unsortedDeal, workingCalendar } from '../fixtures/builders'

const note = (part: Parameters<typeof unsortedDeal>[0], outcome: Parameters<typeof noteAttempt>[1], now: string) =>
  noteAttempt(unsortedDeal(part), outcome, now, defaultSettings)
const once = { attempts: 1, lastAttemptAt: '2026-11-23T10:00' }

describe('I5: date and time of a call are noted', () => {
  test('a call that reached the client', () => {
    expect(note({}, 'reached', '2026-11-23T09:30')).toEqual({
      ok: true,
      value: { reachedAt: '2026-11-23T09:30', lastAttemptAt: '2026-11-23T09:30' },
    })
  })

  test('the first call without an answer', () => {
    expect(note({}, 'noAnswer', '2026-11-23T10:00')).toEqual({ ok: true, value: once })
  })

  test('a message is an attempt and does not make the client reached', () => {
    expect(note({}, 'messenger', '2026-11-23T10:00')).toEqual({ ok: true, value: once })
    expect(isReached(unsortedDeal(once))).toBe(false)
  })

  test('a message right after an unanswered call is noted and belongs to that call', () => {
    expect(note(once, 'messenger', '2026-11-23T10:05')).toEqual({ ok: true, value: { lastAttemptAt: '2026-11-23T10:05' } })
  })
})

describe('I7: failed attempts stand at least 2 hours apart', () => {
  test.each([
    ['2026-11-23T10:01', false],
    ['2026-11-23T11:59', false],
    ['2026-11-23T12:00', true],
    ['2026-11-24T09:00', true],
  ])('after 10:00 at %s → %s', (now, isCounted) => {
    const answer = note(once, 'noAnswer', now)
    if (isCounted) expect(answer).toEqual({ ok: true, value: { attempts: 2, lastAttemptAt: now } })
    else expect(answer).toEqual({ ok: false, problem: { code: 'attemptTooSoon', nextAt: '2026-11-23T12:00' } })
  })

  test('a client who was reached may be called at any time, and the count begins anew', () => {
    const reached = { attempts: 2, lastAttemptAt: '2026-11-23T12:00', reachedAt: '2026-11-23T12:00' }
    expect(attemptsMade(unsortedDeal(reached))).toBe(0)
    expect(note(reached, 'noAnswer', '2026-11-23T12:30')).toEqual({ ok: true, value: { attempts: 1, lastAttemptAt: '2026-11-23T12:30' } })
  })
})

describe('I7: the next attempt is due every working day', () => {
  test.each([
    [null, null],
    ['2026-11-23T10:00', '2026-11-24T09:00'],
    ['2026-11-27T16:00', '2026-11-30T09:00'],
    ['2026-11-03T10:00', '2026-11-05T09:00'],
    ['2026-11-24T08:30', '2026-11-25T09:00'],
  ])('after %s → %s', (lastAttemptAt, next) => {
    expect(nextAttemptAt(unsortedDeal({ attempts: 1, lastAttemptAt }), office())).toBe(next)
  })

  test('never before the gap is over', () => {
    const wide = office({ settings: { ...defaultSettings, attemptGapMinutes: 24 * 60 } })
    expect(nextAttemptAt(unsortedDeal(once), wide)).toBe('2026-11-24T10:00')
  })

  test('a working Saturday counts', () => {
    const calendar = workingCalendar({ '2026-11-28': 'working' })
    expect(nextAttemptAt(unsortedDeal({ attempts: 1, lastAttemptAt: '2026-11-27T16:00' }), office({ calendar }))).toBe('2026-11-28T09:00')
  })
})

describe('I7: three attempts before «не дозвонились»', () => {
  test.each([0, 1, 2])('%i are too few', (attempts) => {
    const lastAttemptAt = attempts === 0 ? null : '2026-11-23T10:00'
    expect(attemptsMissing(unsortedDeal({ attempts, lastAttemptAt }), office())).toEqual({
      code: 'attemptsMissing',
      made: attempts,
      needed: 3,
      nextAt: attempts === 0 ? null : '2026-11-24T09:00',
    })
  })

  test('three are enough', () => {
    expect(attemptsMissing(unsortedDeal({ attempts: 3, lastAttemptAt: '2026-11-23T16:00' }), office())).toBeNull()
  })
})
