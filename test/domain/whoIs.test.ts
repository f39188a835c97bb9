/** Who is who: one matcher for every door, by a table of cases and by its laws. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import type { Client } from '../../src/domain/client/client'
import { clientTraits, compare, type Told, traitsOf } from '../../src/domain/client/likeness'
import { verdictOn, whoIs } from '../../src/domain/client/meant/whoIs'
import { phoneKey } from '../../src/domain/client/phone'
import { client } from '../fixtures/builders'

const side = (text: string): Told => {
  const [organisation = '', contact = '', phone = '', email = ''] = text.split('|').map((part) => part.trim())
  return { organisation, contact, phone, email }
}
const cases = readFileSync(join(__dirname, '../fixtures/whoIs.ru.txt'), 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '' && !line.startsWith('#'))
  .map((line) => line.split(';;').map((part) => part.trim()) as [told: string, card: string, verdict: string])

const cardOf = (told: Told, part: Partial<Client> = {}): Client => client({ ...told, phoneKey: phoneKey(told.phone), ...part })
const found = (told: Told, clients: readonly Client[]) => {
  const { known, maybe } = whoIs(told, clients)
  return known !== null ? `same ${known.id}` : maybe.map((one) => `maybe ${one.client.id}`).join(', ')
}

test('the table has sixty cases and more', () => expect(cases.length).toBeGreaterThanOrEqual(60))

test.each(cases)('%s beside %s: %s', (told, card, verdict) => {
  const expected = { same: 'same 7', maybe: 'maybe 7', no: '' }[verdict]
  expect(found(side(told), [cardOf(side(card))])).toBe(expected)
  expect(found(side(card), [cardOf(side(told))])).toBe(expected)
})

describe('several cards', () => {
  const told = side(' | | 89114160123 | ')
  const alpha = side('АНО «Альфа» | | 89114160123 | ')

  test('of one switchboard: nobody is certain', () =>
    expect(found(told, [cardOf(alpha), cardOf(side('Фонд «Бета» | | 89114160123 | '), { id: 8 })])).toBe('maybe 8, maybe 7'))
  test('two cards of one client: the newer one', () => expect(found(told, [cardOf(alpha), cardOf(alpha, { id: 8 })])).toBe('same 8'))
  test('a merged card is nobody', () => expect(found(told, [cardOf(alpha, { outsideIds: 'amo:5 merged:8' })])).toBe(''))
  test('what agrees and what differs is told', () =>
    expect(
      whoIs(side('Фонд «Север» | Анна Иванова | 89114160123 | x@x.example'), [
        cardOf(side('АНО «Маяк» | Анна | 89114160123 | y@x.example')),
      ]).maybe,
    ).toMatchObject([{ by: ['phone', 'contact'], against: ['email', 'organisation'] }]))
})

describe('laws, over all mixtures of the table', () => {
  const sides = cases.flatMap(([told, card]) => [side(told), side(card)])
  const values = (trait: keyof Told) => fc.constantFrom(...new Set(sides.map((one) => one[trait])))
  const anybody = fc.record({
    organisation: values('organisation'),
    contact: values('contact'),
    phone: values('phone'),
    email: values('email'),
  })
  const verdict = (a: Told, b: Told) => verdictOn(compare(traitsOf(a), clientTraits(cardOf(b))))

  test('it does not matter which of two came first', () => {
    fc.assert(fc.property(anybody, anybody, (a, b) => expect(verdict(a, b)).toBe(verdict(b, a))))
  })
  test('certain: a phone or an e-mail agrees, and no other organisation is told', () => {
    fc.assert(
      fc.property(anybody, anybody, (a, b) => {
        const { organisation, phone, email } = compare(traitsOf(a), traitsOf(b))
        const isSure = verdict(a, b) === 'same'
        expect(isSure && (organisation === 'other' || phone === 'extension')).toBe(false)
        expect(isSure && email !== 'same' && phone !== 'same' && phone !== 'line').toBe(false)
      }),
    )
  })
})
