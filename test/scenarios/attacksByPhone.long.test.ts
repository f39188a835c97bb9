/** K5, T2, G5 and the client's own mark, attacked from a phone: the attacks of the panel, by people who are signed in there. */
import '../fixtures/phoneDoor'
import './doorsAttacks.long.test'
import { deskWorld, done } from '../fixtures/desk'

test('these calls went by the phone', () => {
  const world = deskWorld()
  done(world, 'desk/today', {})
  expect(world.state.executions.at(-1)?.fn).toBe('phone')
})
