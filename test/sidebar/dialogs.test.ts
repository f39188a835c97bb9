/** «Импорт» and «Отчёт». */

import { createImportModel } from '../../src/sidebar/models/importer'
import { createReportModel, lastMonths, usualMonth } from '../../src/sidebar/models/report'
import { decode, readTable } from '../../src/sidebar/models/tableFile'
import { accepted } from '../../src/sidebar/transports/memoryTransport'
import { benchWith, pageData, settled } from './pageBuilder'

const bytesOf = (...bytes: number[]) => new Uint8Array(bytes).buffer as ArrayBuffer
const utf8 = (text: string) => new TextEncoder().encode(text).buffer as ArrayBuffer
const preview = { taken: 1, duplicates: 0, issues: [], sample: [], matchedEvents: 0 }

it('reads UTF-8 with and without its mark, and Windows-1251', () => {
  expect(decode(utf8('Маяк'))).toBe('Маяк')
  expect(decode(utf8('\uFEFFМаяк'))).toBe('Маяк')
  expect(decode(bytesOf(0xcc, 0xe0, 0xff, 0xea))).toBe('Маяк')
})

it.each([
  ['№;Организация\n1;АНО «Маяк», г. Архангельск\n', ';'],
  ['№,Организация\n1,"АНО «Маяк», г. Архангельск"\n', ','],
])('reads the table %j', (content) => {
  const table = readTable('a.csv', content)
  expect(table.headings).toEqual(['№', 'Организация'])
  expect(table.rows).toEqual([['1', 'АНО «Маяк», г. Архангельск']])
})

it('empty lines are left out and short rows filled up', () => {
  expect(readTable('a.csv', 'а;б\n\n1\n').rows).toEqual([['1', '']])
})

it('a file is looked at before it is loaded', async () => {
  const { page, server } = benchWith({
    'import/preview': () => accepted(preview),
    'import/apply': () => accepted({ ...preview, written: 1 }),
  })
  const model = createImportModel(page)
  await model.choose({ name: 'deals.csv', arrayBuffer: async () => utf8('№;Организация\n1;Маяк\n') })
  expect(model.preview.value).toEqual(preview)
  expect(server.calls.map((call) => call.method)).toEqual(['import/preview'])
  await model.apply()
  expect(model.result.value?.written).toBe(1)
})

it('a file without rows is refused with a sentence, and nothing is asked', async () => {
  const { page, server } = benchWith()
  const model = createImportModel(page)
  await model.choose({ name: 'empty.csv', arrayBuffer: async () => utf8('') })
  expect(model.fault.value).toContain('empty.csv')
  expect(server.calls).toEqual([])
})

it('S1: the month before is offered in the first days, later this one', () => {
  expect(usualMonth('2026-12-03T09:00')).toBe('2026-11')
  expect(usualMonth('2027-01-10T09:00')).toBe('2026-12')
  expect(usualMonth('2026-11-23T09:00')).toBe('2026-11')
  expect(lastMonths('2026-02-01T09:00')).toHaveLength(14)
  expect(lastMonths('2026-02-01T09:00').at(-1)).toBe('2025-01')
})

const files = { title: 'Отчёт 2026-10', open: '', xlsx: '', pdf: '' }

it('a report is made for the chosen month', async () => {
  const { page, server } = benchWith({
    'month/report': () => accepted({ month: '2026-10', sheet: 'Отчёт 2026-10', held: 42, minutes: 2310, report: files, list: files }),
  })
  const model = createReportModel(page)
  model.choose('2026-10')
  await model.make()
  expect(server.calls[0]?.input).toEqual({ month: '2026-10' })
  expect(page.live.value).toMatch(/^Отчёт 2026-10: проведено 42 консультации, 2.310 минут; лист «Отчёт 2026-10» готов$/)
})

it('a dialog opened without the date asks for it', async () => {
  const { page } = benchWith(
    { 'desk/today': () => accepted({ ...pageData.today!, now: '2026-12-02T09:00' }) },
    { ...pageData, today: null },
  )
  const model = createReportModel(page)
  await settled()
  expect(model.month.value).toBe('2026-11')
})
