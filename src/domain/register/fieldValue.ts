/** Whether a value may stand in a field: the same bounds at every door. */

import { organisationKinds } from '../client/client'
import { isOneEmail } from '../client/email'
import { clientFields } from '../client/fields'
import { isPhone } from '../client/phone'
import { dealFields } from '../deal/fields'
import { failureReasons, noProject } from '../deal/words'
import type { Office } from '../office/office'
import type { Problem } from '../problem'
import { addDays, dateOf, type LocalDateTime } from '../time/localTime'
import { storedLength } from './cellLength'
import type { Field } from './field'
import { blankOf, isText, type Kind, type Meaning, type TextKind, type Value } from './kinds'

const described: Readonly<Record<string, Field>> = { ...clientFields, ...dealFields }

/** A field of a deal or of a client; what both have is alike. */
function fieldNamed(key: string): Field | undefined {
  return Object.getOwnPropertyDescriptor(described, key)?.value as Field | undefined
}

/** What the bounds are told by. */
export interface Bounds {
  readonly office: Pick<Office, 'projects' | 'people'>
  readonly now: LocalDateTime
}

/**
 * The first text that is too long, or null. Takes any part of a deal or of a client.
 *
 * @example checkLengths({ place: 'к'.repeat(501) }) // → tooLong, «Место или ссылка», 501 of 500
 */
export function checkLengths(fields: object): Problem | null {
  for (const [key, value] of Object.entries(fields)) {
    const field = fieldNamed(key)
    const problem = field === undefined ? null : lengthProblem(field, value)
    if (problem !== null) return problem
  }
  return null
}

/**
 * The first value that is not one of its list or out of its bounds, or null; lengths are not looked at.
 *
 * @example checkValues({ feedbackScore: 7 }, { office, now }) // → badValue, «Оценка», нужно число от 1 до 5
 */
export function checkValues(fields: object, bounds: Bounds): Problem | null {
  for (const [key, value] of Object.entries(fields)) {
    const field = fieldNamed(key)
    const problem = field === undefined || value === undefined ? null : boundProblem(field, value as Value, bounds)
    if (problem !== null) return problem
  }
  return null
}

/** Why this value may not stand in its field, null = it may. */
export function valueProblem(field: Field, value: Value, bounds: Bounds): Problem | null {
  return boundProblem(field, value, bounds) ?? lengthProblem(field, value)
}

function lengthProblem({ kind, heading }: Field, value: unknown): Problem | null {
  if (!isText(kind) || typeof value !== 'string') return null
  const length = storedLength(value)
  return length > kind.most ? { code: 'tooLong', title: heading, length, limit: kind.most } : null
}

function boundProblem({ kind, heading }: Field, value: Value, bounds: Bounds): Problem | null {
  if (isText(kind) && kind.means === 'phone' && typeof value === 'string') return badPhone(value)
  const why = whyNot(kind, value, bounds)
  return why === '' ? null : { code: 'badValue', title: heading, why }
}

/** A text in the phone's field that is no phone; an empty one is a missing one (I4). */
function badPhone(typed: string): Problem | null {
  return typed.trim() === '' || isPhone(typed) ? null : { code: 'badPhone', value: typed }
}

/** '' = it may stand. */
function whyNot(kind: Kind, value: Value, bounds: Bounds): string {
  if (value === null) return blankOf(kind) === null && kind.empty !== null ? 'не может быть пусто' : ''
  switch (kind.type) {
    case 'word':
      return Object.keys(kind.words).includes(String(value)) ? '' : 'такого нет в списке'
    case 'integer': {
      const { min = -Infinity, max = Infinity } = kind
      // Zero is no number (isFilled); of marks there is none.
      if (value === 0 && kind.means !== 'score') return ''
      return Number(value) >= min && Number(value) <= max ? '' : `нужно число от ${min} до ${max}`
    }
    case 'date':
    case 'dateTime':
      return value === '' ? 'не может быть пусто' : dayWhyNot(String(value), kind.past === true ? bounds.now : null)
    default:
      return textWhyNot(kind, String(value), bounds)
  }
}

const earliest = '2000-01-01'
const latest = '2099-12-31'

/** @param until null = the future will do */
function dayWhyNot(at: string, until: LocalDateTime | null): string {
  const day = dateOf(at)
  if (!isDay(day) || !/^(T([01]\d|2[0-3]):[0-5]\d)?$/.test(at.slice(10))) return 'такой даты нет'
  if (day < earliest || day > latest) return 'дата должна быть от 2000 до 2099 года'
  return until !== null && day > dateOf(until) ? 'дата ещё не наступила' : ''
}

function isDay(day: string): boolean {
  return /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(day) && addDays(day, 0) === day
}

/** Control characters but line ends and tabs, and halves of a character. */
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f]|\p{Surrogate}/u

function textWhyNot({ means }: TextKind, value: string, bounds: Bounds): string {
  if (unwritable.test(value)) return 'в тексте есть знак, который нельзя записать; наберите это место заново'
  return means === undefined || value === '' ? '' : meantWhyNot(means, value, bounds)
}

function meantWhyNot(means: Meaning, value: string, { office }: Bounds): string {
  const isListed = (list: readonly string[]) => (list.includes(value) ? '' : 'такого нет в списке')
  switch (means) {
    case 'email':
      return isOneEmail(value) ? '' : `«${value.slice(0, 60)}» не похоже на адрес почты; нужен один адрес`
    case 'project':
      return value === noProject || office.projects.some(({ name }) => name === value) ? '' : `«${value}» нет на листе «Проекты» (C7)`
    case 'consultant':
      return isListed(office.people.map(({ initials }) => initials))
    case 'organisationKind':
      return isListed(organisationKinds)
    case 'yes':
      return value === 'да' ? '' : 'нужно «да» или пусто'
    case 'failureReason':
      return isListed(failureReasons)
    default:
      return ''
  }
}
