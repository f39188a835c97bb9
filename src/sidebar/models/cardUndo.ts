/** «Отменить последнее»: what it would take back, and what it took. */

import { computed, type ReadonlySignal } from '@preact/signals'
import type { Deal } from '../../domain/deal'
import { historyText } from '../../domain/historyText'
import type { LocalDateTime } from '../../domain/localTime'
import type { Card } from '../../rpc/contract'
import { card as text } from '../text/card.ru'
import { type Caller, createCaller } from './caller'
import type { HistoryModel } from './history'
import type { Page } from './page'

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
}

export function createCardUndo({ page, busy, card, history, receive }: UndoAround): CardUndo {
  const caller = createCaller(page.transport)
  const showTrouble = () => {
    page.focus.value = { id: 'undo-trouble' }
  }
  return {
    caller,
    what: computed(() => (history.open.value ? (history.lines.value?.[0]?.text ?? '') : '')),
    take: async () => {
      const shown = card.value
      if (!shown || busy.value !== '') return
      const done = (value: Card) => {
        if (value.deal.id !== card.value?.deal.id) return
        receive(value, text.undone(undoneText(value.deal, shown.deal, page.clock.now.value)))
        page.focus.value = { id: 'card-done' }
      }
      await caller.ask({ by: 'undo', method: 'deal/undo', input: { deal: shown.ref }, done, refused: showTrouble })
    },
  }
}

/** The change between the two, in words; notes that every command adds are told only where nothing else changed. */
export function undoneText(before: Deal, after: Deal, now: LocalDateTime): string {
  const changed = (Object.keys(after) as (keyof Deal)[]).filter((field) => before[field] !== after[field] && field !== 'version')
  const telling = changed.length > 1 ? changed.filter((field) => field !== 'comments') : changed
  return historyText('', before, Object.fromEntries(telling.map((field) => [field, after[field]])), now)
}
