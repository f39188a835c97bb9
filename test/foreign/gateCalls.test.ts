/** A hundred thousand service calls: none is lost on the way through the gate. `npm run foreign` makes a million, in a minute at most. */
import { gateCalls, toldOf } from './gateCalls'

test('a hundred thousand calls in fifty runs are all listed', () => {
  const found = gateCalls(100_000)
  process.stdout.write(`${toldOf(found)}\n`)
  expect(found).toMatchObject({ made: 100_000, runs: 50 })
})
