/** What is set aside is shown as a person reads it, whatever the sender calls its answers. */
import { shownAnswers, shownRequest } from '../../../src/domain/intake/read/shownRequest'

const posted = (body: string, contentType = 'application/json', parameters = {}) => ({ body, contentType, parameters })

test.each([
  ['JSON', posted('{"name":"Пётр Лосев","phone":"8 921 000-00-01","text":"Нужен совет","honey":"x"}')],
  ['a form', posted('name=Пётр Лосев&phone=8 921 000-00-01&text=Нужен совет&honey=x', 'application/x-www-form-urlencoded')],
  ['an address', posted('', '', { key: ['***'], name: ['Пётр Лосев'], phone: ['8 921 000-00-01'], text: ['Нужен совет'], honey: ['x'] })],
])('%s', (_, one) => {
  expect(shownRequest(one)).toBe('Контактное лицо: Пётр Лосев\nТелефон: 8 921 000-00-01\nЗапрос: Нужен совет\nhoney: x')
})

test('own words stay, and so does a letter or what is broken', () => {
  expect(shownRequest(posted('{"Ваш телефон":"8 921 000-00-01","telegram":"@anna"}'))).toBe('Ваш телефон: 8 921 000-00-01\ntelegram: @anna')
  expect(shownRequest(posted('Здравствуйте!\nНужен совет', 'text/plain'))).toBe('Здравствуйте!\nНужен совет')
  expect(shownRequest(posted('{"name":"Пётр'))).toBe('{"name":"Пётр')
})

test('answers of a Google form', () => {
  expect(shownAnswers({ Телефон: ['8 921 000-00-01'], Вопрос: ['Нужен совет'] })).toBe('Телефон: 8 921 000-00-01\nВопрос: Нужен совет')
})
