/** I1: whatever a site, a form service or a network sends becomes the same request. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { channelOf } from '../../../src/domain/intake/channelOf'
import { rawText, withoutSecret } from '../../../src/domain/intake/rawText'
import { givenSecret } from '../../../src/domain/intake/read/postedPairs'
import { readGoogleForm } from '../../../src/domain/intake/read/readGoogleForm'
import { readRequest } from '../../../src/domain/intake/read/readRequest'
import { noFields, type Posted } from '../../../src/domain/intake/request'
import { requestHash } from '../../../src/domain/intake/requestHash'
import { isMadeFrom, outsideIdOf } from '../../../src/domain/intake/requestKey'
import { growthOf, isTooFast } from '../../fixtures/growth'

const minute = '2026-11-22T11:10'
const fixture = (name: string) => readFileSync(join(__dirname, '../../fixtures/intake', name), 'utf8').trim()
const json = (body: string): Posted => ({ contentType: 'application/json', body, parameters: {} })
const form = (body: string): Posted => ({ contentType: 'application/x-www-form-urlencoded', body, parameters: {} })
const read = (posted: Posted) => readRequest(posted, minute)

test('Tilda: form fields, its own key, form name', () => {
  const request = read(form(fixture('tilda.txt')))
  expect(request).toMatchObject({
    sender: 'tilda',
    test: false,
    spam: false,
    unread: [],
    form: 'Запись на консультацию',
    fields: {
      contact: 'Анна Иванова',
      email: 'anna@mayak.example',
      phone: '+7 (911) 416-01-23',
      organisation: 'АНО «Северный Маяк»',
      topic: 8,
      text: 'Как подать заявку на грант?',
    },
  })
  expect(outsideIdOf(request)).toBe(outsideIdOf(read(form(fixture('tilda.txt')))))
  expect(request.raw).toContain('Name: Анна Иванова\nEmail: anna@mayak.example')
})

test('Tilda tries the address with test=test', () => expect(read(form(fixture('tilda-test.txt'))).test).toBe(true))

test('CF7: flat JSON by tag names, checkboxes as arrays; an unknown field is named', () => {
  const request = read(json(fixture('cf7.json')))
  expect(request).toMatchObject({
    sender: 'cf7',
    unread: ['checkbox-311', 'acceptance-1'],
    fields: { contact: 'Пётр Орлов', phone: '8 921 555-44-33', organisation: 'РОО «Берег»', topic: 8, text: 'Нужен совет\nпо проекту' },
  })
  expect(request.fields.agreedWith).toBe('с Морозовой Марией')
  expect(request.raw).toContain('"your-name":"Пётр Орлов"')
})

test('Yandex Forms: nested answers by their questions, the answer id is the key', () => {
  const request = read(json(fixture('yandex.json')))
  expect(request).toMatchObject({
    sender: 'yandex',
    key: '1987654321',
    fields: {
      contact: 'Мария Котова',
      phone: '89022223344',
      email: 'maria@kotova.example',
      organisation: 'ТОС «Заречье»',
      topic: 11,
      text: 'Нужен устав',
    },
  })
  expect(read(json(fixture('yandex-template.json')))).toMatchObject({
    sender: 'yandex',
    key: '1987654999',
    fields: { contact: 'Мария Котова', topic: 11 },
  })
})

test('Google Forms: questions are the names; the key is the row with the answers', () => {
  const values = JSON.parse(fixture('google.json')) as unknown
  const request = readGoogleForm(values, 5)
  expect(request).toMatchObject({
    sender: 'google',
    unread: [],
    fields: { contact: 'Сергей Лодыгин', municipality: 'Онега', consent: true, topic: 2, text: 'Отчёт по гранту', agreedWith: 'ОП' },
  })
  expect(readGoogleForm(values, 5).key).toBe(request.key)
  expect(readGoogleForm(values, 6).key).not.toBe(request.key)
  expect(read(json(JSON.stringify({ namedValues: values, row: 5 }))).key).toBe(request.key)
})

test('VK lead form: answers name themselves, lead_id is the key, the channel is social', () => {
  const posted = json(fixture('vk.json'))
  const request = read(posted)
  expect(request).toMatchObject({
    key: '70112',
    fields: { contact: 'Ольга Белкина', phone: '+79115550077', email: 'olga@belkina.example', text: 'Продвижение группы' },
  })
  expect(channelOf(posted, request)).toBe('social')
})

test('flat JSON with Russian names', () => {
  expect(read(json(fixture('flat.json')))).toMatchObject({
    sender: 'flat',
    unread: [],
    fields: { contact: 'Иван Носков', municipality: 'Мезенский район', messenger: '@noskov', text: 'Как вести группу во ВКонтакте?' },
  })
})

test.each([
  ['', 'site'],
  ['vk', 'social'],
  ['social', 'social'],
  ['telegram', 'social'],
  ['email', 'email'],
  ['promo', 'site'],
])('?from=%s comes by %s', (from, channel) => {
  const posted = { ...json(fixture('flat.json')), parameters: from === '' ? {} : { from: [from] } }
  expect(channelOf(posted, read(posted))).toBe(channel)
})

test('a sender without keys: the same words within ten minutes are one request, later they are a new one', () => {
  const at = (time: string) => outsideIdOf(readRequest(json(fixture('cf7.json')), `2026-11-22T${time}`))
  expect(isMadeFrom(`amo:1 ${at('11:10')}`, at('11:19'))).toBe(true)
  expect(isMadeFrom(at('11:19'), at('11:10'))).toBe(true)
  expect(isMadeFrom(at('11:10'), at('11:21'))).toBe(false)
  expect(isMadeFrom('tilda:70', 'tilda:7')).toBe(false)
  expect(at('11:10')).not.toContain(' ')
})

test('a strange key of a sender is hashed: it stands among ids that spaces divide', () => {
  const request = read(json(JSON.stringify({ lead_id: 'x merged:1 tilda:5', phone: '89114160123' })))
  expect(outsideIdOf(request)).toMatch(/^flat:x[0-9a-z]+$/)
  expect(requestHash('а')).not.toBe(requestHash('б'))
})

test.each([
  ['10,000-deep JSON', `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`],
  ['10,000-deep list', `${'['.repeat(10_000)}${']'.repeat(10_000)}`],
  ['100,000 keys', `{${Array.from({ length: 100_000 }, (_, at) => `"k${at}":${at}`).join(',')}}`],
  ['spaces', `{"text":"${' '.repeat(90_000)}x"}`],
  ['an address of 90,000 signs', `{"email":"${'a.'.repeat(45_000)}@x.ru"}`],
  ['digits', `{"text":"${'8 '.repeat(45_000)}"}`],
  ['broken JSON', '{"name": "Анна",'],
  ['__proto__', '{"__proto__":{"name":"x","stage":"won"},"constructor":{"prototype":{"id":1}},"phone":"89114160123"}'],
])('%s does not stop the reading', (_name, body) => {
  const request = read(json(body))
  expect(request.raw.length).toBeGreaterThan(0)
  expect(Object.keys(request.fields)).toEqual(Object.keys(noFields))
  expect(({} as { name?: unknown }).name).toBeUndefined()
})

test('__proto__ is a plain name of a form field too', () => {
  expect(read(form('__proto__=x&hasOwnProperty=y&phone=89114160123'))).toMatchObject({
    unread: ['__proto__', 'hasOwnProperty'],
    fields: { phone: '89114160123' },
  })
})

test('what is shown has no control or direction marks; what was sent is kept', () => {
  const request = read(json(JSON.stringify({ name: 'Анна\u202Eаннавi\u0000\u2066', text: 'а\u0007\r\nб\u202e' })))
  expect(request.fields).toMatchObject({ contact: 'Аннааннавi', text: 'а\nб' })
  expect(read(form('name=%F0%28&text=%E4')).fields.contact).not.toBe('')
})

test('an address with a second line is no address: letters go to it', () => {
  const request = read(json(JSON.stringify({ email: 'a@b.example\nBcc: c@d.example', phone: '007701234567' })))
  expect(request).toMatchObject({ fields: { email: '', phone: '007701234567' }, unread: ['email'] })
})

test('a field that people do not see was filled: a robot', () => {
  expect(read(form('name=Robot&_gotcha=http://x.example')).spam).toBe(true)
  expect(read(form('name=Robot&_gotcha=')).spam).toBe(false)
})

test('the secret is found in the address or in the body, and is kept nowhere', () => {
  const secret = 'ab-12/34'
  const inBody = form(`name=Anna&key=${encodeURIComponent(secret)}&text=${encodeURIComponent(`я ${secret}`)}`)
  expect(givenSecret(inBody)).toBe(secret)
  expect(givenSecret(json(JSON.stringify({ secret })))).toBe(secret)
  expect(givenSecret({ ...json('{}'), parameters: { key: ['other'] } })).toBe('other')
  const request = read(withoutSecret(inBody, secret))
  expect(JSON.stringify(request)).not.toContain(secret)
  expect(request.raw).toBe('name: Anna\ntext: я ***')
})

test('the raw text: readable, storable, whole', () => {
  expect(rawText('{"a":"\\u0430\\\\u0430\\u202e"}\u0000\ud800')).toBe('{"a":"а\\\\u0430\\u202e"}\u2400\ufffd')
  expect(rawText('я'.repeat(20_000))).toHaveLength(20_000)
})

test('text that is neither a form nor JSON is read as a letter', () => {
  expect(read({ contentType: 'text/plain', body: 'Имя: Анна\nНужен совет', parameters: {} })).toMatchObject({
    sender: 'letter',
    fields: { contact: 'Анна', text: 'Нужен совет' },
  })
})

test.each<[string, (length: number) => string]>([
  ['spaces', (length) => `{"text":"${' '.repeat(length)}x"}`],
  ['an address', (length) => `{"email":"${'a.'.repeat(length / 2)}@x.ru"}`],
  ['digits', (length) => `{"text":"${'8 '.repeat(length / 2)}"}`],
  ['a list', (length) => `[${'1,'.repeat(length / 2)}1]`],
])('the time to read grows with the text: %s', (_what, bodyOf) => {
  expect(isTooFast(growthOf((length) => void read(json(bodyOf(length))), 96_000))).toBe(false)
})
