/** Lists that the office keeps by hand: rows with issues are named, not taken. */
import { importRows } from '../../../src/usecases/register/importRows'
import { drawnTable } from '../../fixtures/sampleTable'

const projects = drawnTable(
  'projects.csv',
  'Проект|Руководитель (e-mail)|Внешние эксперты|Лимит внешних в месяц\nДобрый Север|sever@example.org|да|2\nДОБРЫЙ СЕВЕР|sever@example.org|да|2',
)

test('a row that stands already is a duplicate whatever its case; one that the file has twice is named', () => {
  const read = importRows('projects', projects, [])
  expect([read.rows.length, read.duplicates, read.issues.map(({ row }) => row)]).toEqual([1, 0, [3]])
  expect(importRows('projects', projects, [{ Проект: 'ДОБРЫЙ север' }])).toMatchObject({ rows: [], duplicates: 1 })
})

test('days are the same however they are written', () => {
  const table = drawnTable('days.csv', 'Дата|День\n31.12.2026|выходной')
  expect(importRows('workingCalendar', table, [{ Дата: '2026-12-31' }]).duplicates).toBe(1)
  expect(importRows('workingCalendar', table, [{ Дата: '2026-12-30' }]).rows).toEqual([{ Дата: '31.12.2026', День: 'выходной' }])
})

test('a table without a needed column is no such list: nothing is taken', () => {
  const read = importRows('workingCalendar', drawnTable('days.csv', 'День\nвыходной'), [])
  expect(read.rows).toEqual([])
  expect(read.issues.some(({ row, message }) => row === null && message.includes('нет такой колонки'))).toBe(true)
})

test('empty rows are passed over', () => {
  const table = {
    fileName: 'days.csv',
    headings: ['Дата', 'День'],
    rows: [
      ['', ''],
      ['30.12.2026', 'короткий'],
    ],
  }
  expect(importRows('workingCalendar', table, []).rows).toHaveLength(1)
})
