/** A lead that changed, beside its deal: taken, or put back with why. */
import { ofDeal } from '../../../../src/domain/importing/leads/lead'
import { type Settling, settled, settleLead, takeNote, wishOf } from '../../../../src/usecases/control/amocrm/settleLead'
import { acceptedDeal, client, heldDeal, mondayMorning, office } from '../../../fixtures/builders'
import { lead, reading, statusOf } from '../../../fixtures/leads'

const by = reading()
const setting = {
  reading: by,
  desk: { office: office() },
  moment: { now: mondayMorning, entry: 'amoCRM', who: { email: '', name: '', initials: '', roles: [] } },
}

function begun(deal = acceptedDeal(), part: Partial<Settling> = {}): Settling {
  const pair = {
    row: 2,
    deal: deal.id,
    lead: 700001,
    facets: ofDeal(deal, by.link),
    contact: 1,
    company: 2,
    waiting: '',
    state: '' as const,
  }
  return { pair, deal, client: client(), notes: [], by: '', isOwed: false, ...part }
}

const said = (deal = acceptedDeal(), part = {}) => {
  const request = { '804': deal.request }
  return lead({ status: statusOf(deal.stage), fields: { ...request, ...part } })
}

test('the lead that says the same changes nothing', () => {
  const so = begun()
  expect(settleLead(so, said(), '', setting)).toMatchObject({ deal: so.deal, client: so.client, notes: [], isOwed: false })
})

test('a legal change is taken once, and what the lead says is remembered', () => {
  const after = settleLead(begun(), said(acceptedDeal(), { '804': 'Устав' }), '', setting)
  expect(after.deal.request).toBe('Устав')
  expect(after.pair.facets.request).toBe('Устав')
  expect(settled(acceptedDeal(), after.deal).version).toBe(2)
  expect(wishOf(after, 5)).toEqual([])
})

test('K5: what the pipeline does not allow goes back, and the note says why', () => {
  const deal = heldDeal({ minutes: null })
  const after = settleLead(begun(deal), lead({ ...said(deal), status: 142 }), '', setting)
  expect(after.deal.stage).toBe('held')
  expect(after.notes).toEqual([expect.stringMatching(/^Консультации · .*«Этап» — /)])
  expect(wishOf(after, 5)).toMatchObject([{ deal: deal.id, row: 5, notes: after.notes }])
})

test('while it waits in «Неразобранное» its stage is nobody’s change', () => {
  const after = settleLead(begun(), lead({ ...said(), status: statusOf('unsorted') }), 'u1', setting)
  expect(after).toMatchObject({ notes: [], pair: { waiting: 'u1' } })
  expect('stage' in after.pair.facets).toBe(false)
})

test('somebody’s note stands among the comments; our own, and one on a closed card, do not', () => {
  const noted = takeNote(begun(), { text: 'Просит\n бланк', by: 1 }, setting)
  expect(noted.deal.comments).toMatch(/amoCRM, .*: Просит бланк$/)
  const so = begun()
  expect(takeNote(so, { text: 'Консультации · было', by: 1 }, setting).deal).toBe(so.deal)
  const closed = begun(heldDeal({ stage: 'won' }))
  expect(takeNote(closed, { text: 'поздно', by: 1 }, setting).deal).toBe(closed.deal)
})
