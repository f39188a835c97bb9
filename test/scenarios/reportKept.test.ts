/** F15: what the director adds to a period's sheets stays: the new numbers come on a sheet beside, and later ones there again. */
import { putCell, readCell } from '../../emulator/services/sheets/grid'
import type { World } from '../../emulator/world/types'
import { requestHash } from '../../src/domain/intake/requestHash'
import { call, deskWorld, director, run, sheet } from '../fixtures/desk'

const month = '2026-10'
const reported = (world: World) => call(world, 'month/report', { month }, director)
const titles = (world: World) => Object.values(world.state.spreadsheets).flatMap(({ sheets }) => sheets.map(({ title }) => title))
const ofMonth = (world: World) =>
  titles(world)
    .filter((title) => title.includes(month))
    .sort()
/** Words, numbers and notes; short where it differs. */
const shown = (world: World, title: string) =>
  requestHash(
    JSON.stringify(
      sheet(world, title).cells.map((row, at) =>
        (row ?? [])
          .map((_, column) => readCell(sheet(world, title), at, column))
          .map(({ v, f, note }) => [v, f, note])
          .filter(([v, , note]) => v !== null || note),
      ),
    ),
  )

function withReport(): World {
  const world = deskWorld()
  expect(reported(world)).not.toHaveProperty('note')
  return world
}

test('nobody wrote there: the same sheets again', () => {
  const world = withReport()
  const before = shown(world, `Отчёт ${month}`)
  expect(reported(world)).not.toHaveProperty('note')
  expect([ofMonth(world), shown(world, `Отчёт ${month}`)]).toEqual([[`Отчёт ${month}`, `Список ${month}`], before])
})

test.each<[string, string, (world: World) => void]>([
  [
    'a remark beside a number',
    'Отчёт',
    (world) => world.hand.type({ sheet: `Отчёт ${month}`, row: 5, column: 9, value: 'проверить', user: director }),
  ],
  [
    'a remark below all',
    'Отчёт',
    (world) => world.hand.type({ sheet: `Отчёт ${month}`, row: 190, column: 1, value: 'Вывод: мало', user: director }),
  ],
  [
    'a number typed over',
    'Отчёт',
    (world) => world.hand.type({ sheet: `Отчёт ${month}`, row: 5, column: 2, value: '777', user: director }),
  ],
  [
    'an own column of the list',
    'Список',
    (world) => world.hand.type({ sheet: `Список ${month}`, row: 1, column: 20, value: 'Проверено', user: director }),
  ],
  [
    'a note',
    'Список',
    (world) => {
      const list = sheet(world, `Список ${month}`)
      const row = list.cells[1]
      if (row === undefined) throw new Error('the list has a second row')
      if (row === null) throw new Error('the row holds nothing')
      putCell(row, 1, { ...readCell(list, 1, 1), note: 'позвонить' })
    },
  ],
])('%s stays: a sheet beside, told; the other sheet is written in its place', (_name, which, write) => {
  const world = withReport()
  write(world)
  const before = shown(world, `${which} ${month}`)
  const answer = reported(world)
  expect(answer).toMatchObject({ ok: true, note: expect.stringContaining(`«${which} ${month} (2)»`) })
  expect(shown(world, `${which} ${month}`)).toBe(before)
  expect(ofMonth(world)).toEqual([`Отчёт ${month}`, `Список ${month}`, `${which} ${month} (2)`].sort())
  expect(reported(world)).not.toHaveProperty('note')
  expect(ofMonth(world)).toHaveLength(3)
  expect(sheet(world, `Отчёт ${month}${which === 'Отчёт' ? ' (2)' : ''}`).charts.length).toBeGreaterThan(2)
})

test('a chart of his own, and a sheet that he renamed', () => {
  const world = withReport()
  const own = sheet(world, `Отчёт ${month}`)
  const [chart] = own.charts
  if (chart === undefined) throw new Error('the report has charts')
  own.charts.push({ ...chart, chartId: 77 })
  reported(world)
  expect(own.charts.some(({ chartId }) => chartId === 77)).toBe(true)
  sheet(world, `Отчёт ${month} (2)`).title = 'Мой отчёт'
  reported(world)
  expect(ofMonth(world)).toContain(`Отчёт ${month} (3)`)
  expect(titles(world)).toContain('Мой отчёт')
})

test('four calls, as before', () => {
  const world = withReport()
  const { calls } = run(world, 'month/report', { month }, director)
  expect(calls.filter(({ leaves }) => leaves)).toHaveLength(4)
})
