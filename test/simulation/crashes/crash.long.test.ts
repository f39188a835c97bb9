/** What breaks is judged as told in crash.ts: a doubled request is seen, equal ends are found equal, and what finishes a run may break too. Each point of all runs: npm run crashes. */
import { createInput, office } from '../../fixtures/desk'
import { asking, marked } from '../races/lane'
import { methodLanes } from '../races/methodLanes'
import { shared } from '../races/office'
import { Afterwards } from './crash'

const lane = methodLanes.find(({ name }) => name.startsWith('deal/note'))
if (lane === undefined) throw new Error('nobody notes a call')
/** More with CRASHES=1: every so many of the points. */
const every = Number(process.env['CRASHES'] ?? 4)

/** Without the key of its form nobody can know that it is the same one. */
const doubled = marked({
  name: 'a request without a key',
  world: shared.world,
  invocation: asking('deal/create', createInput({ request: 'вопрос-8- об отчёте' }), office),
})

test('a request that makes two deals is seen; each point comes to what it comes to alone', () => {
  const after = new Afterwards(doubled)
  const points = after.points().filter((_, at) => at % 3 === 0)
  const together = points.map((point) => after.crashed(point))
  expect(together.flatMap(({ wrong }) => wrong).join()).toMatch(/N1 request вопрос-8- made Сделки № \d+ and Сделки № \d+/)
  expect(together.filter(({ isEqual }) => isEqual).length).toBeGreaterThan(0)
  expect(points.map((point) => new Afterwards(doubled).crashed(point).wrong)).toEqual(together.map(({ wrong }) => wrong))
})

test('what finishes it may break too', () => {
  const after = new Afterwards(lane)
  let count = 0
  for (const point of after.points().filter((_, at) => at % 13 === 0))
    for (const again of after.crashedAgain(point))
      if (count++ % (15 * every) === 0) expect([again.name, again.crashed().wrong]).toEqual([again.name, []])
  expect(count).toBeGreaterThan(50)
})
