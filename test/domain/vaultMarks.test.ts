/** Which texts are kept in the vault, and what their marks look like. */

import fc from 'fast-check'
import { clientsOwn } from '../../src/domain/register/personal'
import { type Table, tables } from '../../src/domain/register/tables'
import { laneNames } from '../../src/domain/register/vaultLanes'
import { laneOf, markIn, markText } from '../../src/domain/register/vaultMarks'

test('each column that tells of clients has its place in the vault, and no other has one', () => {
  const isOfClients = (personal: unknown) => (clientsOwn as readonly unknown[]).includes(personal)
  for (const { title, columns } of Object.values(tables) as Table[])
    for (const column of columns)
      expect([title, column.heading, laneOf(column)]).toEqual([title, column.heading, isOfClients(column.personal) ? column.key : null])
})

test('columns of the vault stay where they are: a further one goes to the end', () => {
  expect(new Set(laneNames).size).toBe(laneNames.length)
  expect([laneNames[0], laneNames[5], laneNames[35], laneNames[45]]).toEqual(['organisation', 'messenger', 'change', 'last'])
})

test('a mark is read back, and nothing else is one', () => {
  const marks = fc.record({ row: fc.integer({ min: 2, max: 9_999_999 }), key: fc.stringMatching(/^[0-9a-z]{12,24}$/) })
  fc.assert(
    fc.property(marks, fc.constantFrom(undefined, ...laneNames), (mark, lane) => {
      expect(markIn(markText(mark, lane))).toEqual({ ...mark, lane: lane ?? null })
    }),
  )
  for (const text of ['', 'Анна', ' ⟦п:2:0123456789ab⟧', '⟦п:2:0123456789ab⟧ и ещё', '⟦п:2:короткий⟧', '⟦1⟧', null, 12])
    expect([text, markIn(text)]).toEqual([text, null])
})
