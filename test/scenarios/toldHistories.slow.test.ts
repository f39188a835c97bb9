/** Random histories of two bookings: each letter true and news when it went, each last word what is so (more of them in toldHistories.long.test.ts). */
import { toldHistory } from '../fixtures/toldHistory'

test('3 histories of 25 deeds: the right people have the right letter once', () => {
  const histories = ['a', 'b', 'c'].map((seed) => toldHistory(seed, 25))
  expect(histories.flatMap(({ wrong }) => wrong)).toEqual([])
  expect(histories.reduce((sum, { letters }) => sum + letters, 0)).toBeGreaterThan(6)
}, 120_000)
