/** Random histories of calendar edits mixed with sidebar work and ticks, tokens expiring at random: after the last sync nothing is missed. */
import fc from 'fast-check'
import { begun, type History, perform, type Step } from '../fixtures/calendarHistory'
import { bookingProblems, expireTokens, settle } from '../fixtures/consultantHand'
import { deskWorld } from '../fixtures/desk'
import { registerEqualsJournal, rowsOf } from '../fixtures/register'

const number = fc.nat(999_999)
const step = fc.record({ act: number, pick: number, other: number })

function lived(steps: readonly Step[], edits: number): History {
  const world = deskWorld()
  settle(world)
  const history = begun(world)
  for (let at = 0; history.edits < edits && at < steps.length; at++) perform(history, steps[at] as Step)
  settle(world)
  return history
}

/** The register equals a full read, a full sync finds nothing more, and nothing failed on the way. */
function expectNothingMissed({ world }: History): void {
  expect(bookingProblems(world)).toEqual([])
  registerEqualsJournal(world)
  const lines = rowsOf(world, 'Журнал').length
  expireTokens(world)
  settle(world)
  expect(rowsOf(world, 'Журнал').slice(lines)).toEqual([])
  expect(world.state.executions.flatMap(({ logs, error }) => [...logs, ...(error === null ? [] : [error.message])])).toEqual([])
}

test.each([
  { histories: 10, edits: 50, seed: 20261123 },
  { histories: 3, edits: 500, seed: 20261124 },
])(
  '$histories histories of $edits edits: the register equals a full read, and a full sync finds nothing more',
  ({ histories, edits, seed }) => {
    const all: History[] = []
    fc.assert(
      fc.property(fc.array(step, { minLength: edits * 3, maxLength: edits * 3 }), (steps) => {
        const history = lived(steps, edits)
        all.push(history)
        expectNothingMissed(history)
      }),
      { seed, numRuns: histories, endOnFailure: true },
    )
    const sum = (count: (history: History) => number) => all.reduce((total, history) => total + count(history), 0)
    expect(sum((history) => history.edits)).toBe(histories * edits)
    expect(sum(({ syncs }) => syncs)).toBeGreaterThan((histories * edits) / 20)
    expect(sum(({ deeds }) => deeds)).toBeGreaterThan((histories * edits) / 20)
    // A loop that ends at the first cancelled event would have missed these.
    expect(sum(({ behindCancelled }) => behindCancelled)).toBeGreaterThan(0)
  },
  600_000,
)
