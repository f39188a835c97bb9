/** A sheet taken out of the workbench: .xlsx read by a library that did not write it, .csv, and the print page. */

import Papa from 'papaparse'
import readXlsx from 'read-excel-file/node'
import { displayed, isDatePattern } from '../../emulator/services/sheets/display'
import { asCell } from '../../emulator/services/sheets/grid'
import { Bench, newMemory } from '../../emulator/workbench/bench/bench'
import { localFile } from '../../emulator/workbench/frame/localFile'
import { localiseLinks } from '../../emulator/workbench/localLinks'
import { createApp } from '../../emulator/workbench/server'
import { deskWorld, director, done, sheet } from '../fixtures/desk'

/** Two readers and a writer of large files. */
jest.setTimeout(60_000)

const world = deskWorld()
done(world, 'month/report', { month: '2026-10' }, director)
const [id] = Object.keys(world.state.spreadsheets)
const app = createApp(new Bench({ world, memory: newMemory(world), notice: '', renew: () => world, changed: () => undefined }), 'dist')
const answered = (query: string) => app.request(`http://localhost/spreadsheets/d/${id}/export?${query}`)
const gidOf = (title: string) => sheet(world, title).sheetId

type Value = string | number | boolean | null

/** What the sheet holds, as a reader of the file must see it: dates by their wall clock, numbers in their first ten digits. */
function cellsOf(title: string): Value[][] {
  const rows = sheet(world, title).cells.map((row) => (row ?? []).map((stored) => meantBy(asCell(stored))))
  return trimmed(rows)
}

function meantBy({ v, nf }: ReturnType<typeof asCell>): Value {
  if (typeof v !== 'number') return v === '' ? null : v
  return isDatePattern(nf) ? wallClock(new Date(Math.round((v - 25_569) * 86_400_000))) : Number(v.toPrecision(10))
}

const wallClock = (at: Date): string => at.toISOString().slice(0, 16)

function trimmed(rows: readonly (readonly Value[])[]): Value[][] {
  const width = Math.max(...rows.map((row) => row.map((value) => value !== null).lastIndexOf(true) + 1))
  const height = rows.map((row) => row.some((value) => value !== null)).lastIndexOf(true) + 1
  return rows.slice(0, height).map((row) => Array.from({ length: width }, (_, column) => row[column] ?? null))
}

async function readBack(query: string): Promise<{ readonly name: string; readonly cells: Value[][] }[]> {
  const file = Buffer.from(await (await answered(query)).arrayBuffer())
  const sheets = await readXlsx(file, { trim: false })
  return sheets.map(({ sheet: name, data }) => ({
    name,
    cells: trimmed(data.map((row) => row.map((cell) => readValue(cell as Value | Date)))),
  }))
}

function readValue(cell: Value | Date): Value {
  if (cell instanceof Date) return wallClock(new Date(Math.round(cell.getTime() / 60_000) * 60_000))
  return typeof cell === 'number' ? Number(cell.toPrecision(10)) : cell
}

describe('.xlsx', () => {
  test.each(['Сделки', 'Отчёт 2026-10', 'Клиенты', 'Рабочий календарь'])(
    '«%s» reads as it stands: texts, numbers, dates',
    async (title) => {
      const [read, ...more] = await readBack(`format=xlsx&gid=${gidOf(title)}`)
      expect(more).toEqual([])
      expect(read?.name).toBe(title)
      expect(read?.cells).toEqual(cellsOf(title))
    },
  )

  test('without a sheet all that are not hidden are there', async () => {
    const titles = Object.values(world.state.spreadsheets[id ?? '']?.sheets ?? [])
      .filter(({ hidden }) => !hidden)
      .map(({ title }) => title)
    expect((await readBack('format=xlsx')).map(({ name }) => name)).toEqual(titles)
  })

  test('a text that begins with «=», «+» or «@» stays a text; only a formula of the sheet is a formula, with its result', async () => {
    const hostile = ['=HYPERLINK("http://evil.example","Жми")', '+7 911 416-01-23', '@SUM(1;2)', '=1+1', '-5']
    const fork = world.fork()
    const topics = sheet(fork, 'Темы')
    topics.cells = [['№', 'Тема'], ...hostile.map((text) => [text, { v: 2, f: '=1+1' }])]
    const bench = new Bench({ world: fork, memory: newMemory(fork), notice: '', renew: () => fork, changed: () => undefined })
    const response = await createApp(bench, 'dist').request(
      `http://localhost/spreadsheets/d/${id}/export?format=xlsx&gid=${topics.sheetId}`,
    )
    const file = Buffer.from(await response.arrayBuffer())
    const [read] = await readXlsx(file)
    expect(read?.data.slice(1)).toEqual(hostile.map((text) => [text, 2]))
    const { default: exceljs } = await import('exceljs')
    const workbook = new exceljs.Workbook()
    await workbook.xlsx.load(file.buffer as ArrayBuffer)
    const first = workbook.worksheets[0]
    expect(hostile.map((_, index) => first?.getCell(index + 2, 1).type)).toEqual(hostile.map(() => exceljs.ValueType.String))
    expect(first?.getCell(2, 2).formula).toBe('1+1')
  })

  test('looks: bold heading that stays in sight, widths, wrapped texts, colours of stages, formats of dates and shares', async () => {
    const { default: exceljs } = await import('exceljs')
    const workbook = new exceljs.Workbook()
    const load = async (title: string) => {
      await workbook.xlsx.load(await (await answered(`format=xlsx&gid=${gidOf(title)}`)).arrayBuffer())
      return workbook.worksheets[workbook.worksheets.length - 1]
    }
    const deals = await load('Сделки')
    expect(deals?.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 })
    expect(deals?.getCell('A1').font.bold).toBe(true)
    expect(deals?.getCell('C2').numFmt).toBe('dd.mm.yyyy hh:mm')
    expect(deals?.getCell('B2').fill).toMatchObject({ fgColor: { argb: expect.stringMatching(/^FF[0-9A-F]{6}$/) } })
    expect(deals?.getColumn(8).width).toBeCloseTo((280 - 5) / 7)
    const report = await load('Отчёт 2026-10')
    const shares = report?.getColumn(4).values.filter((value) => typeof value === 'number') ?? []
    expect(shares.length).toBeGreaterThan(10)
    const topic = report?.getColumn(1).values.indexOf('Социальное проектирование') ?? 0
    expect(report?.getCell(topic, 1).alignment.wrapText).toBe(true)
    expect(report?.getCell(topic, 4).numFmt).toBe('0.0%')
  })
})

test('.csv: what the cells show, read back cell by cell', async () => {
  const response = await answered(`format=csv&gid=${gidOf('Сделки')}`)
  expect(response.headers.get('Content-Type')).toBe('text/csv; charset=utf-8')
  const { data } = Papa.parse<string[]>(await response.text())
  const rows = sheet(world, 'Сделки').cells
  expect(data).toHaveLength(cellsOf('Сделки').length)
  for (const [row, shown] of data.entries()) expect(shown).toEqual(shown.map((_, column) => displayed(rows[row]?.[column], 'ru_RU')))
})

describe('the print page', () => {
  const pageOf = async (title: string): Promise<string> => (await answered(`format=pdf&gid=${gidOf(title)}`)).text()

  test('a wide sheet goes across in bands, each with the heading and the number', async () => {
    const html = await pageOf('Сделки')
    expect(html).toContain('size: A4 landscape')
    const tables = html.split('<table').slice(1)
    expect(tables.length).toBeGreaterThan(3)
    for (const table of tables) expect(/<thead><tr><th[^>]*>([^<]*)</.exec(table)?.[1]).toBe('№')
    const headings = [...html.matchAll(/<th [^>]*>([^<]*)</g)].map(([, text]) => text).filter((text) => text !== '№')
    expect(headings).toEqual(
      (sheet(world, 'Сделки').cells[0] ?? []).map((cell) => String(cell && typeof cell === 'object' ? cell.v : cell)).slice(1),
    )
  })

  test('a month’s report stands upright, with its four charts', async () => {
    const html = await pageOf('Отчёт 2026-10')
    expect(html).toContain('size: A4 portrait')
    expect(html.match(/<canvas/g)).toHaveLength(4)
  })

  test('what a client typed is never markup', async () => {
    const fork = world.fork()
    sheet(fork, 'Темы').cells[1] = [1, '<script>alert(1)</script></table>']
    const bench = new Bench({ world: fork, memory: newMemory(fork), notice: '', renew: () => fork, changed: () => undefined })
    const address = `http://localhost/spreadsheets/d/${id}/export?format=pdf&gid=${gidOf('Темы')}`
    const html = await (await createApp(bench, 'dist').request(address)).text()
    expect(html).not.toContain('<script>alert')
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
  })
})

test('what is not there is said', async () => {
  expect((await answered('format=xlsx&gid=999')).status).toBe(404)
  expect((await answered('format=ods')).status).toBe(422)
  expect((await app.request('http://localhost/spreadsheets/d/other/export?format=xlsx')).status).toBe(404)
})

test('Google’s addresses of a download lead to the workbench: in letters and in frames', () => {
  const address = 'https://docs.google.com/spreadsheets/d/1AbC-x_9/export?format=xlsx&gid=402610'
  expect(localFile(address)).toBe('/spreadsheets/d/1AbC-x_9/export?format=xlsx&gid=402610')
  expect(localFile('https://docs.google.com/spreadsheets/d/1AbC-x_9/edit#gid=0&range=A17')).toBe('/#gid=0&range=A17')
  expect(localFile('https://docs.google.com/document/d/1AbC-x_9/edit')).toBeNull()
  expect(localiseLinks('Карточка: https://docs.google.com/spreadsheets/d/1AbC-x_9/edit#gid=0&amp;range=A17')).toBe(
    'Карточка: /#gid=0&amp;range=A17',
  )
  expect(localiseLinks(`Отчёт: ${address}`)).toBe('Отчёт: /spreadsheets/d/1AbC-x_9/export?format=xlsx&gid=402610')
})
