/** The same client and the same request are recognised (issue 3, «Duplicates»). */

import { isOtherOrganisation, sameClient, sameRequest } from '../../src/domain/client/duplicates'
import { client, unsortedDeal } from '../fixtures/builders'

const mayak = client()
const other = client({ id: 8, organisation: 'РОО «Маяк»', phone: '', phoneKey: '', email: 'Office@Mayak.example' })
const merged = client({ id: 9, outsideIds: 'amo:5 merged:7' })
const clients = [mayak, other, merged]
const found = (traits: Partial<Parameters<typeof sameClient>[1]>) =>
  sameClient(clients, { phone: '', email: '', organisation: '', ...traits }).map((one) => `${one.client.id} ${one.by}`)

test.each([
  [{ phone: '+7 (911) 416-01-23' }, ['7 phone']],
  [{ phone: '89114160123', organisation: 'РОО Маяк' }, ['7 phone', '8 organisation']],
  [{ email: 'office@mayak.example' }, ['8 email']],
  [{ organisation: 'ано  "Mаяк"' }, ['7 organisation']],
  [{ organisation: 'маяк' }, []],
  [{ organisation: 'Физическое лицо' }, []],
  [{}, []],
])('%j is %j, best first; a merged card never', (traits, expected) => expect(found(traits)).toEqual(expected))

test('two names are two organisations only where both are told', () => {
  expect(isOtherOrganisation('АНО Маяк', 'АНО «МАЯК»')).toBe(false)
  expect(isOtherOrganisation('нет', 'АНО «Маяк»')).toBe(false)
  expect(isOtherOrganisation('РОО «Маяк»', 'АНО «Маяк»')).toBe(true)
})

test('a request of the same client or phone within 14 days, open or closed, newest first', () => {
  const deals = [
    unsortedDeal({ id: 1, received: '2026-11-09T00:00', stage: 'lost' }),
    unsortedDeal({ id: 2, received: '2026-11-08T23:59' }),
    unsortedDeal({ id: 3, received: '2026-11-20T14:10', clientId: 99 }),
    unsortedDeal({ id: 4, received: '2026-11-21T14:10', clientId: 99, phone: '' }),
    unsortedDeal({ id: 5, received: '2026-11-23T09:00' }),
  ]
  const asked = { id: 5, clientId: 7, phone: '+79114160123' }
  expect(sameRequest(deals, asked, '2026-11-23T09:00').map(({ id }) => id)).toEqual([3, 1])
})
