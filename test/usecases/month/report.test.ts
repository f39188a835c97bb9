/** S1, S2: «Отчёт» and «Список» of a period. */
import { csv, report } from '../../../src/usecases/month/report'
import { client, heldDeal } from '../../fixtures/builders'
import { answerBy, changesBy, eventAt, type Given, knownTo, shownBy, whoMay } from '../../fixtures/known'
import { everyOffice } from '../../fixtures/staff'

const held = heldDeal({ id: 41600, stage: 'won', start: '2026-10-14T10:00' })
const given: Given = { now: '2026-11-03T10:00', deals: [held], clients: [client()] }
const october = { month: '2026-10' }

test('two sheets in one plan, the list first; their ids follow from the period', () => {
  const { reports, deals, letters } = changesBy(report, october, given)
  expect(reports.map(({ title, sheetId }) => [title, sheetId])).toEqual([
    ['Список 2026-10', 1_000_402_610],
    ['Отчёт 2026-10', 402_610],
  ])
  expect([deals, letters]).toEqual([[], []])
  expect(JSON.stringify(reports[0]?.content.rows)).toContain('АНО «Маяк»')
})

test('without names where that is asked for', () => {
  const { reports } = changesBy(report, { ...october, personal: false }, given)
  expect(JSON.stringify(reports[0]?.content.rows)).not.toContain('Маяк')
  expect(JSON.stringify(reports[0]?.content.rows)).toContain('клиент № 7')
})

test('the answer counts, and says where the files are', () => {
  const answer = answerBy(report, october, given)
  expect(answer).toMatchObject({ month: '2026-10', sheet: 'Отчёт 2026-10', held: 1, minutes: 60 })
  expect(answer.report.pdf).toContain('the-register/export?format=pdf')
  expect(answer.report.pdf).toContain('gid=402610')
  expect(answer.list.xlsx).toContain('gid=1000402610')
})

test('a calendar that does not answer is no reason to have no report', () => {
  expect(knownTo(report, october, { ...given, events: null }).events).toBeNull()
  expect(answerBy(report, october, { ...given, events: null }).held).toBe(1)
  const events = [eventAt('2026-10-31T22:00', '2026-10-31T23:00'), eventAt('2026-11-01T10:00', '2026-11-01T11:00')]
  expect(knownTo(report, october, { ...given, events }).events).toHaveLength(1)
})

test('the product’s own sheets need no lock', () => {
  expect(report.unlocked).toBe(true)
})

test('S1: the list as a file', () => {
  const { name, text } = shownBy(csv, { period: { kind: 'month', month: '2026-10' }, personal: true }, given)
  expect(name).toBe('Список 2026-10.csv')
  expect(text.split('\n').filter((line) => line.trim() !== '')).toHaveLength(2)
  expect(text).toContain('АНО «Маяк»')
  expect(shownBy(csv, { period: { kind: 'month', month: '2026-10' }, personal: false }, given).text).not.toContain('Маяк')
})

test('the office makes it', () => {
  expect(whoMay(report, october, given)).toEqual(everyOffice)
  expect(whoMay(csv, { period: { kind: 'year', year: 2026 }, personal: true }, given)).toEqual(everyOffice)
})
