/** What was typed and is not yet saved, kept while the browser tab lives; on a phone, until it is sent. */

import { jsonIn } from '../../../domain/register/json'

export interface Drafts {
  read(key: string): unknown
  write(key: string, value: unknown): void
  drop(key: string): void
}

/** A frame without storage (private window, blocked cookies) only loses the safety net, not the screen. */
export function storedDrafts(storage: () => Storage, prefix = 'desk:'): Drafts {
  const attempt = <T>(deed: () => T, otherwise: T): T => {
    try {
      return deed()
    } catch {
      return otherwise
    }
  }
  return {
    read: (key) => attempt(() => jsonIn(storage().getItem(prefix + key) ?? 'null'), null),
    write: (key, value) => attempt(() => storage().setItem(prefix + key, JSON.stringify(value)), undefined),
    drop: (key) => attempt(() => storage().removeItem(prefix + key), undefined),
  }
}

export function memoryDrafts(): Drafts {
  const kept = new Map<string, string>()
  return {
    read: (key) => jsonIn(kept.get(key) ?? 'null'),
    write: (key, value) => void kept.set(key, JSON.stringify(value)),
    drop: (key) => void kept.delete(key),
  }
}

/** All that stands under a prefix. */
export function dropDrafts(storage: () => Storage, prefix: string): void {
  try {
    const kept = storage()
    for (const key of Object.keys(kept)) if (key.startsWith(prefix)) kept.removeItem(key)
  } catch {
    // Nothing is kept there.
  }
}
