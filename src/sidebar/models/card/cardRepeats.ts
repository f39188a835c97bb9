/** Of whom a request is: its client asked already (one request or two), may be a known one, or tells something anew. */

import { computed, type ReadonlySignal, signal } from '@preact/signals'
import type { NewsField } from '../../../domain/client/news'
import { unassignedStages } from '../../../domain/deal/deal'
import { mayDo } from '../../../domain/office/actions'
import type { Card } from '../../../rpc/contract'
import type { MaybeKnown, Repeat } from '../../../rpc/intakeContract'
import { card as text } from '../../text/card.ru'
import { common } from '../../text/common.ru'
import { type Caller, createCaller } from '../page/caller'
import type { Page } from '../page/page'

export interface CardRepeats {
  readonly finder: Caller
  /** Those that the request can be joined to, newest first; [] = none, or told to be a new one. */
  readonly open: ReadonlySignal<readonly Repeat[]>
  show(card: Card): void
  join(repeat: Repeat): Promise<void>
  /** Known clients that the card's client may be, for those who may say so. */
  readonly maybe: ReadonlySignal<readonly MaybeKnown[]>
  /** «Да, это они». */
  recognise(client: number): Promise<void>
  /** «Нет, другие». */
  apart(client: number): Promise<void>
  /** What he told anew goes into his card, or is left. */
  takeNews(field: NewsField, take: boolean): Promise<void>
  /** «Это новая заявка»: not asked again while the browser tab lives. */
  keepApart(): void
}

export interface RepeatsAround {
  readonly page: Page
  readonly caller: Caller
  readonly card: ReadonlySignal<Card | null>
  receive(card: Card, sentence: string): void
  /** Of a card that is shown no more. */
  late(card: Card, sentence: string): void
}

export function createCardRepeats({ page, caller, card, receive, late }: RepeatsAround): CardRepeats {
  const finder = createCaller(page)
  const found = signal<Found | null>(null)
  const mayMerge = mayDo(page.me.roles, 'merge')
  let asked = 0

  function show({ deal, ref }: Card): void {
    if (deal.id === asked || !unassignedStages.includes(deal.stage)) return
    asked = deal.id
    found.value = null
    const isNew = page.drafts.read(draftKey(deal.id)) === true
    const done = ({ repeats, maybe }: Omit<Found, 'id'>) => {
      found.value = { id: deal.id, repeats: isNew ? [] : repeats, maybe }
    }
    void finder.look({ by: 'repeats', method: 'deal/repeats', input: { deal: ref }, done })
  }

  function heardOf(said: (card: Card) => string, first: () => void = () => {}) {
    const take = (told: (card: Card, sentence: string) => void) => (value: Card) => {
      first()
      told(value, said(value))
    }
    return { done: take(receive), late: take(late), about: common.deal(card.value?.deal.id ?? 0) }
  }
  function join({ ref }: Repeat): Promise<void> {
    const shown = card.value
    if (!shown) return Promise.resolve()
    const heard = heardOf((value) => text.joined(shown.deal.id, value.deal.id))
    return caller.ask({ by: `join-${ref.id}`, method: 'deal/join', input: { deal: shown.ref, into: ref }, ...heard })
  }

  function without(client: number): void {
    if (found.value) found.value = { ...found.value, maybe: found.value.maybe.filter(({ id }) => id !== client) }
  }
  function recognise(client: number): Promise<void> {
    const shown = card.value
    if (!shown) return Promise.resolve()
    const heard = heardOf(
      (value) => text.recognised(value.deal.organisation || value.deal.contact),
      () => without(client),
    )
    return caller.ask({ by: `is-${client}`, method: 'deal/recognise', input: { deal: shown.ref, client }, ...heard })
  }
  function apart(other: number): Promise<void> {
    const client = card.value?.deal.clientId ?? null
    if (client === null) return Promise.resolve()
    const about = common.deal(card.value?.deal.id ?? 0)
    const late = () => page.news.tell({ sentence: `${about}: ${text.noted}` })
    return caller.ask({ by: `not-${other}`, method: 'client/apart', input: { client, other }, done: () => without(other), late, about })
  }
  function takeNews(field: NewsField, take: boolean): Promise<void> {
    const shown = card.value
    if (!shown) return Promise.resolve()
    const heard = heardOf(() => (take ? text.newsTaken : text.newsLeft))
    return caller.ask({
      by: `${take ? 'take' : 'leave'}-${field}`,
      method: 'deal/takeNews',
      input: { deal: shown.ref, field, take },
      ...heard,
    })
  }

  return {
    finder,
    maybe: computed(() => (mayMerge && found.value?.id === card.value?.deal.id ? (found.value?.maybe ?? []) : [])),
    recognise,
    apart,
    takeNews,
    open: computed(() => {
      const isShown = found.value?.id === card.value?.deal.id && card.value?.deal.stage === 'unsorted'
      return isShown ? (found.value?.repeats.filter((one) => one.open) ?? []) : []
    }),
    show,
    join,
    keepApart: () => {
      if (!found.value) return
      page.drafts.write(draftKey(found.value.id), true)
      found.value = { ...found.value, repeats: [] }
    },
  }
}

interface Found {
  readonly id: number
  readonly repeats: readonly Repeat[]
  readonly maybe: readonly MaybeKnown[]
}

function draftKey(id: number): string {
  return `new:${id}`
}
