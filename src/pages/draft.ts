/** What was typed and not sent, kept on this device. A browser that forbids it only loses the safety net. */

import { jsonIn } from '../domain/register/json'

export interface Draft<T> {
  /** Null where nothing is kept that can be read. */
  read(): Partial<T> | null
  write(value: T): void
  drop(): void
}

export function draftOf<T extends Readonly<Record<string, string>>>(name: string): Draft<T> {
  const key = `desk:${name}`
  const attempt = <R>(deed: (storage: Storage) => R, otherwise: R): R => {
    try {
      return deed(window.localStorage)
    } catch {
      return otherwise
    }
  }
  return {
    read: () => attempt((storage) => textsIn<T>(jsonIn(storage.getItem(key) ?? 'null')), null),
    write: (value) => attempt((storage) => storage.setItem(key, JSON.stringify(value)), undefined),
    drop: () => attempt((storage) => storage.removeItem(key), undefined),
  }
}

function textsIn<T>(kept: unknown): Partial<T> | null {
  if (typeof kept !== 'object' || kept === null) return null
  return Object.fromEntries(Object.entries(kept).filter(([, value]) => typeof value === 'string')) as Partial<T>
}
