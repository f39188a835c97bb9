/** Keeps an open card true: read anew when it has aged, or when the server says that it was changed; what others changed is shown. */

import { type ReadonlySignal, signal } from '@preact/signals'
import { type LocalDateTime, minutesBetween } from '../../../domain/time/localTime'
import type { Card } from '../../../rpc/contract'
import { type Caller, createCaller } from '../page/caller'
import type { Page } from '../page/page'
import { hintOf } from './cardKept'
import { type Difference, differencesOf } from './edits/cardDifferences'

/** Minutes after which a card is read anew when somebody looks at it. */
const cardAges = 3

export interface CardFresh {
  /** What changed while the card stood here, not by a button of this page. */
  readonly outside: ReadonlySignal<readonly Difference[]>
  /** A card has come, by whatever answer. */
  came(): void
  /** A deed was refused because the card changed: it is read anew, and one is led to what is to be settled. */
  stale(): void
  /** It is looked at again: read anew where it is old. */
  revisit(): void
  /** What changed was read. */
  seen(): void
}

export interface FreshAround {
  readonly page: Page
  readonly card: ReadonlySignal<Card | null>
  /** Deeds of the card: while one is under way its own answer brings the card. */
  readonly deeds: Caller
  receive(card: Card): void
  /** To the fields that were changed under typed texts. */
  settle(): void
}

export function createCardFresh({ page, card, deeds, receive, settle }: FreshAround): CardFresh {
  const caller = createCaller(page)
  const outside = signal<readonly Difference[]>([])
  let cameAt: LocalDateTime = ''

  function take(value: Card): void {
    const shown = card.value
    if (shown === null || value.deal.id !== shown.deal.id || value.deal.version < shown.deal.version || deeds.busy.value !== '') return
    const changed = differencesOf(shown, value, page.lists)
    receive(value)
    outside.value = changed
    cameAt = page.clock.now.value
  }
  function renew(): Promise<void> {
    if (card.value === null) return Promise.resolve()
    return caller.look({ by: 'renew', method: 'deal/open', input: hintOf(card.value), done: take })
  }

  return {
    outside,
    came: () => {
      cameAt = page.clock.now.value
      outside.value = []
      caller.drop()
    },
    stale: () => {
      const mark = page.attention.mark()
      void renew().then(() => page.attention.follow(mark, settle))
    },
    revisit: () => {
      const age = cameAt === '' ? 0 : minutesBetween(cameAt, page.clock.now.value)
      if (age >= cardAges && deeds.busy.value === '') void renew()
    },
    seen: () => {
      outside.value = []
    },
  }
}
