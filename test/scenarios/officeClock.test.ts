/** The page's clock is the office's own, wherever the program runs; nothing is asked for it after a deed is done. */
import { call, deskWorld, director, done, office, run } from '../fixtures/desk'

test.each([
  ['Екатеринбург', '2026-11-23T11:'],
  ['Europe/Kaliningrad', '2026-11-23T08:'],
])('an office in %s', (zone, hour) => {
  const world = deskWorld()
  done(world, 'settings/save', { values: { zone } }, director)
  const { now } = call(world, 'desk/today', {}, office) as { readonly now?: string }
  expect(now?.slice(0, hour.length)).toBe(hour)
})

test('the lock is given back last', () => {
  const { calls } = run(deskWorld(), 'settings/save', { values: { centrePhone: '1' } }, director)
  expect(calls.map(({ name }) => name).at(-1)).toBe('Lock.release')
})
