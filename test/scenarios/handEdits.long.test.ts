/** Edits by hand in the register: legal work is journalled, a forbidden edit is put back with a note, nothing is lost (K5, I4). */
import type { World } from '../../emulator/world/types'
import type { Deal } from '../../src/domain/deal/deal'
import { dealTitles } from '../../src/domain/deal/fieldTitles'
import { stageTitles } from '../../src/domain/deal/words'
import { deskWorld, done, minute, nextTick, office, sheet } from '../fixtures/desk'
import { standingIn as cellValue, registerEqualsJournal, rowById, rowsOf } from '../fixtures/register'

const heldIncomplete = 41006
const accepted = 41674
const assigned = 41666

function columnOf(world: World, heading: string, title = 'Сделки'): number {
  return (sheet(world, title).cells[0] ?? []).findIndex((cell) => cellValue(cell) === heading) + 1
}

function rowOf(world: World, id: number, title = 'Сделки'): number {
  return rowsOf(world, title).find(({ cells }) => cells['№'] === id)?.row ?? 0
}

function type(world: World, id: number, field: keyof Deal, value: string, user = office) {
  return world.hand.type({ sheet: 'Сделки', row: rowOf(world, id), column: columnOf(world, dealTitles[field]), value, user })
}

function noteAt(world: World, id: number, field: keyof Deal): string {
  const cell = sheet(world, 'Сделки').cells[rowOf(world, id) - 1]?.[columnOf(world, dealTitles[field]) - 1]
  return typeof cell === 'object' && cell !== null ? (cell.note ?? '') : ''
}

const forbidden: readonly [why: string, id: number, field: keyof Deal, value: string, note: RegExp][] = [
  ['K5: an incomplete card is not closed by typing the stage', heldIncomplete, 'stage', stageTitles.won, /Не заполнено: Содержание/],
  ['K2: nor sent to feedback', heldIncomplete, 'stage', stageTitles.feedback, /Не заполнено/],
  ['A3: a consultation is not assigned by typing the stage', accepted, 'stage', stageTitles.assigned, /в панели или в календаре/],
  ['G6: a booked time is not let go by typing the stage', assigned, 'stage', stageTitles.lost, /в панели или в календаре/],
  ['the number is the product’s', heldIncomplete, 'id', '777', /ведёт программа/],
  ['the version is the product’s', heldIncomplete, 'version', '99', /ведёт программа/],
  ['R1: the time is moved where the calendar moves with it', heldIncomplete, 'start', '30.11.2026 10:00', /в панели или в календаре/],
  ['a stage that is no stage', heldIncomplete, 'stage', 'Готово', /неизвестное значение «Готово»/],
  ['minutes that are no number', heldIncomplete, 'minutes', 'час', /нужно целое число, стоит «час»/],
  ['C7: a project that the office does not have', heldIncomplete, 'project', 'Проект мечты', /нет на листе «Проекты»/],
  ['a mark out of range', heldIncomplete, 'feedbackScore', '7', /от 1 до 5/],
  ['K5: a closed card takes no edits', 41003, 'content', '', /сделка закрыта/],
]

test.each(forbidden)('%s', (_why, id, field, value, note) => {
  const world = deskWorld()
  const before = rowById(world, 'Сделки', id)
  type(world, id, field, value)
  expect(rowById(world, 'Сделки', id)).toEqual(before)
  expect(noteAt(world, id, field)).toMatch(note)
  registerEqualsJournal(world)
})

test('the editor is told by a toast what was put back, and why', () => {
  const world = deskWorld()
  const runs = type(world, heldIncomplete, 'stage', stageTitles.won)
  const toast = runs.flatMap(({ ui }) => ui).find(({ kind }) => kind === 'toast')
  expect(toast).toMatchObject({ message: expect.stringContaining('«Этап»: возвращено прежнее значение: Не заполнено') })
})

test('a legal edit stands, and the journal names its editor', () => {
  const world = deskWorld()
  type(world, heldIncomplete, 'content', 'Обсудили план PR')
  const line = rowsOf(world, 'Журнал').at(-1)?.cells
  expect(rowById(world, 'Сделки', heldIncomplete)['Содержание']).toBe('Обсудили план PR')
  expect(line).toMatchObject({ Кто: office, Откуда: 'таблица', '№ строки': heldIncomplete, Версия: 2 })
  registerEqualsJournal(world)
})

test('K5: a card completed by hand is closed by hand', () => {
  const world = deskWorld()
  type(world, heldIncomplete, 'content', 'Обсудили план PR')
  type(world, heldIncomplete, 'recommendations', 'Завести календарь публикаций')
  type(world, heldIncomplete, 'project', 'не распределено')
  type(world, heldIncomplete, 'stage', stageTitles.won)
  expect(rowById(world, 'Сделки', heldIncomplete)['Этап']).toBe(stageTitles.won)
  registerEqualsJournal(world)
})

test('a deleted row comes back with everything it held', () => {
  const world = deskWorld()
  const before = rowById(world, 'Сделки', heldIncomplete)
  world.hand.deleteRows({ sheet: 'Сделки', from: rowOf(world, heldIncomplete), count: 1, user: office })
  expect(rowById(world, 'Сделки', heldIncomplete)).toEqual(before)
  registerEqualsJournal(world)
})

test('a block pasted over numbers and stages is undone cell by cell, the rest of it taken', () => {
  const world = deskWorld()
  const row = rowOf(world, heldIncomplete)
  const values = [
    ['1', stageTitles.won],
    ['3', stageTitles.won],
  ]
  const before = rowsOf(world, 'Сделки').map(({ cells }) => [cells['№'], cells['Этап']])
  world.hand.paste({ sheet: 'Сделки', row, column: 1, values, user: office })
  expect(rowsOf(world, 'Сделки').map(({ cells }) => [cells['№'], cells['Этап']])).toEqual(before)
  registerEqualsJournal(world)
})

test('the client card: a phone typed by hand is found by its search form', () => {
  const world = deskWorld()
  const column = columnOf(world, 'Телефон', 'Клиенты')
  world.hand.type({ sheet: 'Клиенты', row: rowOf(world, 16, 'Клиенты'), column, value: '8 (911) 555-44-33', user: office })
  expect(rowById(world, 'Клиенты', 16)['Телефон для поиска']).toBe('+79115554433')
  expect(done(world, 'client/search', { text: '9115554433' }).matches.map(({ client }) => client.id)).toEqual([16])
  registerEqualsJournal(world)
})

test('an edit whose trigger Google dropped is found by the first tick of the next day', () => {
  const world = deskWorld()
  nextTick(world)
  world.state.triggers = world.state.triggers.filter(({ kind }) => kind === 'clock')
  const before = rowById(world, 'Сделки', heldIncomplete)
  type(world, heldIncomplete, 'stage', stageTitles.won)
  type(world, accepted, 'request', 'Как составить смету')
  expect(rowById(world, 'Сделки', heldIncomplete)['Этап']).toBe(stageTitles.won)
  world.advanceTo(world.state.now + 24 * 60 * minute)
  expect(rowById(world, 'Сделки', heldIncomplete)).toEqual(before)
  expect(rowById(world, 'Сделки', accepted)).toMatchObject({ Запрос: 'Как составить смету', Версия: 2 })
  registerEqualsJournal(world)
})

describe('what an edit reads', () => {
  test('its own row and that row’s lines: a quarter of what the whole check reads', () => {
    const world = deskWorld()
    const [edit] = type(world, heldIncomplete, 'content', 'Обсудили план PR')
    world.hand.sort({ sheet: 'Сделки', column: 1, ascending: true, user: office })
    const whole = world.state.executions.at(-1)
    expect([edit?.fn, whole?.fn]).toEqual(['sheetEdited', 'sheetChanged'])
    expect(edit?.cellsRead ?? 0).toBeGreaterThan(0)
    expect((edit?.cellsRead ?? 0) * 4).toBeLessThan(whole?.cellsRead ?? 0)
  })

  test('somebody sorted before the trigger ran: the whole sheet is checked, the edit is judged where it stands now', () => {
    const world = deskWorld()
    const triggers = world.state.triggers
    world.state.triggers = []
    const row = rowOf(world, heldIncomplete)
    const column = columnOf(world, dealTitles.stage)
    type(world, heldIncomplete, 'stage', stageTitles.won)
    world.hand.sort({ sheet: 'Сделки', column: 1, ascending: false, user: office })
    world.state.triggers = triggers
    expect(rowOf(world, heldIncomplete)).not.toBe(row)
    const { sheetId } = sheet(world, 'Сделки')
    const range = { sheetId, sheetName: 'Сделки', sheet: 'Сделки', rowStart: row, rowEnd: row, columnStart: column, columnEnd: column }
    world.invoke({ fn: 'sheetEdited', entry: 'edit', user: office, args: [{ range, value: stageTitles.won }] })
    expect(rowById(world, 'Сделки', heldIncomplete)['Этап']).not.toBe(stageTitles.won)
    expect(noteAt(world, heldIncomplete, 'stage')).toMatch(/Не заполнено/)
    registerEqualsJournal(world)
  })

  test('Google drops an event of several edits at once: the next tick finds it', () => {
    const world = deskWorld()
    nextTick(world)
    const triggers = world.state.triggers
    world.state.triggers = []
    type(world, heldIncomplete, 'stage', stageTitles.won)
    world.state.triggers = triggers
    type(world, accepted, 'request', 'Как составить смету')
    expect(rowById(world, 'Сделки', heldIncomplete)['Этап']).toBe(stageTitles.won)
    nextTick(world)
    expect(rowById(world, 'Сделки', heldIncomplete)['Этап']).not.toBe(stageTitles.won)
    const lines = rowsOf(world, 'Журнал').length
    nextTick(world) // looks at the deals once more, as after any commit
    expect(nextTick(world).find(({ fn }) => fn === 'tick')?.leavingCalls).toBeLessThanOrEqual(4)
    expect(rowsOf(world, 'Журнал')).toHaveLength(lines)
    registerEqualsJournal(world)
  })
})
