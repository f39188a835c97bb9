/** «Отчёт …» as plain rows: totals, tables, charts under their tables, definitions last. */

import { monthSummary } from '../../../src/domain/month/month'
import { monthPeriod } from '../../../src/domain/month/period'
import { sectionsOf } from '../../../src/usecases/month/monthSections'
import { type Approval, monthSheet } from '../../../src/usecases/month/monthSheet'
import { heldDeal } from '../../fixtures/builders'
import { staffed } from '../../fixtures/staff'

const row = (id: number, part = {}) => ({
  ...heldDeal({ id, stage: 'won', start: '2026-10-14T10:00', received: '2026-10-10T10:00', ...part }),
  kind: 'НКО',
  municipality: 'Онега',
})
const rows = [row(1), row(2, { topic: 5, feedbackScore: 4, feedbackText: 'спасибо', feedbackAt: '2026-10-20T10:00', quotable: 'да' })]
const summary = monthSummary({ rows, period: monthPeriod('2026-10'), office: staffed(), now: '2026-11-03T10:00', events: [] })
const sheetOf = (approval: Approval | null = null, of = summary) =>
  monthSheet({ summary: of, now: '2026-11-03T10:00', approval, listId: 1_000_402_610 })
const lines = (sheet: ReturnType<typeof sheetOf>) => sheet.rows.map(({ cells }) => cells)

test('a title, when it was made, a link to the list', () => {
  const [title, made, link] = lines(sheetOf())
  expect(title?.[0]).toBe('Консультации за октябрь 2026')
  expect(made?.[0]).toBe('Сформировано 3 ноября 2026, 10:00')
  expect(link?.[0]).toEqual({ link: '#gid=1000402610&range=A1', text: 'Список консультаций (2026-10)' })
})

test('every total names the deals behind it', () => {
  const held = sheetOf().rows.find(({ cells }) => cells[0] === 'Проведено консультаций')
  expect(held).toMatchObject({ style: 'line', cells: ['Проведено консультаций', 2, 0, null, null, null], deals: { 1: [1, 2] } })
})

test('the approved number stands beside the present one, with its correction', () => {
  const numbers = { totals: { held: 1, minutes: 120 }, tables: { 'тема: Привлечение ресурсов': 2 } }
  const sheet = sheetOf({ at: '2026-11-02T10:00', who: 'Михайлова Марина', numbers })
  const of = (title: string) => sheet.rows.find(({ cells }) => cells[0] === title)?.cells.slice(4)
  expect(of('Проведено консультаций')).toEqual([1, 1])
  expect(of('Минут')).toEqual([120, null])
  expect(lines(sheet)).toContainEqual(['тема: Привлечение ресурсов', 2, 1])
  expect(lines(sheet).flat()).toContain('Утверждено 2 ноября 2026, 10:00, Михайлова Марина')
})

test('a chart stands over its table, and none where nothing was held', () => {
  const { charts, rows: made } = sheetOf()
  for (const { title, from, to, at } of charts) {
    expect(made[from - 1]).toMatchObject({ style: 'heading' })
    expect(made[from - 1]?.cells[0]).toBe(title)
    expect(made.slice(at, at + 15).every(({ style }) => style === 'blank')).toBe(true)
    expect(to).toBeGreaterThan(from)
  }
  expect(charts.map(({ type }) => type)).toEqual(['BAR', 'COLUMN', 'PIE', 'BAR'])
  const nothing = monthSummary({ rows: [], period: monthPeriod('2026-10'), office: staffed(), now: '2026-11-03T10:00' })
  expect(sheetOf(null, nothing).charts).toEqual([])
})

test('sections without a row are left out; a comment names its deal and whether it may be quoted', () => {
  const titles = sectionsOf(summary).map(({ heading }) => heading[0])
  expect(titles).toContain('Отзывы: 1 отзыв')
  expect(titles).not.toContain('Внешние эксперты')
  const comments = sectionsOf(summary).find(({ heading }) => heading[0]?.startsWith('Отзывы'))
  expect(comments?.rows[0]?.cells).toEqual(['спасибо', 4, '№ 2', 'можно цитировать'])
})

test('shares are of what was held', () => {
  const topics = sectionsOf(summary)[0]?.rows ?? []
  expect(topics.map(({ cells }) => cells[3])).toContainEqual({ share: 0.5 })
})

test('definitions stand last', () => {
  const { rows: made } = sheetOf()
  expect(made.findIndex(({ cells }) => cells[0] === 'Как посчитано')).toBe(made.length - 8)
})
