/** «Под номерами»: what hands type, a vault that nobody reaches, a copied file, what it costs. */

import type { World } from '../../emulator/world/types'
import { bookInput, call, deskWorld, director, done, nextTick, office, phoned, refusal, run, sheet, slotOf } from '../fixtures/desk'
import { columnOf, registerEqualsJournal, rowById, rowsOf } from '../fixtures/register'
import { apart, callsNamed, registerText, ticksUntil, vaultOf } from '../fixtures/vaultDesk'

const base = apart(deskWorld())
const card = phoned(base, 'АНО «Опора»')
const client = card.client?.id ?? 0

function placeOf(world: World, title: string, id: number): number {
  return rowsOf(world, title).find(({ cells }) => cells['№'] === id)?.row ?? 0
}

function type(world: World, title: string, heading: string, { row, value, user = office }: { row: number; value: string; user?: string }) {
  return world.hand.type({ sheet: title, row, column: columnOf(sheet(world, title), heading), value, user })
}

const standing = (world: World, title: string, heading: string, row: number) =>
  JSON.stringify(sheet(world, title).cells[row - 1]?.[columnOf(sheet(world, title), heading) - 1] ?? null)

test('a name typed by hand is judged as ever and is in the vault with that', () => {
  const world = base.fork()
  const row = placeOf(world, 'Клиенты', client)
  type(world, 'Клиенты', 'Контактное лицо', { row, value: 'Зоя Рукописная' })
  nextTick(world)
  expect(rowById(world, 'Клиенты', client)['Контактное лицо']).toBe('Зоя Рукописная')
  expect(standing(world, 'Клиенты', 'Контактное лицо', row)).toContain('⟦п:')
  expect(registerText(world)).not.toContain('Рукописная')
  registerEqualsJournal(world)
})

test('a forbidden edit goes back to its mark', () => {
  const world = base.fork()
  const row = placeOf(world, 'Клиенты', client)
  const before = standing(world, 'Клиенты', 'Телефон для поиска', row)
  type(world, 'Клиенты', 'Телефон для поиска', { row, value: '+70000000000' })
  nextTick(world)
  expect(rowById(world, 'Клиенты', client)['Телефон для поиска']).not.toBe('+70000000000')
  expect(standing(world, 'Клиенты', 'Телефон для поиска', row)).toContain('⟦п:')
  expect(before).toContain('⟦п:')
  registerEqualsJournal(world)
})

test('a mark that a hand has made up, or put into another column, tells nothing', () => {
  const world = base.fork()
  const row = placeOf(world, 'Клиенты', client)
  const phone = /⟦п:(\d+):[^⟧]*⟧/.exec(standing(world, 'Клиенты', 'Телефон', row))
  type(world, 'Клиенты', 'Контактное лицо', { row, value: `⟦п:${phone?.[1]}:0123456789abcdef0⟧` })
  type(world, 'Клиенты', 'Мессенджер', { row, value: phone?.[0] ?? '' })
  nextTick(world)
  const shown = JSON.stringify(done(world, 'deal/open', { id: card.deal.id, row: null, clientId: client }))
  expect(shown.split('416-01-23')).toHaveLength(
    JSON.stringify(done(base, 'deal/open', { id: card.deal.id, row: null, clientId: client })).split('416-01-23').length,
  )
  expect(registerText(world)).not.toContain('416-01-23')
})

test('what was typed into a sheet of the program goes there with the next ticks', () => {
  const world = base.fork()
  const row = rowsOf(world, 'Контроль').length + 3
  type(world, 'Контроль', 'Что сделать', { row, value: 'Позвонить Зое Рукописной' })
  ticksUntil(world, 'rest')
  ticksUntil(world, 'rest')
  expect(registerText(world)).not.toContain('Рукописной')
})

test('a vault that nobody is let into: nothing is written over, screens say so, and it goes on where it stood', () => {
  const world = base.fork()
  const before = JSON.stringify(['Сделки', 'Клиенты', 'Журнал'].map((title) => sheet(world, title).cells))
  const file = vaultOf(world)
  if (file === null) throw new Error('no vault')
  const closed = { owner: 'nobody@example.org', editors: [], viewers: [] }
  file.sharing = closed
  expect(refusal(world, 'deal/note', { deal: card.ref, outcome: 'noAnswer', text: '' })).toContain(
    'Хранилище персональных данных не открывается',
  )
  expect(JSON.stringify(call(world, 'deal/open', { id: card.deal.id, row: null, clientId: client }))).toContain('имя недоступно')
  expect(JSON.stringify(run(world, 'settings/open', {}, director).value)).toContain('не открывается')
  expect(JSON.stringify(world.invoke({ fn: 'showSidebar', entry: 'menu', user: office }).ui)).toContain('Хранилище персональных данных')
  for (const _ of [1, 2]) world.invoke({ fn: 'tick', entry: 'trigger', user: '' })
  expect(JSON.stringify(['Сделки', 'Клиенты', 'Журнал'].map((title) => sheet(world, title).cells))).toBe(before)
  delete file.sharing
  done(world, 'deal/note', { deal: card.ref, outcome: 'noAnswer', text: '' })
  expect(rowById(world, 'Сделки', card.deal.id)['Организация']).toBe('АНО «Опора»')
  registerEqualsJournal(world)
})

test('a copied file reads and writes nothing there', () => {
  const world = base.fork()
  const copy = world.copySpreadsheet()
  const cellsOf = (of: World) => JSON.stringify(of.state.spreadsheets[vaultOf(base)?.id ?? '']?.sheets.map(({ cells }) => cells))
  const before = cellsOf(world)
  copy.invoke({ fn: 'setUp', entry: 'menu', user: copy.state.owner })
  phoned(copy, 'Фонд «Копия»')
  copy.invoke({ fn: 'tick', entry: 'trigger', user: '' })
  expect(before.length).toBeGreaterThan(10_000)
  expect(cellsOf(copy) === before).toBe(true)
  expect(registerText(copy)).toContain('Фонд «Копия»')
})

test('somebody moves, deletes and sorts rows in the vault: each text is found by its key', () => {
  const world = base.fork()
  const data = vaultOf(world)?.sheets.find(({ title }) => title === 'Данные')
  if (data === undefined) throw new Error('no vault')
  const [heading, ...rows] = data.cells
  data.cells = [heading, ...rows.reverse()]
  expect(done(world, 'deal/open', { id: card.deal.id, row: null, clientId: client }).deal.organisation).toBe('АНО «Опора»')
})

test('what it costs: one read of the vault for a read of the register, one append', () => {
  const plain = deskWorld()
  const known = phoned(plain, 'АНО «Опора»')
  const deeds = [
    ['deal/open', () => ({ id: known.deal.id, row: null, clientId: known.client?.id ?? null })],
    ['deal/note', () => ({ deal: known.ref, outcome: 'noAnswer', text: 'не берут' })],
    ['deal/book', () => bookInput(known, slotOf(plain))],
    ['client/search', () => ({ text: 'Опора' })],
  ] as const
  const costs = deeds.map(([method, input]) => {
    const [cheap, dear] = [run(plain.fork(), method, input()), run(base.fork(), method, input())]
    const [reads, appends] = [
      cheap.calls.filter(({ name }) => name.startsWith('Sheets.Values.batchGet')).length,
      callsNamed(dear, 'Sheets.Values.append'),
    ]
    const writes = callsNamed(cheap, 'Sheets.batchUpdate')
    expect([method, appends, dear.leavingCalls <= cheap.leavingCalls + reads + writes]).toEqual([method, writes, true])
    return `${method} ${cheap.leavingCalls} → ${dear.leavingCalls}`
  })
  console.info(costs.join(', '))
})
