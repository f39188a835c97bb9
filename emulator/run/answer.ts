/** What leaves an execution: the value rules of google.script.run and of web apps. */
import { texts } from '../world/limits'
import type { Entry } from '../world/types'
import { ServiceError } from '../world/types'

/** What a web request answers. */
export interface WebAnswer {
  readonly kind: 'html' | 'text'
  readonly content: string
  readonly title: string
  readonly mimeType: string
  /** Other sites may hold it in a frame; absent = they may not. */
  readonly isFramed?: true
}

/** A host object that a web app may return. */
export interface WebAnswerSource {
  toWebAnswer(): WebAnswer
}

class IllegalValue extends Error {}

/** JSON-safe copy; throws IllegalValue where something else is met. */
function legalCopy(value: unknown, seen: readonly object[], isService: (value: object) => boolean): unknown {
  if (value === null || value === undefined) return null
  if (typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  if (typeof value !== 'object' || seen.includes(value) || isService(value)) throw new IllegalValue()
  const within = [...seen, value]
  if (Array.isArray(value)) return Array.from(value, (item: unknown) => legalCopy(item, within, isService))
  if (Object.prototype.toString.call(value) !== '[object Object]') throw new IllegalValue()
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, legalCopy(member, within, isService)]))
}

/** Copy for the page; a Date, Map, Set or function anywhere makes the whole answer null, without an error. */
function pageAnswer(value: unknown, isService: (value: object) => boolean = () => false): unknown {
  try {
    return legalCopy(value, [], isService)
  } catch (error) {
    if (error instanceof IllegalValue) return null
    throw error
  }
}

/** Arguments that google.script.run would refuse in the page throw here, by position. */
export function requireLegalArguments(args: readonly unknown[]): void {
  for (const [index, arg] of args.entries()) {
    if (arg !== null && arg !== undefined && typeof arg !== 'number' && pageAnswer(arg) === null) {
      throw new ServiceError(texts.illegalArgument(index), { name: 'TypeError' })
    }
  }
}

/** The answer of an execution, after the rules of its entry. */
export function answerOf(entry: Entry, returned: unknown, unwrapped: unknown, isService: (value: object) => boolean): unknown {
  if (entry !== 'webGet' && entry !== 'webPost') return pageAnswer(returned, isService)
  if (isWebAnswerSource(unwrapped)) return unwrapped.toWebAnswer()
  throw new ServiceError(texts.returnType)
}

function isWebAnswerSource(value: unknown): value is WebAnswerSource {
  return typeof value === 'object' && value !== null && 'toWebAnswer' in value
}
