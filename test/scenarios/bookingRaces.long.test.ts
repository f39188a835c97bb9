/** Two people act on one slot at the same time, their runs interleaved at every service call, with three changes from one to the other. */
import { expectOneWinner } from '../fixtures/oneSlot'

/** Five calls that leave the script, each the place of up to three changes: 2 + 8 + 32 orders. */
const allOrders = 62

test('A3, G3: two clients, one slot: in every order exactly one gets it; the other is told and keeps the deal as it was', () => {
  expect(expectOneWinner(3)).toBe(allOrders)
})
