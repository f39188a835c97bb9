/** One judge for every door: the same value gets the same verdict on the card, in the sheet and in a new request; texts stand as typed or not at all. */
import fc from 'fast-check'
import { type Client, clientCardKeys, emptyClient } from '../../src/domain/client/client'
import { clientFields } from '../../src/domain/client/fields'
import type { Deal } from '../../src/domain/deal/deal'
import { dealFields } from '../../src/domain/deal/fields'
import { judgeClientEdit, judgeDealEdit } from '../../src/domain/deal/judging/handEdit'
import { judgeClient, judgeDeal } from '../../src/domain/deal/judging/judge'
import { type Field, type Fields, keysOf } from '../../src/domain/register/field'
import { isText, type Value } from '../../src/domain/register/kinds'
import { fill } from '../../src/usecases/card/fillDeal'
import { create } from '../../src/usecases/intake/createDeal'
import { assignedDeal, client, heldDeal, office } from '../fixtures/builders'
import { planOf, refTo } from '../fixtures/known'
import { callers } from '../fixtures/staff'

const now = '2026-11-26T09:00'
const asked = { who: callers.officeManager, now, office: office() }

/** Nobody may put these anywhere. */
const bad: Readonly<Record<string, readonly Value[]>> = {
  integer: [-30, 4, 481, 6060, 1e9],
  word: ['нет такого', 99, '__proto__'],
  date: ['1999-12-31', '2026-11-27', '2026-02-30', '9999-01-01'],
  dateTime: ['1999-12-31T10:00', '2036-01-01T10:00', '2026-99-99T99:99'],
  text: ['а\u0000б', '\ud800', 'я'.repeat(20_000)],
  email: ['нет', 'a@x', 'a@x.org, b@x.org', 'mailto:a@x.org', 'a b@x.org', 'a@x.org.', '@'],
  phone: ['спросить', '12', '+', 'звонить Анне'],
  project: ['Проект мечты'],
  organisationKind: ['Некоммерческая'],
  failureReason: ['просто так'],
  consultant: ['ЯЯ'],
  yes: ['нет', '1'],
}

function badFor({ kind }: Field): readonly Value[] {
  const named = 'means' in kind && kind.means !== undefined ? (bad[kind.means] ?? []) : []
  if (isText(kind)) return [...(bad['text'] ?? []), ...named]
  if (kind.type === 'integer') return kind.max === 5 ? [-1, 0, 6] : (bad['integer'] ?? [])
  return bad[kind.type] ?? []
}

const cases = (table: Fields) =>
  keysOf(table, ({ set }) => set?.page !== undefined && set.hand !== undefined && set.page !== 'assign').flatMap((key) =>
    badFor(table[key] as Field).map((value) => [key, value] as const),
  )

describe('a bad value is refused at every door', () => {
  test('there are many of them', () => {
    expect(cases(dealFields).length + cases(clientFields).length).toBeGreaterThan(90)
  })

  test.each(cases(dealFields).filter(([key]) => key !== 'stage'))('deal.%s: %j', (key, value) => {
    const deal = heldDeal({ consultant: 'ПН' })
    const who = { ...callers.director, roles: ['director', 'officeManager'] } as const
    const typed = { [key]: value } as Partial<Deal>
    expect(Object.keys(judgeDeal(deal, typed, { ...asked, who, door: 'page' }).refused)).toEqual([key])
    expect(Object.keys(judgeDealEdit(deal, typed, { ...asked, who, client: client() }).putBack)).toEqual([key])
    const filled = dealFields[key as keyof typeof dealFields] as Field
    if (filled.set?.page === 'fill')
      expect(planOf(fill, { deal: refTo(deal), fields: typed } as never, { deals: [deal], now }).ok).toBe(false)
  })

  test.each(cases(clientFields))('client.%s: %j', (key, value) => {
    const typed = { [key]: value } as Partial<Client>
    expect(Object.keys(judgeClient(typed, { ...asked, door: 'page', isOwn: true }).refused)).toEqual([key])
    expect(Object.keys(judgeClientEdit(typed, { ...asked, isOwn: true }).putBack)).toEqual([key])
    const card = Object.fromEntries(clientCardKeys.map((one) => [one, client()[one]]))
    const input = {
      channel: 'phoneOffice',
      stage: 'accepted',
      clientId: null,
      client: { ...card, ...typed },
      topic: 10,
      request: '',
      agreedWith: '',
    }
    expect(planOf(create, input as never, { now }).ok).toBe(false)
  })
})

describe('texts', () => {
  const wild = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc
      .array(fc.constantFrom('=', '"', '<b>', '⟦1⟧', '\u202e', '\ud83d', '\ude00', '\u0007', '\n', '\t', 'Ж', '😀', "'", '{"a":1}'), {
        maxLength: 40,
      })
      .map((parts) => parts.join('')),
    fc.constantFrom('я'.repeat(50_000), '"'.repeat(9_900), '\u0001'.repeat(10_000)),
  )
  const texts = keysOf<Fields>(dealFields, ({ set, kind }) => set?.page === 'fill' && isText(kind) && kind.means === undefined)

  test('10,000 of them: stored as typed, or refused; what is stored is well-formed and has room', () => {
    fc.assert(
      fc.property(fc.constantFrom(...texts), wild, (key, text) => {
        const { accepted, refused } = judgeDeal(assignedDeal(), { [key]: text } as Partial<Deal>, { ...asked, door: 'page' })
        if (key in refused) return !(key in accepted)
        const { kind } = dealFields[key as keyof typeof dealFields] as Field
        const stored = (accepted as Readonly<Record<string, unknown>>)[key]
        const isWhole = encodeURIComponent(text) !== '%' && !/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.test(text)
        return stored === text && isWhole && isText(kind) && text.length <= kind.most
      }),
      { numRuns: 10_000, seed: 20_261_123 },
    )
  })
})

test('an e-mail is one address', () => {
  const isTaken = (email: string) => judgeClient({ email }, { ...asked, door: 'hand', isOwn: true }).accepted.email === email
  expect(['a@example.org', 'anna.ivanova+desk@mail.example.ru', 'info@центр.рф', ''].filter(isTaken)).toHaveLength(4)
  expect(emptyClient.email).toBe('')
})
