/** A card that another screen's deed has made: shown where the person waits for it, else told of, one click away. */

import type { ReadonlySignal } from '@preact/signals'
import type { Card } from '../../../rpc/contract'
import { text } from '../../text.ru'
import type { Page } from '../page/page'

export interface BringAround {
  readonly page: Page
  readonly card: ReadonlySignal<Card | null>
  /** Something typed on the card shown is not saved. */
  readonly dirty: ReadonlySignal<boolean>
  receive(card: Card, sentence: string): void
  /** Unsaved edits are asked about first. */
  guarded(go: () => void): void
  show(): void
}

export function createCardBring({ page, card, dirty, receive, guarded, show }: BringAround): (card: Card, sentence: string) => void {
  function tellLater(value: Card, sentence: string, isShown: boolean): void {
    const go = () => (isShown ? show() : guarded(() => receive(value, sentence)))
    page.news.tell({ sentence, way: { title: text.common.openDeal(value.deal.id), go } })
  }
  return (value, sentence) => {
    const isShown = value.deal.id === card.value?.deal.id
    const isAsked = !isShown && dirty.value
    if (isShown || !(isAsked || page.attention.isQuiet())) receive(value, sentence)
    if (page.attention.isQuiet()) return tellLater(value, sentence, isShown)
    if (!isAsked) return show()
    page.news.tell({ sentence })
    guarded(() => receive(value, sentence))
  }
}
