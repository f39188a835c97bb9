/** The links that letters carry. */
import { linkUntil, pageLink } from '../../../src/usecases/externals/pageLinks'
import { assignedDeal } from '../../fixtures/builders'
import { deskOf, momentOf } from '../../fixtures/known'

const until = (start: string | null, now: string) => linkUntil({ start }, deskOf(), momentOf({ now }))

test.each<[string | null, string, string]>([
  ['2026-11-25T10:00', '2026-11-23T09:00', '2026-12-25'],
  ['2026-11-25T10:00', '2026-11-25T10:00', '2026-12-25'],
  ['2026-11-25T10:00', '2026-11-27T09:00', '2026-12-27'],
  [null, '2026-11-23T09:00', '2026-12-23'],
])('a consultation at %s, asked at %s: thirty days, until %s', (start, now, day) => {
  expect(until(start, now)).toBe(day)
})

test('tied to what the deal says now; a mark only where the page opens with one', () => {
  const deal = assignedDeal({ consultant: 'ПН' })
  expect(pageLink('report', deal, '2026-12-25')).toEqual({
    purpose: 'report',
    dealId: 41721,
    until: '2026-12-25',
    tag: expect.stringMatching(/^[0-9a-z]{1,7}$/),
  })
  expect(pageLink('report', { ...deal, consultant: 'СБ' }, '2026-12-25').tag).not.toBe(pageLink('report', deal, '2026-12-25').tag)
  expect(pageLink('feedback', deal, '2026-12-25', '5').value).toBe('5')
})
