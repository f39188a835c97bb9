/** Names are no keys: a consultant whose initials change on «Сотрудники» keeps slots, bookings, tasks and the month; nobody is told anything. */
import { valueAt } from '../../emulator/services/sheets/grid'
import type { World } from '../../emulator/world/types'
import { bookInput, deskWorld, director, done, inDomain, nextTick, phoned, sheet, slotOf, slotsOf } from '../fixtures/desk'
import { registerEqualsJournal, rowById, rowsOf } from '../fixtures/register'

const month = '2026-10'
const was = 'ММ'
const is = 'МИ'

function typeInitials(world: World, from: string, to: string): void {
  const { cells } = sheet(world, 'Сотрудники')
  const at = cells.findIndex((_, row) => valueAt(sheet(world, 'Сотрудники'), row, 0) === from)
  world.hand.type({ sheet: 'Сотрудники', row: at + 1, column: 1, value: to, user: director })
}

function booked() {
  const world = inDomain(deskWorld())
  const { card } = done(world, 'deal/book', bookInput(phoned(world, 'АНО «Маяк»'), slotOf(world, was, '2026-11-25')))
  done(world, 'outbox/send', {})
  nextTick(world)
  return { world, id: card.deal.id }
}
const cardOf = (world: World, id: number) => done(world, 'deal/open', { id, row: null, clientId: null })
const csvOf = (world: World) => done(world, 'month/csv', { period: { kind: 'month', month }, personal: true }, director).text
const lettersAbout = (world: World, id: number) =>
  world.state.letters.filter(({ subject }) => subject.includes(`№ ${id}`) || subject.includes('онсультаци'))

test('the card, the month and the lines follow, at once and after ticks; nothing is mailed about a booking', () => {
  const { world, id } = booked()
  const csv = csvOf(world)
  const hours = slotsOf(world, was)
  expect(hours.length).toBeGreaterThan(2)
  expect(csv).toContain('Морозова М. И.')
  typeInitials(world, was, is)
  const told = lettersAbout(world, id).length
  for (let tick = 0; tick < 3; tick++) {
    expect(cardOf(world, id).deal.consultant).toBe(is)
    expect(slotsOf(world, is)).toEqual(hours)
    expect(csvOf(world) === csv).toBe(true)
    nextTick(world)
  }
  expect(rowsOf(world, 'Контроль').filter(({ cells }) => cells['Кто'] === was && cells['№ сделки'] !== null)).toEqual([])
  expect(rowsOf(world, 'Расхождения').filter(({ cells }) => cells['Решено'] === null && String(cells['Сделка']) === String(id))).toEqual([])
  expect(lettersAbout(world, id)).toHaveLength(told)
  expect(rowById(world, 'Сделки', id)['Консультант']).toBe(was)
  registerEqualsJournal(world)
})

test('the booking of before is moved, given back and booked anew; its task is closed, and each is told once', () => {
  const { world, id } = booked()
  typeInitials(world, was, is)
  nextTick(world)
  const { ref } = cardOf(world, id)
  done(world, 'deal/move', { deal: ref, to: 'accepted', reason: 'клиент попросил другое время', fields: {} })
  const slot = slotOf(world, is, '2026-11-25')
  done(world, 'deal/book', { ...bookInput(cardOf(world, id), slot), consultant: is })
  done(world, 'outbox/send', {})
  nextTick(world)
  const open = rowsOf(world, 'Задачи').filter(({ cells }) => cells['№ сделки'] === id && cells['Выполнена'] === null)
  expect(open.map(({ cells }) => cells['Кому'])).toEqual([is])
  expect(rowById(world, 'Сделки', id)['Консультант']).toBe(is)
  registerEqualsJournal(world)
})

test('initials that another person takes are the other person’s', () => {
  const { world, id } = booked()
  typeInitials(world, was, is)
  nextTick(world)
  typeInitials(world, 'СБ', was)
  nextTick(world)
  expect(rowById(world, 'Сделки', id)['Консультант']).toBe(was)
})
