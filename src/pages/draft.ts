/** What was typed and not sent, kept on this device. A browser that forbids it only loses the safety net. */

export interface Draft<T> {
  read(): T | null
  write(value: T): void
  drop(): void
}

export function draftOf<T>(name: string): Draft<T> {
  const key = `desk:${name}`
  const attempt = <R>(deed: (storage: Storage) => R, otherwise: R): R => {
    try {
      return deed(window.localStorage)
    } catch {
      return otherwise
    }
  }
  return {
    read: () => attempt((storage) => JSON.parse(storage.getItem(key) ?? 'null') as T | null, null),
    write: (value) => attempt((storage) => storage.setItem(key, JSON.stringify(value)), undefined),
    drop: () => attempt((storage) => storage.removeItem(key), undefined),
  }
}
