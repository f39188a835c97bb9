/** «Карточка»: one deal, where it stands, what is missing, its next steps and its fields. */

import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { MissingField } from '../../../domain/problem'
import type { Group } from '../../../domain/register/field'
import type { Card, DealMatch } from '../../../rpc/contract'
import { text } from '../../text.ru'
import { type Caller, createCaller, type Trouble } from '../page/caller'
import type { Page } from '../page/page'
import type { Booked } from '../slots/slots'
import { createCardBring } from './cardBring'
import { type CardConsent, createCardConsent } from './cardConsent'
import { type Edits, type FieldKey, fieldId, groupOf, openAtFirst, setByBooking } from './cardFields'
import { type CardFresh, createCardFresh } from './cardFresh'
import { type DealHint, hintOf, keptHint } from './cardKept'
import { type CardMove, createCardMove } from './cardMove'
import { type CardPast, createCardPast } from './cardPast'
import { type CardRepeats, createCardRepeats } from './cardRepeats'
import { type CardReport, createCardReport } from './cardReport'
import { type CardSteps, createCardSteps } from './cardSteps'
import { type CardUndo, createCardUndo } from './cardUndo'
import { type CardDrafts, createCardDrafts } from './edits/cardDrafts'
import { type CardEdits, createCardEdits } from './edits/cardEdits'
import { readTyped } from './edits/typedEdits'
import { createHistory, type HistoryModel } from './history'

export interface CardLinks {
  pickSlots(card: Card): void
  changed(): void
  /** Letters wait to be sent. */
  lettersWait(waiting: number): void
  /** A slot chosen on the card is booked. */
  booked(): void
  /** Brings the tab to the front. */
  show(): void
}

export interface CardModel {
  readonly finder: Caller
  readonly caller: Caller
  readonly card: ReadonlySignal<Card | null>
  readonly matches: ReadonlySignal<readonly DealMatch[] | null>
  readonly query: Signal<string>
  /** Said on top in green: what was just done. */
  readonly done: Signal<string>
  /** Why the wanted card did not come. */
  readonly hint: ReadonlySignal<string>
  readonly edits: CardEdits
  readonly drafts: CardDrafts
  readonly fresh: CardFresh
  readonly history: HistoryModel
  readonly undo: CardUndo
  readonly past: CardPast
  readonly repeats: CardRepeats
  readonly opened: ReadonlySignal<readonly Group[]>
  readonly missing: ReadonlySignal<readonly MissingField[]>
  readonly steps: CardSteps
  readonly move: CardMove
  readonly report: CardReport
  readonly consent: CardConsent
  /** What waits until the unsaved edits are saved or given up. */
  readonly leaving: ReadonlySignal<(() => void) | null>
  open(hint: DealHint): void
  /** After a reload: the card that was open; 'edited' = only where text waits on it to be saved. */
  restore(which: 'shown' | 'edited'): void
  openCurrent(): void
  search(): void
  /** A card that came with another answer. */
  receive(card: Card, sentence?: string): void
  /** A card that another screen's deed has made: shown where the person waits for it, else told of; unsaved edits are asked about first. */
  bring(card: Card, sentence: string): void
  /** Texts typed for a card elsewhere wait on it as unsaved edits. */
  keep(card: Card, texts: Edits): void
  close(): void
  toggle(group: Group): void
  jump(field: MissingField): void
  type(key: FieldKey, typed: string): void
  save(): Promise<void>
  discard(): void
  leave(how: 'save' | 'discard' | 'stay'): Promise<void>
}

export function createCardModel(page: Page, links: CardLinks): CardModel {
  const finder = createCaller(page)
  const stale = () => fresh.stale()
  const caller = createCaller(page, stale)
  const card = signal<Card | null>(null)
  const matches = signal<readonly DealMatch[] | null>(null)
  const query = signal('')
  const done = signal('')
  const hint = signal('')
  const opened = signal<readonly Group[]>([])
  const leaving = signal<(() => void) | null>(null)
  const edits = createCardEdits({
    caller,
    drafts: page.drafts,
    received: (value) => receive(value),
    savedLate: (value) => bring(value, `${text.common.deal(value.deal.id)}: ${text.card.saved}`),
  })
  const drafts = createCardDrafts(page, card, edits)
  const fresh = createCardFresh({ page, card, deeds: caller, receive: (value) => drafts.came(value, replace), settle: pointToConflicts })
  const bring = createCardBring({ page, card, dirty: edits.dirty, receive, guarded, show: links.show })
  const history = createHistory(page)
  const undo = createCardUndo({ page, busy: caller.busy, card, history, receive, bring, stale })
  const move = createCardMove(page, { card, moved: takeMoved, late: bringMoved, stale })
  const report = createCardReport({ caller, card, receive, late: bring })
  const steps = createCardSteps({
    page,
    caller,
    card,
    edits,
    receive,
    late: bring,
    done: tell,
    refused: showMissing,
    pickSlots: () => void goToSlots(),
    move: move.start,
    lettersWait: links.lettersWait,
  })

  function pointToConflicts(): void {
    if (edits.conflicts.value.length > 0) page.point('card-conflicts')
  }
  /** Takes a card in: a fresh version of the one shown, or another. */
  function receive(value: Card, sentence = ''): void {
    batch(() => {
      replace(value)
      matches.value = null
      hint.value = ''
      undo.caller.drop()
      fresh.came()
      tell(sentence)
    })
    links.changed()
  }
  /** Another card, or a newer version of the same one: what was typed on it stays. */
  function replace(value: Card): void {
    const another = value.deal.id !== card.value?.deal.id
    const onwards = value.deal.stage !== card.value?.deal.stage
    batch(() => {
      card.value = value
      if (another) begin(value)
      else edits.follow(value)
      if (another || onwards) opened.value = openAtFirst(value)
      history.forget()
      page.drafts.write('card', hintOf(value))
    })
  }
  function takeMoved({ card: moved, lettersWaiting }: Booked, sentence: string): void {
    links.booked()
    receive(moved, sentence)
    links.lettersWait(lettersWaiting)
    page.point('card-done')
  }
  /** The card that was moved is shown no more. */
  function bringMoved({ card: moved, lettersWaiting }: Booked, sentence: string): void {
    bring(moved, sentence)
    links.lettersWait(lettersWaiting)
  }
  function begin(value: Card): void {
    edits.begin(value)
    caller.drop()
    steps.forget()
    move.forget()
    leaving.value = null
  }
  function tell(sentence: string): void {
    done.value = sentence
    if (sentence !== '') page.live.value = sentence
  }
  /** Unsaved edits are asked about first. */
  function guarded(go: () => void): void {
    links.show()
    if (card.value && edits.dirty.value) leaving.value = go
    else go()
  }

  function open({ id, row, clientId }: DealHint): void {
    const hint = { id, row, clientId }
    if (page.attention.isQuiet()) offer(hint)
    else if (id === card.value?.deal.id && edits.dirty.value) links.show()
    else guarded(() => load(hint))
  }
  /** Wanted by an answer that came late. */
  function offer(hint: DealHint): void {
    page.news.tell({ sentence: text.common.deal(hint.id), way: { title: text.common.openDeal(hint.id), go: () => open(hint) } })
  }
  function load(hint: DealHint): void {
    void finder.look({ by: `open-${hint.id}`, method: 'deal/open', input: hint, done: (value) => drafts.came(value, receive) })
  }
  function openCurrent(): void {
    const take = (value: Card | null) => {
      if (value) receive(value)
      else page.live.value = hint.value = text.card.noRow
    }
    guarded(() => void finder.look({ by: 'current', method: 'deal/current', input: {}, done: take }))
  }
  function search(): void {
    const typed = query.value.trim()
    if (typed !== '') void finder.look({ by: 'search', method: 'deal/search', input: { text: typed }, done: showMatches })
  }
  function showMatches(found: { readonly matches: readonly DealMatch[] }): void {
    matches.value = found.matches
    hint.value = ''
    page.live.value = text.card.found(found.matches.length)
  }
  /** The first missing field is opened, so that one can type at once. */
  function showMissing({ problem }: Trouble): void {
    const first = problem?.code === 'incomplete' ? problem.missing[0] : undefined
    if (first) jump(first)
  }
  function jump(field: MissingField): void {
    const key = `${field.card}.${field.field}` as FieldKey
    if (setByBooking.has(key)) {
      if (card.value) links.pickSlots(card.value)
    } else {
      opened.value = [...new Set([...opened.value, groupOf(key)])]
      page.point(fieldId(key))
    }
  }

  /** The topic typed a moment ago decides which slots are shown: it is saved first. */
  async function goToSlots(): Promise<void> {
    if (edits.dirty.value) await save()
    if (card.value && !edits.dirty.value) links.pickSlots(card.value)
  }

  async function save(): Promise<void> {
    const shown = card.value?.deal.id
    if (!card.value) return
    done.value = ''
    await edits.save(card.value, 'save')
    if (card.value?.deal.id !== shown) return
    pointToConflicts()
    if (!edits.dirty.value && !caller.trouble.value) tell(text.card.saved)
  }

  async function leave(how: 'save' | 'discard' | 'stay'): Promise<void> {
    const go = leaving.value
    if (how === 'save') await save()
    if (how === 'discard') edits.forget()
    leaving.value = null
    if (how !== 'stay' && !edits.dirty.value) go?.()
  }

  return {
    finder,
    caller,
    card,
    matches,
    query,
    done,
    hint,
    edits,
    drafts,
    fresh,
    history,
    undo,
    past: createCardPast(page, card),
    repeats: createCardRepeats({ page, caller, card, receive, late: bring }),
    opened,
    missing: computed(() =>
      caller.trouble.value?.problem?.code === 'incomplete' ? caller.trouble.value.problem.missing : (card.value?.missing ?? []),
    ),
    steps,
    move,
    report,
    consent: createCardConsent({ page, caller, card, receive, late: bring }),
    leaving,
    open,
    openCurrent,
    search,
    receive,
    bring,
    keep: edits.keep,
    restore: (which) => {
      const kept = keptHint(page.drafts, 'card')
      if (kept === null || card.value !== null || finder.busy.value !== '') return
      if (which === 'shown' || Object.keys(readTyped(page.drafts, kept.id)).length > 0) load(kept)
    },
    close: () =>
      guarded(() => {
        card.value = null
        page.drafts.drop('card')
        move.forget()
        matches.value = null
        page.point('deal-search')
      }),
    toggle: (group) => {
      opened.value = opened.value.includes(group) ? opened.value.filter((name) => name !== group) : [...opened.value, group]
    },
    jump,
    type: (key, typed) => {
      if (card.value) edits.type(card.value, key, typed)
    },
    save,
    discard: edits.forget,
    leave,
  }
}
