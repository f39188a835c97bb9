/** `npm run bench`: every operation on 1,000, 10,000 and 50,000 deals; fails when calls are over a budget or grow with the register. */
import { isOverCalls, isOverSeconds, type Measured, measureAll } from './measure'
import { tableOf } from './print'

const given = process.argv.slice(2).map(Number)
const sizes = given.length > 0 ? given : [1_000, 10_000, 50_000]
const bySize = new Map<number, readonly Measured[]>()

for (const size of sizes) {
  const startedAt = performance.now()
  const measured = measureAll(size)
  bySize.set(size, measured)
  console.log(`\n${size.toLocaleString('en')} deals (${((performance.now() - startedAt) / 1000).toFixed(1)} s)\n${tableOf(measured)}`)
}

const all = [...bySize.values()]
const growing = (all[0] ?? []).filter((first, index) => all.some((measured) => measured[index]?.calls !== first.calls))
const over = all.flat().filter(isOverCalls)
const slow = all.flat().filter((one) => isOverSeconds(one) && !isOverCalls(one))
const names = (some: readonly Measured[]): string => [...new Set(some.map(({ operation }) => operation.name))].join('; ') || 'none'

console.log(`\nCalls that grow with the number of deals: ${names(growing)}`)
console.log(`Over the budget of calls: ${names(over)}`)
console.log(`Slower than the budget of modelled time (not a failure): ${names(slow)}`)
process.exit(growing.length > 0 || over.length > 0 ? 1 : 0)
