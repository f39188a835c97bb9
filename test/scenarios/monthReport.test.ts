/** «Отчёт 2026-10» against a recount of amoCRM's file by code that shares nothing with the desk. */
import type { World } from '../../emulator/world/types'
import { booked, deskWorld, director, done, morozova, sheet } from '../fixtures/desk'
import { type Value, valuesOf } from '../fixtures/register'
import { sampleTable } from '../fixtures/sampleTable'
import { filled, move, setClock } from '../fixtures/stages'

const month = '2026-10'
const title = `Отчёт ${month}`
const held = ['Консультация проведена', 'Запрошена обратная связь', 'Успешно завершённые']

type FileRow = Readonly<Record<string, string>>

function fileRows(): FileRow[] {
  const { headings, rows } = sampleTable('amocrm-deals.csv')
  const seen = new Set<string>()
  return rows
    .map((cells) => Object.fromEntries(headings.map((heading, index) => [heading.replace('\uFEFF', ''), (cells[index] ?? '').trim()])))
    .filter((row) => {
      const isNew = !seen.has(row['ID'] ?? '')
      seen.add(row['ID'] ?? '')
      return isNew
    })
}

/** 05.10.2026 14:00:00 → 2026-10 */
function monthOf(text: string | undefined): string {
  const [, month, year] = /^\d\d\.(\d\d)\.(\d{4})/.exec(text ?? '') ?? []
  return `${year}-${month}`
}

const all = fileRows()
const inMonth = all.filter((row) => held.includes(row['Этап сделки'] ?? '') && monthOf(row['Дата и время консультации']) === month)

function countBy(heading: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const row of inMonth) counts.set(row[heading] ?? '', (counts.get(row[heading] ?? '') ?? 0) + 1)
  return counts
}

function minutesOf(rows: readonly FileRow[]): number {
  return rows.reduce((sum, row) => sum + Number(row['Продолжительность, мин'] || 0), 0)
}

/** Rows of the sheet under a heading, up to the blank row: title → cells. */
function section(cells: readonly Value[][], heading: string): Map<string, Value[]> {
  const from = cells.findIndex(([first]) => first === heading)
  if (from < 0) throw new Error(`«${heading}» does not stand in the report`)
  const length = cells.slice(from + 1).findIndex((row) => row.length === 0)
  return new Map(cells.slice(from + 1, length < 0 ? undefined : from + 1 + length).map((row) => [String(row[0]), row]))
}

function reported(world: World): { told: { held: number; minutes: number }; cells: Value[][] } {
  const told = done(world, 'month/report', { month }, director)
  return { told, cells: valuesOf(world, told.sheet) }
}

describe('S2: October of the sample office', () => {
  const world = deskWorld()
  const { told, cells } = reported(world)
  const totals = section(cells, 'Итоги')
  const total = (title: string): Value => totals.get(title)?.[1] ?? null

  test('consultations and minutes are those of the file', () => {
    expect(inMonth.length).toBeGreaterThan(40)
    expect(total('Проведено консультаций')).toBe(inMonth.length)
    expect(total('Минут')).toBe(minutesOf(inMonth))
    expect(told).toMatchObject({ held: inMonth.length, minutes: minutesOf(inMonth) })
  })

  test('own and external consultants', () => {
    const externals = sampleTable('staff.csv')
      .rows.filter((row) => row[5] === 'да')
      .map(([initials]) => (initials ?? '').toUpperCase())
    const external = inMonth.filter((row) => externals.includes((row['Консультант'] ?? '').toUpperCase())).length
    expect(external).toBeGreaterThan(0)
    expect([total('Внешними консультантами'), total('Своими консультантами')]).toEqual([external, inMonth.length - external])
  })

  test('scores and their average', () => {
    const scores = inMonth.map((row) => row['Оценка'] ?? '').filter((score) => /^[1-5]$/.test(score))
    const sum = scores.reduce((all, score) => all + Number(score), 0)
    expect(total('Отзывов с оценкой')).toBe(scores.length)
    expect(Number(total('Средняя оценка'))).toBeCloseTo(sum / scores.length, 2)
  })

  test('requests that failed in the month', () => {
    const lost = all.filter((row) => row['Этап сделки'] === 'Неуспешные' && monthOf(row['Дата закрытия'] || row['Дата создания']) === month)
    expect(lost.length).toBeGreaterThan(0)
    expect(total('Неуспешных заявок')).toBe(lost.length)
  })

  test.each([
    ['По темам', 'Тема консультации', ''],
    ['По проектам', 'Проект', 'не указан'],
    ['По муниципалитетам', 'Муниципалитет', 'не указан'],
    ['По каналу', 'Источник', ''],
  ])('«%s» counts each consultation of the file once', (name, heading, unsaid) => {
    const table = section(cells, name)
    for (const [key, count] of countBy(heading)) expect([key, table.get(key === '' ? unsaid : key)?.[1]]).toEqual([key, count])
    const sum = [...table.values()].reduce((all, row) => all + Number(row[1] ?? 0), 0)
    expect(sum).toBe(inMonth.length)
  })

  test('«По консультантам»: as many as the file names, by minutes too', () => {
    const table = [...section(cells, 'По консультантам').values()]
    const counts = [...countBy('Консультант').values()].sort((a, b) => a - b)
    expect(
      table
        .map((row) => Number(row[1]))
        .filter((count) => count > 0)
        .sort((a, b) => a - b),
    ).toEqual(counts)
    expect(table.reduce((all, row) => all + Number(row[2] ?? 0), 0)).toBe(minutesOf(inMonth))
  })

  test('charts stand on the sheet; a second run gives the same sheet, not a second one', () => {
    const standing = sheet(world, title)
    expect(standing.charts.length).toBeGreaterThanOrEqual(3)
    const again = reported(world)
    expect(again.cells).toEqual(cells)
    expect(sheet(world, title).charts).toHaveLength(standing.charts.length)
  })
})

test('S1: what is booked and nobody has held counts in no month; filled in later, in the month of its start', () => {
  const world = deskWorld()
  const heldIn = (of: string) => done(world, 'month/preview', { period: { kind: 'month', month: of } }, director).held
  const before = heldIn('2026-11')
  const card = booked(world, 'АНО «Причал»')
  setClock(world, '2026-12-02T10:00')
  expect(heldIn('2026-11')).toBe(before)
  move(world, card, 'held', { fields: filled }, morozova)
  expect([heldIn('2026-11') - before, heldIn('2026-12')]).toEqual([1, 0])
})
