/** Which fields a card must hold, and by when: what the office starts with, and what no office can switch off. */

import { clientFields } from '../client/fields'
import { type Field, type Fields, type Goal, type Group, keysOf } from '../register/field'
import { dealFields } from './fields'
import type { ClientField, DealField } from './fieldTitles'

/** What a field is wanted for: to be taken as a request, to be assigned, to be held (and then closed). */
export const goalTitles = { request: 'заявка', assigned: 'назначена', held: 'проведена' } as const satisfies Readonly<Record<Goal, string>>
const goals = Object.keys(goalTitles) as Goal[]

export const cardTitles = { client: 'клиент', deal: 'сделка' } as const
type CardName = keyof typeof cardTitles

/** One row of the sheet «Обязательные поля». A field wanted for a goal is wanted for every later one too. */
export interface RequiredField {
  readonly card: CardName
  readonly goal: Goal
  readonly field: ClientField | DealField
  /** Asked for in this topic only; null = in all. */
  readonly topic: number | null
  readonly clause: string
}

/** Rows of the table's own needs; `always` = of K5's alone. */
function rowsOf(card: CardName, table: Fields, always: boolean): RequiredField[] {
  return Object.entries(table).flatMap(([key, { needed }]) => {
    if (needed === undefined || (always && !needed.always)) return []
    const { goal, clause, topic } = needed
    return [{ card, goal, field: key as RequiredField['field'], topic, clause }]
  })
}

/** As the procedure goes: by goal, what all topics need first, then by clause. */
function inOrder(rows: readonly RequiredField[]): RequiredField[] {
  const place = ({ goal, topic, clause }: RequiredField) => `${goals.indexOf(goal)} ${topic ?? 0} ${clause}`
  return [...rows].sort((a, b) => (place(a) < place(b) ? -1 : place(a) > place(b) ? 1 : 0))
}

/** What a new office asks for: the procedure's own list. */
export const initialRequired: readonly RequiredField[] = [
  ...inOrder(rowsOf('client', clientFields, false)),
  ...inOrder(rowsOf('deal', dealFields, false)),
]

/** K5: without these a card is not complete, whatever the sheet says (docs/decisions/0012). */
export const alwaysRequired: readonly RequiredField[] = inOrder(rowsOf('deal', dealFields, true))

/** From when on the fields of a group can be filled. */
const fillableFrom: Readonly<Record<Group, Goal | null>> = {
  client: 'request',
  request: 'request',
  booking: 'assigned',
  result: 'held',
  feedback: null,
}

function askableFrom({ group, askable }: Field): Goal | null {
  return askable === undefined ? (group === undefined ? null : fillableFrom[group]) : askable
}

/** A week is closed without reading clients: theirs are asked for before. */
function mayAsk(card: CardName, goal: Goal, field: Field): boolean {
  const first = askableFrom(field)
  return first !== null && goals.indexOf(first) <= goals.indexOf(goal) && !(card === 'client' && goal === 'held')
}

/** Fields that a person can fill before the goal is reached: asking for others would let no card pass. */
export function askable(card: CardName, goal: Goal): readonly RequiredField['field'][] {
  return keysOf<Fields>(card === 'client' ? clientFields : dealFields, (field) => mayAsk(card, goal, field)) as RequiredField['field'][]
}

/**
 * Rows that hold for a card at the goal, a field once, earlier goals first, in the order of the sheet.
 * @param topic of the deal; null = not known, rows of one topic do not count
 */
export function requiredAt(
  required: readonly RequiredField[],
  { card, goal, topic }: { readonly card: CardName; readonly goal: Goal; readonly topic: number | null },
): readonly RequiredField[] {
  const own = [...required, ...alwaysRequired].filter((row) => row.card === card && (row.topic === null || row.topic === topic))
  const byGoal = goals.slice(0, goals.indexOf(goal) + 1).flatMap((one) => own.filter((row) => row.goal === one))
  return byGoal.filter((row, index) => byGoal.findIndex(({ field }) => field === row.field) === index)
}
