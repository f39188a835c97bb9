/** A hand changes a booking in the register while Google fails the run that hears of it: the tick puts it back before it looks at the calendar (story 89). */
import type { Deal } from '../../src/domain/deal/deal'
import { dealTitles } from '../../src/domain/deal/fieldTitles'
import { bookingProblems, insert, settle } from '../fixtures/consultantHand'
import { nextTick, office, sheet } from '../fixtures/desk'
import { standingIn as cellValue, registerEqualsJournal, rowById, rowsOf } from '../fixtures/register'
import { bookedWorld } from '../fixtures/settledDesk'

const typed: readonly [field: keyof Deal, value: string][] = [
  ['start', ''],
  ['start', '26.11.2026 16:00'],
  ['end', ''],
  ['end', '25.11.2026 18:00'],
  ['consultant', 'СБ'],
  ['consultant', ''],
  ['eventId', ''],
  ['eventId', 'another'],
  ['stage', 'Принято в работу'],
  ['organisation', 'Фонд «Другой»'],
]

test.each(typed)('«%s» becomes «%s»: the calendar moves nothing, nobody is told', (field, value) => {
  const { world, deal } = bookedWorld()
  settle(world)
  const letters = world.state.letters.length
  const { row } = rowsOf(world, 'Сделки').find(({ cells }) => cells['№'] === deal.id) ?? { row: 0 }
  const column = (sheet(world, 'Сделки').cells[0] ?? []).findIndex((cell) => cellValue(cell) === dealTitles[field]) + 1
  world.faults.next('*', 'transient', { at: 2 })
  world.hand.type({ sheet: 'Сделки', row, column, value, user: office })
  world.faults.lift('*')
  // Something else changes in the calendar, so that all of it is looked at.
  insert(world, 'СБ консультация', '2026-11-27T16:00', '2026-11-27T17:00')
  nextTick(world)
  const lines = rowsOf(world, 'Журнал').filter(({ cells }) => cells['№ строки'] === deal.id && String(cells['Что']).startsWith('calendar/'))
  expect(lines).toEqual([])
  expect(rowById(world, 'Сделки', deal.id)['Начало']).not.toBeNull()
  registerEqualsJournal(world)
  settle(world)
  expect(world.state.letters.slice(letters).filter(({ subject }) => /перенесена|отменена|назначена/.test(subject))).toEqual([])
  registerEqualsJournal(world)
  expect(bookingProblems(world)).toEqual([])
})
