/** I3, I4, I8: a request is taken. */
import type { Input } from '../../../src/rpc/contract'
import { create, outsideIdsOf } from '../../../src/usecases/intake/createDeal'
import { client, unsortedDeal } from '../../fixtures/builders'
import { answerBy, changesBy, clientAfter, dealAfter, type Given, knownTo, planOf, refusalOf, whoMay } from '../../fixtures/known'
import { everyOffice } from '../../fixtures/staff'

const { organisation, kind, contact, phone, email, messenger, municipality, consentDate } = client()
const card = { organisation, kind, contact, phone, email, messenger, municipality, consentDate }

function input(part: Partial<Input<'deal/create'>> = {}): Input<'deal/create'> {
  return { channel: 'phoneOffice', stage: 'accepted', clientId: null, client: card, topic: 10, request: 'Отчёт', agreedWith: 'ММ', ...part }
}

test('I8: a call to the office is at work at once, its client reached', () => {
  expect(dealAfter(create, input())).toMatchObject({
    id: 41722,
    version: 1,
    stage: 'accepted',
    received: '2026-11-23T09:00',
    reachedAt: '2026-11-23T09:00',
    clientId: 8,
    organisation: 'АНО «Маяк»',
    agreedWith: 'ММ',
  })
  expect(dealAfter(create, input({ channel: 'phoneStaff' })).reachedAt).toBe('2026-11-23T09:00')
  expect(dealAfter(create, input({ channel: 'email', stage: 'new' })).reachedAt).toBeNull()
})

test('a number is never given twice, whatever stands in the sheet', () => {
  expect(dealAfter(create, input(), { service: { lastDealId: '50000', lastClientId: '900' } })).toMatchObject({ id: 50001, clientId: 901 })
})

test('a known client is brought up to date, or left alone where nothing differs', () => {
  const known: Given = { clients: [client()] }
  expect(changesBy(create, input({ clientId: 7 }), known)).toMatchObject({ clients: [], deals: [{ after: { clientId: 7 } }] })
  const moved = input({ clientId: 7, client: { ...card, phone: '8 921 000-00-01' } })
  expect(clientAfter(create, moved, known)).toMatchObject({ id: 7, version: 2, phoneKey: '+79210000001', created: '2026-11-20T14:10' })
  expect(answerBy(create, moved, known)).toMatchObject({ client: { phone: '8 921 000-00-01' }, ref: { id: 41722, row: null } })
})

test.each<[string, object, Partial<Input<'deal/create'>>]>([
  ['I4: a gap in the client’s card', { code: 'incomplete', to: 'accepted' }, { client: { ...card, municipality: '' } }],
  ['no phone at all', { code: 'incomplete' }, { client: { ...card, phone: '' } }],
  ['nonsense as a phone', { code: 'badPhone' }, { client: { ...card, phone: 'спросить' } }],
  ['a card that is not there', { code: 'clientNotFound', id: 7 }, { clientId: 7 }],
  ['a name too long', { code: 'tooLong', limit: 500 }, { client: { ...card, contact: 'о'.repeat(501) } }],
  ['a request too long', { code: 'tooLong', limit: 10_000 }, { request: 'о'.repeat(10_001) }],
  ['a call in «Неразобранное»', { code: 'badValue', title: 'Канал' }, { stage: 'unsorted' }],
])('%s: refused', (_, problem, part) => {
  expect(refusalOf(create, input(part))).toMatchObject(problem)
})

test('I5: what came in writing is taken as it is', () => {
  const bare = { ...card, phone: 'спросить', municipality: '', consentDate: null }
  expect(planOf(create, input({ channel: 'email', stage: 'unsorted', client: bare })).ok).toBe(true)
})

test('a repeated click and a letter pasted again find the deal that stands already', () => {
  const asked = input({ requestKey: 'key-of-the-form-1', letter: 'Телефон: 8 911 416-01-23' })
  expect(outsideIdsOf(asked)).toHaveLength(2)
  const standing = (outsideIds: string) => unsortedDeal({ id: 41000, outsideIds })
  const again = (outsideIds: string, one = asked) =>
    create.again?.(one, knownTo(create, one, { deals: [standing(outsideIds)], clients: [client()] }))
  expect(again('page:key-of-the-form-1')).toMatchObject({ deal: { id: 41000 }, client: { id: 7 } })
  expect(again(`amo:7 ${outsideIdsOf(asked)[0]}`)).toMatchObject({ deal: { id: 41000 } })
  expect(again('page:key-of-the-form-2')).toBeNull()
  expect(again('', input())).toBeNull()
  expect(dealAfter(create, asked).outsideIds).toBe(outsideIdsOf(asked).join(' '))
})

test('whoever takes requests', () => {
  expect(whoMay(create, input())).toEqual([...everyOffice, 'own', 'other'])
})
