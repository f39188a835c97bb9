/** CacheService: values that live at most six hours of the virtual clock. */
import type { CoreHost } from '../../run/host'
import { effectiveUser, isWebApp } from '../../run/host'
import { strict } from '../../run/strict'
import { cacheLimits, texts } from '../../world/limits'
import type { WorldState } from '../../world/types'
import { ServiceError } from '../../world/types'

type Gs = GoogleAppsScript.Cache.Cache

const defaultSeconds = 600

function requireKey(key: string): string {
  if (key.length > cacheLimits.keyChars) throw new ServiceError(texts.argumentTooLarge('key'))
  return key
}

function requireSeconds(seconds: number): number {
  if (seconds >= 1 && seconds <= cacheLimits.seconds) return seconds
  throw new ServiceError('Invalid argument: expirationInSeconds')
}

/** Above 1,000 items Google keeps the 900 that expire last. */
function evict(cache: WorldState['cache'], prefix: string): void {
  const keys = Object.keys(cache).filter((key) => key.startsWith(prefix))
  if (keys.length <= cacheLimits.items) return
  const soonestFirst = keys.sort((a, b) => (cache[a]?.expiresAt ?? 0) - (cache[b]?.expiresAt ?? 0))
  for (const key of soonestFirst.slice(0, keys.length - cacheLimits.itemsKept)) delete cache[key]
}

/** What has no answer answers null (observed). */
const nothing = (_done: unknown): never => null as never

function cacheOf(host: CoreHost, prefix: string): Gs {
  const { gate, state } = host
  const read = (key: string): string | null => {
    const item = state.cache[prefix + key]
    return item && item.expiresAt > host.now() ? item.value : null
  }
  const put = (key: string, value: string, seconds: number): void => {
    if (Buffer.byteLength(value, 'utf8') > cacheLimits.valueBytes) throw new ServiceError(texts.argumentTooLarge('value'))
    state.cache[prefix + requireKey(key)] = { value, expiresAt: host.now() + requireSeconds(seconds) * 1000 }
    evict(state.cache, prefix)
  }
  const remove = (keys: readonly string[]): void => {
    for (const key of keys) delete state.cache[prefix + requireKey(String(key))]
  }
  const readAll = (keys: readonly string[]): Record<string, string> =>
    Object.fromEntries(
      keys.map((key) => [key, read(requireKey(String(key)))] as const).filter((pair): pair is [string, string] => pair[1] !== null),
    )
  return strict('Cache', {
    get: (key: string) => gate.call('Cache.get', () => read(requireKey(String(key)))),
    getAll: (keys: string[]) => host.intoRealm(gate.call('Cache.get', () => readAll(keys))),
    put: (key: string, value: string, seconds: number = defaultSeconds) =>
      nothing(gate.call('Cache.put', () => put(String(key), String(value), seconds))),
    putAll: (values: Record<string, string>, seconds: number = defaultSeconds) => {
      const putEach = (): void => {
        for (const [key, value] of Object.entries(values)) put(key, String(value), seconds)
      }
      return nothing(gate.call('Cache.put', putEach))
    },
    remove: (key: string) => nothing(gate.call('Cache.remove', () => remove([key]))),
    removeAll: (keys: string[]) => nothing(gate.call('Cache.remove', () => remove(keys))),
  })
}

type Service = Pick<typeof CacheService, 'getScriptCache' | 'getDocumentCache' | 'getUserCache'>

/** In the world's state the keys are 'script/…', 'document/…', 'user:<e-mail>/…'. */
export function cacheService(host: CoreHost): Service {
  const user = effectiveUser(host.state, host.invocation)
  return strict('CacheService', {
    getScriptCache: () => cacheOf(host, 'script/'),
    getDocumentCache: () => (isWebApp(host.invocation) ? null : cacheOf(host, 'document/')) as Gs,
    getUserCache: () => cacheOf(host, `user:${user}/`),
  })
}
