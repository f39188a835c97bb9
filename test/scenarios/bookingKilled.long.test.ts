/** A booking that splits a slot in three and dies at any of its service calls: the next run leaves a complete booking or none. */
import { longSlotStory, testDeaths } from '../fixtures/bookingDeaths'

describe('A1–A4: booking the middle of a slot of three hours, killed or failed before and after each call', () => testDeaths(longSlotStory))
