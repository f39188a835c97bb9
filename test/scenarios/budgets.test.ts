/** DESIGN.md, «Budgets»: how many service calls leave the script for each thing the desk does, whatever the size of the register. */
import { measureAll } from '../bench/measure'
import { operations } from '../bench/operations'

const small = 1_000
const large = 10_000

let measured: ReadonlyMap<number, ReturnType<typeof measureAll>>
beforeAll(() => {
  measured = new Map([small, large].map((size) => [size, measureAll(size)]))
}, 120_000)

const callsOf = (size: number, name: string): number | undefined =>
  measured.get(size)?.find(({ operation }) => operation.name === name)?.calls

const budgeted = operations.flatMap(({ name, budget }) => (budget === null ? [] : [{ name, calls: budget.calls }]))

test.each(budgeted)('$name: at most $calls calls', ({ name, calls }) => {
  expect(callsOf(small, name)).toBeLessThanOrEqual(calls)
  expect(callsOf(small, name)).toBeGreaterThan(0)
})

test.each(operations.map(({ name }) => ({ name })))('$name: as many calls with ten times the deals', ({ name }) => {
  expect(callsOf(large, name)).toBe(callsOf(small, name))
})

test('what is read grows only where a column is read whole, never for a command on one deal', () => {
  const cells = (size: number) => measured.get(size)?.find(({ operation }) => operation.name === 'book')?.cellsRead
  expect(cells(large)).toBe(cells(small))
})
