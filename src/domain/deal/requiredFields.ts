/** Which fields a card must hold, and by when: what the office starts with, and what no office can switch off. */

import { socialDesignTopic } from './deal'
import type { ClientField, DealField } from './fieldTitles'

/** What a field is wanted for: to be taken as a request, to be assigned, to be held (and then closed). */
export const goalTitles = { request: 'заявка', assigned: 'назначена', held: 'проведена' } as const
export type RequiredGoal = keyof typeof goalTitles

export const cardTitles = { client: 'клиент', deal: 'сделка' } as const

/** One row of the sheet «Обязательные поля». A field wanted for a goal is wanted for every later one too. */
export interface RequiredField {
  readonly card: keyof typeof cardTitles
  readonly goal: RequiredGoal
  readonly field: ClientField | DealField
  /** Asked for in this topic only; null = in all. */
  readonly topic: number | null
  readonly clause: string
}

function asked(
  card: RequiredField['card'],
  goal: RequiredGoal,
  clause: string,
  fields: readonly RequiredField['field'][],
): RequiredField[] {
  return fields.map((field) => ({ card, goal, field, topic: null, clause }))
}

/** C5, second sentence: topic «Социальное проектирование» only. */
const discussed: readonly RequiredField[] = asked('deal', 'held', 'C5', ['discussedName', 'discussedTheme', 'discussedAdvice']).map(
  (row) => ({ ...row, topic: socialDesignTopic }),
)

/** What a new office asks for: the procedure's own list. */
export const initialRequired: readonly RequiredField[] = [
  ...asked('client', 'request', 'I4', ['organisation', 'kind', 'contact', 'phone', 'email', 'municipality', 'consentDate']),
  ...asked('deal', 'assigned', 'A2', ['consultant', 'topic', 'start']),
  ...asked('deal', 'assigned', 'C2', ['format']),
  ...asked('deal', 'held', 'C5', ['content', 'recommendations']),
  ...asked('deal', 'held', 'C6', ['minutes']),
  ...asked('deal', 'held', 'C7', ['project']),
  ...discussed,
]

/** K5: without these a card is not complete, whatever the sheet says (docs/decisions/0012). */
export const alwaysRequired: readonly RequiredField[] = initialRequired.filter(
  ({ card, topic, field }) => card === 'deal' && topic === null && field !== 'format',
)

/** Fields that a person can fill before the goal is reached: asking for others would let no card pass. */
export const askable: Readonly<Record<RequiredField['card'], Readonly<Record<RequiredGoal, readonly RequiredField['field'][]>>>> = {
  client: {
    request: ['organisation', 'kind', 'contact', 'phone', 'email', 'messenger', 'municipality', 'consentDate'],
    assigned: ['organisation', 'kind', 'contact', 'phone', 'email', 'messenger', 'municipality', 'consentDate'],
    held: [],
  },
  deal: {
    request: ['topic', 'request'],
    assigned: ['topic', 'request', 'consultant', 'start', 'format', 'place'],
    held: [
      ...(['topic', 'request', 'consultant', 'start', 'format', 'place', 'comments', 'minutes', 'project', 'content'] as const),
      ...(['recommendations', 'discussedName', 'discussedTheme', 'discussedAdvice', 'files'] as const),
    ],
  },
}

const goals = Object.keys(goalTitles) as RequiredGoal[]

/**
 * Rows that hold for a card at the goal, a field once, earlier goals first, in the order of the sheet.
 * @param topic of the deal; null = not known, rows of one topic do not count
 */
export function requiredAt(
  required: readonly RequiredField[],
  { card, goal, topic }: { readonly card: RequiredField['card']; readonly goal: RequiredGoal; readonly topic: number | null },
): readonly RequiredField[] {
  const own = [...required, ...alwaysRequired].filter((row) => row.card === card && (row.topic === null || row.topic === topic))
  const byGoal = goals.slice(0, goals.indexOf(goal) + 1).flatMap((one) => own.filter((row) => row.goal === one))
  return byGoal.filter((row, index) => byGoal.findIndex(({ field }) => field === row.field) === index)
}
