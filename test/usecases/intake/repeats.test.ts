/** Earlier requests of the same client, 14 days back. */
import { repeats } from '../../../src/usecases/intake/repeats'
import { acceptedDeal, heldDeal, unsortedDeal } from '../../fixtures/builders'
import { refTo, refusalOf, shownBy, whoMay } from '../../fixtures/known'
import { everyReader } from '../../fixtures/staff'

const asked = unsortedDeal({ received: '2026-11-20T14:10' })
const found = (...others: ReturnType<typeof unsortedDeal>[]) =>
  shownBy(repeats, { deal: refTo(asked) }, { deals: [asked, ...others] }).repeats

test('the same client or the same phone, closed ones too, newest first', () => {
  const open = acceptedDeal({ id: 41700, received: '2026-11-18T10:00' })
  const closed = heldDeal({ id: 41699, stage: 'won', received: '2026-11-19T10:00', clientId: 9 })
  expect(found(open, closed).map(({ ref, open: isOpen }) => [ref.id, ref.row, isOpen])).toEqual([
    [41699, 4, false],
    [41700, 3, true],
  ])
  expect(found(open)[0]?.text).toContain('№ 41700')
})

test.each<[string, boolean]>([
  ['2026-11-06T00:00', true],
  ['2026-11-05T23:59', false],
  ['2026-11-20T14:10', true],
  ['2026-11-20T14:11', false],
])('received %s: %s', (received, isFound) => {
  expect(found(acceptedDeal({ id: 41700, received })).length > 0).toBe(isFound)
})

test('another client with another phone is none', () => {
  expect(found(acceptedDeal({ id: 41700, clientId: 9, phone: '8 921 000-00-01' }))).toEqual([])
})

test('a deal that is not there is told; whoever reads may look', () => {
  expect(refusalOf(repeats, { deal: refTo(asked) })).toEqual({ code: 'dealNotFound', id: asked.id })
  expect(whoMay(repeats, { deal: refTo(asked) }, { deals: [asked] })).toEqual(everyReader)
})
