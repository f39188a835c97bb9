/** Rows that hands have edited, as their notes tell them. */
import { type EditedRows, editedRowsIn, editedRowsName, notedRowsIn, rowsEdited } from '../../src/server/google/kept/editedRows'

const noted = (...edits: readonly EditedRows[]) => Object.fromEntries(edits.map((edit) => [editedRowsName(edit), '1']))
const some: readonly EditedRows[] = [
  { table: 'deals', from: 12, until: 15 },
  { table: 'clients', from: 3, until: 3 },
  { table: 'rights', from: 1, until: 1 },
]

test('what was noted is read, other properties are not', () => {
  const all = { ...noted(...some), edited: '5', spreadsheetId: 'x' }
  expect(editedRowsIn(notedRowsIn(all))).toEqual(some)
  expect(editedRowsIn(notedRowsIn({ edited: '5' }))).toEqual([])
})

test.each([['editedRows'], ['editedRows deals 12'], ['editedRows other 1 2'], ['editedRows deals 1 999999999']])(
  '«%s» cannot be read: everything is looked at',
  (name) => expect(editedRowsIn(notedRowsIn({ ...noted(...some), [name]: '1' }))).toBeNull(),
)

test('more than twenty: everything is looked at', () => {
  const edits = (count: number) => Array.from({ length: count }, (_, at): EditedRows => ({ table: 'deals', from: at + 2, until: at + 2 }))
  expect(editedRowsIn(noted(...edits(20)))).toHaveLength(20)
  expect(editedRowsIn(noted(...edits(21)))).toBeNull()
})

test('rows of one table, each once', () => {
  const edits = [...some, { table: 'deals', from: 14, until: 17 }, { table: 'deals', from: 2, until: 2 }] as const
  expect(rowsEdited(edits, 'deals')).toEqual([2, 12, 13, 14, 15, 16, 17])
  expect(rowsEdited(edits, 'clients')).toEqual([3])
})
