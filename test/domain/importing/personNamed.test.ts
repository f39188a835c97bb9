/** Who of «Сотрудники» a name in a file means. */

import { looksLikePerson, personNamed } from '../../../src/domain/importing/proposal/personNamed'
import { person } from '../../fixtures/builders'

const people = [
  person({ initials: 'ММ', name: 'Морозова Мария Игоревна', email: 'mm@example.org' }),
  person({ initials: 'АК', name: 'Котова Анна Сергеевна', email: 'ak@example.org' }),
  person({ initials: 'АКт', name: 'Катаев Алексей Романович', email: 'akt@example.org' }),
  person({ initials: 'ОИ', name: 'Иванова Ольга Петровна', email: 'oi@example.org' }),
  person({ initials: 'ОИс', name: 'Иванова Оксана Сергеевна', email: 'ois@example.org' }),
]

test.each([
  ['Морозова М. И.', 'ММ'],
  ['М. И. Морозова', 'ММ'],
  ['Мария Морозова', 'ММ'],
  ['морозова', 'ММ'],
  ['MM', 'ММ'],
  ['м.м.', 'ММ'],
  ['mm@example.org', 'ММ'],
  ['Морозова Мария Игоревна (штат)', 'ММ'],
  ['ММ Морозова', 'ММ'],
  ['Катаев А.', 'АКт'],
  ['Оксана', 'ОИс'],
  ['Иванова О. П.', 'ОИ'],
])('«%s» is %s', (typed, initials) => {
  expect(personNamed(typed, people)?.initials).toBe(initials)
})

test.each(['', 'Иванова', 'Иванова О.', 'Петрова М. И.', 'Морозова А. И.', 'консультант'])('«%s» is nobody for sure', (typed) => {
  expect(personNamed(typed, people)).toBeNull()
})

test('of two of one name, the one who is still here', () => {
  const gone = person({ initials: 'ИМ', name: 'Морозова Инна Львовна', email: 'im@example.org', until: '2025-12-31' })
  expect(personNamed('Морозова', [...people, gone])?.initials).toBe('ММ')
})

test.each([
  ['Петрова И. И.', true],
  ['Анна Ким', true],
  ['И.И. Петрова', true],
  ['ЯЯ', false],
  ['по телефону', false],
])('«%s» looks like a name: %s', (typed, is) => {
  expect(looksLikePerson(typed)).toBe(is)
})
