/** Random histories of calendar edits mixed with sidebar work and ticks, tokens expiring at random: after the last sync nothing is missed (more of them in calendarHistories.long.test.ts). */
import { expectNothingMissedIn } from '../fixtures/livedHistories'

test('2 histories of 50 edits: the register equals a full read, and a full sync finds nothing more', () => {
  expectNothingMissedIn({ histories: 2, edits: 50, seed: 20261123 })
}, 60_000)
