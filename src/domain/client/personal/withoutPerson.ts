/** A row and its history without somebody: each field by what its table says of it, the row and the line by one function, so the fold of the lines stays the row. */

import { dealFields } from '../../deal/fields'
import type { Field } from '../../register/field'
import { clientFields } from '../fields'
import type { Mask } from './mask'

/** How rows of one person, or of others where he is named, are written anew. */
export interface Removal {
  readonly mask: Mask
  /** The rows are his own. */
  readonly own: boolean
  /** Stands for the organisation; '' = it keeps its name. */
  readonly pseudonym: string
  /** What the card says today and is to say on, of a contact who stays; null = nobody stays. */
  readonly keeps: ReadonlySet<string> | null
}

const tableFields = { Сделки: dealFields, Клиенты: clientFields } as const
export type RowTable = keyof typeof tableFields

/** @param key one that the table does not know is of an older version */
function valueWithout(table: RowTable, key: string, value: unknown, removal: Removal): unknown {
  const field = (tableFields[table] as Readonly<Record<string, Field>>)[key]
  return typeof value === 'string' && value !== '' ? textWithout(field, value, removal) : value
}

function textWithout(field: Field | undefined, text: string, { mask, own, pseudonym, keeps }: Removal): string {
  const { personal = 'words', kind } = field ?? {}
  if (personal === false || personal === 'staff') return text
  if (!own || personal === 'words' || personal === 'remark') return mask(text)
  if (personal === 'organisation') return pseudonym || text
  if (keeps === null) return ''
  if (keeps.has(text)) return text
  return kind?.type === 'longText' ? mask(text) : ''
}

type Values = Readonly<Record<string, unknown>>

/** What changes of the row; {} = it tells nothing of him. */
export function rowWithout(table: RowTable, row: Values, removal: Removal): Record<string, string> {
  const made = Object.entries(row).map(([key, value]) => [key, valueWithout(table, key, value, removal)] as const)
  return Object.fromEntries(made.filter(([key, value]) => value !== row[key])) as Record<string, string>
}

/** Field → [before, after] of a line of the journal. */
export type Pairs = Readonly<Record<string, readonly [unknown, unknown]>>

export function pairsWithout(table: RowTable, pairs: Pairs, removal: Removal): Pairs {
  const of = (key: string, value: unknown) => valueWithout(table, key, value, removal)
  return Object.fromEntries(Object.entries(pairs).map(([key, [before, after]]) => [key, [of(key, before), of(key, after)] as const]))
}
