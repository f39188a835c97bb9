/** What people type stays as they typed it: our own writes keep a text cell a text, and what Sheets makes a formula of is put back or taken by its value. */
import type { World } from '../../emulator/world/types'
import { deskWorld, done, nextTick, office, phoned, sheet, sleepUntil } from '../fixtures/desk'
import { columnOf, registerEqualsJournal, rowById, rowsOf } from '../fixtures/register'

function cellAt(world: World, title: string, id: number, heading: string) {
  const { row = 0 } = rowsOf(world, title).find(({ cells }) => cells['№'] === id) ?? {}
  const column = columnOf(sheet(world, title), heading)
  return { row, column, cell: sheet(world, title).cells[row - 1]?.[column - 1] }
}

function type(world: World, title: string, place: { id: number; heading: string }, value: string) {
  const { row, column } = cellAt(world, title, place.id, place.heading)
  return world.hand.type({ sheet: title, row, column, value, user: office })
}

const noteOf = (cell: unknown): string => String((cell as { note?: string } | null)?.note ?? '')

/** A client and a deal that the product has written. */
function standing() {
  const world = deskWorld()
  const { deal, ref } = phoned(world, 'АНО «Маяк»')
  return { world, ref, deal: { id: deal.id, heading: 'Место или ссылка' }, client: { id: deal.clientId ?? 0, heading: 'Телефон' } }
}

const typed = ['+7 911 416-01-23', '01234', '1-2', '=1+1', '12.05.2026', '1e5', "it's", 'ИСТИНА'] as const

test.each(typed)('«%s» in a text cell stays so, the second time and after a command too', (value) => {
  const { world, ref, deal } = standing()
  for (let time = 0; time < 2; time++) {
    type(world, 'Сделки', deal, value)
    expect(rowById(world, 'Сделки', deal.id)[deal.heading]).toBe(value)
    type(world, 'Сделки', deal, 'каб. 3')
  }
  type(world, 'Сделки', deal, value)
  const { version } = done(world, 'deal/open', { id: deal.id, row: null, clientId: null }).deal
  done(world, 'deal/fill', { deal: { ...ref, version }, fields: { request: 'Другое' } })
  expect(rowById(world, 'Сделки', deal.id)[deal.heading]).toBe(value)
  registerEqualsJournal(world)
})

test('a phone typed with its plus is the new phone, with its key', () => {
  const { world, client } = standing()
  type(world, 'Клиенты', client, '+7 911 555-44-33')
  expect(rowById(world, 'Клиенты', client.id)).toMatchObject({ Телефон: '+7 911 555-44-33', 'Телефон для поиска': '+79115554433' })
  registerEqualsJournal(world)
})

/** A cell of an older register, which no command has written since. */
function unformatted() {
  const known = standing()
  const { row, column } = cellAt(known.world, 'Клиенты', known.client.id, 'Телефон')
  const cells = sheet(known.world, 'Клиенты').cells
  cells[row - 1] = (cells[row - 1] ?? []).map((cell, index) => (index === column - 1 ? '8 911 416-01-23' : cell))
  return known
}

test('an error value is put back with a note, the old phone kept', () => {
  const { world, client } = unformatted()
  type(world, 'Клиенты', client, '+7 911 555-44-33')
  expect(rowById(world, 'Клиенты', client.id)).toMatchObject({ Телефон: '8 911 416-01-23', 'Телефон для поиска': '+79114160123' })
  expect(noteOf(cellAt(world, 'Клиенты', client.id, 'Телефон').cell)).toMatch(/#ERROR!.*апостроф/)
  nextTick(world)
  registerEqualsJournal(world)
})

test('a formula with a value is taken by its value', () => {
  const { world, client } = unformatted()
  type(world, 'Клиенты', client, '="8 911 555-"&"44-33"')
  expect(rowById(world, 'Клиенты', client.id)).toMatchObject({ Телефон: '8 911 555-44-33', 'Телефон для поиска': '+79115554433' })
  registerEqualsJournal(world)
})

test('a formula that the check of the sheets finds is taken by its value, and a note says which it was', () => {
  const { world, client } = unformatted()
  nextTick(world)
  world.state.triggers = world.state.triggers.filter(({ kind }) => kind === 'clock')
  type(world, 'Клиенты', client, '="8 911 555-"&"44-33"')
  sleepUntil(world, '2026-11-24T10:00')
  expect(rowById(world, 'Клиенты', client.id)).toMatchObject({ Телефон: '8 911 555-44-33', 'Телефон для поиска': '+79115554433' })
  expect(noteOf(cellAt(world, 'Клиенты', client.id, 'Телефон').cell)).toContain('Взято значение формулы «="8 911 555-"')
  registerEqualsJournal(world)
})
