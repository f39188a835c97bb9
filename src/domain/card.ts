/** What a card must hold before it may go on, and how long a text in it may be. */

import type { Client } from './client'
import { type Deal, socialDesignTopic } from './deal'
import { type ClientField, clientTitles, type DealField, dealTitles } from './fieldTitles'
import type { Settings } from './office'
import { phoneKey } from './phone'
import type { MissingField, Problem } from './problem'

/** What the card is wanted for: to stand in «Консультация назначена», «Консультация проведена», «Успешно завершённые». */
export type CardGoal = 'assigned' | 'held' | 'won'

type Asked = readonly [field: DealField, clause: string]

/** A2, C2: what an assigned consultation says. */
const assignedFields: readonly Asked[] = [
  ['consultant', 'A2'],
  ['topic', 'A2'],
  ['start', 'A2'],
  ['format', 'C2'],
]
/** C5–C7: what the consultant fills in afterwards. */
const heldFields: readonly Asked[] = [
  ['content', 'C5'],
  ['recommendations', 'C5'],
  ['minutes', 'C6'],
  ['project', 'C7'],
]
/** C5, second sentence: topic «Социальное проектирование» only. */
const discussedFields: readonly Asked[] = [
  ['discussedName', 'C5'],
  ['discussedTheme', 'C5'],
  ['discussedAdvice', 'C5'],
]

/**
 * Fields of the client card that a person must still fill (I4), in the order of the setting «Обязательные поля клиента».
 * No client yet = all of them. A phone that cannot be read as a phone counts as missing; names the card does not have are passed over.
 *
 * @example missingClientFields({ ...anna, phone: 'спросить', municipality: '' }, settings)
 *   // → «Телефон» I4, «Муниципалитет» I4
 */
export function missingClientFields(client: Client | null, settings: Pick<Settings, 'requiredClientFields'>): MissingField[] {
  return settings.requiredClientFields
    .filter((field): field is ClientField => field in clientTitles)
    .filter((field) => client === null || !isClientFieldFilled(client, field))
    .map((field) => ({ card: 'client', field, title: clientTitles[field], clause: 'I4' }))
}

/**
 * Fields of the deal that must still be filled for the goal, in the order of the screen: assigned = A2 and C2; held adds C5–C7,
 * with the three fields of the project discussed for topic 8; won asks the same as held (K1, K5). Minutes must be above zero;
 * «не распределено» is a project (C7).
 *
 * @example missingDealFields({ ...deal, topic: 8, minutes: 0, discussedTheme: '' }, 'won')
 *   // → «Продолжительность, мин» C6, «Тематика проекта» C5
 */
export function missingDealFields(deal: Deal, goal: CardGoal): MissingField[] {
  return askedFields(deal, goal)
    .filter(([field]) => !isFilled(deal[field]))
    .map(([field, clause]) => ({ card: 'deal', field, title: dealTitles[field], clause }))
}

/** K5: nothing is missing for «Успешно завершённые». */
export function isCardComplete(deal: Deal): boolean {
  return missingDealFields(deal, 'won').length === 0
}

function askedFields(deal: Deal, goal: CardGoal): readonly Asked[] {
  if (goal === 'assigned') return assignedFields
  return [...assignedFields, ...heldFields, ...(deal.topic === socialDesignTopic ? discussedFields : [])]
}

function isClientFieldFilled(client: Client, field: ClientField): boolean {
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
