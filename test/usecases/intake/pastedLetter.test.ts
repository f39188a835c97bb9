/** A pasted letter is read. */
import { outsideIdsOf } from '../../../src/usecases/intake/createDeal'
import { readPasted } from '../../../src/usecases/intake/pastedLetter'
import { acceptedDeal, client, heldDeal } from '../../fixtures/builders'
import { shownBy, whoMay } from '../../fixtures/known'
import { everyOffice } from '../../fixtures/staff'

const text =
  'Организация: АНО «Маяк»\nИмя: Анна Иванова\nТелефон: 8 911 416-01-23\nПочта: new@example.org\nКонсультант: Морозова\nВопрос: подать заявку на грант'
const read = (more = {}) => shownBy(readPasted, { text }, more)

test('fields as it says them', () => {
  expect(read()).toMatchObject({
    client: { organisation: 'АНО «Маяк»', contact: 'Анна Иванова', email: 'new@example.org', consentDate: null },
    request: 'подать заявку на грант',
    agreedWith: 'ММ',
    matches: [],
    repeats: [],
    known: null,
  })
})

test('who may have written it, with his last consultation and what is open', () => {
  const last = heldDeal({ id: 41600, stage: 'won', received: '2026-11-10T09:00', start: '2026-11-10T10:00' })
  const going = acceptedDeal({ id: 41700, received: '2026-11-20T10:00' })
  const { matches, repeats } = read({
    clients: [client(), client({ id: 9, organisation: 'Фонд «Север»', phone: '', phoneKey: '', email: '' })],
    deals: [last, going],
  })
  expect(matches).toMatchObject([{ client: { id: 7 }, by: 'phone', last: { dealId: 41600 }, open: { id: 41700 } }])
  expect(repeats.map(({ ref }) => ref.id)).toEqual([41700, 41600])
})

test('the same letter was taken before', () => {
  const [outsideIds = ''] = outsideIdsOf({ letter: text })
  expect(read({ deals: [acceptedDeal({ id: 41700, outsideIds })] }).known).toEqual({ id: 41700, row: 2, clientId: 7 })
})

test('whoever takes requests', () => {
  expect(whoMay(readPasted, { text })).toEqual([...everyOffice, 'own', 'other'])
})
