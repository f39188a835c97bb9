import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { phoneDigits, phoneKey, showPhone } from '../../src/domain/client/phone'

describe('a phone is known by its number, however it is typed', () => {
  test.each([
    '+79114160123',
    '79114160123',
    '89114160123',
    '9114160123',
    '+7 911 416-01-23',
    '+7 (911) 416-01-23',
    '8 (911) 416-01-23',
    '8-911-416-01-23',
    '8\u00a0911\u00a0416\u201101\u201123',
    'тел. 8 911 416 01 23',
    '+7 911 416-01-23 доб. 105',
    '+7 911 416-01-23, 65-43-21',
    '65-43-21; 8 911 416 01 23',
    '8 911 416 01 23 или 8 921 000 00 00',
    '+9114160123',
  ])('«%s»', (typed) => expect(phoneKey(typed)).toBe('+79114160123'))

  test('a city number with its code', () => {
    expect(phoneKey('8 (8182) 65-43-21')).toBe('+78182654321')
    expect(phoneKey('8182 65-43-21')).toBe('+78182654321')
  })

  test.each([
    '',
    '-',
    'нет',
    '65-43-21',
    '654321',
    '8 911 416',
    '+7 911 416 01 2',
    '791141601234',
    '+375 29 123-45-67',
    '0114160123',
    '8 911 416-01-2',
    '8 (8182) 28-80-0',
    '8 911 416-01-2З',
  ])('«%s» has no key', (typed) => expect(phoneKey(typed)).toBe(''))

  test('every phone of the sample is read', () => {
    const rows = readFileSync(`${__dirname}/../../emulator/sample/amocrm-deals.csv`, 'utf8').trim().split('\n').slice(1)
    const phones = rows.map((row) => row.split(';')[10] ?? '').filter(Boolean)
    expect(phones.length).toBeGreaterThan(200)
    expect(phones.filter((phone) => phoneKey(phone) === '')).toEqual([])
  })
})

test('a phone is shown as people read it', () => {
  expect(showPhone('+79114160123')).toBe('+7 911 416-01-23')
  expect(showPhone('')).toBe('')
  expect(showPhone('65-43-21')).toBe('65-43-21')
})

test('law: what is shown is read back', () => {
  const keys = fc.integer({ min: 3_000_000_000, max: 9_999_999_999 }).filter((n) => /^[3489]/.test(String(n)))
  fc.assert(
    fc.property(keys, (n) => {
      expect(phoneKey(showPhone(`+7${n}`))).toBe(`+7${n}`)
      expect(phoneKey(phoneKey(`8${n}`))).toBe(`+7${n}`)
    }),
  )
})

test('an unfinished number finds its client: digits without the leading 7 or 8', () => {
  expect('+79114160123').toContain(phoneDigits('8 911 41'))
  expect('+79114160123').toContain(phoneDigits('+7 911 416'))
  expect('+79114160123').toContain(phoneDigits('416-01'))
  expect('+78182654321').toContain(phoneDigits('8 8182 65-43-21'))
  expect('+78182654321').toContain(phoneDigits('8182 65'))
})
