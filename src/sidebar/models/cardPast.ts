/** Earlier consultations of the card's client, asked for beside the card and once per client. */

import { computed, type ReadonlySignal, signal } from '@preact/signals'
import type { Card } from '../../rpc/contract'
import type { PastConsultation } from '../../rpc/intakeContract'
import { type Caller, createCaller } from './caller'
import type { Page } from './page'

export interface CardPast {
  readonly caller: Caller
  /** Without the one that the card is about. */
  readonly consultations: ReadonlySignal<readonly PastConsultation[]>
  show(card: Card): void
}

interface Known {
  readonly clientId: number
  readonly consultations: readonly PastConsultation[]
}

export function createCardPast(page: Page, card: ReadonlySignal<Card | null>): CardPast {
  const caller = createCaller(page.transport)
  const known = signal<Known | null>(null)
  const own = computed(() => (known.value?.clientId === card.value?.deal.clientId ? (known.value?.consultations ?? []) : []))
  let asked: number | null = null

  function show({ deal: { clientId } }: Card): void {
    if (clientId === asked) return
    asked = clientId
    caller.drop()
    if (clientId === null) return
    const done = ({ consultations }: { readonly consultations: readonly PastConsultation[] }) => {
      known.value = { clientId, consultations }
    }
    void caller.look({ by: 'past', method: 'client/history', input: { clientId }, done })
  }

  return {
    caller,
    consultations: computed(() => own.value.filter(({ dealId }) => dealId !== card.value?.deal.id)),
    show,
  }
}
