/** A number typed over, the edit's trigger dead, and a command on that row before the day's check: one row, under its own number. */
import { call, deskWorld, nextTick, phoned, sheet, sleepUntil } from '../fixtures/desk'
import { rowsOf } from '../fixtures/register'

test('the story «another number, another journal»: the row gets its number back, and no second row', () => {
  const world = deskWorld()
  const { deal, ref } = phoned(world, 'АНО «Маяк»')
  const deals = sheet(world, 'Сделки')
  const row = rowsOf(world, 'Сделки').find(({ cells }) => cells['№'] === deal.id)?.row ?? 0
  deals.cells = deals.cells.map((cells, at) => (at === row - 1 && cells ? [7, ...cells.slice(1)] : cells))
  expect(call(world, 'deal/fill', { deal: { ...ref, id: 7, row }, fields: { request: 'Отчёт и смета' } }).ok).toBe(true)
  sleepUntil(world, '2026-11-24T09:00')
  for (let left = 3; left > 0; left--) nextTick(world)
  const own = rowsOf(world, 'Сделки').filter(({ cells }) => cells['Организация'] === 'АНО «Маяк»')
  expect(own.map(({ cells }) => cells['№'])).toEqual([deal.id])
})
