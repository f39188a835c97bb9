/** R2, A2: several changes of one deal in one commit leave what the same changes leave one after the other. */
import fc from 'fast-check'
import type { Deal } from '../../../src/domain/deal/deal'
import { clockStarted } from '../../../src/domain/obligations/history'
import { inTurn } from '../../../src/usecases/booking/inTurn'
import { withTellings } from '../../../src/usecases/booking/tellings'
import { type Changes, changes, type RowChange } from '../../../src/usecases/changes'
import { acceptedDeal, client } from '../../fixtures/builders'
import { deskOf, momentOf } from '../../fixtures/known'

const start = acceptedDeal({ importedAt: '2026-11-20T09:00' } as Partial<Deal>)
const given = { deals: [start], clients: [client()] }
const now = momentOf(given).now

const bookedAt = (day: string, consultant: string): Partial<Deal> => ({
  stage: 'assigned',
  consultant,
  start: `2026-${day}T10:00`,
  end: `2026-${day}T11:00`,
  format: 'inPerson',
})
const released: Partial<Deal> = { stage: 'accepted', consultant: '', start: null, end: null, eventId: '' }
const deeds = [
  bookedAt('11-26', 'ММ'),
  bookedAt('11-26', 'СБ'),
  bookedAt('12-08', 'ММ'),
  released,
  { content: 'Вопросы' },
  { place: 'каб. 3' },
]

function added(plan: Changes): Changes {
  const told = withTellings(plan, deskOf(given), momentOf(given))
  return { ...told, deals: told.deals.map(({ before, after }) => ({ before, after: clockStarted(before, after, now) })) }
}

const changed = (before: Deal, part: Partial<Deal>): RowChange<Deal> => ({
  before,
  after: { ...before, ...part, version: before.version + 1 },
})
const planOf = (change: RowChange<Deal>) => changes({ kind: 'calendar/x', deals: [change] })

/** As a sync decides: each change on what the one before it decided. */
function inOneCommit(parts: readonly Partial<Deal>[]): Changes[] {
  let deal = start
  const plans = parts.map((part) => {
    const change = changed(deal, part)
    deal = change.after
    return planOf(change)
  })
  return inTurn(plans, added)
}

function oneByOne(parts: readonly Partial<Deal>[]): Changes[] {
  let deal = start
  return parts.map((part) => {
    const made = added(planOf(changed(deal, part)))
    deal = made.deals[0]?.after ?? deal
    return made
  })
}

test('500 chains of up to six changes', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...deeds), { minLength: 2, maxLength: 6 }), (parts) => {
      const [together, apart] = [inOneCommit(parts), oneByOne(parts)]
      expect(together.map(({ deals }) => deals)).toEqual(apart.map(({ deals }) => deals))
      expect(together.map(({ tellings }) => tellings)).toEqual(apart.map(({ tellings }) => tellings))
    }),
    { numRuns: 500 },
  )
})

test('booked, called off and booked again by one sync: the consultant is owed the letter of what stands', () => {
  const made = inOneCommit([bookedAt('12-08', 'ММ'), released, bookedAt('11-26', 'ММ')])
  expect(made.at(-1)?.deals[0]?.after.consultantKnows).toBe('[]')
  expect(made.at(-1)?.tellings.map(({ person }) => person)).toContain('ММ')
})
