/** More than 300 titles as people write them, and what a careful colleague would say of each (G1, G3). */

import { readFileSync } from 'node:fs'
import { type SlotTitle, titleReader } from '../../../src/domain/calendar/slotTitle'

const fixture = (path: string) => readFileSync(`${__dirname}/../../../${path}`, 'utf8')
const staff = fixture('emulator/sample/staff.csv')
  .split('\n')
  .slice(1)
  .map((row) => row.split(';'))
  .filter(([, name]) => name)
  .map(([initials = '', name = '']) => ({ initials, name }))
const table = fixture('test/fixtures/titles.ru.txt')
  .split('\n')
  .filter((line) => line.includes(' => '))
  .map((line) => line.split(' => ') as [string, string])

const read = titleReader(staff)

/** «booked ММ: АНО «Маяк»», «away ММ ЕК», «away all», «ask ?», «ours not». */
function said(title: SlotTitle): string {
  switch (title.kind) {
    case 'free':
      return `free ${title.initials}`
    case 'booked':
      return `booked ${title.initials}: ${title.organisation}`
    case 'away':
      return `away ${title.people === 'everybody' ? 'all' : title.people.join(' ')}`
    case 'ask':
      return `ask ${title.people.join(' ') || '?'}`
    default:
      return 'ours not'
  }
}

test('the table holds 300 titles, half of which are neither a slot nor a booking', () => {
  expect(table.length).toBeGreaterThanOrEqual(300)
  expect(new Set(table.map(([title]) => title)).size).toBe(table.length)
  expect(table.filter(([, answer]) => !/^(free|booked)/.test(answer)).length * 2).toBeGreaterThanOrEqual(table.length)
})

test('nobody disagrees', () => {
  expect(table.map(([title]) => `${title} => ${said(read(title))}`).filter((line, at) => line !== table[at]?.join(' => '))).toEqual([])
})

test('every two consultants named beside one another are both away, however they are joined', () => {
  const own = staff.map(({ initials }) => initials).filter((initials) => initials !== '')
  const pairs = own.flatMap((a) => own.filter((b) => b !== a).map((b) => [a, b] as const))
  const wrong = [', ', '+', ' и ', '/', ' & '].flatMap((joiner) =>
    pairs.filter(([a, b]) => said(read(`${a}${joiner}${b} отпуск`)) !== `away ${a} ${b}`).map((pair) => pair.join(joiner)),
  )
  expect(wrong).toEqual([])
})
