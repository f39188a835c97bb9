/** Letters that wait are delivered: once where two runs send at the same time, and none is lost where the run dies. */
import { delivered, doubled, mailRows } from '../fixtures/deliveredMail'
import { director, request, run } from '../fixtures/desk'
import { expectNoneLost, expectOnceInEveryOrder, waitingLetters } from '../fixtures/waitingLetters'

const send = request('outbox/send', {})

test('two letters wait, and one send delivers both', () => {
  const { world, waiting } = waitingLetters()
  expect(waiting).toHaveLength(2)
  expect(doubled(waiting)).toEqual([])
  run(world, 'outbox/send', {})
  expect([delivered(world), mailRows(world, true)]).toEqual([waiting, waiting])
})

test('two people press at once: in every order each letter comes once', () =>
  expectOnceInEveryOrder([send, request('outbox/send', {}, director)]))

test('the page’s second call dies at each of its calls: no letter is lost', () => expectNoneLost(send))
