/** The term of keeping: a line for the director once a month, a list, one press; consent with its source, and taken back. */

import { completeClient, createInput, deskWorld, director, done, setSetting, sheet, sleepUntil } from '../fixtures/desk'
import { formPost, posting } from '../fixtures/intakeDesk'
import { columnOf, rowById, rowsOf } from '../fixtures/register'

const title = 'Хранить данные людей, месяцев после последней консультации'
const lines = (world: ReturnType<typeof deskWorld>) =>
  rowsOf(world, 'Контроль').filter(({ cells }) => cells['Обязательство'] === 'W.personal')

test('nobody is due until a term is set; then a line, a list, and what was looked through is met', () => {
  const world = deskWorld()
  const { client } = done(world, 'deal/create', createInput({ client: { ...completeClient, organisation: 'АНО «Недолго»' } }))
  sleepUntil(world, '2026-12-01T09:30')
  expect(lines(world)).toEqual([])
  setSetting(world, title, '1')
  sleepUntil(world, '2027-01-11T09:30')
  const due = done(world, 'personal/due', {}, director)
  expect(due.months).toBe(1)
  expect(due.clients.length).toBeGreaterThan(0)
  // Her request is open still.
  expect(due.clients.map(({ id }) => id)).not.toContain(client?.id)
  expect(lines(world).map(({ cells }) => [cells['Кто'], cells['Почему']])).toEqual([
    ['исполнительный директор', expect.stringMatching(/^\d+ клиент/)],
  ])
  done(world, 'personal/seen', {}, director)
  expect(lines(world)).toEqual([])
  sleepUntil(world, '2027-01-12T09:30')
  expect(lines(world)).toEqual([])
})

test('consent keeps where it came from; taken back in the sheet, it is on the list at once', () => {
  const world = deskWorld()
  world.invoke(
    posting(world, formPost({ Name: 'Таисия Оленина', Phone: '8 921 555-44-33', Согласие: 'да', formname: 'Консультация', tranid: 't77' })),
  )
  const found = rowsOf(world, 'Клиенты').find(({ cells }) => cells['Контактное лицо'] === 'Таисия Оленина')
  expect(found?.cells['Согласие: откуда']).toBe('форма «Консультация»')
  const column = columnOf(sheet(world, 'Клиенты'), 'Согласие отозвано')
  world.hand.type({ sheet: 'Клиенты', row: found?.row ?? 0, column, value: '23.11.2026', user: director })
  expect(rowById(world, 'Клиенты', Number(found?.cells['№']))['Согласие отозвано']).not.toBeNull()
  expect(done(world, 'personal/due', {}, director).clients).toMatchObject([{ id: found?.cells['№'], withdrawn: true }])
})
