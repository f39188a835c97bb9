/** What a card must hold (I4, A2, C2, C5–C7, K5), and how long its texts may be. */

import { isCardComplete, missingClientFields, missingDealFields } from '../../src/domain/deal/card'
import { emptyDeal } from '../../src/domain/deal/deal'
import { clientTitles, dealTitles } from '../../src/domain/deal/fieldTitles'
import { alwaysRequired, initialRequired, type RequiredField } from '../../src/domain/deal/requiredFields'
import { noProject } from '../../src/domain/deal/words'
import { checkLengths } from '../../src/domain/register/fieldValue'
import { acceptedDeal, assignedDeal, client, heldDeal } from '../fixtures/builders'

const fieldsOf = (missing: readonly { readonly field: string }[]) => missing.map(({ field }) => field)

describe('I4: the client card is filled completely', () => {
  test('a filled card misses nothing', () => {
    expect(missingClientFields(client(), initialRequired)).toEqual([])
  })

  test('no client misses all seven, named as on the screen', () => {
    expect(missingClientFields(null, initialRequired).map(({ title }) => title)).toEqual([
      'Организация',
      'Вид организации',
      'Контактное лицо',
      'Телефон',
      'E-mail',
      'Муниципалитет',
      'Согласие на обработку ПД',
    ])
  })

  test.each([
    ['organisation', { organisation: ' ' }],
    ['kind', { kind: '' }],
    ['contact', { contact: '' }],
    ['phone', { phone: '' }],
    ['phone', { phone: 'спросить у Анны' }],
    ['email', { email: '' }],
    ['municipality', { municipality: '' }],
    ['consentDate', { consentDate: null }],
  ])('%s is asked for when it is %j', (field, part) => {
    expect(missingClientFields(client(part), initialRequired)).toEqual([
      { card: 'client', field, title: clientTitles[field as keyof typeof clientTitles], clause: 'I4' },
    ])
  })

  test('the list is the office’s, and names that no card has are passed over', () => {
    const rows = ['phone', 'ИНН'].map((field) => ({ card: 'client', goal: 'request', field, topic: null, clause: 'I4' }) as RequiredField)
    expect(fieldsOf(missingClientFields(null, rows))).toEqual(['phone'])
  })

  test('a field asked for only at the assignment is not asked for before', () => {
    const messenger: RequiredField = { card: 'client', goal: 'assigned', field: 'messenger', topic: null, clause: '' }
    expect(missingClientFields(client(), [messenger])).toEqual([])
    expect(fieldsOf(missingClientFields(client(), [messenger], 'assigned'))).toEqual(['messenger'])
  })
})

describe('A2: an assigned consultation', () => {
  test('names consultant, topic, time and format', () => {
    expect(missingDealFields(acceptedDeal(), 'assigned', initialRequired).map(({ field, clause }) => `${field} ${clause}`)).toEqual([
      'topic A2',
      'consultant A2',
      'start A2',
      'format C2',
    ])
    expect(missingDealFields(assignedDeal(), 'assigned', initialRequired)).toEqual([])
  })
})

describe('C5–C7, K5: a held consultation', () => {
  test('is complete with content, recommendations, minutes and project', () => {
    expect(isCardComplete(heldDeal(), initialRequired)).toBe(true)
  })

  test.each([
    ['topic', 'A2', { topic: null }],
    ['consultant', 'A2', { consultant: '' }],
    ['content', 'C5', { content: '\n' }],
    ['recommendations', 'C5', { recommendations: '' }],
    ['minutes', 'C6', { minutes: null }],
    ['minutes', 'C6', { minutes: 0 }],
    ['project', 'C7', { project: '' }],
  ] as const)('%s is asked for by %s when it is %j', (field, clause, part) => {
    expect(missingDealFields(heldDeal(part), 'held', initialRequired)).toEqual([{ card: 'deal', field, title: dealTitles[field], clause }])
    expect(isCardComplete(heldDeal(part), initialRequired)).toBe(false)
  })

  test('C7: «не распределено» is a project', () => {
    expect(isCardComplete(heldDeal({ project: noProject }), initialRequired)).toBe(true)
  })

  test('C5: topic 8 also needs the project discussed, its theme and recommendations', () => {
    expect(missingDealFields(heldDeal({ topic: 8 }), 'won', initialRequired).map(({ title }) => title)).toEqual([
      'Обсуждаемый проект',
      'Тематика проекта',
      'Рекомендации по проекту',
    ])
    const discussed = { discussedName: 'Тёплый двор', discussedTheme: 'соседство', discussedAdvice: 'уточнить бюджет' }
    expect(isCardComplete(heldDeal({ topic: 8, ...discussed }), initialRequired)).toBe(true)
  })

  test('a card of which nothing is known misses everything', () => {
    expect(fieldsOf(missingDealFields(emptyDeal, 'held', initialRequired))).toEqual([
      'topic',
      'consultant',
      'start',
      'format',
      'content',
      'recommendations',
      'minutes',
      'project',
    ])
  })
})

describe('the office’s own rows', () => {
  const row = (part: Partial<RequiredField>): RequiredField => ({
    card: 'deal',
    goal: 'held',
    field: 'place',
    topic: null,
    clause: '7',
    ...part,
  })

  test('a row added is asked for, with its clause, from its goal on', () => {
    const required = [...initialRequired, row({ goal: 'assigned' })]
    const deal = heldDeal({ place: '' })
    expect(missingDealFields(deal, 'assigned', required)).toEqual([
      { card: 'deal', field: 'place', title: 'Место или ссылка', clause: '7' },
    ])
    expect(isCardComplete(deal, required)).toBe(false)
    expect(missingDealFields(deal, 'request', required)).toEqual([])
  })

  test('a row of one topic is asked for in that topic only', () => {
    const required = [row({ topic: 11 })]
    expect(isCardComplete(heldDeal({ place: '', topic: 11 }), required)).toBe(false)
    expect(isCardComplete(heldDeal({ place: '', topic: 10 }), required)).toBe(true)
  })

  test('a row taken away is asked for no longer: topic 8 without the project discussed', () => {
    const required = initialRequired.filter(({ topic }) => topic === null)
    expect(isCardComplete(heldDeal({ topic: 8 }), required)).toBe(true)
  })

  test.each(alwaysRequired.map(({ field, clause }) => [field, clause]))('K5: «%s» (%s) is asked for with an empty sheet too', (field) => {
    const emptied = heldDeal({ [field]: typeof heldDeal()[field as 'topic'] === 'string' ? '' : null })
    expect(fieldsOf(missingDealFields(emptied, 'won', []))).toEqual([field])
  })

  test('K5’s seven are topic, consultant, time, content, recommendations, minutes and project', () => {
    expect(fieldsOf(alwaysRequired)).toEqual(['topic', 'consultant', 'start', 'content', 'recommendations', 'minutes', 'project'])
  })
})

describe('lengths of texts', () => {
  test('a short text holds 500 characters, a long one 10,000, both inclusive', () => {
    expect(checkLengths({ place: 'к'.repeat(500), content: 'к'.repeat(10_000), minutes: 60, topic: null })).toBeNull()
    expect(checkLengths({ place: 'к'.repeat(501) })).toEqual({ code: 'tooLong', title: 'Место или ссылка', length: 501, limit: 500 })
    expect(checkLengths({ content: 'к'.repeat(10_001) })).toEqual({ code: 'tooLong', title: 'Содержание', length: 10_001, limit: 10_000 })
  })

  test('a client’s field is named by its own title', () => {
    expect(checkLengths({ ...client(), municipality: 'а'.repeat(501) })).toMatchObject({ title: 'Муниципалитет' })
  })
})
