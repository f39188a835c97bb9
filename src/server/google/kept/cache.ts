/** The script's cache: Google may lose what is in it at any time, so a cache that fails is an empty one. */

import { platformErrorOf, tried } from '../platformError'

/** '' = nothing is kept. */
export function cached(key: string): string {
  return quietly(() => CacheService.getScriptCache()?.get(key) ?? '') ?? ''
}

/** Those of the keys that are kept, in one call. */
export function cachedAmong(keys: readonly string[]): string[] {
  const kept = quietly(() => CacheService.getScriptCache()?.getAll([...keys])) ?? {}
  return keys.filter((key) => key in kept)
}

/**
 * The same, where an empty cache would pass over somebody.
 * @throws PlatformError
 */
export function surelyCachedAmong(keys: readonly string[]): string[] {
  const kept = tried(() => CacheService.getScriptCache()?.getAll([...keys])) ?? {}
  return keys.filter((key) => key in kept)
}

/** @returns false = the cache failed */
export function keepCached(key: string, value: string, seconds: number): boolean {
  return quietly(() => CacheService.getScriptCache()?.put(key, value, seconds) ?? true) !== null
}

export function forgetCached(key: string): void {
  quietly(() => CacheService.getScriptCache()?.remove(key))
}

function quietly<T>(work: () => T): T | null {
  try {
    return work()
  } catch (error) {
    console.warn(`cache: ${platformErrorOf(error).code}`)
    return null
  }
}
