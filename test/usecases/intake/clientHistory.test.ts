/** Consultations of one client, newest first. */
import { clientHistory } from '../../../src/usecases/intake/clientHistory'
import { acceptedDeal, assignedDeal, client, heldDeal } from '../../fixtures/builders'
import { type Given, shownBy, whoMay } from '../../fixtures/known'
import { everyReader } from '../../fixtures/staff'

const held = heldDeal({ id: 41600, start: '2026-11-10T10:00' })
const booked = assignedDeal()
const deals = [held, booked, acceptedDeal({ id: 41722 }), heldDeal({ id: 41601, clientId: 9 }), heldDeal({ id: 41602, stage: 'lost' })]
const archived = heldDeal({ id: 40001, stage: 'won', start: '2024-05-01T10:00' })
const given: Given = {
  deals,
  clients: [client({ archivedHeld: 3 })],
  archive: {
    '2024': [archived, heldDeal({ id: 40002, clientId: 9 })],
    '2023': [heldDeal({ id: 39001, stage: 'won', start: '2023-05-01T10:00' })],
  },
}

test('held and booked ones; what only waits, was lost or is another client’s is none', () => {
  const { consultations, inArchive } = shownBy(clientHistory, { clientId: 7 }, given)
  expect(consultations).toEqual([
    { dealId: 41721, row: 3, start: '2026-11-25T10:00', consultant: 'ММ', topic: 10, recommendations: '', stage: 'assigned' },
    { dealId: 41600, row: 2, start: '2026-11-10T10:00', consultant: 'ММ', topic: 10, recommendations: held.recommendations, stage: 'held' },
  ])
  expect(inArchive).toBe(3)
})

test('with the archive where it is asked for', () => {
  const { consultations, inArchive } = shownBy(clientHistory, { clientId: 7, archive: true }, given)
  expect(consultations.map(({ dealId, row }) => [dealId, row])).toEqual([
    [41721, 3],
    [41600, 2],
    [40001, null],
    [39001, null],
  ])
  expect(inArchive).toBe(0)
})

test('of two at one time the later number comes first', () => {
  const twice = [held, { ...held, id: 41599 }]
  expect(shownBy(clientHistory, { clientId: 7 }, { deals: twice }).consultations.map(({ dealId }) => dealId)).toEqual([41600, 41599])
})

test('whoever reads may look', () => {
  expect(whoMay(clientHistory, { clientId: 7 }, given)).toEqual(everyReader)
})
