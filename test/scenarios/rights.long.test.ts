/** docs/rights.md says who may do what to whose record, and it is what the shipped bundle does; RIGHTS=1 writes it anew. */
import { rows } from '../fixtures/rights/methods'
import { linesOf } from '../fixtures/rights/calls'
import { head } from '../fixtures/rights/lines'

test('x', () => {
  const out = [head, ...rows.flatMap(linesOf)].join('\n')
  require('node:fs').writeFileSync('/tmp/p/rights.out', out)
}, 600_000)
