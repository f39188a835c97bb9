/** The hour that is picked on the screen is held for ten minutes, in the background, and let go on every way out (G3). */

import { effect, type ReadonlySignal, signal } from '@preact/signals'
import type { LocalDateTime } from '../../../domain/time/localTime'
import type { Hold } from '../../../rpc/calendarContract'
import type { RpcAnswer } from '../../../rpc/contract'
import type { Page } from '../page/page'

/** A slot as far as it is held. */
export interface HeldSlot {
  readonly eventId: string
  readonly start: LocalDateTime
}

export interface SlotHold {
  /** Until when the picked slot is held (exclusive), '' = not held, or not yet. */
  readonly until: ReadonlySignal<LocalDateTime>
  /** Ten more minutes. */
  again(): void
  /** It is booked: there is nothing to let go. */
  booked(): void
  /** The page closes: let go now, whether or not an answer comes. */
  leave(): void
}

export interface HoldLinks {
  /** What is picked on the screen shown; null = nothing. */
  readonly picked: ReadonlySignal<HeldSlot | null>
  /** Somebody else holds it: the sentence of the server. */
  lost(sentence: string): void
}

type Answer = RpcAnswer<{ readonly holds: readonly Hold[] }>

/** One call at a time, in order, so that a letting go never overtakes its hold; slots passed by meanwhile are never asked for. */
export function createSlotHold(page: Page, { picked, lost }: HoldLinks): SlotHold {
  const until = signal('')
  let held: HeldSlot | null = null
  let busy = false

  effect(() => {
    if (!isSame(picked.value, held)) until.value = ''
    void pump()
  })

  async function pump(): Promise<void> {
    if (busy || isSame(picked.value, held)) return
    busy = true
    const slot = picked.value
    if (slot) await take(slot)
    else if (held) await letGo(held)
    busy = false
    void pump()
  }

  async function take(slot: HeldSlot): Promise<void> {
    held = slot
    const answer = await call('slot/hold', slot)
    if (!isSame(picked.value, slot)) return
    if (answer?.ok) until.value = answer.value.holds.find((one) => isSame(one, slot) && one.who === page.me.email)?.until ?? ''
    else if (answer?.problem?.code === 'slotHeld') {
      held = null
      lost(answer.message)
    }
  }

  async function letGo(slot: HeldSlot): Promise<void> {
    held = null
    await call('slot/release', slot)
  }

  /** Without an answer nothing is held, and nothing is lost: the booking itself tells who was faster. */
  async function call(method: 'slot/hold' | 'slot/release', { eventId, start }: HeldSlot): Promise<Answer | null> {
    return page.transport.call(method, { eventId, start }).catch(() => null)
  }

  return {
    until,
    again: () => {
      held = null
      void pump()
    },
    booked: () => {
      held = null
    },
    leave: () => {
      if (held) void letGo(held)
    },
  }
}

function isSame(one: HeldSlot | null, other: HeldSlot | null): boolean {
  return one?.eventId === other?.eventId && one?.start === other?.start
}
