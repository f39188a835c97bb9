/** «Письма» in the settings: each kind as it would look, and one sent to oneself. */

import { computed, type ReadonlySignal, signal } from '@preact/signals'
import type { LetterSample } from '../../../rpc/settingsContract'
import { settings as text } from '../../text/settings.ru'
import { type Caller, createCaller } from '../page/caller'
import type { Page } from '../page/page'

export interface LetterSamples {
  readonly caller: Caller
  readonly letters: ReadonlySignal<readonly LetterSample[]>
  readonly shown: ReadonlySignal<LetterSample | null>
  /** Said once a letter went. */
  readonly sent: ReadonlySignal<string>
  load(): Promise<void>
  show(kind: string): void
  send(): Promise<void>
}

export function createLetterSamples(page: Page): LetterSamples {
  const caller = createCaller(page)
  const letters = signal<readonly LetterSample[]>([])
  const kind = signal('')
  const sent = signal('')
  const shown = computed(() => letters.value.find((one) => one.kind === kind.value) ?? letters.value[0] ?? null)
  const tell = (sentence: string) => {
    sent.value = sentence
    page.live.value = sentence
  }
  return {
    caller,
    letters,
    shown,
    sent,
    load: () =>
      caller.ask({
        by: 'samples',
        method: 'letter/samples',
        input: {},
        done: (answer) => {
          letters.value = answer.letters
        },
      }),
    show: (value) => {
      kind.value = value
      sent.value = ''
      caller.forgive()
    },
    send: async () => {
      if (!shown.value) return
      const input = { kind: shown.value.kind }
      await caller.ask({ by: 'test', method: 'letter/test', input, done: ({ to }) => tell(text.sentTo(to)) })
    },
  }
}
