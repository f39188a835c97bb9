/** Random histories of two days: once all is quiet calendar, register, lines and letters say the same (more of them in twoDays.long.test.ts). */
import { twoDays } from '../fixtures/twoDays'

test('3 histories of 14 deeds', () => {
  const histories = ['a', 'b', 'c'].map((seed) => twoDays(`a few days ${seed}`, 14))
  expect(histories.flatMap(({ wrong }) => wrong)).toEqual([])
  expect(histories.reduce((sum, { letters }) => sum + letters, 0)).toBeGreaterThan(6)
}, 120_000)
