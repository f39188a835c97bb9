/** «Импорт»: files as people have them are read, matched, looked at, brought in portions and taken back. */

import ExcelJS from 'exceljs'
import readXlsxFile from 'read-excel-file/universal'
import { arrange } from '../../src/domain/importing/proposal/arrange'
import { proposePlan } from '../../src/domain/importing/proposal/plan'
import type { ImportPart, ImportTable } from '../../src/rpc/contract'
import { createImportModel, type ImportTools } from '../../src/sidebar/models/dialogs/importer'
import { decode, readGrids, readTable } from '../../src/sidebar/models/page/tableFile'
import { accepted, refused } from '../../src/sidebar/transports/memoryTransport'
import { arrangements, exportText } from '../fixtures/imports/arrangements'
import { everyPerson, everyProject } from '../fixtures/imports/office'
import { benchWith } from './pageBuilder'

const bytesOf = (...bytes: number[]) => new Uint8Array(bytes).buffer as ArrayBuffer
const utf8 = (text: string) => new TextEncoder().encode(text).buffer as ArrayBuffer
const file = (name: string, bytes: ArrayBuffer) => ({ name, arrayBuffer: async () => bytes })
const tools: ImportTools = { readWorkbook: (bytes) => readXlsxFile(bytes), saveText: () => undefined }
const office = { people: everyPerson, projects: everyProject }
const started = { now: '2026-11-23T09:00', zone: 'Europe/Moscow', ...office, choices: '', last: null }
/** The first of its deals are enough. */
const exportLines = exportText.split('\n')
const exported = (deals = 40) => file('amocrm_export_leads.csv', utf8(exportLines.slice(0, deals + 1).join('\n')))

/** Calls that follow from an answer are through. */
const later = () => new Promise((resolve) => setTimeout(resolve, 20))

/** UTF-16, low byte first or last. */
function wide(text: string, order: 'le' | 'be', mark = true): ArrayBuffer {
  const units = [...(mark ? `\ufeff${text}` : text)].flatMap((sign) => {
    const code = sign.charCodeAt(0)
    return order === 'le' ? [code & 255, code >> 8] : [code >> 8, code & 255]
  })
  return bytesOf(...units)
}

/** One byte a letter, as the table of the encoding has them. */
function oneByte(text: string, encoding: string): ArrayBuffer {
  const table = new Map(Array.from({ length: 256 }, (_, byte) => [new TextDecoder(encoding).decode(bytesOf(byte)), byte] as const))
  return bytesOf(...[...text].map((sign) => table.get(sign) ?? 63))
}

async function workbook(rows: readonly (readonly unknown[])[]): Promise<ArrayBuffer> {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('Сделки')
  for (const row of rows) sheet.addRow([...row])
  sheet.eachRow((row) => row.eachCell((cell) => Object.assign(cell, cell.value instanceof Date ? { numFmt: 'dd.mm.yyyy hh:mm' } : {})))
  return new Uint8Array(await book.xlsx.writeBuffer()).buffer as ArrayBuffer
}

describe('a file becomes a grid', () => {
  const text = 'Этап;Организация\nПринято в работу;АНО «Маяк», г. Архангельск\n'
  test.each([
    ['UTF-8', utf8(text)],
    ['UTF-8 with its mark', utf8(`\ufeff${text}`)],
    ['Windows-1251', oneByte(text, 'windows-1251')],
    ['KOI8-R', oneByte(text.replace(/[«»]/g, ''), 'koi8-r')],
    ['IBM 866', oneByte(text.replace(/[«»]/g, ''), 'ibm866')],
    ['UTF-16 LE', wide(text, 'le')],
    ['UTF-16 BE', wide(text, 'be')],
    ['UTF-16 LE without its mark', wide(text, 'le', false)],
  ])('%s', (_, bytes) => {
    expect(decode(bytes).replace(/[\ufeff«»]/g, '')).toBe(text.replace(/[«»]/g, ''))
  })

  test.each([
    ['№;Организация\n1;АНО «Маяк», г. Архангельск\n'],
    ['№,Организация\n1,"АНО «Маяк», г. Архангельск"\n'],
    ['№\tОрганизация\n1\tАНО «Маяк», г. Архангельск\n'],
    ['№|Организация\n1|АНО «Маяк», г. Архангельск'],
    ['sep=,\r\n№,Организация\r\n1,"АНО «Маяк», г. Архангельск"\r\n'],
  ])('of any separator: %j', (content) => {
    const { rows } = readTable('a.csv', content)
    expect(rows.slice(-2)).toEqual([
      ['№', 'Организация'],
      ['1', 'АНО «Маяк», г. Архангельск'],
    ])
  })

  test('empty lines stay, so that a row keeps its number', () => {
    expect(readTable('a.csv', 'а;б\n\n1;2\n').rows).toEqual([['а', 'б'], [''], ['1', '2']])
  })

  test('of a workbook: times as they stand on the wall, numbers without a point', async () => {
    const bytes = await workbook([
      ['ID', 'Когда', 'Телефон', 'Согласие'],
      [41003, new Date(Date.UTC(2026, 7, 10, 14, 0)), 79319610433, true],
    ])
    const [grid] = await readGrids('a.xlsx', bytes, tools.readWorkbook)
    expect(grid?.rows[1]).toEqual(['41003', '2026-08-10T14:00', '79319610433', 'да'])
  })

  test('the export of amoCRM as a workbook gives what its text gives', async () => {
    const asText = arrangements['the export as it is'] ?? { fileName: '', rows: [] }
    const [asBook] = await readGrids(asText.fileName, await workbook(asText.rows), tools.readWorkbook)
    const read = (grid: typeof asText) => arrange(grid, proposePlan(grid, office), { now: '2026-11-23T09:00', zone: 'Europe/Moscow' })
    expect(read(asBook ?? asText).rows).toEqual(read(asText).rows)
  })
})

describe('the dialog', () => {
  const preview = { taken: 1, duplicates: 0, issues: [], sample: [], matchedEvents: 0 }
  const counting = () => {
    const sent: { readonly table: ImportTable; readonly part?: ImportPart | undefined }[] = []
    const { page, server } = benchWith({
      'import/start': () => accepted(started),
      'import/preview': ({ table }) => accepted({ ...preview, taken: table.rows.length }),
      'import/apply': (input) => {
        sent.push(input)
        return accepted({ ...preview, taken: input.table.rows.length, written: input.table.rows.length })
      },
    })
    return { page, server, sent, model: createImportModel(page, tools) }
  }

  test('a file whose meaning is plain is shown at once, and one press brings it', async () => {
    const { model, server, sent } = counting()
    await model.choose([exported()])
    expect(model.step.value).toBe('look')
    expect(model.preview.value?.taken).toBe(40)
    await model.apply()
    expect(model.result.value?.written).toBe(40)
    expect(server.calls.map((call) => call.method)).toEqual(['import/start', 'import/preview', 'import/apply', 'import/start'])
    expect(sent[0]?.table.names?.['Консультант']).toBe('Кто консультирует')
    expect(sent[0]?.part).toMatchObject({ total: 40, done: 40 })
  })

  test('many rows go in portions under one moment, each with its number in the file', async () => {
    const { model, sent, page } = counting()
    const [heading = [], ...rows] = arrangements['the export as it is']?.rows ?? []
    const many = Array.from({ length: 1300 }, (_, at) => [String(500_000 + at), ...(rows[at % 40] ?? []).slice(1)])
    const csv = [heading, ...many].map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\n')
    await model.choose([file('many.csv', utf8(csv))])
    await model.apply()
    await later()
    expect(sent.map(({ table, part }) => [table.rows.length, part?.done, part?.total])).toEqual([
      [500, 500, 1300],
      [500, 1000, 1300],
      [300, 1300, 1300],
    ])
    expect(new Set(sent.map(({ part }) => part?.at)).size).toBe(1)
    expect(sent[2]?.table.rowNumbers?.[0]).toBe(1002)
    expect(page.live.value).toBe('Загружено 1300 карточек')
    expect(model.result.value?.written).toBe(1300)
    expect(model.progress.value).toBeNull()
  })

  test('a portion that is lost is sent again, and the rest follows', async () => {
    let fails = true
    const { page } = benchWith({
      'import/start': () => accepted(started),
      'import/preview': () => accepted(preview),
      'import/apply': () => {
        if (!fails) return accepted({ ...preview, written: 1 })
        fails = false
        throw new Error('the connection is gone')
      },
    })
    const model = createImportModel(page, tools)
    await model.choose([exported()])
    await model.apply()
    expect(model.result.value).toBeNull()
    model.caller.trouble.value?.retry?.()
    await later()
    expect(model.result.value?.written).toBe(1)
  })

  test('a column is corrected by choosing, its words are proposed anew, and the choice is sent along', async () => {
    const { model, sent } = counting()
    await model.choose([exported()])
    const column = model.plan.value?.headings.indexOf('Ответственный') ?? -1
    model.setTarget(column, 'consultant')
    expect(model.plan.value?.targets.filter((target) => target === 'consultant')).toHaveLength(1)
    expect(model.words.value.find(({ target }) => target === 'consultant')?.rows.map(({ typed }) => typed)).toEqual(['Титова О. Д.'])
    model.setWord('consultant', 'Титова О. Д.', 'ММ')
    model.go('look')
    await later()
    await model.apply()
    const at = sent[0]?.table.headings.indexOf('Консультант') ?? -1
    expect(new Set(sent[0]?.table.rows.map((row) => row[at]))).toEqual(new Set(['ММ']))
    expect(JSON.parse(sent[0]?.part?.choices ?? '')).toMatchObject({
      columns: { ' ответственный ': 'consultant' },
      words: { consultant: { 'титова о. д.': 'ММ' } },
    })
  })

  test('what was chosen before is proposed for the next file', async () => {
    const choices = JSON.stringify({ columns: { ' город ': 'kept' }, words: { format: { zoom: 'по телефону' } } })
    const { page } = benchWith({ 'import/start': () => accepted({ ...started, choices }), 'import/preview': () => accepted(preview) })
    const model = createImportModel(page, tools)
    await model.choose([exported()])
    const { headings = [], targets = [], words = {} } = model.plan.value ?? {}
    expect(targets[headings.indexOf('Город')]).toBe('kept')
    expect(words.format?.['zoom']).toBe('по телефону')
  })

  test('a file of contacts beside that of deals brings their phones and mails', async () => {
    const { model, sent } = counting()
    const [heading = [], ...rows] = (arrangements['the export as it is']?.rows ?? []).slice(0, 61)
    const phones = ['Рабочий телефон', 'Мобильный телефон', 'Рабочий email', 'Город']
    const places = phones.map((name) => heading.indexOf(name))
    const name = heading.indexOf('Полное имя контакта')
    const csvOf = (table: readonly (readonly string[])[]) => utf8(table.map((row) => row.map((cell) => `"${cell}"`).join(';')).join('\n'))
    const deals = [heading, ...rows].map((row) => row.filter((_, at) => !places.includes(at)))
    const people = [...new Map(rows.map((row) => [row[name], [row[name] ?? '', ...places.map((place) => row[place] ?? '')]])).values()]
    await model.choose([file('contacts.csv', csvOf([['Полное имя', ...phones], ...people])), file('leads.csv', csvOf(deals))])
    expect(model.besides.value).toBe(1)
    await model.apply()
    const [table] = sent.map((one) => one.table)
    const phone = table?.headings.indexOf('Рабочий телефон (контакт)') ?? -1
    expect(table?.rows.filter((row) => row[phone] !== '')).toHaveLength(60)
  })

  test.each([
    ['a file without rows', file('empty.csv', utf8('')), 'empty.csv'],
    ['a workbook of Excel before 2007', file('old.xls', bytesOf(0xd0, 0xcf, 0x11, 0xe0, 0, 0)), '.xlsx'],
    ['a broken workbook', file('bad.xlsx', bytesOf(0x50, 0x4b, 3, 4, 9, 9, 9)), 'не читается'],
    ['contacts alone', file('c.csv', utf8('Имя;Телефон\nАнна;89114160123\n')), 'похож на список контактов'],
  ])('%s: refused with a sentence, and nothing is asked', async (_, chosen, said) => {
    const { model, server } = counting()
    await model.choose([chosen])
    expect(model.fault.value).toContain(said)
    expect(server.calls.map((call) => call.method)).toEqual(['import/start'])
  })

  test('a list that the office keeps is recognised and loaded as one', async () => {
    const { model, sent } = counting()
    await model.choose([file('люди.csv', utf8('Инициалы;ФИО;E-mail;Роли;Темы\nММ;Морозова Мария;m@example.org;консультант;8\n'))])
    expect(model.kind.value).toBe('staff')
    await model.apply()
    expect(sent[0]).toMatchObject({
      kind: 'staff',
      table: {
        headings: ['Инициалы', 'E-mail', 'ФИО', 'Роли', 'Темы', 'Внешний', 'Ставка, ₽/ч', 'С', 'По'],
        rows: [['ММ', 'm@example.org', 'Морозова Мария', 'консультант', '8', 'нет', '', '', '']],
      },
    })
  })

  test('the last import is taken back portion by portion', async () => {
    const last = { at: '2026-11-23T09:00', fileName: 'a.csv', total: 1500, done: 1500, written: 1500 }
    const left = [500, 0]
    const { page, server } = benchWith({
      'import/start': () => accepted({ ...started, last }),
      'import/undo': () => accepted({ left: left.shift() ?? 0 }),
    })
    const model = createImportModel(page, tools)
    await model.load()
    await model.takeBack()
    await later()
    expect(server.calls.filter(({ method }) => method === 'import/undo').map(({ input }) => input)).toEqual([
      { at: last.at },
      { at: last.at },
    ])
    expect([model.start.value?.last, model.isTakenBack.value]).toEqual([null, true])
  })

  test('one that was touched stays, and why is said', async () => {
    const last = { at: '2026-11-23T09:00', fileName: 'a.csv', total: 2, done: 2, written: 2 }
    const { page } = benchWith({
      'import/start': () => accepted({ ...started, last }),
      'import/undo': () => refused({ message: 'Импорт уже не вернуть целиком' }),
    })
    const model = createImportModel(page, tools)
    await model.load()
    await model.takeBack()
    expect(model.caller.trouble.value?.message).toContain('не вернуть')
    expect(model.start.value?.last).toEqual(last)
  })

  test('what is left out is a file to save, row by row', async () => {
    const saved: string[] = []
    const issues = [{ where: 'a.csv', row: 7, column: 'Этап', message: 'неизвестный этап «?», строка не загружается' }]
    const { page } = benchWith({ 'import/start': () => accepted(started), 'import/preview': () => accepted({ ...preview, issues }) })
    const model = createImportModel(page, { ...tools, saveText: (_, text) => saved.push(text) })
    await model.choose([exported()])
    model.saveIssues()
    expect(saved).toEqual(['\ufeff"Строка";"Столбец";"Что не так"\r\n"7";"Этап";"неизвестный этап «?», строка не загружается"\r\n'])
  })
})
