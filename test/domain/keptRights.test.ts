/** Who gives rights by typing: by what was confirmed, and on a day that he works. */
import { isNotedSince } from '../../src/domain/deal/comment'
import { mayGive } from '../../src/domain/office/keptRights'

const row = (email: string, roles: string, from: string | number = '', until: string | number = '') => ({ email, roles, from, until })
const staff = [
  row('Director@Example.org ', 'исполнительный директор'),
  row('left@example.org', 'исполнительный директор', '', '01.11.2026'),
  row('last@example.org', 'администратор', '', 46_349),
  row('soon@example.org', 'администратор', '01.12.2026'),
  row('unclear@example.org', 'исполнительный директор', '', 'вчера'),
  row('gg0@example.org', 'консультант'),
]
const may = (email: string, rows = staff) => mayGive(email, { staff: rows }, '2026-11-23')

test.each([
  ['director@example.org', true],
  ['last@example.org', true],
  ['left@example.org', false],
  ['soon@example.org', false],
  ['unclear@example.org', false],
  ['gg0@example.org', false],
  ['', false],
])('%s: %s', (email, expected) => {
  expect(may(email)).toBe(expected)
})

test('an office that names nobody yet takes everybody’s word; one whose only giver has left takes nobody’s', () => {
  expect(may('gg0@example.org', [row('gg0@example.org', 'консультант')])).toBe(true)
  expect(may('gg0@example.org', staff.slice(1, 2))).toBe(false)
})

test('a note is known by its words and its minute; what somebody typed there is none', () => {
  const comments = '23.11.2026 09:05: отправлена ссылка, № 3\nотправлена ссылка\n24.11.2026 10:00: позвонить'
  expect(isNotedSince({ comments }, 'отправлена ссылка', '2026-11-23T09:05')).toBe(true)
  expect(isNotedSince({ comments }, 'отправлена ссылка', '2026-11-23T09:06')).toBe(false)
})
