/** A booking, also one that splits a slot in three, that dies at any of its service calls: the next run leaves a complete booking or none. */
import { longSlotStory, shortSlotStory, testDeaths } from '../fixtures/bookingDeaths'

describe('A1–A4: booking the middle of a slot of three hours, killed or failed before and after each call', () => testDeaths(longSlotStory))

describe('A1–A4: booking an hour, killed or failed before and after each call', () => testDeaths(shortSlotStory))
