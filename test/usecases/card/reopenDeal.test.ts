/** K5: a closed deal goes back to the stage it was closed from. */
import { reopen, stageBeforeClosing } from '../../../src/usecases/card/reopenDeal'
import { acceptedDeal, client, heldDeal } from '../../fixtures/builders'
import { dealAfter, type Given, lineAbout, refTo, refusalOf, whoMay } from '../../fixtures/known'
import { callers } from '../../fixtures/staff'

const won = heldDeal({ version: 4, stage: 'won', failure: '' })
const lost = acceptedDeal({ version: 3, stage: 'lost', failure: 'отказ клиента' })
const moved = (version: number, from: string, to: string) => lineAbout({ id: 41721, version }, `deal/move/${to}`, { stage: [from, to] })
const input = (deal: typeof won, reason = 'передумали') => ({ deal: refTo(deal), reason })
const by = (more: Given): Given => ({ who: callers.director, clients: [client()], ...more })

test('to where the journal says it came from', () => {
  const journal = [moved(2, 'assigned', 'held'), moved(3, 'held', 'feedback'), moved(4, 'feedback', 'won')]
  expect(dealAfter(reopen, input(won), by({ deals: [won], journal }))).toMatchObject({
    stage: 'feedback',
    stageSince: '2026-11-23T09:00',
    version: 5,
  })
})

test('one that was imported as closed: to «проведена», or to «Принято в работу»', () => {
  expect(dealAfter(reopen, input(won), by({ deals: [won] })).stage).toBe('held')
  expect(dealAfter(reopen, input(lost), by({ deals: [lost] }))).toMatchObject({ stage: 'accepted', failure: '' })
})

test('the last change of stage counts, whatever was changed since', () => {
  const filled = lineAbout({ id: 41721, version: 5 }, 'deal/fill', { content: ['', 'x'] })
  expect(stageBeforeClosing([moved(3, 'held', 'feedback'), moved(4, 'feedback', 'won'), filled])).toBe('feedback')
  expect(stageBeforeClosing([filled])).toBeNull()
  expect(stageBeforeClosing([lineAbout({ id: 1, version: 1 }, 'import/deals', { stage: [null, 'won'] })])).toBeNull()
})

test.each<[string, string, typeof won, string]>([
  ['an open deal', 'moveNotAllowed', acceptedDeal({ version: 4 }), 'передумали'],
  ['without a reason', 'reasonNeeded', won, ' '],
])('%s: refused', (_, code, deal, reason) => {
  expect(refusalOf(reopen, input(deal, reason), by({ deals: [deal] }))).toMatchObject({ code })
})

test('changed since, or not there: refused', () => {
  expect(refusalOf(reopen, { ...input(won), deal: { ...refTo(won), version: 3 } }, by({ deals: [won] }))).toMatchObject({
    code: 'changedMeanwhile',
  })
  expect(refusalOf(reopen, input(won), by({}))).toMatchObject({ code: 'dealNotFound' })
})

test('the director or the administrator only', () => {
  expect(whoMay(reopen, input(won), { deals: [won] })).toEqual(['director', 'administrator'])
})
