/** Deep copies plain data: arrays, plain objects, dates and primitives; functions and undefined members are dropped as JSON drops them. */

const tagOf = (value: object): string => Object.prototype.toString.call(value)

export function copyPlain<T>(value: T): T {
  return copyAny(value) as T
}

function copyAny(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return typeof value === 'function' ? undefined : value
  if (Array.isArray(value)) return value.map(copyAny)
  if (tagOf(value) === '[object Date]') return new Date((value as Date).getTime())
  return copyMembers(value)
}

function copyMembers(value: object): Record<string, unknown> {
  const copy: Record<string, unknown> = {}
  for (const [key, member] of Object.entries(value)) {
    const copied = copyAny(member)
    if (copied !== undefined) copy[key] = copied
  }
  return copy
}
