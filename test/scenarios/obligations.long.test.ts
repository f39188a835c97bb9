/** The table «Obligations», row by row, on the shipped desk: each opens, reminds, is met, is told as overdue and becomes a breach at its minute. */
import { rows } from '../fixtures/obligationRows'
import { testObligation, titled } from '../fixtures/obligationTests'

describe.each(titled(rows))('$title', ({ row }) => testObligation(row))
