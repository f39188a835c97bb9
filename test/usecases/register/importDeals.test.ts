/** Booked deals of an import and the events that stand in the calendar. */
import { importChanges, readDealImport } from '../../../src/usecases/register/importDeals'
import { amocrmTable } from '../../fixtures/amocrmTable'
import { client, heldDeal, mondayMorning } from '../../fixtures/builders'
import { deskOf, eventAt } from '../../fixtures/known'

const { people, projects, required } = deskOf().office
const setting = { people, projects, required, existingDealIds: [], existingClients: [], nextClientId: 8, now: mondayMorning }
const found = (title: string, start = '2026-11-25T10:00') =>
  readDealImport(amocrmTable(), setting, [eventAt(start, '2026-11-25T12:00', title)])

test('the same consultant, time and organisation as people write it', () => {
  const { deals, matchedEvents } = found('ММ_ано маяк')
  expect(matchedEvents).toBe(1)
  expect(deals[0]).toMatchObject({ eventId: 'e202611251000', end: '2026-11-25T12:00' })
})

test.each([
  ['another consultant', 'СБ_АНО «Маяк»', '2026-11-25T10:00'],
  ['another organisation', 'ММ_Фонд «Север»', '2026-11-25T10:00'],
  ['another time', 'ММ_АНО «Маяк»', '2026-11-25T11:00'],
  ['a free slot', 'ММ консультация', '2026-11-25T10:00'],
])('%s is none', (_, title, start) => {
  expect(found(title, start)).toMatchObject({ matchedEvents: 0, deals: [{ eventId: '' }] })
})

test('everything is new, and journalled as an import', () => {
  expect(importChanges([heldDeal()], [client()])).toMatchObject({
    kind: 'import/deals',
    deals: [{ before: null, after: { id: 41721 } }],
    clients: [{ before: null, after: { id: 7 } }],
    letters: [],
  })
})
