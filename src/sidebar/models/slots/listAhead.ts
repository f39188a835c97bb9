/** Free hours asked for while the request is still being typed: «Слоты» shows them at once when they are wanted. */

import type { Input, SlotList } from '../../../rpc/contract'
import { createCaller } from '../page/caller'
import type { Page } from '../page/page'

/** Milliseconds after the last choice: a list is walked with the arrows. */
export const aheadDelay = 400

interface Known {
  readonly question: string
  readonly at: string
  readonly list: SlotList
}

export interface ListAhead {
  ask(input: Input<'slot/list'>): void
  /** The answer to this very question; null = it was not asked ahead, or has not come. Given once. */
  take(input: Input<'slot/list'>): Omit<Known, 'question'> | null
}

export function createListAhead(page: Page): ListAhead {
  const caller = createCaller(page)
  let timer: ReturnType<typeof setTimeout> | undefined
  let asking = ''
  let known: Known | null = null

  function send(input: Input<'slot/list'>, question: string): void {
    const done = (list: SlotList) => {
      known = { question, at: page.clock.now.value, list }
    }
    void caller.look({ by: 'ahead', method: 'slot/list', input, done })
  }

  return {
    ask: (input) => {
      const question = JSON.stringify(input)
      if (asking === question) return
      asking = question
      known = null
      clearTimeout(timer)
      timer = setTimeout(() => send(input, question), aheadDelay)
    },
    take: (input) => {
      clearTimeout(timer)
      asking = ''
      const found = known?.question === JSON.stringify(input) ? known : null
      known = null
      return found
    },
  }
}
