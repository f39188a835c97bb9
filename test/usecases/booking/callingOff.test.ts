/** Who is told that a booking stands no more (A2, R2). */
import type { Deal } from '../../../src/domain/deal/deal'
import { withCallOffs } from '../../../src/usecases/booking/callingOff'
import { changes } from '../../../src/usecases/changes'
import { assignedDeal, client, defaultSettings } from '../../fixtures/builders'
import { deskOf, type Given, momentOf } from '../../fixtures/known'
import { callers } from '../../fixtures/staff'

const before = assignedDeal({ toldAt: '2026-11-20T15:05' })
const released: Deal = { ...before, version: 2, stage: 'accepted', consultant: '', start: null, end: null, eventId: '' }
const lost: Deal = { ...before, version: 2, stage: 'lost', failure: 'отказ клиента' }

function told(after: Deal, more: Given = {}, was: Deal = before) {
  const given = { deals: [was], clients: [client()], ...more }
  const plan = withCallOffs(changes({ kind: 'x', deals: [{ before: was, after }] }), deskOf(given), momentOf(given))
  return { letters: plan.letters.map(({ key, to }) => [key, to]), toldAt: plan.deals[0]?.after.toldAt }
}
const consultant = ['cancelled:41721v2', 'gg0@example.org']
const byLetter = ['client-off:41721v2', 'client1@example.org']

test.each([
  ['released', released],
  ['lost', lost],
])('%s: the consultant and the client, who knows no time any more', (_, after) => {
  expect(told(after)).toEqual({ letters: [consultant, byLetter], toldAt: null })
})

test('the consultant who calls it off himself is not told by letter', () => {
  expect(told(released, { who: callers.own }).letters).toEqual([byLetter])
})

test.each<[string, Given]>([
  ['has no address', { clients: [client({ email: '' })] }],
  ['has no card', { clients: [] }],
  ['is not written to by this office', { office: { settings: { ...defaultSettings, clientLetters: false } } }],
])('a client who %s still counts as told of the old time', (_, more) => {
  expect(told(released, more)).toEqual({ letters: [consultant], toldAt: before.toldAt })
})

test('a client who was never told of the time is not told of its end', () => {
  expect(told(released, {}, { ...before, toldAt: null }).letters).toEqual([consultant])
})

test.each<[string, Deal, Given]>([
  ['to another consultant', { ...before, consultant: 'СБ', version: 2 }, {}],
  ['held', { ...before, stage: 'held', version: 2 }, {}],
])('%s: nobody', (_, after, more) => {
  expect(told(after, more).letters).toEqual([])
})

test('called off when its hour is over: nobody is told, and nobody waits for it', () => {
  expect(told(released, { now: '2026-11-26T09:00' })).toEqual({ letters: [], toldAt: null })
})
