/** Many cells at once: pasted, filled, emptied, taken back by Ctrl+Z, sorted before anybody looked: each judged, nothing lost, told once. */
import type { World } from '../../emulator/world/types'
import { stageTitles } from '../../src/domain/deal/words'
import { deskWorld, director, inDomain, minute, morozova, nextTick, office, sheet } from '../fixtures/desk'
import { columnOf, registerEqualsJournal, rowsOf, type Value } from '../fixtures/register'

const many = 65
type Block = readonly (readonly string[])[]

const column = (world: World, title: string, heading: string) => columnOf(sheet(world, title), heading)
const values = (world: World, title: string, heading: string): Value[] =>
  rowsOf(world, title)
    .slice(0, many)
    .map(({ cells }) => cells[heading] ?? null)
const filledWith = (value: string, rows = many): Block => Array.from({ length: rows }, () => [value])

function paste(world: World, title: string, heading: string, block: Block, user = office): readonly string[] {
  const runs = world.hand.paste({ sheet: title, row: 2, column: column(world, title, heading), values: block, user })
  return runs.flatMap(({ ui }) => ui).flatMap((shown) => ('message' in shown ? [shown.message] : []))
}

/** How many cells of a column carry a note. */
function noted(world: World, title: string, heading: string): number {
  const at = column(world, title, heading) - 1
  return sheet(world, title).cells.filter((row) => {
    const cell = row?.[at]
    return typeof cell === 'object' && cell !== null && (cell.note ?? '') !== ''
  }).length
}

const ids = (world: World) =>
  rowsOf(world, 'Сделки')
    .map(({ cells }) => Number(cells['№']))
    .sort((a, b) => a - b)
const isClosed = (stage: Value) => stage === stageTitles.won || stage === stageTitles.lost

describe(`${many} cells at once`, () => {
  test('a column filled: what may be typed stands, closed cards keep theirs with a note, one toast', () => {
    const world = inDomain(deskWorld())
    const [before, stages] = [values(world, 'Сделки', 'Комментарии'), values(world, 'Сделки', 'Этап')]
    const toasts = paste(world, 'Сделки', 'Комментарии', filledWith('проверено'))
    const expected = stages.map((stage, at) => (isClosed(stage) ? before[at] : 'проверено'))
    expect(expected).toContain('проверено')
    expect(values(world, 'Сделки', 'Комментарии')).toEqual(expected)
    expect(noted(world, 'Сделки', 'Комментарии')).toBe(stages.filter(isClosed).length)
    expect(toasts).toHaveLength(1)
    registerEqualsJournal(world)
  })

  test('judged by the right of who pasted, as one cell would be', () => {
    const mark = (user: string) => {
      const world = inDomain(deskWorld())
      const [before, stages] = [values(world, 'Сделки', 'Оценка'), values(world, 'Сделки', 'Этап')]
      const isOpen = (_: Value, at: number) => before[at] !== 4 && !isClosed(stages[at] ?? null)
      paste(world, 'Сделки', 'Оценка', filledWith('4'), user)
      registerEqualsJournal(world)
      const after = values(world, 'Сделки', 'Оценка').filter(isOpen)
      return [after.filter((score) => score === 4).length, after.length]
    }
    const [taken, open] = mark(office)
    expect([taken, mark(morozova)[0]]).toEqual([open, 0])
  })

  test('K5: closing them all by a paste closes none that is not complete', () => {
    const world = inDomain(deskWorld())
    const before = values(world, 'Сделки', 'Этап')
    paste(world, 'Сделки', 'Этап', filledWith(stageTitles.won))
    expect(values(world, 'Сделки', 'Этап').filter((stage, at) => stage !== before[at])).toEqual([])
    registerEqualsJournal(world)
  })

  test('Ctrl+Z of a filled column: every cell as before, empty ones too, and no note speaks of a slip', () => {
    const world = inDomain(deskWorld())
    const before = values(world, 'Клиенты', 'Мессенджер')
    paste(world, 'Клиенты', 'Мессенджер', filledWith('vk.com/naslediye'))
    expect(values(world, 'Клиенты', 'Мессенджер')).toEqual(filledWith('vk.com/naslediye').flat())
    const toasts = paste(
      world,
      'Клиенты',
      'Мессенджер',
      before.map((value) => [String(value ?? '')]),
    )
    expect(values(world, 'Клиенты', 'Мессенджер')).toEqual(before)
    expect([toasts, noted(world, 'Клиенты', 'Мессенджер')]).toEqual([[], 0])
    registerEqualsJournal(world)
  })

  test('Ctrl+Z of an emptied column that is back already changes nothing', () => {
    const world = inDomain(deskWorld())
    const before = values(world, 'Клиенты', 'E-mail')
    paste(world, 'Клиенты', 'E-mail', filledWith(''))
    const lines = rowsOf(world, 'Журнал').length
    paste(
      world,
      'Клиенты',
      'E-mail',
      before.map((value) => [String(value ?? '')]),
    )
    expect([values(world, 'Клиенты', 'E-mail'), rowsOf(world, 'Журнал').length]).toEqual([before, lines])
    registerEqualsJournal(world)
  })

  test('rows deleted come back whole', () => {
    const world = inDomain(deskWorld())
    const before = ids(world)
    world.hand.deleteRows({ sheet: 'Сделки', from: 2, count: many, user: office })
    expect(ids(world)).toEqual(before)
    registerEqualsJournal(world)
  })

  test('roles pasted over «Сотрудники»: all put back, each director told by one letter', () => {
    const world = inDomain(deskWorld())
    const before = rowsOf(world, 'Сотрудники')
    paste(world, 'Сотрудники', 'Роли', filledWith('исполнительный директор', before.length), morozova)
    expect(rowsOf(world, 'Сотрудники')).toEqual(before)
    nextTick(world)
    expect(world.state.letters.filter(({ to, subject }) => to === director && subject.startsWith('Права'))).toHaveLength(1)
  })
})

describe('no trigger came', () => {
  function unseen(world: World, deed: () => void): void {
    const { triggers } = world.state
    world.state.triggers = triggers.filter(({ kind }) => kind === 'clock')
    deed()
    world.advanceTo(world.state.now + 24 * 60 * minute)
    world.state.triggers = triggers
  }

  test('a block, a sort and an emptied column: the next day each cell is judged where it stands now', () => {
    const world = inDomain(deskWorld())
    const before = new Map(rowsOf(world, 'Сделки').map(({ cells }) => [cells['№'], cells]))
    const emails = new Map(rowsOf(world, 'Клиенты').map(({ cells }) => [cells['№'], cells['E-mail']]))
    unseen(world, () => {
      paste(world, 'Сделки', 'Этап', filledWith(stageTitles.won))
      paste(world, 'Сделки', 'Запрос', filledWith('Как составить смету'))
      world.hand.sort({ sheet: 'Сделки', column: column(world, 'Сделки', 'Организация'), ascending: true, user: office })
      paste(world, 'Клиенты', 'E-mail', filledWith(''))
    })
    const after = rowsOf(world, 'Сделки').map(({ cells }) => cells)
    expect(after.map((cells) => cells['№']).sort()).toEqual([...before.keys()].sort())
    expect(after.filter((cells) => cells['Этап'] !== before.get(cells['№'] ?? null)?.['Этап'])).toEqual([])
    const asked = after.filter((cells) => cells['Запрос'] === 'Как составить смету')
    expect(asked.length).toBeGreaterThan(0)
    expect(asked.filter((cells) => isClosed(cells['Этап'] ?? null))).toEqual([])
    expect(rowsOf(world, 'Клиенты').map(({ cells }) => cells['E-mail'])).toEqual([...emails.values()])
    registerEqualsJournal(world)
  })
})
