/** The value rules of google.script.run: what may be an argument, and how it goes over the wire. */

/** What a form element becomes; the page knows how to tell one and read it. */
export type FormReader = (value: object) => Record<string, unknown> | undefined

const noForm: FormReader = () => undefined

/** Google's words; `property` is the argument's number, from 0. */
const illegalValueMessage = (property: number): string => `Failed due to illegal value in property: ${property}`

class IllegalValue extends Error {}

/**
 * JSON-safe copies of the arguments; `undefined`, NaN and infinities become null.
 * Throws a TypeError in Google's words for a Date, function, Map, Set, element and the like, wherever it stands.
 */
export const legalArguments = (args: readonly unknown[], readForm: FormReader = noForm): unknown[] =>
  args.map((arg, index) => {
    try {
      return copy(arg, [], readForm)
    } catch (error) {
      if (error instanceof IllegalValue) throw new TypeError(illegalValueMessage(index))
      throw error
    }
  })

const copy = (value: unknown, above: readonly object[], readForm: FormReader): unknown => {
  if (value === null || value === undefined) return null
  if (typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  if (typeof value !== 'object' || above.includes(value)) throw new IllegalValue()
  const within = [...above, value]
  if (Array.isArray(value)) return Array.from(value, (item: unknown) => copy(item, within, readForm))
  // Only the whole argument may be a form, not a part of one.
  const form = above.length === 0 ? readForm(value) : undefined
  if (form) return form
  if (Object.prototype.toString.call(value) !== '[object Object]') throw new IllegalValue()
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, copy(member, within, readForm)]))
}

/** Starts at most `limit` jobs at once; the others wait their turn. */
export const createQueue = (limit: number) => {
  const waiting: (() => Promise<void>)[] = []
  let running = 0
  const next = (): void => {
    const job = running < limit ? waiting.shift() : undefined
    if (!job) return
    running++
    void job().finally(() => {
      running--
      next()
    })
  }
  return (job: () => Promise<void>): void => {
    waiting.push(job)
    next()
  }
}
