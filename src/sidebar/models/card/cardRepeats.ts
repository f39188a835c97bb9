/** A request in «Неразобранное» whose client asked already: joined to the earlier one, or a new one. */

import { computed, type ReadonlySignal, signal } from '@preact/signals'
import type { Card } from '../../../rpc/contract'
import type { Repeat } from '../../../rpc/intakeContract'
import { card as text } from '../../text/card.ru'
import { type Caller, createCaller } from '../page/caller'
import type { Page } from '../page/page'

export interface CardRepeats {
  readonly finder: Caller
  /** Those that the request can be joined to, newest first; [] = none, or told to be a new one. */
  readonly open: ReadonlySignal<readonly Repeat[]>
  show(card: Card): void
  join(repeat: Repeat): Promise<void>
  /** «Это новая заявка»: not asked again while the browser tab lives. */
  keepApart(): void
}

export interface RepeatsAround {
  readonly page: Page
  readonly caller: Caller
  readonly card: ReadonlySignal<Card | null>
  receive(card: Card, sentence: string): void
}

export function createCardRepeats({ page, caller, card, receive }: RepeatsAround): CardRepeats {
  const finder = createCaller(page.transport)
  const found = signal<{ readonly id: number; readonly repeats: readonly Repeat[] } | null>(null)
  let asked = 0

  function show({ deal, ref }: Card): void {
    if (deal.id === asked || deal.stage !== 'unsorted') return
    asked = deal.id
    found.value = null
    if (page.drafts.read(draftKey(deal.id)) === true) return
    const done = ({ repeats }: { readonly repeats: readonly Repeat[] }) => {
      found.value = { id: deal.id, repeats }
    }
    void finder.look({ by: 'repeats', method: 'deal/repeats', input: { deal: ref }, done })
  }

  function join({ ref }: Repeat): Promise<void> {
    const shown = card.value
    if (!shown) return Promise.resolve()
    const done = (value: Card) => receive(value, text.joined(shown.deal.id, value.deal.id))
    return caller.ask({ by: `join-${ref.id}`, method: 'deal/join', input: { deal: shown.ref, into: ref }, done })
  }

  return {
    finder,
    open: computed(() => {
      const isShown = found.value?.id === card.value?.deal.id && card.value?.deal.stage === 'unsorted'
      return isShown ? (found.value?.repeats.filter((one) => one.open) ?? []) : []
    }),
    show,
    join,
    keepApart: () => {
      if (found.value) page.drafts.write(draftKey(found.value.id), true)
      found.value = null
    },
  }
}

function draftKey(id: number): string {
  return `new:${id}`
}
