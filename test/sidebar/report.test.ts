/** «Отчёт»: the period, the numbers for a look, the sheets, approval, letters, publication, the file. */

import type { Input, PageData } from '../../src/rpc/contract'
import type { MonthPreview, ProjectLetter } from '../../src/rpc/monthContract'
import { createReportModel } from '../../src/sidebar/models/dialogs/report'
import { lastMonths, usualMonth } from '../../src/sidebar/models/dialogs/reportPeriod'
import { accepted, refused } from '../../src/sidebar/transports/memoryTransport'
import { benchWith, pageData, settled } from './pageBuilder'

const open = { over: true, approved: null, approvedBy: '', corrections: [], told: null, published: null, link: '' }
const preview: MonthPreview = {
  ...{ title: 'ноябрь 2026', from: '2026-11-01', until: '2026-11-30', totals: [], topics: [], held: 42 },
  done: open,
  pr: { site: 'Проведено 42 консультации.', social: '42!' },
  unknownProjects: [],
}
const files = { title: 'Отчёт 2026-11', open: '', xlsx: '', pdf: '' }
const made = { month: '2026-11', sheet: 'Отчёт 2026-11', held: 42, minutes: 2310, report: files, list: files }
const director: PageData = { ...pageData, me: { ...pageData.me, roles: ['director'] } }

function letter(project: string, to: string, sent: number): ProjectLetter {
  return { project, to, sent, held: 3, subject: `Консультации: ${project}`, body: 'Здравствуйте!' }
}

function reportBench(handlers: Parameters<typeof benchWith>[0] = {}, data = director) {
  const saved: [string, string][] = []
  const bench = benchWith({ 'month/preview': () => accepted(preview), ...handlers }, data)
  const model = createReportModel(bench.page, (name, text) => saved.push([name, text]))
  const asked = (method: string) => bench.server.calls.filter((call) => call.method === method).map(({ input }) => input)
  return { ...bench, model, saved, asked }
}

it('S1: the month before is offered in the first days, later this one; two years back', () => {
  expect(usualMonth('2026-12-03T09:00')).toBe('2026-11')
  expect(usualMonth('2027-01-10T09:00')).toBe('2026-12')
  expect(usualMonth('2026-11-23T09:00')).toBe('2026-11')
  expect(lastMonths('2026-02-01T09:00').slice(0, 3)).toEqual(['2026-02', '2026-01', '2025-12'])
  expect(lastMonths('2026-02-01T09:00').at(-1)).toBe('2024-02')
})

it('the numbers are there before a sheet is made', async () => {
  const { model, asked } = reportBench()
  await settled()
  expect(asked('month/preview')).toEqual([{ period: { kind: 'month', month: '2026-11' } }])
  expect(model.preview.value?.held).toBe(42)
  expect(asked('month/report')).toEqual([])
})

it('a dialog opened without the date asks for it', async () => {
  const { model } = reportBench(
    { 'desk/today': () => accepted({ ...pageData.today!, now: '2026-12-02T09:00' }) },
    { ...director, today: null },
  )
  await settled()
  expect(model.period.value.value).toBe('2026-11')
  expect(model.preview.value).toEqual(preview)
})

it.each([
  ['quarter', '2026-2', { kind: 'quarter', year: 2026, quarter: 2 }],
  ['year', '2025', { kind: 'year', year: 2025 }],
  ['month', '2026-01', { kind: 'month', month: '2026-01' }],
] as const)('a %s is chosen from a list', async (kind, value, period) => {
  const { model, asked } = reportBench({ 'month/report': () => accepted(made) })
  model.period.chooseKind(kind)
  model.period.choose(value)
  await settled()
  await model.make()
  expect(asked('month/report')).toEqual([{ period, personal: true }])
})

it('days the wrong way round are no period, and nothing is asked', async () => {
  const { model, asked } = reportBench()
  await settled()
  model.period.chooseKind('range')
  model.period.typeFrom('2026-11-20')
  model.period.typeUntil('2026-11-03')
  await settled()
  expect(model.period.choice.value).toBeNull()
  await model.make()
  expect(asked('month/report')).toEqual([])
  model.period.typeUntil('2026-11-20')
  expect(model.period.choice.value).toEqual({ kind: 'range', from: '2026-11-20', until: '2026-11-20' })
})

it('what was made for one period is gone when another is chosen', async () => {
  const { model, page } = reportBench({ 'month/report': () => accepted(made) })
  await settled()
  model.personal.value = false
  await model.make()
  expect(page.live.value).toMatch(/^Проведено 42 консультации, 2.310 минут; лист «Отчёт 2026-11» готов$/)
  model.period.choose('2026-10')
  expect([model.result.value, model.personal.value]).toEqual([null, false])
})

it('S2: approving a second time asks, and only then replaces the numbers', async () => {
  const sent: Input<'month/approve'>[] = []
  const { model } = reportBench({
    'month/approve': (input) => {
      sent.push(input)
      if (!input.again)
        return refused({
          message: 'Уже утверждена',
          problem: { code: 'monthApproved', month: '2026-11', at: '2026-12-02T10:00', by: 'Директор' },
        })
      return accepted({ ...preview, done: { ...open, approved: '2026-12-04T10:00' } })
    },
  })
  await settled()
  await model.approve(false)
  expect(model.caller.trouble.value?.problem?.code).toBe('monthApproved')
  await model.approve(true)
  expect(sent).toEqual([
    { month: '2026-11', again: false },
    { month: '2026-11', again: true },
  ])
  expect(model.preview.value?.done?.approved).toBe('2026-12-04T10:00')
})

describe('S2: letters to the managers of projects', () => {
  const list = [letter('А', 'a@example.org', 0), letter('Б', 'b@example.org', 1), letter('В', '', 0)]
  const told: Input<'month/tell'>[] = []
  const handlers: Parameters<typeof benchWith>[0] = {
    'month/letters': () => accepted({ letters: list }),
    'month/tell': (input) => {
      told.push(input)
      return accepted({ letters: list.map((one) => ({ ...one, sent: 1 })), lettersWaiting: input.projects.length })
    },
    'outbox/send': () => accepted({ sent: 1, failed: 0, waiting: 0 }),
  }

  it('only those with an address and not yet sent are picked; a second letter goes only when picked', async () => {
    const { model, asked } = reportBench(handlers)
    await settled()
    await model.letters.load()
    expect(list.filter(({ project }) => model.letters.isPicked(project)).map(({ project }) => project)).toEqual(['А'])
    await model.letters.send()
    model.letters.toggle('Б')
    expect(model.letters.chosen.value).toEqual({ all: 1, again: 1 })
    await model.letters.send()
    expect(told).toEqual([
      { month: '2026-11', projects: ['А'], anew: false, seen: 0 },
      { month: '2026-11', projects: ['Б'], anew: true, seen: 1 },
    ])
    await settled()
    expect(asked('outbox/send')).toHaveLength(2)
  })
})

it('S3: published with a link; the status is looked at again', async () => {
  const { model, asked } = reportBench({
    'month/published': ({ link }) => accepted({ ...preview, done: { ...open, published: '2026-12-03T12:00', link } }),
  })
  await settled()
  model.link.value = 'https://example.org/news/1'
  await model.publish()
  expect(asked('month/published')).toEqual([{ month: '2026-11', link: 'https://example.org/news/1' }])
  expect([model.preview.value?.done?.link, model.link.value]).toEqual(['https://example.org/news/1', ''])
})

it('a refused link stays typed', async () => {
  const { model } = reportBench({ 'month/published': () => refused({ message: 'Нужен адрес' }) })
  await settled()
  model.link.value = 'на сайте'
  await model.publish()
  expect([model.link.value, model.caller.trouble.value?.message]).toEqual(['на сайте', 'Нужен адрес'])
})

it('S1: the list is saved as a file under its name', async () => {
  const { model, saved } = reportBench({ 'month/csv': () => accepted({ name: 'Список 2026-11.csv', text: '\uFEFF"№"\r\n' }) })
  await settled()
  await model.saveCsv()
  expect(saved).toEqual([['Список 2026-11.csv', '\uFEFF"№"\r\n']])
})

it('the PR manager sees numbers and publication, not sheets and approval', () => {
  const { model } = reportBench({}, { ...director, me: { ...director.me, roles: ['prManager'] } })
  expect(model.may).toEqual({ report: false, approve: false, tell: false, publish: true })
})
