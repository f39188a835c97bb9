/** What a card must hold before it may go on, and how long a text in it may be. */

import type { Client } from '../client/client'
import { phoneKey } from '../client/phone'
import type { MissingField, Problem } from '../problem'
import type { Deal } from './deal'
import { type ClientField, clientTitles, type DealField, dealTitles } from './fieldTitles'
import { type RequiredField, type RequiredGoal, requiredAt } from './requiredFields'

/** What the card is wanted for: to be taken, to stand in «Консультация назначена», «Консультация проведена», «Успешно завершённые». */
export type CardGoal = RequiredGoal | 'won'

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

/** A phone that cannot be read as a phone is not filled. */
export function isClientFieldFilled(client: Client, field: ClientField): boolean {
  return field === 'phone' ? phoneKey(client.phone) !== '' : isFilled(client[field])
}

/** Spaces are no text, zero is no number of minutes. */
function isFilled(value: string | number | null): boolean {
  return typeof value === 'string' ? value.trim() !== '' : value !== null && value > 0
}

const shortText = 500
const longText = 10_000

/** Longest text of a field in characters, inclusive; a field that is not named takes a short one. */
export const fieldLimits: Readonly<Record<string, number>> = {
  request: longText,
  content: longText,
  recommendations: longText,
  discussedAdvice: longText,
  files: longText,
  feedbackText: longText,
  comments: longText,
  raw: longText,
}

/**
 * The first text that is too long, or null. Takes any part of a deal or of a client.
 *
 * @example checkLengths({ place: 'к'.repeat(501) }) // → tooLong, «Место или ссылка», 501 of 500
 */
export function checkLengths(fields: object): Problem | null {
  for (const [field, value] of Object.entries(fields)) {
    const limit = fieldLimits[field] ?? shortText
    if (typeof value === 'string' && value.length > limit) return { code: 'tooLong', title: titleOf(field), length: value.length, limit }
  }
  return null
}

function titleOf(field: string): string {
  return { ...clientTitles, ...dealTitles }[field as DealField | ClientField] ?? field
}
