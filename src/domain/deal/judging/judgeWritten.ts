/** What came in writing, by a form or a file: nobody's right is asked of it, its values are judged as at every other door. */

import { clientFields } from '../../client/fields'
import type { Problem } from '../../problem'
import { type Field, type Fields, keysOf } from '../../register/field'
import { type Bounds, checkLengths, valueProblem } from '../../register/fieldValue'
import { isText } from '../../register/kinds'
import { dealFields } from '../fields'

/** Fields that a person may type: of the others the product or a command is the author. */
const settable = {
  deal: keysOf<Fields>(dealFields, ({ set }) => set?.hand !== undefined).filter((key) => key !== 'stage'),
  client: keysOf<Fields>(clientFields, ({ set }) => set?.hand !== undefined),
}

export interface Written<T> {
  /** The record without what may not stand there; a phone that is none stays as it came, and is named. */
  readonly kept: T
  readonly refused: readonly { readonly heading: string; readonly told: string; readonly problem: Problem }[]
}

/**
 * @example judgeWritten('client', { …, email: 'нет' }, bounds) // → kept.email '', refused «E-mail», told «нет»
 */
export function judgeWritten<T extends object>(of: keyof typeof settable, record: T, bounds: Bounds): Written<T> {
  const fields: Fields = of === 'deal' ? dealFields : clientFields
  const values = record as Readonly<Record<string, string | number | null>>
  const bad = settable[of].flatMap((key) => {
    const [field, value] = [fields[key] as Field, values[key] ?? null]
    const problem = value === '' || value === null ? null : (checkLengths({ [key]: value }) ?? valueProblem(field, value, bounds))
    return problem === null ? [] : [{ key, field, told: String(value), problem }]
  })
  const emptied = bad
    .filter(({ problem }) => problem.code !== 'badPhone')
    .map(({ key, field }) => [key, isText(field.kind) ? '' : null] as const)
  return {
    kept: { ...record, ...Object.fromEntries(emptied) },
    refused: bad.map(({ field, told, problem }) => ({ heading: field.heading, told, problem })),
  }
}
