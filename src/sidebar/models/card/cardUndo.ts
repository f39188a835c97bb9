/** «Отменить последнее»: what it would take back, and what it took. */

import { computed, type ReadonlySignal } from '@preact/signals'
import type { Card, Output } from '../../../rpc/contract'
import { card as text } from '../../text/card.ru'
import { common } from '../../text/common.ru'
import { type Caller, createCaller } from '../page/caller'
import type { Page } from '../page/page'
import type { HistoryModel } from './history'

export interface CardUndo {
  readonly caller: Caller
  /** Said beforehand while the history is open; '' = not known. */
  readonly what: ReadonlySignal<string>
  take(): Promise<void>
}

export interface UndoAround {
  readonly page: Page
  /** The card's other deeds: one at a time. */
  readonly busy: ReadonlySignal<string>
  readonly card: ReadonlySignal<Card | null>
  readonly history: HistoryModel
  receive(card: Card, sentence: string): void
  /** Of a card that is shown no more. */
  bring(card: Card, sentence: string): void
  stale(): void
}

export function createCardUndo({ page, busy, card, history, receive, bring, stale }: UndoAround): CardUndo {
  const caller = createCaller(page, stale)
  const showTrouble = () => {
    page.point('undo-trouble')
  }
  return {
    caller,
    what: computed(() => (history.open.value ? (history.lines.value?.[0]?.text ?? '') : '')),
    take: async () => {
      const shown = card.value
      if (!shown || busy.value !== '') return
      const done = (answer: Output<'deal/undo'>) => {
        receive(answer.card, text.undone(answer.undone))
        page.point('card-done')
      }
      const late = (answer: Output<'deal/undo'>) => bring(answer.card, text.undone(answer.undone))
      const about = common.deal(shown.deal.id)
      await caller.ask({ by: 'undo', method: 'deal/undo', input: { deal: shown.ref }, done, late, about, refused: showTrouble })
    },
  }
}
