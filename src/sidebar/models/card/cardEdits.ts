/** Unsaved edits of one card, and the saving of them: the client's fields first, then the deal's. */

import { computed, type ReadonlySignal, signal } from '@preact/signals'
import type { Card, CardFields, DealRef } from '../../../rpc/contract'
import type { Caller } from '../page/caller'
import type { Drafts } from '../page/drafts'
import { clientFieldsOf, dealFieldsOf, type Edits, type FieldKey, savedText, withEdit } from './cardFields'

export interface CardEdits {
  readonly edits: ReadonlySignal<Edits>
  readonly dirty: ReadonlySignal<boolean>
  text(card: Card, key: FieldKey): string
  type(card: Card, key: FieldKey, typed: string): void
  /** Takes up what was typed on this card before. */
  begin(card: Card): void
  forget(): void
  /** Saves everything; the card comes back changed. `by` is the button that waits. */
  save(card: Card, by: string): Promise<void>
  /** Saves the client's fields where there are any, then goes on with the fresh reference and the deal's unsaved fields. */
  saveClientThen(card: Card, by: string, next: (ref: DealRef, fields: CardFields) => Promise<void>): Promise<void>
  /** These edits have reached the register; what was typed meanwhile stays. */
  settle(id: number, sent: Edits): void
}

/** `received` is told of every card that comes back from saving. */
export function createCardEdits(caller: Caller, drafts: Drafts, received: (card: Card) => void): CardEdits {
  const edits = signal<Edits>({})
  let current = 0

  function set(value: Edits): void {
    edits.value = value
    if (Object.keys(value).length === 0) drafts.drop(draftKey(current))
    else drafts.write(draftKey(current), value)
  }
  function settle(id: number, sent: Edits): void {
    if (id !== current) drafts.drop(draftKey(id))
    else set(Object.fromEntries(Object.entries(edits.value).filter(([key, typed]) => sent[key as FieldKey] !== typed)))
  }

  async function saveClientThen(card: Card, by: string, next: (ref: DealRef, fields: CardFields) => Promise<void>): Promise<void> {
    const sent = only(edits.value, 'client')
    if (Object.keys(sent).length === 0) return next(card.ref, dealFieldsOf(edits.value))
    let rest: Promise<void> | undefined
    const done = (value: Card) => {
      settle(card.deal.id, sent)
      received(value)
      rest = next(value.ref, dealFieldsOf(edits.value))
    }
    await caller.ask({ by, method: 'client/fill', input: { deal: card.ref, fields: clientFieldsOf(sent) }, done })
    await rest
  }

  async function saveDeal(ref: DealRef, fields: CardFields, by: string): Promise<void> {
    const sent = only(edits.value, 'deal')
    if (Object.keys(sent).length === 0) return
    const done = (value: Card) => {
      settle(ref.id, sent)
      received(value)
    }
    await caller.ask({ by, method: 'deal/fill', input: { deal: ref, fields }, done })
  }

  return {
    edits,
    dirty: computed(() => Object.keys(edits.value).length > 0),
    text: (card, key) => edits.value[key] ?? savedText(card, key),
    type: (card, key, typed) => set(withEdit(edits.value, card, { key, typed })),
    begin: (card) => {
      current = card.deal.id
      edits.value = storedEdits(drafts.read(draftKey(current)))
    },
    forget: () => set({}),
    save: (card, by) => saveClientThen(card, by, (ref, fields) => saveDeal(ref, fields, by)),
    saveClientThen,
    settle,
  }
}

export function only(edits: Edits, owner: 'deal' | 'client'): Edits {
  return Object.fromEntries(Object.entries(edits).filter(([key]) => key.startsWith(owner + '.')))
}

function draftKey(id: number): string {
  return `card:${id}`
}

function storedEdits(kept: unknown): Edits {
  return kept !== null && typeof kept === 'object' ? (kept as Edits) : {}
}
