/** A request that is on its way: hours are chosen for it before its number has come. docs/requests.md tells the rules. */

import { batch, computed, type ReadonlySignal, signal } from '@preact/signals'
import type { Page } from '../page/page'

export interface Awaited {
  /** The key that it was sent with. */
  readonly key: string
  readonly name: string
  readonly topic: number
  readonly agreedWith: string
  readonly phone: string
  readonly email: string
}

export interface AwaitedRequest {
  /** In place of the deal, until its number has come. */
  readonly request: ReadonlySignal<Awaited | null>
  /** Why it was not accepted; '' = it may be yet. */
  readonly refusal: ReadonlySignal<string>
  /** «Назначить» was pressed and waits for the number. */
  readonly isPressed: ReadonlySignal<boolean>
  /** Null = nothing is awaited any more. */
  turnTo(request: Awaited | null): void
  /** «Назначить»; false = nothing is awaited, it can go at once. */
  press(): boolean
  /** Its number has come: a booking that was pressed goes, as pressed then. False = another thing is awaited by now, or none. */
  arrive(key: string, book: () => void): boolean
  /** Its sending is over; without a number: why. */
  settle(key: string, why: string): void
}

export function createAwaited(page: Page): AwaitedRequest {
  const request = signal<Awaited | null>(null)
  const refusal = signal('')
  /** Where the person was on pressing; '' = it was not pressed. */
  const pressed = signal('')

  function turnTo(next: Awaited | null): void {
    batch(() => {
      request.value = next
      refusal.value = ''
      pressed.value = ''
    })
  }
  function arrive(key: string, book: () => void): boolean {
    if (request.value?.key !== key) return false
    const mark = pressed.value
    turnTo(null)
    // The press was no late answer's: it goes once that has been taken in.
    if (mark !== '') void Promise.resolve().then(() => page.attention.follow(mark, book))
    return true
  }

  return {
    request,
    refusal,
    isPressed: computed(() => pressed.value !== ''),
    turnTo,
    press: () => {
      if (request.value === null) return false
      pressed.value = refusal.value === '' ? page.attention.mark() : ''
      return true
    },
    arrive,
    settle: (key, why) => {
      if (request.value?.key !== key) return
      batch(() => {
        refusal.value = why
        pressed.value = ''
        page.live.value = why
      })
    },
  }
}
