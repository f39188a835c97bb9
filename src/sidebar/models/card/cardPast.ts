/** Earlier consultations of the card's client, asked for beside the card and once per client. */

import { computed, type ReadonlySignal, signal } from '@preact/signals'
import type { Card } from '../../../rpc/contract'
import type { PastConsultation } from '../../../rpc/intakeContract'
import { type Caller, createCaller } from '../page/caller'
import type { Page } from '../page/page'

export interface CardPast {
  readonly caller: Caller
  /** Without the one that the card is about. */
  readonly consultations: ReadonlySignal<readonly PastConsultation[]>
  /** How many more stand in the archive, and were not read. */
  readonly inArchive: ReadonlySignal<number>
  show(card: Card): void
  /** Reads the archive too. */
  showAll(): void
}

interface Known {
  readonly clientId: number
  readonly consultations: readonly PastConsultation[]
  readonly inArchive: number
}

export function createCardPast(page: Page, card: ReadonlySignal<Card | null>): CardPast {
  const caller = createCaller(page)
  const known = signal<Known | null>(null)
  const own = computed(() => (known.value?.clientId === card.value?.deal.clientId ? known.value : null))
  let asked: number | null = null

  function show({ deal: { clientId } }: Card): void {
    if (clientId === asked) return
    asked = clientId
    caller.drop()
    if (clientId === null) return
    look({ clientId })
  }

  function look(input: { readonly clientId: number; readonly archive?: boolean }): void {
    const done = (answer: Omit<Known, 'clientId'>) => {
      known.value = { clientId: input.clientId, ...answer }
    }
    void caller.look({ by: 'past', method: 'client/history', input, done })
  }

  return {
    caller,
    consultations: computed(() => (own.value?.consultations ?? []).filter(({ dealId }) => dealId !== card.value?.deal.id)),
    inArchive: computed(() => (own.value?.inArchive ?? 0) - (card.value?.archive && own.value?.inArchive ? 1 : 0)),
    show,
    showAll: () => {
      if (own.value !== null) look({ clientId: own.value.clientId, archive: true })
    },
  }
}
