/** The office's time on this page: the server's, plus what has passed since, never the machine's zone. */

import { type ReadonlySignal, signal } from '@preact/signals'
import { addMinutes, type LocalDateTime } from '../../../domain/time/localTime'

const msPerMinute = 60_000

export interface Clock {
  /** '' until the server has told it. */
  readonly now: ReadonlySignal<LocalDateTime>
  set(now: LocalDateTime): void
  /** Called by a timer: lets whole minutes that passed show. */
  advance(): void
}

/** `elapsed` is a count of milliseconds that goes on while the machine sleeps. */
export function createClock(start: LocalDateTime, elapsed: () => number): Clock {
  const now = signal(start)
  let base = start
  let since = elapsed()
  return {
    now,
    set: (value) => {
      base = value
      since = elapsed()
      now.value = value
    },
    advance: () => {
      if (base !== '') now.value = addMinutes(base, Math.floor((elapsed() - since) / msPerMinute))
    },
  }
}
