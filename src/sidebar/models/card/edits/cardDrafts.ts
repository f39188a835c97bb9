/** Unsaved texts of a card on several devices: a phone tells the server what is typed, each device shows what waits on the others, a press takes it. */

import { batch, computed, effect, type ReadonlySignal, signal, untracked } from '@preact/signals'
import type { LocalDateTime } from '../../../../domain/time/localTime'
import type { Card, Input } from '../../../../rpc/contract'
import type { CardDraft } from '../../../../rpc/deviceContract'
import { createCaller } from '../../page/caller'
import type { Page } from '../../page/page'
import { newRequestKey } from '../../page/requestKey'
import { type FieldKey, savedText } from '../cardFields'
import type { CardEdits } from './cardEdits'
import type { Typed, TypedEdits } from './typedEdits'

/** Milliseconds: after the last key; at the latest after the first one that is not kept; from one sending to the next. */
export const rest = 4_000
export const longest = 20_000
export const between = 10_000

/** A field of a draft that neither the card says nor this device. */
export interface DraftField {
  readonly key: FieldKey
  readonly typed: string
  /** Another text is typed into it here: it stays unless it is chosen away. */
  readonly isTypedHere: boolean
}

export interface OtherDraft {
  readonly draft: CardDraft
  readonly fields: readonly DraftField[]
}

export interface CardDrafts {
  readonly others: ReadonlySignal<readonly OtherDraft[]>
  /** When the server got what is typed here; 'waiting' = it has not yet, there is no connection; '' = nothing is to be said. */
  readonly kept: ReadonlySignal<LocalDateTime | 'waiting' | ''>
  /** A card was read, with what waits on other devices; `take` brings it to the screen. */
  came(card: Card, take: (card: Card) => void): void
  /** Its texts join those typed here; with a key that one alone, over what is typed here. */
  take(other: OtherDraft, key?: FieldKey): void
  /** It is not wanted any more. */
  drop(draft: CardDraft): void
}

type Sending = Pick<Input<'draft/keep'>, 'deal' | 'texts'>

export function createCardDrafts(page: Page, card: ReadonlySignal<Card | null>, edits: CardEdits): CardDrafts {
  const device = deviceOf(page)
  const read = signal<{ readonly id: number; readonly drafts: readonly CardDraft[] }>({ id: 0, drafts: [] })
  const told = signal<{ readonly id: number; readonly at: LocalDateTime | 'waiting' }>({ id: 0, at: '' })
  const known = new Map<number, string>()
  const sender = createSender(send)
  const dropper = createCaller(page)
  const waiting = new Map<number, Sending>()

  const others = computed(() => {
    const shown = card.value
    if (shown === null || read.value.id !== shown.deal.id) return []
    return read.value.drafts
      .map((draft) => ({ draft, fields: openFields(draft, shown, edits.typed.value) }))
      .filter(({ fields }) => fields.length > 0)
  })

  effect(() => {
    const texts = edits.typed.value
    const shown = untracked(() => card.value)
    if (page.phone !== null && shown !== null && edits.isOf(shown))
      untracked(() => note({ deal: shown.ref, texts: texts as Sending['texts'] }))
  })
  effect(() => {
    const shown = card.value
    if (shown !== null && read.value.id === shown.deal.id) untracked(() => dropFulfilled(shown))
  })

  /** What the server has already is not told again. */
  function note(now: Sending): void {
    const { id } = now.deal
    if ((known.get(id) ?? '{}') === JSON.stringify(now.texts)) return void waiting.delete(id)
    waiting.set(id, now)
    sender.want(Object.keys(now.texts).length === 0)
  }
  async function send(): Promise<void> {
    for (const [id, now] of [...waiting]) {
      waiting.delete(id)
      if (!(await sent(id, now))) return
    }
  }
  async function sent(id: number, { deal, texts }: Sending): Promise<boolean> {
    const input = { deal, device, where: placeOf(), texts }
    try {
      const answer = await page.transport.call('draft/keep', input, page.deedKeys.keyOf('draft/keep', input))
      page.deedKeys.answered('draft/keep', input)
      if (answer.ok) known.set(id, JSON.stringify(texts))
      told.value = { id, at: answer.ok && Object.keys(texts).length > 0 ? answer.value.at : '' }
      return true
    } catch (error) {
      later(id, { deal, texts }, error)
      return false
    }
  }
  function later(id: number, now: Sending, error: unknown): void {
    const { connection } = page.phone ?? {}
    if (!waiting.has(id)) waiting.set(id, now)
    if (connection?.isLost(String(error)) !== true) return
    told.value = { id, at: 'waiting' }
    connection.wait(() => sender.want(true))
  }

  function dropFulfilled(shown: Card): void {
    for (const draft of read.value.drafts) if (openFields(draft, shown, {}).length === 0) drop(draft)
  }
  function drop(draft: CardDraft): void {
    const shown = card.value
    read.value = { ...read.value, drafts: read.value.drafts.filter((one) => one !== draft) }
    if (shown === null) return
    const input = { deal: shown.ref, device: draft.device, where: draft.where, texts: {} }
    void dropper.look({ by: 'drop', method: 'draft/keep', input, done: () => undefined })
  }

  return {
    others,
    kept: computed(() => (told.value.id === card.value?.deal.id && edits.dirty.value ? told.value.at : '')),
    came: (value, take) => {
      const { deal, drafts = [] } = value
      const mine = drafts.find((one) => one.device === device)
      batch(() => {
        if (mine !== undefined) known.set(deal.id, JSON.stringify(mine.texts))
        take(value)
        read.value = { id: deal.id, drafts: drafts.filter((one) => one.device !== device) }
      })
    },
    take: ({ draft, fields }, key) => {
      const taken = fields.filter((one) => (key === undefined ? !one.isTypedHere : one.key === key))
      edits.lay(Object.fromEntries(taken.map((one) => [one.key, draft.texts[one.key] as Typed])))
    },
    drop,
  }
}

function openFields({ texts }: CardDraft, card: Card, here: TypedEdits): DraftField[] {
  return (Object.entries(texts) as [FieldKey, Typed][]).flatMap(([key, { typed }]) => {
    const own = here[key]?.typed
    return typed === savedText(card, key) || typed === own ? [] : [{ key, typed, isTypedHere: own !== undefined }]
  })
}

/** Of this browser; where nothing is kept it is another one each time, and its drafts are those of another device. */
function deviceOf({ drafts }: Page): string {
  const before = drafts.read('device')
  if (typeof before === 'string' && /^[\w-]{8,40}$/.test(before)) return before
  const made = newRequestKey()
  drafts.write('device', made)
  return made
}

function placeOf(): 'phone' | 'computer' {
  return globalThis.matchMedia?.('(pointer: coarse)').matches ? 'phone' : 'computer'
}

interface Sender {
  /** @param atOnce without waiting for a rest */
  want(atOnce: boolean): void
}

/** One sending at a time, and not too many. */
function createSender(send: () => Promise<void>): Sender {
  let timer: ReturnType<typeof setTimeout> | undefined
  let latest: ReturnType<typeof setTimeout> | undefined
  let isHeld = false
  let isWanted = false

  async function due(): Promise<void> {
    clearTimeout(timer)
    clearTimeout(latest)
    latest = undefined
    isWanted = isHeld
    if (isHeld) return
    isHeld = true
    await send()
    setTimeout(() => {
      isHeld = false
      if (isWanted) void due()
    }, between)
  }
  return {
    want: (atOnce) => {
      clearTimeout(timer)
      timer = setTimeout(() => void due(), atOnce ? 0 : rest)
      latest ??= setTimeout(() => void due(), longest)
    },
  }
}
