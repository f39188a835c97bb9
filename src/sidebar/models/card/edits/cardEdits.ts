/** Unsaved edits of one card, what somebody else changed under them, and the saving: the client's fields first, then the deal's. */

import { computed, type ReadonlySignal, signal } from '@preact/signals'
import type { Card, CardFields, DealRef } from '../../../../rpc/contract'
import type { Caller } from '../../page/caller'
import type { Drafts } from '../../page/drafts'
import { clientFieldsOf, dealFieldsOf, type Edits, type FieldKey, savedText } from '../cardFields'
import {
  type Conflict,
  conflictsOf,
  keepTyped,
  overTheirs,
  readTyped,
  settledBy,
  stillOpen,
  type TypedEdits,
  textsOf,
  without,
  withTyped,
} from './typedEdits'

export interface CardEdits {
  readonly edits: ReadonlySignal<Edits>
  readonly dirty: ReadonlySignal<boolean>
  /** The same as `edits`, with what they were typed on. */
  readonly typed: ReadonlySignal<TypedEdits>
  /** They are of this card. */
  isOf(card: Card): boolean
  /** Typed elsewhere on this card: they stand here now. */
  lay(texts: TypedEdits): void
  /** Fields that are not saved before a person has said which text stays. */
  readonly conflicts: ReadonlySignal<readonly Conflict[]>
  text(card: Card, key: FieldKey): string
  type(card: Card, key: FieldKey, typed: string): void
  /** Takes up what was typed on this card before. */
  begin(card: Card): void
  /** A newer version of the same card: what came true of the edits goes, the others stay. */
  follow(card: Card): void
  /** Of a conflict the own text stays, or theirs. */
  decide(key: FieldKey, which: 'mine' | 'theirs'): void
  forget(): void
  /** Saves everything that nobody has changed meanwhile; the card comes back changed. `by` is the button that waits. */
  save(card: Card, by: string): Promise<void>
  /** Saves the client's fields where there are any, then goes on with the fresh reference and the deal's unsaved fields. */
  saveClientThen(card: Card, by: string, next: (ref: DealRef, fields: CardFields) => Promise<void>): Promise<void>
  /** These edits have reached the register; what was typed meanwhile stays. */
  settle(id: number, sent: Edits): void
  /** Unsaved texts for a card, whether or not it is the one shown. */
  keep(card: Card, texts: Edits): void
}

export interface EditsAround {
  readonly caller: Caller
  readonly drafts: Drafts
  /** A card that comes back from saving. */
  received(card: Card): void
  /** The same, of a card that is not shown any more. */
  savedLate?(card: Card): void
}

export function createCardEdits({ caller, drafts, received, savedLate }: EditsAround): CardEdits {
  const typed = signal<TypedEdits>({})
  const standing = signal<Card | null>(null)
  const edits = computed(() => textsOf(typed.value))
  const conflicts = computed(() => (standing.value ? conflictsOf(typed.value, standing.value) : []))
  const current = () => standing.value?.deal.id ?? 0

  function set(value: TypedEdits): void {
    typed.value = value
    keepTyped(drafts, current(), value)
  }
  /** Texts of another card are only in its draft. */
  function change(id: number, how: (edits: TypedEdits) => TypedEdits): void {
    if (id === current()) set(how(typed.value))
    else keepTyped(drafts, id, how(readTyped(drafts, id)))
  }
  function follow(card: Card): void {
    standing.value = card
    set(stillOpen(typed.value, card))
  }
  function settle(id: number, sent: Edits): void {
    change(id, (all) => settledBy(all, sent))
  }
  function decide(key: FieldKey, which: 'mine' | 'theirs'): void {
    if (standing.value) set(which === 'mine' ? overTheirs(typed.value, standing.value, key) : without(typed.value, [key]))
  }
  /** What may go: nobody changed it meanwhile. */
  const free = () =>
    textsOf(
      without(
        typed.value,
        conflicts.value.map(({ key }) => key),
      ),
    )

  async function saveClientThen(card: Card, by: string, next: (ref: DealRef, fields: CardFields) => Promise<void>): Promise<void> {
    const sent = only(free(), 'client')
    if (Object.keys(sent).length === 0) return next(card.ref, dealFieldsOf(free()))
    let rest: Promise<void> | undefined
    const done = (value: Card) => {
      settle(card.deal.id, sent)
      received(value)
      rest = next(value.ref, dealFieldsOf(free()))
    }
    await caller.ask({
      by,
      method: 'client/fill',
      input: { deal: card.ref, fields: clientFieldsOf(sent) },
      done,
      ...lateFor(card.deal.id, sent),
    })
    await rest
  }

  async function saveDeal(ref: DealRef, fields: CardFields, by: string): Promise<void> {
    const sent = only(free(), 'deal')
    if (Object.keys(sent).length === 0) return
    const done = (value: Card) => {
      settle(ref.id, sent)
      received(value)
    }
    await caller.ask({ by, method: 'deal/fill', input: { deal: ref, fields }, done, ...lateFor(ref.id, sent) })
  }
  function lateFor(id: number, sent: Edits): { readonly about: string; readonly late: (card: Card) => void } {
    const late = (card: Card) => {
      settle(id, sent)
      savedLate?.(card)
    }
    return { about: `№ ${id}`, late }
  }

  return {
    edits,
    dirty: computed(() => Object.keys(typed.value).length > 0),
    conflicts,
    typed,
    isOf: ({ deal }) => deal.id === current(),
    lay: (texts) => set({ ...typed.value, ...texts }),
    text: (card, key) => edits.value[key] ?? savedText(card, key),
    type: (card, key, text) => set(withTyped(typed.value, card, { key, typed: text })),
    begin: (card) => {
      standing.value = card
      set(stillOpen(readTyped(drafts, card.deal.id), card))
    },
    follow,
    decide,
    forget: () => set({}),
    save: (card, by) => saveClientThen(card, by, (ref, fields) => saveDeal(ref, fields, by)),
    saveClientThen,
    settle,
    keep: (card, texts) =>
      change(card.deal.id, (all) =>
        Object.entries(texts).reduce((made, [key, text]) => withTyped(made, card, { key: key as FieldKey, typed: text ?? '' }), all),
      ),
  }
}

export function only(edits: Edits, owner: 'deal' | 'client'): Edits {
  return Object.fromEntries(Object.entries(edits).filter(([key]) => key.startsWith(owner + '.')))
}
