/** What waits for the connection to come back: tried again when the device says so, and from time to time. */

import { type ReadonlySignal, signal } from '@preact/signals'

export interface Connection {
  /** How many wait. */
  readonly waiting: ReadonlySignal<number>
  /** Whether these words of a failed call mean that there is no connection. */
  isLost(words: string): boolean
  /** @param again does it anew, and waits again where it fails again */
  wait(again: () => void): void
  /** The connection may be back. */
  retry(): void
}

export function createConnection(isOnline: () => boolean): Connection {
  const waiting = signal(0)
  let deeds: readonly (() => void)[] = []
  const keep = (kept: readonly (() => void)[]) => {
    deeds = kept
    waiting.value = kept.length
  }
  return {
    waiting,
    isLost: (words) => !isOnline() || /NetworkError|HTTP 0\b|Failed to fetch/i.test(words),
    wait: (again) => keep([...deeds, again]),
    retry: () => {
      if (!isOnline()) return
      const due = deeds
      keep([])
      for (const again of due) again()
    },
  }
}
