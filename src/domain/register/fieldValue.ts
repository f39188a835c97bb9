/** Whether a value may stand in a field: the same bounds at every door. */

import { isEmail } from '../client/email'
import { clientFields } from '../client/fields'
import { dealFields } from '../deal/fields'
import { noProject } from '../deal/words'
import type { Office } from '../office/office'
import type { Problem } from '../problem'
import { storedLength } from './cellLength'
import type { Field } from './field'
import { blankOf, isText, type Value } from './kinds'

const described: Readonly<Record<string, Field>> = { ...clientFields, ...dealFields }

/** A field of a deal or of a client; what both have is alike. */
function fieldNamed(key: string): Field | undefined {
  return Object.getOwnPropertyDescriptor(described, key)?.value as Field | undefined
}

/**
 * The first text that is too long, or null. Takes any part of a deal or of a client.
 *
 * @example checkLengths({ place: 'к'.repeat(501) }) // → tooLong, «Место или ссылка», 501 of 500
 */
export function checkLengths(fields: object): Problem | null {
  for (const [key, value] of Object.entries(fields)) {
    const field = fieldNamed(key)
    if (field === undefined || !isText(field.kind) || typeof value !== 'string') continue
    const { most } = field.kind
    const length = storedLength(value)
    if (length > most) return { code: 'tooLong', title: field.heading, length, limit: most }
  }
  return null
}

/**
 * The first value that is not one of its list or out of its bounds, or null; lengths are not looked at.
 *
 * @example checkValues({ feedbackScore: 7 }, office) // → badValue, «Оценка», нужно число от 1 до 5
 */
export function checkValues(fields: object, office: Pick<Office, 'projects'>): Problem | null {
  for (const [key, value] of Object.entries(fields)) {
    const field = fieldNamed(key)
    const why = field === undefined || value === undefined ? '' : whyNot(field, value as Value, office)
    if (field !== undefined && why !== '') return { code: 'badValue', title: field.heading, why }
  }
  return null
}

/** '' = it may stand. */
function whyNot({ kind }: Field, value: Value, { projects }: Pick<Office, 'projects'>): string {
  if (value === null) return blankOf(kind) === null && kind.empty !== null ? 'не может быть пусто' : ''
  if (kind.type === 'word') return Object.keys(kind.words).includes(String(value)) ? '' : 'такого нет в списке'
  if (kind.type === 'integer') {
    const { min = -Infinity, max = Infinity } = kind
    return Number(value) >= min && Number(value) <= max ? '' : `нужно число от ${min} до ${max}`
  }
  if ('means' in kind && kind.means === 'email') return value === '' || isEmail(String(value)) ? '' : 'это не адрес почты'
  const isUnknown = 'means' in kind && kind.means === 'project' && value !== '' && value !== noProject
  return isUnknown && !projects.some(({ name }) => name === value) ? `«${value}» нет на листе «Проекты» (C7)` : ''
}
