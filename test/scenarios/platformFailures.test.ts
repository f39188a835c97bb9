/** A few doors × the failures that may have landed and that pass by themselves; all of them: platformFailures.long. */
import { readingDoors, writingDoors } from '../fixtures/failingDoors'
import { sweep } from '../fixtures/failureSweep'

const doors = { ...readingDoors, ...writingDoors }

test.each(['today', 'a call noted (I5)', 'a request posted'])('%s', (name) => {
  const open = doors[name]
  if (open === undefined) throw new Error('there is no such door')
  const tried = [...sweep(open(), { writes: name in writingDoors, chosen: ['transient', 'timedOutAfter'] })]
  expect(tried.length).toBeGreaterThan(1)
  expect(tried.filter(({ faults }) => faults.length > 0)).toEqual([])
  expect(tried.some(({ course }) => course === 'unseen')).toBe(true)
})
