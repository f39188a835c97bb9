/** Random histories of calendar edits mixed with sidebar work and ticks, tokens expiring at random: after the last sync nothing is missed. */
import { expectNothingMissedIn } from '../fixtures/livedHistories'

test.each([
  { histories: 5, edits: 50, seed: 20261123 },
  { histories: 1, edits: 500, seed: 20261124 },
])(
  '$histories histories of $edits edits: the register equals a full read, and a full sync finds nothing more',
  expectNothingMissedIn,
  600_000,
)
