/** What was typed on a card: each text with the value and the version that it was typed on, kept over reloads. */

import type { Card } from '../../../../rpc/contract'
import type { Drafts } from '../../page/drafts'
import { type Edits, type FieldKey, savedText } from '../cardFields'

/** One field: what stands in it now, and what stood in the card when it was begun. */
export interface Typed {
  readonly typed: string
  readonly was: string
  readonly version: number
}

export type TypedEdits = Readonly<Partial<Record<FieldKey, Typed>>>

/** A field that was typed into and that somebody changed meanwhile. */
export interface Conflict {
  readonly key: FieldKey
  readonly was: string
  readonly theirs: string
  readonly mine: string
}

/** The edit joins the others; one that came back to the card's own text is none. */
export function withTyped(edits: TypedEdits, card: Card, { key, typed }: { readonly key: FieldKey; readonly typed: string }): TypedEdits {
  const { [key]: before, ...others } = edits
  const saved = savedText(card, key)
  if (typed === saved) return others
  return { ...others, [key]: { typed, was: before?.was ?? saved, version: before?.version ?? card.deal.version } }
}

/** Edits that a newer card has not fulfilled. */
export function stillOpen(edits: TypedEdits, card: Card): TypedEdits {
  return filtered(edits, (key, { typed }) => typed !== savedText(card, key))
}

export function conflictsOf(edits: TypedEdits, card: Card): readonly Conflict[] {
  return entries(edits).flatMap(([key, { typed, was }]) => {
    const theirs = savedText(card, key)
    return theirs === was || theirs === typed ? [] : [{ key, was, theirs, mine: typed }]
  })
}

/** Their value is known from now on; the typed text stands over it. */
export function overTheirs(edits: TypedEdits, card: Card, key: FieldKey): TypedEdits {
  const edit = edits[key]
  return edit === undefined ? edits : { ...edits, [key]: { ...edit, was: savedText(card, key), version: card.deal.version } }
}

export function without(edits: TypedEdits, keys: readonly FieldKey[]): TypedEdits {
  return filtered(edits, (key) => !keys.includes(key))
}

/** These texts have reached the register; what was typed since stays, over what was sent. */
export function settledBy(edits: TypedEdits, sent: Edits): TypedEdits {
  const open = filtered(edits, (key, { typed }) => sent[key] !== typed)
  return Object.fromEntries(entries(open).map(([key, edit]) => [key, { ...edit, was: sent[key] ?? edit.was }]))
}

export function textsOf(edits: TypedEdits): Edits {
  return Object.fromEntries(entries(edits).map(([key, { typed }]) => [key, typed]))
}

export function readTyped(drafts: Drafts, id: number): TypedEdits {
  const kept = drafts.read(draftKey(id))
  if (kept === null || typeof kept !== 'object') return {}
  return Object.fromEntries(Object.entries(kept).filter(([, edit]) => isTyped(edit))) as TypedEdits
}

export function keepTyped(drafts: Drafts, id: number, edits: TypedEdits): void {
  if (Object.keys(edits).length === 0) drafts.drop(draftKey(id))
  else drafts.write(draftKey(id), edits)
}

function isTyped(edit: unknown): edit is Typed {
  return typeof edit === 'object' && edit !== null && 'typed' in edit && 'was' in edit && typeof edit.typed === 'string'
}

function draftKey(id: number): string {
  return `card:${id}`
}

function entries(edits: TypedEdits): [FieldKey, Typed][] {
  return Object.entries(edits) as [FieldKey, Typed][]
}

function filtered(edits: TypedEdits, stays: (key: FieldKey, edit: Typed) => boolean): TypedEdits {
  return Object.fromEntries(entries(edits).filter(([key, edit]) => stays(key, edit)))
}
