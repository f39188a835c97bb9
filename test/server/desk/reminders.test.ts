/** Reminders that waited: none goes whose matters later ones tell all, and no matter is lost by that. */
import * as fc from 'fast-check'
import type { OutboxRow } from '../../../src/server/desk/outboxRow'
import { type Standing, sortTellings } from '../../../src/server/jobs/tellings'

const now = '2026-11-03T10:00'

interface Told {
  readonly to: string
  /** null = not a reminder, or with a digest. */
  readonly about: readonly string[] | null
  readonly isOnTheWay: boolean
}

function standingOf(all: readonly Told[]): Standing[] {
  return all.map(({ to, about, isOnTheWay }, at) => {
    const payload = JSON.stringify({ subject: 'Напоминание', body: '', ...(about && { about }) })
    const times = isOnTheWay ? { attempts: 1, nextTry: '2026-11-03T10:10' } : { attempts: at % 3, nextTry: now, error: 'занято' }
    const letter: OutboxRow = { key: `control:${at}`, kind: 'письмо', to, payload, done: null, error: '', priority: 2, seal: '', ...times }
    return { row: at + 2, letter }
  })
}

const told = fc.record({
  to: fc.constantFrom('a@example.org', 'b@example.org'),
  about: fc.oneof({ weight: 6, arbitrary: fc.subarray(['S3 окт', 'A1 1', 'A1 2', 'K6 3'], { minLength: 1 }) }, fc.constant(null)),
  isOnTheWay: fc.nat(9).map((one) => one === 0),
})

test('of reminders in any order: every matter of every person is still told, nothing that waits is told by a later one', () => {
  fc.assert(
    fc.property(fc.array(told, { maxLength: 12 }), (all) => {
      const standing = standingOf(all)
      const { unneeded, onTheWay } = sortTellings(standing, now)
      const left = all.filter((_, at) => !unneeded.includes(standing[at] as Standing))
      const matters = (of: readonly Told[]) => new Set(of.flatMap(({ to, about }) => (about ?? []).map((matter) => `${to} ${matter}`)))
      expect(matters(left)).toEqual(matters(all))
      expect(unneeded.filter((one) => all[standing.indexOf(one)]?.about === null)).toEqual([])
      for (const [at, one] of standing.entries()) {
        const { to, about, isOnTheWay } = all[at] as Told
        const later = matters(all.slice(at + 1).filter((other) => other.to === to))
        const isTold = about?.every((matter) => later.has(`${to} ${matter}`)) ?? false
        expect(unneeded.includes(one)).toBe(isTold && !isOnTheWay)
        // What is on its way says it: the others wait until it is known whether it went.
        if (isTold && isOnTheWay)
          expect(standing.slice(at + 1).filter(({ row, letter }) => letter.to === to && all[row - 2]?.about && !onTheWay.has(row))).toEqual(
            [],
          )
      }
    }),
  )
})
