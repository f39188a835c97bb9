/** A call noted, broken at its calls in each way, and finished; a part of what breaks while it is finished. All runs, all points: npm run crashes. */
import { invocationOf, keys } from '../../fixtures/deedRace'
import { writingDeeds } from '../../fixtures/writingDeeds'
import { crashed, crashedAgain, pointsOf, ways } from './crash'

const begin = writingDeeds['a call noted (I5)']
if (begin === undefined) throw new Error('nobody notes a call')
const { world, ...deed } = begin()
const run = invocationOf(deed, keys[0])
const points = pointsOf(world, run)
/** More with CRASHES=1: every so many of the points. */
const every = Number(process.env['CRASHES'] ?? 4)

test('each call that leaves the run breaks in each way', () => {
  expect(points.length).toBeGreaterThan(10)
  expect(points.length % Object.keys(ways).length).toBe(0)
})

test.each(points.filter((_, at) => at % every === 0).map((point) => [`${point.at} ${point.call} ${point.way}`, point] as const))(
  '%s: all holds after it is finished',
  (_, point) => expect(crashed(world, run, point)).toEqual([]),
)

test('what finishes it may break too', () => {
  let count = 0
  for (const point of points.filter((_, at) => at % 13 === 0))
    for (const again of crashedAgain(world, run, point))
      if (count++ % (15 * every) === 0) expect([again.name, again.wrong()]).toEqual([again.name, []])
  expect(count).toBeGreaterThan(50)
})
