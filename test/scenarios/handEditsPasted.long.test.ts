/** Random edits by hand between commands: the register stays the fold of its journal, whatever people paste, sort, delete or drag (K5). */
import fc from 'fast-check'
import type { World } from '../../emulator/world/types'
import { dealTitles } from '../../src/domain/deal/fieldTitles'
import { stageTitles } from '../../src/domain/deal/words'
import { call, deskWorld, director, nextTick, office, sheet } from '../fixtures/desk'
import { registerEqualsJournal, rowsOf } from '../fixtures/register'

/** One thing that a person or a page does; numbers are taken modulo what is there. */
const deed = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('type' as const),
      row: fc.nat(300),
      column: fc.nat(60),
      value: fc.constantFrom(
        '',
        '7',
        'текст',
        '8 911 416-01-23',
        stageTitles.won,
        stageTitles.lost,
        stageTitles.held,
        '01.12.2026 10:00',
        'неявка',
      ),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('paste' as const),
      row: fc.nat(300),
      column: fc.nat(50),
      values: fc.array(fc.array(fc.constantFrom('41003', 'x', '', stageTitles.won), { minLength: 3, maxLength: 3 }), {
        minLength: 1,
        maxLength: 3,
      }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('sort' as const), column: fc.nat(60), ascending: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('insert' as const), row: fc.nat(300) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('delete' as const), row: fc.nat(300) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('drag' as const), from: fc.nat(60), to: fc.nat(60) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('note' as const), row: fc.nat(300) }) },
)
type Deed = typeof deed extends fc.Arbitrary<infer D> ? D : never

function carryOut(world: World, one: Deed): void {
  const { cells } = sheet(world, 'Сделки')
  const height = rowsOf(world, 'Сделки').length
  const width = cells[0]?.length ?? 1
  const at = { sheet: 'Сделки', user: office }
  const row = 'row' in one ? 2 + (one.row % height) : 2
  if (one.kind === 'type') world.hand.type({ ...at, row, column: 1 + (one.column % width), value: one.value })
  if (one.kind === 'paste') world.hand.paste({ ...at, row, column: 1 + (one.column % (width - 3)), values: one.values })
  if (one.kind === 'sort') world.hand.sort({ ...at, column: 1 + (one.column % width), ascending: one.ascending })
  if (one.kind === 'insert') world.hand.insertRows({ ...at, before: row, count: 1 })
  if (one.kind === 'delete') world.hand.deleteRows({ ...at, from: row, count: 1 })
  if (one.kind === 'drag') world.hand.moveColumn({ ...at, from: 1 + (one.from % width), to: 1 + (one.to % width) })
  if (one.kind === 'note') noteFrom(world, row)
}

/** A page that saw the deal in this row notes a call. */
function noteFrom(world: World, row: number): void {
  const id = Number(rowsOf(world, 'Сделки').find((one) => one.row === row)?.cells['№'] ?? 0)
  const card = call(world, 'deal/open', { id, row, clientId: null }, director)
  if (card.ok) call(world, 'deal/note', { deal: card.value.ref, outcome: 'noAnswer', text: '' }, director)
}

/** K5: whatever stands in «Успешно завершённые» is complete. */
function closedAreComplete(world: World): void {
  const needed = [
    dealTitles.consultant,
    dealTitles.topic,
    dealTitles.start,
    dealTitles.content,
    dealTitles.recommendations,
    dealTitles.minutes,
    dealTitles.project,
  ]
  const closed = rowsOf(world, 'Сделки').filter(({ cells }) => cells['Этап'] === stageTitles.won)
  const incomplete = closed.filter(({ cells }) => needed.some((heading) => cells[heading] === null))
  expect(incomplete.map(({ cells }) => cells['№'])).toEqual([])
}

test('random edits, pastes, sorts, rows and columns between commands: the register equals its journal, no deal is lost, K5 holds', () => {
  const numbers = rowsOf(deskWorld(), 'Сделки').map(({ cells }) => Number(cells['№']))
  fc.assert(
    fc.property(fc.array(deed, { minLength: 4, maxLength: 12 }), (deeds) => {
      const world = deskWorld()
      for (const one of deeds) carryOut(world, one)
      nextTick(world)
      registerEqualsJournal(world)
      closedAreComplete(world)
      const left = new Set(rowsOf(world, 'Сделки').map(({ cells }) => Number(cells['№'])))
      expect(numbers.filter((id) => !left.has(id))).toEqual([])
    }),
    { numRuns: 20, seed: 20261123 },
  )
})
