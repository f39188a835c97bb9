/** A lead that nobody here knows: a request (I1), or a row of the years before. */
import { readAmocrm } from '../../../../src/domain/importing/amocrm/amocrm'
import { historyTable, requestOfLead, takeLead, withTaken } from '../../../../src/usecases/control/amocrm/newLead'
import { mondayMorning, office } from '../../../fixtures/builders'
import { deskOf } from '../../../fixtures/known'
import { lead, reading, statusOf } from '../../../fixtures/leads'

const by = reading()

test.each([
  ['forms', 'site'],
  ['mail', 'email'],
  ['chats', 'social'],
  ['sip', 'phoneOffice'],
] as const)('I1: %s came by %s', (category, channel) => {
  const { channel: read, request } = requestOfLead(lead(), { uid: 'u1', category, metadata: { message: 'Как открыть НКО?' } }, by)
  expect([read, request.fields.text, request.fields.phone]).toEqual([channel, 'Как открыть НКО?', '8 911 416-01-23'])
  expect(request.raw).toContain('Как открыть НКО?')
})

test('its number there is kept, and the next one gets the next number here', () => {
  const desk = deskOf({ service: { lastDealId: '100', lastClientId: '10' } })
  const moment = { now: mondayMorning, entry: 'amoCRM', who: { email: '', name: '', initials: '', roles: [] } }
  const taken = takeLead(requestOfLead(lead(), null, by), [], desk, moment)
  if (taken === null) throw new Error('it has room')
  expect(taken.deals[0]?.after).toMatchObject({ id: 101, stage: 'unsorted', outsideIds: 'amo:700001' })
  expect(withTaken(desk, taken).service).toMatchObject({ lastDealId: '101', lastClientId: '11' })
})

test('K5: years before come through the import: closed and complete, or held with what is missing', () => {
  const table = historyTable(
    [lead({ status: 142 }), lead({ id: 700002, status: statusOf('accepted') }), lead({ id: 700003, status: 143, reason: 51 })],
    by,
  )
  const { people, projects, required } = office()
  const read = readAmocrm(table, {
    people,
    projects,
    required,
    existingDealIds: [],
    existingClients: [],
    nextClientId: 1,
    now: mondayMorning,
  })
  expect(read.deals.map(({ stage, outsideIds, failure }) => [stage, outsideIds, failure])).toEqual([
    ['held', 'amo:700001', ''],
    ['accepted', 'amo:700002', ''],
    ['lost', 'amo:700003', 'неявка'],
  ])
  expect(read.deals.every(({ importedAt }) => importedAt === mondayMorning)).toBe(true)
})
