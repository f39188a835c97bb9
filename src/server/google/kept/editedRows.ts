/** Rows that hands have edited since the sheets were last looked at: their triggers note each in a property of its own. */

/** Rows of one edit, 1-based, both inclusive; 'rights' = of another sheet that people edit. */
export interface EditedRows {
  readonly table: 'deals' | 'clients' | 'rights'
  readonly from: number
  readonly until: number
}

/** Name of the property → when it was noted, each time another text. */
export type NotedRows = Readonly<Record<string, string>>

const prefix = 'editedRows'

/** More edits than that are not looked at one by one: the sheets are as a whole. */
const mostEdits = 20

/** Example: 'editedRows deals 12 15'. Of the same rows it is the same. */
export const editedRowsName = ({ table, from, until }: EditedRows): string => `${prefix} ${table} ${from} ${until}`

/** @param all properties of the script */
export const notedRowsIn = (all: NotedRows): NotedRows =>
  Object.fromEntries(Object.entries(all).filter(([name]) => name.startsWith(prefix)))

/** null = they cannot be read, or are many. */
export function editedRowsIn(noted: NotedRows): readonly EditedRows[] | null {
  const found = Object.keys(noted).map(rowsIn)
  return found.length > mostEdits || found.includes(null) ? null : (found as EditedRows[])
}

function rowsIn(name: string): EditedRows | null {
  const [, table, from, until] = /^editedRows (deals|clients|rights) (\d{1,8}) (\d{1,8})$/.exec(name) ?? []
  return table === undefined ? null : { table: table as EditedRows['table'], from: Number(from), until: Number(until) }
}

/** Numbers of the rows of one table, each once, ascending. */
export function rowsEdited(edits: readonly EditedRows[], wanted: EditedRows['table']): number[] {
  const own = edits.filter(({ table }) => table === wanted)
  const rows = own.flatMap(({ from, until }) => Array.from({ length: until - from + 1 }, (_, at) => from + at))
  return [...new Set(rows)].sort((a, b) => a - b)
}
