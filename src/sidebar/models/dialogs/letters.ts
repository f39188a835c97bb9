/** Letters that wait after a booking or a closing: sent in the background, told quietly. */

import { type ReadonlySignal, signal } from '@preact/signals'
import { letters } from '../../text/common.ru'
import { createCaller } from '../page/caller'
import type { Page } from '../page/page'

export interface Letters {
  /** '' = nothing to tell. */
  readonly told: ReadonlySignal<string>
  send(): void
  hide(): void
}

/** A failure needs no button: the next run of the timer sends what is left. */
export function createLetters(page: Page): Letters {
  const caller = createCaller(page)
  const told = signal('')
  const tell = (sentence: string) => {
    told.value = sentence
    page.live.value = sentence
  }
  return {
    told,
    send: () => {
      told.value = letters.sending
      void caller.look({
        by: 'letters',
        method: 'outbox/send',
        input: {},
        done: ({ sent, failed, waiting }) => tell(failed > 0 || waiting > 0 ? letters.later : sent > 0 ? letters.sent(sent) : ''),
        refused: () => tell(letters.later),
      })
    },
    hide: () => {
      told.value = ''
    },
  }
}
