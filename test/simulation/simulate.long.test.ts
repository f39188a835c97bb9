/** The same seed is the same history. What many weeks of many seeds hold: npm run simulate. */
import { play } from './play'
import { storyOf } from './story'

test('a seed is one history, byte for byte, and another seed another one', () => {
  const [one, two] = ['long 1', 'long 2'].map((seed) => storyOf({ seed, weeks: 1, load: 4 }))
  if (one === undefined || two === undefined) throw new Error('two seeds are compared')
  const histories = [one, one, two, two].map((story) => play(story).history)
  expect(histories[0]).toBe(histories[1])
  expect(histories[2]).toBe(histories[3])
  expect(histories[0]).not.toBe(histories[2])
}, 600_000)
