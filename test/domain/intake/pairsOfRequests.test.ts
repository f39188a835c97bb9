/** Must show 2: 2,000 pairs of requests, as four senders write them, each thing in several spellings; the second finds the first one's client only where the table says so. */

import fc from 'fast-check'
import { newsIn } from '../../../src/domain/client/news'
import { readGoogleForm } from '../../../src/domain/intake/read/readGoogleForm'
import { readLetter } from '../../../src/domain/intake/read/readLetter'
import { readRequest } from '../../../src/domain/intake/read/readRequest'
import { takeRequest } from '../../../src/usecases/intake/takeRequest'
import { deskOf, momentOf } from '../../fixtures/known'

/** Each thing by what it is, in several spellings. 0 = not told. */
const organisations = [
  [''],
  [
    'АНО «Маяк»',
    'ано маяк',
    'Автономная некоммерческая организация "Маяк"',
    'AHO «Maяк»',
    'А.Н.О. “Маяк”',
    '«Маяк», АНО',
    'Автономная некоммерческая организация (АНО) «Маяк»',
    'АНО_Маяк',
  ],
  ['Фонд «Маяк»', 'ФОНД "МАЯК"'],
  ['Маяк', '«Mаяк»', 'МАЯК'],
  ['ТОС «Тёплый дом № 1»', 'TOC «Теплый дом №1»', 'Территориальное общественное самоуправление «Тёплый дом 1»'],
  ['ТОС «Тёплый дом № 2»'],
  ['АНО «Маяк-7»', 'Автономная некоммерческая организация «Маяк 7»'],
]
const people = [
  [''],
  ['Анна Иванова', 'Иванова Анна', 'ИВАНОВА АННА', 'Aннa Ивaнoвa'],
  ['Анна', 'АННА'],
  ['Пётр Сидоров', 'Петр Сидоров', 'Сидоров Пётр'],
  ['Мария Иванова', 'Иванова Мария'],
]
const phones = [
  [''],
  [
    '8 911 416-01-23',
    '+7 (911) 416 01 23',
    '9114160123',
    'моб. 8-911-416-01-23',
    '8 911 416-01-23 после 18:00',
    '8\u00a0911\u00a0416‑01‑23',
  ],
  ['8 (8182) 28-80-00', '+78182288000', 'тел. 8-8182-28-80-00 до 17'],
  [
    '8 (8182) 28-80-00 доб. 12',
    '88182288000 #12',
    '8 (8182) 28-80-00 (12)',
    '8(8182)288000-12',
    '8 8182 28-80-00, вн.12',
    '88182288000 ext 12',
  ],
  ['8 (8182) 28-80-00, доб. 34', '8 8182 288000*34', '8 (8182) 28-80-00, 34', '8 8182 28-80-00 добавочный 34'],
  ['8 911 416-01-32'],
]
const emails = [[''], ['anna@mayak.example', 'Anna@Mayak.example'], ['petr@istok.example'], ['ana@mayak.example'], ['anna@mayak.exampel']]

interface Asked {
  readonly org: number
  readonly person: number
  readonly phone: number
  readonly email: number
  readonly spelling: number
  readonly sender: number
}
const upTo = (list: readonly unknown[]) => fc.nat({ max: list.length - 1 })
const asked: fc.Arbitrary<Asked> = fc.record({
  org: upTo(organisations),
  person: upTo(people),
  phone: upTo(phones),
  email: upTo(emails),
  spelling: fc.nat({ max: 23 }),
  sender: fc.nat({ max: 3 }),
})

const spelt = (list: readonly (readonly string[])[], at: number, spelling: number) => list[at]?.[spelling % (list[at]?.length ?? 1)] ?? ''

function read({ org, person, phone, email, spelling, sender }: Asked, text: string) {
  const told = {
    Организация: spelt(organisations, org, spelling),
    Имя: spelt(people, person, spelling),
    Телефон: spelt(phones, phone, spelling),
    'E-mail': spelt(emails, email, spelling),
    Вопрос: text,
  }
  const posted = (contentType: string, body: string) => readRequest({ contentType, body, parameters: {} }, '2026-11-23T06:00')
  if (sender === 0) return posted('application/json', JSON.stringify(told))
  if (sender === 1) return posted('application/x-www-form-urlencoded', String(new URLSearchParams(told)))
  if (sender === 2) return readGoogleForm(Object.fromEntries(Object.entries(told).map(([name, value]) => [name, [value]])), 2)
  return readLetter(
    Object.entries(told)
      .map(([name, value]) => `${name}: ${value}`)
      .join('\n'),
  )
}

/** The rule in plain words, over what things are and not how they are written. */
function expected(a: Asked, b: Asked): 'same' | 'maybe' | 'no' {
  const both = (key: 'org' | 'person' | 'phone' | 'email') => a[key] > 0 && b[key] > 0
  const equal = (key: 'org' | 'person' | 'phone' | 'email') => both(key) && a[key] === b[key]
  const [mayak, fond, bare] = [1, 2, 3]
  const near =
    both('org') && !equal('org') && [a.org, b.org].includes(bare) && [a.org, b.org].every((one) => [mayak, fond, bare].includes(one))
  const otherOrg = both('org') && !equal('org') && !near
  const isAnna = (one: number) => one === 1 || one === 2
  const isBoard = (one: number) => one >= 2 && one <= 4
  const samePerson = equal('person') || (both('person') && isAnna(a.person) && isAnna(b.person))
  const otherPerson = both('person') && !samePerson
  const line = both('phone') && !equal('phone') && isBoard(a.phone) && isBoard(b.phone)
  const extension = line && a.phone !== 2 && b.phone !== 2
  const otherPhone = both('phone') && !equal('phone') && !line
  const strong = equal('phone') || equal('email') || (line && !extension && equal('org') && samePerson)
  const speaksAgainst = otherOrg || extension || (!equal('org') && (otherPerson || otherPhone || (both('email') && !equal('email'))))
  if (strong && !speaksAgainst) return 'same'
  return equal('phone') || line || equal('email') || equal('org') || (near && samePerson) ? 'maybe' : 'no'
}

function take(one: Asked, text: string, clients: Parameters<typeof takeRequest>[1]) {
  const lastClientId = String(100 + clients.length)
  const decision = takeRequest({ request: read(one, text), channel: 'site' }, clients, deskOf({ service: { lastClientId } }), momentOf())
  if (!decision.ok) throw new Error('a request is never refused')
  return { deal: decision.changes.deals[0]?.after, added: decision.changes.clients.map(({ after }) => after) }
}

test('2,000 pairs', () => {
  const seen = { same: 0, maybe: 0, no: 0 }
  fc.assert(
    fc.property(asked, asked, (first, second) => {
      const before = take(first, 'первый', [])
      const { deal, added } = take(second, 'второй', before.added)
      const isNamed = first.org + first.person + first.phone + first.email > 0
      const verdict = isNamed ? expected(first, second) : 'no'
      seen[verdict] += 1
      expect([verdict, deal?.clientId === before.deal?.clientId && deal?.clientId !== null]).toEqual([verdict, verdict === 'same'])
      expect([verdict, deal?.comments.includes('возможно, это')]).toEqual([verdict, verdict === 'maybe'])
      const own = added[0]
      const told = spelt(emails, second.email, second.spelling)
      // Nothing told is lost: on a card of its own, on the known one, or beside it.
      const known = before.added[0]?.email.toLowerCase()
      expect([
        own?.email ?? told,
        told.toLowerCase() === known || told === '' || own !== undefined || newsIn(deal?.news ?? '').email === told,
      ]).toEqual([told, true])
    }),
    { numRuns: 2_000, seed: 20261123 },
  )
  process.stdout.write(`2,000 pairs: ${JSON.stringify(seen)}\n`)
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(20)
})
