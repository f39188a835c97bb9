/** Stands between the bundle and the services: errors and arrays that cross it belong to the bundle's realm. */

import { ServiceError } from '../world/types'
import { RunEnded } from './gate'
import type { Realm } from './realm'
import { isStrict } from './strict'

type Callable = (...args: unknown[]) => unknown

export class Membrane {
  /** Service object -> what the bundle holds of it. */
  private readonly outer = new WeakMap<object, unknown>()
  /** What the bundle holds -> service object. */
  private readonly inner = new WeakMap<object, object>()

  constructor(private readonly realm: Realm) {}

  /** The value as the bundle may hold it: data become the realm's own, service objects are wrapped. */
  expose(value: unknown): unknown {
    if (value === null || (typeof value !== 'object' && typeof value !== 'function')) return value
    if (this.realm.isOwn(value) || this.inner.has(value)) return value
    if (Array.isArray(value)) return this.realm.makeArray(value.map((item) => this.expose(item)))
    if (typeof value === 'object' && isData(value)) return this.realm.copy(value)
    return this.wrapped(value)
  }

  /** The service object behind what the bundle holds; other values as they are. */
  unwrap(value: unknown): unknown {
    if (value === null || (typeof value !== 'object' && typeof value !== 'function')) return value
    return this.inner.get(value) ?? value
  }

  /** The error as the bundle may catch it. */
  exposeError(error: unknown): unknown {
    if (error instanceof RunEnded) return this.realm.makeError('Exception', error.message, undefined)
    if (error instanceof ServiceError) return this.realm.makeError(error.name, error.message, error.details)
    if (typeof error === 'object' && error !== null && this.realm.isOwn(error)) return error
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error)
    return this.realm.makeError('EmulatorFault', message, undefined)
  }

  /** True for a service object as the bundle holds it. */
  isService(value: object): boolean {
    return this.inner.has(value)
  }

  private wrapped(value: object): unknown {
    const known = this.outer.get(value)
    if (known !== undefined) return known
    const outside = typeof value === 'function' ? this.wrapFunction(value as Callable) : this.wrapObject(value)
    this.outer.set(value, outside)
    this.inner.set(outside, value)
    return outside
  }

  private wrapFunction(method: Callable): object {
    const membrane = this
    return function exposed(this: unknown, ...args: unknown[]): unknown {
      return membrane.guard(() =>
        method.apply(
          membrane.unwrap(this),
          args.map((arg) => membrane.unwrap(arg)),
        ),
      )
    }
  }

  private wrapObject(service: object): object {
    return new Proxy(
      {},
      {
        get: (_target, key) => this.guard(() => Reflect.get(service, key, service)),
        set: (_target, key, value) => Reflect.set(service, key, value, service),
        has: (_target, key) => Reflect.has(service, key),
      },
    )
  }

  private guard(work: () => unknown): unknown {
    try {
      return this.expose(work())
    } catch (error) {
      throw this.exposeError(error)
    }
  }
}

/** Plain data and dates, as against live service objects. */
function isData(value: object): boolean {
  if (isStrict(value)) return false
  if (Object.prototype.toString.call(value) === '[object Date]') return true
  const prototype: unknown = Object.getPrototypeOf(value)
  const isPlain = prototype === null || (prototype as { constructor?: { name?: string } }).constructor?.name === 'Object'
  return isPlain && !Object.values(value).some((member) => typeof member === 'function')
}
