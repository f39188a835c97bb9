/** «Импорт». */

import { createImportModel } from '../../src/sidebar/models/dialogs/importer'
import { decode, readTable } from '../../src/sidebar/models/page/tableFile'
import { accepted } from '../../src/sidebar/transports/memoryTransport'
import { benchWith } from './pageBuilder'

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
