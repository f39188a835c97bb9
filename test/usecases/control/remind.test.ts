/** What the tick does about «Контроль», from the lines alone. */

import fc from 'fast-check'
import { addMinutes } from '../../../src/domain/time/localTime'
import { dueOf, isAnythingDue, isQuietAt, linesAfter } from '../../../src/usecases/control/remind'
import type { ControlLine } from '../../../src/usecases/desk'
import { office } from '../../fixtures/builders'
import { deskOf } from '../../fixtures/known'
import { controlLine } from '../../fixtures/lines'

const due = (lines: readonly ControlLine[], now: string, sent = '', at = office()) => dueOf(lines, { office: at, now }, sent)

test.each([
  ['2026-11-23T12:09', 0],
  ['2026-11-23T12:10', 1],
  ['2026-11-23T14:10', 1],
  ['2026-11-23T14:11', 0],
])('a reminder at %s: %i', (now, count) => expect(due([controlLine()], now).remind).toHaveLength(count))

test('not twice, not in quiet hours, not on a day off', () => {
  expect(due([controlLine({ reminded: '2026-11-23T12:10' })], '2026-11-23T13:00').remind).toEqual([])
  expect(due([controlLine({ remindAt: '2026-11-23T07:00' })], '2026-11-23T07:59').remind).toEqual([])
  expect(due([controlLine({ due: '2026-11-23T14:10', remindAt: '2026-11-21T10:00' })], '2026-11-22T12:00').remind).toEqual([])
})

test('a breach and an escalation the minute after; the first even at night', () => {
  const late = controlLine({ due: '2026-11-23T22:00', overdueTo: 'officeManager' })
  expect(due([late], '2026-11-23T22:00')).toMatchObject({ breached: [], escalate: [] })
  expect(due([late], '2026-11-23T22:01')).toMatchObject({ breached: [late], escalate: [] })
  expect(due([late], '2026-11-24T08:00')).toMatchObject({ breached: [late], escalate: [late] })
})

test('the digest at its time on working days, once a day', () => {
  const late = controlLine({ due: '2026-11-20T14:10' })
  expect(due([late], '2026-11-23T09:29').digest).toBeNull()
  expect(due([late], '2026-11-23T09:30').digest).toEqual([late])
  expect(due([late], '2026-11-23T09:40', '2026-11-23T09:30').digest).toBeNull()
  expect(due([late], '2026-11-22T12:00').digest).toBeNull()
  expect(due([controlLine({ ...late, who: '', escalated: '2026-11-20T15:00' })], '2026-11-23T09:30').digest).toEqual([])
})

test.each([
  [1260, 480, '2026-11-23T21:00', true],
  [1260, 480, '2026-11-23T07:59', true],
  [1260, 480, '2026-11-23T08:00', false],
  [60, 120, '2026-11-23T01:30', true],
  [0, 0, '2026-11-23T00:00', false],
])('quiet from %i until %i at %s: %s', (quietFrom, quietUntil, now, isQuiet) =>
  expect(isQuietAt(now, { quietFrom, quietUntil })).toBe(isQuiet),
)

test('strangers who fill a form again and again cause one letter an hour, and no reminder is lost by it', () => {
  const asked = Array.from({ length: 30 }, (_line, at) =>
    controlLine({ dealId: 41_800 + at, remindAt: addMinutes('2026-11-23T10:00', at * 7), due: addMinutes('2026-11-23T12:00', at * 7) }),
  )
  let lines: readonly ControlLine[] = [...asked, controlLine({ key: 'G6.reassign', remindAt: '2026-11-23T10:20', due: '2026-11-23T18:00' })]
  const letters: string[] = []
  for (let now = '2026-11-23T10:00'; now < '2026-11-23T18:00'; now = addMinutes(now, 10)) {
    const told = due(lines, now)
    if (told.remind.some(({ key }) => key === 'I5.call')) letters.push(now)
    lines = linesAfter(lines, told, now)
  }
  expect(lines.filter(({ reminded }) => reminded === null)).toEqual([])
  expect(letters).toEqual(['10:00', '11:00', '12:00', '13:00', '14:00'].map((time) => `2026-11-23T${time}`))
  expect(lines.find(({ key }) => key === 'G6.reassign')?.reminded).toBe('2026-11-23T11:00')
})

/** Ticks from 08:00 to midnight of one working day. */
function lived(lines: readonly ControlLine[]): readonly ControlLine[] {
  let after = lines
  for (let now = '2026-11-23T08:00'; now < '2026-11-23T23:59'; now = addMinutes(now, 10)) after = linesAfter(after, due(after, now), now)
  return after
}

test('200 days of reminders: none is lost or late, and who is written to twice within an hour had no time to wait', () => {
  const minute = fc.integer({ min: 8 * 60, max: 18 * 60 })
  const line = fc.record({ who: fc.constantFrom('ММ', 'СБ', 'officeManager'), remind: minute, spare: fc.integer({ min: 10, max: 300 }) })
  const at = (minutes: number) => addMinutes('2026-11-23T00:00', minutes)
  fc.assert(
    fc.property(fc.array(line, { minLength: 2, maxLength: 12 }), (told) => {
      const lines = told.map(({ who, remind, spare }, place) =>
        controlLine({ dealId: 41_800 + place, who, remindAt: at(remind), due: at(remind + spare) }),
      )
      const after = lived(lines)
      for (const { reminded, due: until } of after) expect(reminded !== null && reminded <= until).toBe(true)
      for (const one of after)
        for (const { who, reminded, due: until } of after) {
          const first = one.reminded ?? ''
          const isSoon = who === one.who && reminded !== null && first < reminded && reminded < addMinutes(first, 60)
          if (isSoon && !after.some((same) => same.who === who && same.reminded === reminded && same.due < addMinutes(first, 90)))
            expect([first, reminded, until]).toEqual('nobody hurries')
        }
    }),
    { seed: 27, numRuns: 200 },
  )
})

test('A4: a consultation of today or tomorrow is told on a day off too', () => {
  const hold = controlLine({ key: 'A4.hold', remindAt: '2026-11-21T09:00', due: '2026-11-23T10:00' })
  expect(due([hold], '2026-11-21T09:00').remind).toEqual([])
  expect(due([hold], '2026-11-22T09:00').remind).toEqual([hold])
})

test('each line is marked with what was done about it; the others are the same objects', () => {
  const late = controlLine({ due: '2026-11-20T14:10' })
  const owed = controlLine({ dealId: 41722, remindAt: '2026-11-23T09:00' })
  const quiet = controlLine({ dealId: 41723, remindAt: null })
  const now = '2026-11-23T09:30'
  const lines = [late, owed, quiet]
  const after = linesAfter(lines, due(lines, now), now)
  expect(after[0]).toMatchObject({ reminded: null, escalated: now, breached: now })
  expect(after[1]).toMatchObject({ reminded: now, escalated: null, breached: null })
  expect(after[2]).toBe(quiet)
})

test('a tick has nothing to do while nothing is due', () => {
  const at = (now: string, lines: readonly ControlLine[]) =>
    isAnythingDue(deskOf({ control: lines, service: { digestSent: '2026-11-23T09:30' } }), now)
  expect(at('2026-11-23T12:09', [controlLine()])).toBe(false)
  expect(at('2026-11-23T12:10', [controlLine()])).toBe(true)
  expect(at('2026-11-23T14:11', [controlLine({ reminded: '2026-11-23T12:10' })])).toBe(true)
  expect(isAnythingDue(deskOf(), '2026-11-23T09:30')).toBe(true)
})
