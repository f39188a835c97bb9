/** Whether all that a plan writes has room in its cells: asked before anything is done, of every door. */

import { clientFields } from '../../domain/client/fields'
import { dealFields } from '../../domain/deal/fields'
import type { Problem } from '../../domain/problem'
import { cellLimit, fitsJournal } from '../../domain/register/cellLength'
import { type Bounds, checkLengths, checkValues } from '../../domain/register/fieldValue'
import { type Column, tables } from '../../domain/register/tables'
import type { Changes, RowChange } from '../changes'
import { fieldChanges } from './journal'

/** Longest reason, characters: it stands in every line of the change. */
const reasonLimit = 10_000
/** What a text of the register is told to be able to hold; its JSON has twice as much. */
const textLimit = 10_000

type Heads = Readonly<Record<string, { readonly heading: string }>>

/** Deeds whose page says what stands in a record. */
const filling =
  /^(deal\/(create|book|bookOwn|fill|move|reschedule|reassign|takeReport|join|cannotHold|reason)|client\/fill|page\/(report|feedback))(\/|$)/

/** What no door may write, whoever decided it: a value out of its bounds. What came in writing keeps its phone as it came. */
export function outOfBounds({ kind, deals, clients }: Changes, bounds: Bounds): Problem | null {
  if (!filling.test(kind)) return null
  const isWritten = deals.some(({ before, after }) => before === null && after.stage === 'unsorted')
  const changed = [...deals, ...clients].map(({ before, after }) =>
    Object.fromEntries(Object.entries(fieldChanges(before, after)).map(([key, [, value]]) => [key, value])),
  )
  return (
    changed.map((fields) => checkValues(isWritten ? { ...fields, phone: '' } : fields, bounds)).find((problem) => problem !== null) ?? null
  )
}

/** The first text that has no room; null = all is well. */
export function misfit(changes: Changes): Problem | null {
  const found = [
    ...(changes.reason.length > reasonLimit ? [tooLong('Причина', changes.reason, reasonLimit)] : []),
    ...changes.deals.flatMap((change) => inRecord(change, dealFields)),
    ...changes.clients.flatMap((change) => inRecord(change, clientFields)),
    ...changes.rows.flatMap(({ table, values }) => inRow(values, tables[table].columns)),
    ...Object.entries(changes.service).flatMap(([key, value]) => (value.length > cellLimit ? [tooLong(key, value, cellLimit)] : [])),
    ...grownComments(changes),
  ]
  return found[0] ?? null
}

function tooLong(title: string, text: string, limit: number): Problem {
  return { code: 'tooLong', title, length: text.length, limit }
}

function inRecord<T extends object>({ before, after }: RowChange<T>, fields: Heads): Problem[] {
  return Object.entries(fieldChanges(before, after)).flatMap(([field, [, value]]) => {
    if (typeof value !== 'string') return []
    const title = fields[field]?.heading ?? field
    return fitsJournal(value) ? [] : [tooLong(title, JSON.stringify(value), 2 * textLimit)]
  })
}

function inRow(values: Readonly<Record<string, string | number | null>>, columns: readonly Column[]): Problem[] {
  return Object.entries(values).flatMap(([key, value]) => {
    const title = columns.find((column) => column.key === key)?.heading ?? key
    return typeof value === 'string' && value.length > cellLimit ? [tooLong(title, value, cellLimit)] : []
  })
}

/** Every command adds a line to the comments: they are measured whenever they grow. */
function grownComments({ deals }: Changes): Problem[] {
  const grown = deals.filter(({ before, after }) => after.comments.length > (before?.comments.length ?? 0))
  return grown.flatMap(({ after }) => checkLengths({ comments: after.comments }) ?? [])
}
