/** Consent on a card: it is taken back by those who may, with a day and a reason, and the note is taken back too. */

import { type Signal, signal } from '@preact/signals'
import { mayDo } from '../../../domain/office/actions'
import type { Card } from '../../../rpc/contract'
import { consent as text } from '../../text/card.ru'
import { common } from '../../text/common.ru'
import type { RepeatsAround } from './cardRepeats'

export interface CardConsent {
  /** The person may note it. */
  readonly may: boolean
  /** Being typed; null = nobody takes it back now. */
  readonly typed: Signal<Withdrawal | null>
  begin(): void
  withdraw(): Promise<void>
  giveBack(): Promise<void>
}

export interface Withdrawal {
  /** What is typed belongs to one card. */
  readonly deal: number
  readonly date: string
  readonly reason: string
}

export function createCardConsent({ page, caller, card, receive, late }: RepeatsAround): CardConsent {
  const typed = signal<Withdrawal | null>(null)
  const heardOf = (sentence: string) => ({
    done: (value: Card) => {
      typed.value = null
      receive(value, sentence)
      page.point('card-done')
    },
    late: (value: Card) => late(value, sentence),
    about: common.deal(card.value?.deal.id ?? 0),
  })
  return {
    may: mayDo(page.me.roles, 'withdrawConsent'),
    typed,
    begin: () => {
      typed.value = { deal: card.value?.deal.id ?? 0, date: page.clock.now.value.slice(0, 10), reason: '' }
      page.point('consent-reason')
    },
    withdraw: async () => {
      const [shown, told] = [card.value, typed.value]
      if (!shown || told?.deal !== shown.deal.id) return
      const input = { deal: shown.ref, date: told.date, reason: told.reason }
      await caller.ask({ by: 'withdraw-consent', method: 'client/withdrawConsent', input, ...heardOf(text.withdrawn) })
    },
    giveBack: async () => {
      const shown = card.value
      if (!shown) return
      await caller.ask({ by: 'return-consent', method: 'client/returnConsent', input: { deal: shown.ref }, ...heardOf(text.returned) })
    },
  }
}
