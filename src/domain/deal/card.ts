/** What a card must hold before it may go on. */

import { type Client, isClientFieldFilled } from '../client/client'
import type { MissingField } from '../problem'
import { type Goal, isFilled } from '../register/field'
import type { Deal } from './deal'
import { type ClientField, clientTitles, type DealField, dealTitles } from './fieldTitles'
import { type RequiredField, requiredAt } from './requiredFields'

/** What the card is wanted for: to be taken, to stand in «Консультация назначена», «Консультация проведена», «Успешно завершённые». */
export type CardGoal = Goal | 'won'

/**
 * Fields of the client card that a person must still fill (I4), in the order of «Обязательные поля».
 * No client yet = all of them. A phone that cannot be read as a phone counts as missing; names the card does not have are passed over.
 *
 * @example missingClientFields({ ...anna, phone: 'спросить', municipality: '' }, office.required)
 *   // → «Телефон» I4, «Муниципалитет» I4
 */
export function missingClientFields(
  client: Client | null,
  required: readonly RequiredField[],
  goal: 'request' | 'assigned' = 'request',
): MissingField[] {
  return requiredAt(required, { card: 'client', goal, topic: null }).flatMap((row) => {
    const field = row.field as ClientField
    const isKnown = field in clientTitles
    if (!isKnown || (client !== null && isClientFieldFilled(client, field))) return []
    return [{ card: 'client', field, title: clientTitles[field], clause: row.clause } as const]
  })
}

/**
 * Fields of the deal that must still be filled for the goal, by «Обязательные поля», K5's own always among them; won asks the same as
 * held (K1, K5). Minutes must be above zero; «не распределено» is a project (C7).
 *
 * @example missingDealFields({ ...deal, topic: 8, minutes: 0, discussedTheme: '' }, 'won', office.required)
 *   // → «Продолжительность, мин» C6, «Тематика проекта» C5
 */
export function missingDealFields(deal: Deal, goal: CardGoal, required: readonly RequiredField[]): MissingField[] {
  return requiredAt(required, { card: 'deal', goal: goal === 'won' ? 'held' : goal, topic: deal.topic })
    .map(({ field, clause }) => ({ field: field as DealField, clause }))
    .filter(({ field }) => !isFilled(deal[field]))
    .map(({ field, clause }) => ({ card: 'deal', field, title: dealTitles[field], clause }))
}

/** K5: nothing is missing for «Успешно завершённые». */
export function isCardComplete(deal: Deal, required: readonly RequiredField[]): boolean {
  return missingDealFields(deal, 'won', required).length === 0
}
