/** Every fifth row of the table «Obligations» on the shipped desk; all of them in obligations.long.test.ts, and as rules in test/domain. */
import { rows } from '../fixtures/obligationRows'
import { testObligation, titled } from '../fixtures/obligationTests'

describe.each(titled(rows.filter((_, at) => at % 5 === 0)))('$title', ({ row }) => testObligation(row))
