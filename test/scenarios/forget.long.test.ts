/** Forgetting somebody: shown before, nothing left afterwards, others untouched, the journal still tells the register. */

import type { World } from '../../emulator/world/types'
import { deskWorld, director, done, refusal } from '../fixtures/desk'
import { digitsOf, forgetAll, leaveTraces, leftOf, personOf, subjectOf } from '../fixtures/personDesk'
import { registerEqualsJournal, rowById, valuesOf } from '../fixtures/register'

/** Answers of a form, in a sheet of the office's own: the row with her phone is hers, whatever it calls her. */
const answersIn = (world: World) => valuesOf(world, 'Ответы на форму').slice(1)

const month = { kind: 'month', month: '2026-11' } as const

test('a person with traces everywhere: nothing is left', () => {
  const world = deskWorld()
  const person = personOf('a')
  const traces = leaveTraces(world, person)
  expect(leftOf(world, person)).not.toEqual([])
  const before = done(world, 'month/preview', { period: month }, director)
  const namesake = rowById(world, 'Клиенты', traces.namesake)
  const look = done(world, 'personal/look', { subject: subjectOf(traces.client) }, director)
  expect(look).toMatchObject({ cards: 1, deals: 2, open: 2, isWhole: true, likely: [] })
  expect(Object.fromEntries(look.goes.map(({ place, found }) => [place, found > 0]))).toMatchObject({
    rows: true,
    mentions: true,
    sheets: true,
    asides: true,
    files: true,
  })
  expect(JSON.stringify(look)).not.toContain(digitsOf(person.phone))
  forgetAll(world, subjectOf(traces.client))
  expect(leftOf(world, person)).toEqual([])
  expect(answersIn(world)).toEqual([
    ['[удалено]', '[удалено]', '[удалено]'],
    ['Иван', '8 921 000-00-09', 'ivan@post.example.org'],
  ])
  registerEqualsJournal(world)
  expect(rowById(world, 'Клиенты', traces.namesake)).toEqual(namesake)
  expect(done(world, 'month/preview', { period: month }, director)).toEqual(before)
})

test('only the director and the administrator may', () => {
  const world = deskWorld()
  const message = refusal(world, 'personal/forget', { subjects: [subjectOf(1)], reason: 'просьба' })
  expect(message).toMatch(/удалять данные людей/)
})
