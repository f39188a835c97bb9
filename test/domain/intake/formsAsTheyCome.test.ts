/** Label and answer decide together; bodies in every encoding; what is quoted, and what is the centre's, is nobody's. */

import { withoutOwn } from '../../../src/domain/intake/ownContacts'
import { readGoogleForm } from '../../../src/domain/intake/read/readGoogleForm'
import { readLetter } from '../../../src/domain/intake/read/readLetter'
import { readRequest } from '../../../src/domain/intake/read/readRequest'
import type { RequestFields } from '../../../src/domain/intake/request'
import { outsideIdOf } from '../../../src/domain/intake/requestKey'
import { office } from '../../fixtures/builders'

const minute = '2026-11-22T11:10'
const answered = (answers: Readonly<Record<string, string>>) =>
  readGoogleForm(Object.fromEntries(Object.entries(answers).map(([name, value]) => [name, [value]])), 2)

test.each<[string, Readonly<Record<string, string>>, Partial<RequestFields>]>([
  [
    'F8: a question with two words, whose answer is neither',
    { 'Как с вами удобнее связаться: телефон или почта?': 'почта', Телефон: '8 911 416-01-23', 'E-mail': 'a@x.example' },
    { phone: '8 911 416-01-23', email: 'a@x.example' },
  ],
  ['… and whose answer is one of them', { 'Телефон или почта для связи': 'a@x.example' }, { phone: '', email: 'a@x.example' }],
  [
    '«вашей НКО», «Контактный номер»',
    { 'Название вашей НКО': 'АНО «Маяк»', 'Контактный номер': '8 911 416-01-23' },
    { organisation: 'АНО «Маяк»', phone: '8 911 416-01-23' },
  ],
  ['«НКО», «СО НКО»', { НКО: 'АНО «Маяк»' }, { organisation: 'АНО «Маяк»' }],
  ['«Наименование СО НКО»', { 'Наименование СО НКО': 'АНО «Маяк»' }, { organisation: 'АНО «Маяк»' }],
  ['F8a: an ИНН', { 'ИНН организации': '2901234567', 'Название организации': 'АНО «Маяк»' }, { organisation: 'АНО «Маяк»' }],
  ['a site', { 'Сайт организации': 'https://mayak.example', Организация: 'АНО «Маяк»' }, { organisation: 'АНО «Маяк»' }],
  [
    'a site under another word',
    { 'Страница вашей организации': 'https://mayak.example', Организация: 'АНО «Маяк»' },
    { organisation: 'АНО «Маяк»' },
  ],
  ['a year', { 'Год создания организации': '2014', Организация: 'АНО «Маяк»' }, { organisation: 'АНО «Маяк»' }],
  ['a post', { 'Ваша должность в организации': 'бухгалтер', Организация: 'АНО «Маяк»' }, { organisation: 'АНО «Маяк»' }],
  [
    'an ИНН where the name is asked for',
    { Организация: '2901234567', 'Название организации': 'АНО «Маяк»' },
    { organisation: 'АНО «Маяк»' },
  ],
  ['two people are not one', { 'ФИО контактного лица': 'Пётр Сидоров', 'ФИО бухгалтера': 'Анна Иванова' }, { contact: 'Пётр Сидоров' }],
  ['parts of one name are one', { Имя: 'Анна', Фамилия: 'Иванова' }, { contact: 'Анна Иванова' }],
  ['a phone that is none holds no place', { Телефон: 'нет', 'Другой телефон': '8 911 416-01-23' }, { phone: '8 911 416-01-23' }],
  ['a number without its code stays as typed', { Телефон: '65-43-21' }, { phone: '65-43-21' }],
  [
    'contacts in one answer',
    { 'Как с вами связаться?': '8 911 416-01-23, a@x.example' },
    { phone: '8 911 416-01-23', email: 'a@x.example' },
  ],
  ['two addresses: the first', { 'E-mail': 'a@x.example, b@x.example' }, { email: 'a@x.example' }],
  [
    'words cut short',
    { 'Ф.И.О.': 'Анна Иванова', 'Тел.': '8 911 416-01-23', 'Орг.': 'АНО «Маяк»', 'Эл. почта': 'a@x.example' },
    { contact: 'Анна Иванова', phone: '8 911 416-01-23', organisation: 'АНО «Маяк»', email: 'a@x.example' },
  ],
  [
    '… and of other forms',
    { 'Наим. орг-ции': 'АНО «Маяк»', 'Конт. лицо': 'Анна Иванова', 'Конт. тел.': '8 911 416-01-23' },
    { contact: 'Анна Иванова', phone: '8 911 416-01-23', organisation: 'АНО «Маяк»' },
  ],
  [
    'phone and address in each other’s place',
    { Телефон: 'a@x.example', 'E-mail': '8 911 416-01-23' },
    { phone: '8 911 416-01-23', email: 'a@x.example' },
  ],
  ['consent', { 'Даю согласие на обработку моих данных': 'Да' }, { consent: true }],
  ['consent in its own words', { 'Персональные данные': 'Согласен(на)' }, { consent: true }],
  ['no consent', { 'Согласие на обработку персональных данных': 'Не согласен' }, { consent: false }],
  ['another consent', { 'Согласие на фото- и видеосъёмку': 'Да' }, { consent: false }],
])('%s', (_name, answers, fields) => expect(answered(answers).fields).toMatchObject(fields))

test('a name inside of something is the name of that', () => {
  const body = { data: { contact: { name: 'Анна', phone: '89114160123' }, company: { name: 'АНО «Маяк»' }, message: 'Устав' } }
  const { fields } = readRequest({ contentType: 'application/json', body: JSON.stringify(body), parameters: {} }, minute)
  expect(fields).toMatchObject({ contact: 'Анна', organisation: 'АНО «Маяк»', phone: '89114160123', text: 'Устав' })
})

test('every answer that has no field stands in the text as it came, and its question is named', () => {
  const request = answered({ 'ФИО директора': 'Пётр Сидоров', 'ФИО бухгалтера': 'Анна Иванова', 'ИНН организации': '2901234567' })
  expect(request.unread).toEqual(['ФИО бухгалтера', 'ИНН организации'])
  expect(request.raw).toContain('ИНН организации: 2901234567')
})

describe('bodies', () => {
  const read = (contentType: string, body: string) => readRequest({ contentType, body, parameters: {} }, minute)
  const fields = { contact: 'Анна', organisation: 'АНО «Ёлка»', text: 'Нужен совет' }
  const old = 'name=%C0%ED%ED%E0&organisation=%C0%CD%CE+%AB%A8%EB%EA%E0%BB&text=%CD%F3%E6%E5%ED+%F1%EE%E2%E5%F2'

  test('F8: Windows-1251', () => {
    expect(read('application/x-www-form-urlencoded', old)).toMatchObject({
      fields,
      raw: 'name: Анна\norganisation: АНО «Ёлка»\ntext: Нужен совет',
    })
  })
  test('a sign of UTF-8 cut off does not turn the rest', () => {
    const { fields: read8 } = read(
      'application/x-www-form-urlencoded',
      'name=%D0%90%D0%BD%D0%BD%D0%B0&org=%D0%90%D0%9D%D0%9E&text=%D0%94%D0',
    )
    expect(read8).toMatchObject({ contact: 'Анна', organisation: 'АНО' })
  })
  test('a percent sign of its own', () => expect(read('application/x-www-form-urlencoded', 'text=100%+за').fields.text).toBe('100% за'))

  const multipart = (end: string) =>
    [
      '--b1',
      'Content-Disposition: form-data; name="Имя"',
      '',
      'Анна',
      '--b1',
      'Content-Disposition: form-data; name="text"',
      '',
      'Нужен',
      'совет',
      '--b1',
      'Content-Disposition: form-data; name="file"; filename="устав.pdf"',
      'Content-Type: application/pdf',
      '',
      '%PDF',
      '--b1--',
      '',
    ].join(end)
  test.each(['\r\n', '\n'])('multipart, lines ended by %j', (end) => {
    const request = read('multipart/form-data; boundary=b1', multipart(end))
    expect(request.fields).toMatchObject({ contact: 'Анна', text: 'Нужен\nсовет' })
    expect(request.unread).toEqual(['file'])
    expect(request.raw).toContain('устав.pdf')
  })
  test('more answers than are looked at stand in the text as it came', () => {
    const many = Array.from({ length: 300 }, (_, at) => `f${at}=v${at}`).join('&')
    expect(read('application/x-www-form-urlencoded', many).raw).toContain('f299: v299')
  })
})

describe('F2: a repeat is the same in everything it says', () => {
  const key = (more: object) =>
    outsideIdOf(
      readRequest(
        { contentType: 'application/json', body: JSON.stringify({ name: 'Анна', phone: '89114160123', ...more }), parameters: {} },
        minute,
      ),
    )
  test.each([
    [{ organisation: 'АНО «Альфа»' }, { organisation: 'Фонд «Бета»' }],
    [{ topic: 'Правовые вопросы' }, { topic: 'PR и продвижение' }],
    [{ town: 'Онега' }, {}],
    [{ x: '1' }, { x: '2' }],
  ])('%j is not %j', (a, b) => {
    expect(key(a)).not.toBe(key(b))
    expect(key(a)).toBe(key(a))
  })
})

describe('F8b: quoted lines and the centre itself are nobody', () => {
  const centre = 'Ресурсный центр НКО, тел. 8 (8182) 20-65-10, titova@example.org'
  const own = office({ people: [{ ...office().people[0]!, email: 'titova@example.org' }] })
  const told = (letter: string) => {
    const { phone, email, contact } = withoutOwn(readLetter(letter), own)
    return [phone, email, contact]
  }
  const asked = 'Здравствуйте! Нужен совет.\nС уважением, Анна Иванова'

  test.each([
    ['«>»', `${asked}\n\n> Ресурсный центр «Другой», 8 911 111-11-11, other@x.example`],
    ['«пишет:»', `${asked}\n\n20.11.2026, 10:00, Центр <other@x.example> пишет:\nТел. 8 911 111-11-11`],
    ['a header', `${asked}\n\nОт: Центр <other@x.example>\nКому: Анна\nТема: Ответ\n\nТел. 8 911 111-11-11`],
    ['an original message', `${asked}\n\n-----Original Message-----\nFrom: other@x.example\nТел. 8 911 111-11-11`],
    ['the centre in a signature', `${asked}\n${centre}`],
  ])('%s', (_name, letter) => expect(told(letter)).toEqual(['', '', 'Анна Иванова']))

  test('below quoted lines the letter goes on', () => {
    const letter = `20.11.2026, Центр <other@x.example> пишет:\n> Когда удобно? 8 911 111-11-11\n\nВо вторник, 8 911 416-01-23, a@x.example\nС уважением, Анна Иванова`
    expect(told(letter)).toEqual(['8 911 416-01-23', 'a@x.example', 'Анна Иванова'])
  })
  test("the own phone stands behind the centre's", () => {
    expect(told(`${centre}\nМой телефон 8 911 416-01-23, почта a@x.example`).slice(0, 2)).toEqual(['8 911 416-01-23', 'a@x.example'])
  })
  test("headers at the top are the letter's own; quoted words are no question; all is kept", () => {
    const request = readLetter(`От: Вера Шилова <vera@x.example>\nКому: titova@example.org\nТема: устав\n\nНужен ли устав?\n> Ваш вопрос?`)
    expect(request.fields).toMatchObject({ contact: 'Вера Шилова', email: 'vera@x.example' })
    expect(request.fields.text).not.toContain('Ваш вопрос')
    expect(request.raw).toContain('> Ваш вопрос?')
  })
})
