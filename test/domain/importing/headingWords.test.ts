/** Headings of five further arrangements, which the long suite reads as whole files. */

import { arrange } from '../../../src/domain/importing/proposal/arrange'
import { headingScore } from '../../../src/domain/importing/proposal/headingWords'
import { proposePlan } from '../../../src/domain/importing/proposal/plan'
import { mondayMorning } from '../../fixtures/builders'
import { moreArrangements } from '../../fixtures/imports/moreArrangements'

test.each([
  ['Отметка времени', 'received'],
  ['Timestamp', 'received'],
  ['duration_min', 'minutes'],
  ['Duration, minutes', 'minutes'],
  ['Дата обращ.', 'received'],
  ['ОРГ-ЦИЯ', 'organisation'],
  ['Конт. лицо', 'contact'],
  ['Конт. тел.', 'phone'],
  ['Дата конс-ции', 'start'],
  ['Продолж.', 'minutes'],
  ['Кол-во час.', 'minutes'],
  ['Номер документа', 'id'],
] as const)('«%s» is %s', (heading, target) => {
  expect(headingScore(heading, target)).toBeGreaterThanOrEqual(0.9)
})

test.each([
  ['Номер документа', 'received'],
  ['Сумма по договору', 'phone'],
  ['Номер телефона', 'id'],
  ['№ п/п', 'id'],
  ['Тел. орг-ции', 'organisation'],
] as const)('«%s» is no %s', (heading, target) => {
  expect(headingScore(heading, target)).toBe(0)
})

test('a word before the number is no part of the phone', () => {
  const [grid] = Object.values(moreArrangements).filter(({ fileName }) => fileName.startsWith('Журнал'))
  if (grid === undefined) throw new Error('there is a journal')
  const few = { ...grid, rows: grid.rows.slice(0, 12) }
  const { headings, rows } = arrange(few, proposePlan(few, { people: [], projects: [] }), { now: mondayMorning, zone: 'Europe/Moscow' })
  const phones = rows.map((row) => String(row[headings.findIndex((heading) => /телефон/i.test(heading))] ?? ''))
  expect(phones.filter((phone) => /\d/.test(phone)).length).toBeGreaterThan(5)
  expect(phones.filter((phone) => /тел/i.test(phone))).toEqual([])
})
