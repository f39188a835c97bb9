/** Wraps a service object so that a member which is not emulated fails by name instead of answering undefined. */
import { ServiceError } from '../world/types'

/** Names that engines and test tools look up on any object; they must not fail. */
const quiet = new Set([
  'then',
  'toJSON',
  'constructor',
  'prototype',
  'toString',
  'valueOf',
  'inspect',
  'nodeType',
  '$$typeof',
  'asymmetricMatch',
  '@@__IMMUTABLE_ITERABLE__@@',
  '@@__IMMUTABLE_RECORD__@@',
])

const strictObjects = new WeakSet<object>()

export function isQuiet(key: PropertyKey): boolean {
  return typeof key === 'symbol' || quiet.has(String(key))
}

/** True for what `strict` returned: a live service object, not data. */
export function isStrict(value: object): boolean {
  return strictObjects.has(value)
}

/**
 * `strict('LockService', { getScriptLock })` answers as the object does; any other member throws
 * `LockService.getFoo is not emulated`. A method that returns `this` returns the strict object, so chains stay strict.
 */
export function strict<T extends object>(name: string, target: T): T {
  const methods = new Map<PropertyKey, unknown>()
  const proxy: T = new Proxy(target, {
    get(object, key) {
      const value: unknown = Reflect.get(object, key, object)
      if (typeof value === 'function' && key !== 'constructor') return boundMethod(methods, key, value, object, () => proxy)
      if (value !== undefined || key in object || isQuiet(key)) return value
      throw new ServiceError(`${name}.${String(key)} is not emulated`, { name: 'Error' })
    },
  })
  strictObjects.add(proxy)
  return proxy
}

type Method = (...args: unknown[]) => unknown

function boundMethod(methods: Map<PropertyKey, unknown>, key: PropertyKey, value: unknown, object: object, self: () => object): unknown {
  const known = methods.get(key)
  if (known !== undefined) return known
  const method: Method = (...args) => {
    const answer = (value as Method).apply(object, args)
    return answer === object ? self() : answer
  }
  methods.set(key, method)
  return method
}
