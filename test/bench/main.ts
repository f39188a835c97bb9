/** `npm run bench [-- sizes] [--json] [--docs]`: every operation on registers of several sizes; fails when calls are over a budget or grow with the register. */
import { askedBy } from './asked'
import { isOverCalls, isOverSeconds, type Measured, measureAll } from './measure'
import { tableOf } from './print'
import { keptBy, writtenDocs, writtenJson } from './written'

interface Size {
  readonly deals: number
  readonly seconds: number
  readonly lines: readonly Measured[]
}

const asked = askedBy(process.argv.slice(2))
const kept = keptBy<Size>('bench', asked)
const printed: string[] = []
const print = (text: string): void => {
  printed.push(text)
  console.log(text)
}
const sizes = asked.sizes.map(measured)

function measured(deals: number): Size {
  const startedAt = performance.now()
  const size = kept(deals, () => ({ deals, lines: measureAll(deals), seconds: (performance.now() - startedAt) / 1000 }))
  print(`${deals.toLocaleString('en')} deals (${size.seconds.toFixed(1)} s)\n${tableOf(size.lines)}\n`)
  return size
}

const all = sizes.map(({ lines }) => lines)
const growing = (all[0] ?? []).filter((first, index) => all.some((lines) => lines[index]?.calls !== first.calls))
const over = all.flat().filter(isOverCalls)
const slow = all.flat().filter((one) => isOverSeconds(one) && !isOverCalls(one))
const names = (some: readonly Measured[]): string => [...new Set(some.map(({ name }) => name))].join('; ') || 'none'

print(`Calls that grow with the number of deals: ${names(growing)}`)
print(`Over the budget of calls: ${names(over)}`)
print(`Slower than the budget of modelled time (not a failure): ${names(slow)}`)
if (asked.json) writtenJson('.build/bench.json', sizes)
if (asked.docs) writtenDocs('budget', printed.join('\n'))
process.exit(growing.length > 0 || over.length > 0 ? 1 : 0)
