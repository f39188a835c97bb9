/** F14: a project renamed on its sheet: letters, numbers, limits and cards follow; a name that nobody has is told, and no letter of zero goes. */
import { valueAt } from '../../emulator/services/sheets/grid'
import type { World } from '../../emulator/world/types'
import { deskWorld, director, done, nextTick, office, sheet } from '../fixtures/desk'
import { registerEqualsJournal } from '../fixtures/register'

const month = '2026-10'
function typeName(world: World, from: string, to: string): void {
  const { cells } = sheet(world, 'Проекты')
  const row = cells.findIndex((_, at) => valueAt(sheet(world, 'Проекты'), at, 0) === from)
  world.hand.type({ sheet: 'Проекты', row: row + 1, column: 1, value: to, user: office })
}
const heldOf = (world: World) =>
  Object.fromEntries(done(world, 'month/letters', { month }, director).letters.map(({ project, held }) => [project, held]))

function known() {
  const world = deskWorld()
  nextTick(world)
  const before = heldOf(world)
  const [name = ''] = Object.entries(before).find(([, held]) => held > 5) ?? []
  return { world, before, name, held: before[name] ?? 0 }
}

test('the letter tells the same number under the new name, at once and after the tick', () => {
  const { world, before, name, held } = known()
  typeName(world, name, 'Новое имя')
  for (let tick = 0; tick < 2; tick++) {
    const { [name]: _, ...others } = before
    expect(heldOf(world)).toEqual({ ...others, 'Новое имя': held })
    expect(done(world, 'month/preview', { period: { kind: 'month', month } }, director).unknownProjects).toEqual([])
    nextTick(world)
  }
  typeName(world, 'Новое имя', 'Другое имя')
  expect(heldOf(world)['Другое имя']).toBe(held)
  registerEqualsJournal(world)
})

test('a card shows the new name; what was journalled stays as it was', () => {
  const { world, name } = known()
  const csv = done(world, 'month/csv', { period: { kind: 'month', month }, personal: true }, director).text
  typeName(world, name, 'Новое имя')
  const after = done(world, 'month/csv', { period: { kind: 'month', month }, personal: true }, director).text
  expect(after).toBe(csv.replaceAll(name, 'Новое имя'))
  nextTick(world)
  registerEqualsJournal(world)
})

test('another project in its place: told, and the letter of zero does not go', () => {
  const { world, name } = known()
  const row = sheet(world, 'Проекты').cells.findIndex((_, at) => valueAt(sheet(world, 'Проекты'), at, 0) === name) + 1
  world.hand.type({ sheet: 'Проекты', row, column: 2, value: 'other@example.org', user: office })
  nextTick(world)
  typeName(world, name, 'Новый проект')
  world.hand.type({ sheet: 'Проекты', row, column: 2, value: 'third@example.org', user: office })
  expect(done(world, 'month/preview', { period: { kind: 'month', month } }, director).unknownProjects).toEqual([name])
  const letter = done(world, 'month/letters', { month }, director).letters.find(({ project }) => project === 'Новый проект')
  expect(letter).toMatchObject({ held: 0, unknown: [name] })
  const told = done(
    world,
    'month/tell',
    { month, projects: done(world, 'month/letters', { month }, director).letters.map(({ project }) => project), anew: false },
    director,
  )
  expect(told.letters.find(({ project }) => project === 'Новый проект')?.sent).toBe(0)
  expect(done(world, 'month/preview', { period: { kind: 'month', month } }, director).done?.told).toBeNull()
})
