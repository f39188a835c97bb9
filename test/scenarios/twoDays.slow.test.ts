/** A random history of two days: once all is quiet calendar, register, lines and letters say the same (more of them in twoDays.long.test.ts). */
import { twoDays } from '../fixtures/twoDays'

test('a history of 14 deeds', () => {
  const { wrong, letters } = twoDays('a few days a', 14)
  expect(wrong).toEqual([])
  expect(letters).toBeGreaterThan(2)
}, 120_000)
