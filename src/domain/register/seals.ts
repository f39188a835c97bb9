/** Seals over what people can type into but the product alone may say: rows of its own sheets. The key stands in no sheet. */

import { isSameSecret } from '../external/sameSecret'
import { hmac } from './hmac'

type Values = Readonly<Record<string, unknown>>

/** Table → columns under the seal. The journal's seal has two halves, as the daily check reads the facts alone. */
const under = {
  outbox: ['key', 'kind', 'to', 'payload'],
  service: ['key', 'value'],
  amo: ['id', 'lead', 'last', 'state'],
  index: ['id', 'value'],
  indexNews: ['value'],
  discrepancies: ['key', 'at', 'event', 'what', 'consultant', 'dealId', 'proposed', 'solved'],
} as const
const facts = ['table', 'rowId', 'version', 'change'] as const
const beside = ['at', 'who', 'entry', 'kind', 'reason', 'request'] as const

export type SealedTable = keyof typeof under | 'journal'
export const sealedTables: readonly string[] = [...Object.keys(under), 'journal']

/** Characters of one half of a journal line's seal: 132 bits. */
const half = 22

/** Goes into the column «Печать» of the row. */
export function sealOf(table: SealedTable, values: Values, key: string): string {
  if (table !== 'journal') return textSeal([table, ...partsOf(values, under[table])], key)
  const first = factsSeal(values, key)
  return first + textSeal(['journal', first, ...partsOf(values, beside)], key).slice(0, half)
}

/** Whether the product wrote the row so; of a journal line whose facts alone were read, whether it wrote these. */
export function isSealed(table: SealedTable, values: Values, key: string): boolean {
  const seal = String(values['seal'] ?? '')
  if (table !== 'journal' || beside.every((column) => column in values)) return isSameSecret(seal, sealOf(table, values, key))
  return seal.length === 2 * half && isSameSecret(seal.slice(0, half), factsSeal(values, key))
}

function factsSeal(values: Values, key: string): string {
  return textSeal(['journal', ...partsOf(values, facts)], key).slice(0, half)
}

function textSeal(parts: readonly unknown[], key: string): string {
  return hmac(JSON.stringify(parts), key)
}

/** An empty cell is null, whatever it was written as. */
function partsOf(values: Values, columns: readonly string[]): unknown[] {
  return columns.map((column) => values[column] || null)
}
