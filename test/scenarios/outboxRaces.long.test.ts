/** Letters that wait, sent by the tick: once beside somebody who sends them too, and none is lost where the tick dies. */
import { request } from '../fixtures/desk'
import { expectNoneLost, expectOnceInEveryOrder } from '../fixtures/waitingLetters'

const tick = { fn: 'tick', entry: 'trigger', user: '' } as const

test('the tick sends while somebody presses: in every order each letter comes once', () =>
  expectOnceInEveryOrder([request('outbox/send', {}), tick]))

test('the tick dies at each of its calls: no letter is lost', () => expectNoneLost(tick))
