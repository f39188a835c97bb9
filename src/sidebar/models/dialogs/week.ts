/** «Закрытие недели»: which held cards can be closed, what the others lack, and the closing of them all at once (K1–K7). */

import { batch, computed, effect, type ReadonlySignal, signal } from '@preact/signals'
import { mondayOf } from '../../../domain/time/localTime'
import type { Card, Output, Week, WeekCard } from '../../../rpc/contract'
import { week as text } from '../../text/dialogs.ru'
import { type FieldKey, fieldId } from '../card/cardFields'
import { type CardEdits, createCardEdits } from '../card/edits/cardEdits'
import { type Caller, createCaller } from '../page/caller'
import type { Page } from '../page/page'
import { createLetters, type Letters } from './letters'

export type WeekGroup = 'ready' | 'incomplete' | 'awaiting'
/** 'stay' = not in this closing. */
export type Choice = 'won' | 'feedback' | 'stay'
export type CloseResult = Output<'week/close'>
export type UndoResult = Output<'week/undo'>

/** '' = not answered yet. */
export interface Answer {
  readonly project: string
  readonly reason: string
}

/** Chosen and answered before the dialog was loaded anew. */
interface KeptChoices {
  readonly chosen?: Readonly<Record<number, Choice>>
  readonly answers?: Readonly<Record<number, Answer>>
}

const unanswered: Answer = { project: '', reason: '' }

export interface WeekRow {
  readonly group: WeekGroup
  readonly card: WeekCard
}

export interface WeekModel {
  readonly page: Page
  readonly finder: Caller
  readonly caller: Caller
  readonly saver: Caller
  readonly letters: Letters
  readonly week: ReadonlySignal<Week | null>
  readonly rows: ReadonlySignal<readonly WeekRow[]>
  readonly selected: ReadonlySignal<WeekRow | null>
  readonly edits: CardEdits
  /** Cards one has gone on from: their answer is on its way, or was no. */
  readonly saves: ReadonlySignal<Readonly<Record<number, 'going' | 'failed'>>>
  /** Deals to close and to ask, by the present choices. */
  readonly counts: ReadonlySignal<{ readonly won: number; readonly feedback: number }>
  readonly result: ReadonlySignal<CloseResult | null>
  /** What was taken back of the last closing. */
  readonly undone: ReadonlySignal<UndoResult | null>
  load(): Promise<void>
  select(row: WeekRow): void
  move(step: 1 | -1): void
  /** From the list into the selected card: its first empty field, or its choice. */
  enter(): void
  /** From the card back to the list. */
  leaveCard(): void
  choiceOf(row: WeekRow): Choice
  choose(row: WeekRow, choice: Choice): void
  /** K1, K3: what was answered for a card: its project, why it is closed unasked. */
  answerOf(row: WeekRow): Answer
  answer(row: WeekRow, part: Partial<Answer>): void
  type(key: FieldKey, typed: string): void
  save(): Promise<void>
  close(): Promise<void>
  /** Takes back the closing that `result` tells of. */
  undo(): Promise<void>
}

export const weekGroups: readonly WeekGroup[] = ['incomplete', 'ready', 'awaiting']

export function createWeekModel(page: Page, start: Week | null): WeekModel {
  const finder = createCaller(page)
  const caller = createCaller(page)
  const saver = createCaller(page, () => void load())
  const letters = createLetters(page)
  const week = signal(start)
  const current = signal(0)
  const before = (page.drafts.read('week') ?? {}) as KeptChoices
  const chosen = signal<Readonly<Record<number, Choice>>>(before.chosen ?? {})
  const answers = signal<Readonly<Record<number, Answer>>>(before.answers ?? {})
  effect(() => page.drafts.write('week', { chosen: chosen.value, answers: answers.value } satisfies KeptChoices))
  const result = signal<CloseResult | null>(null)
  const undone = signal<UndoResult | null>(null)
  const saves = signal<WeekModel['saves']['value']>({})
  const edits = createCardEdits({ caller: saver, drafts: page.drafts, received: receive, savedLate: receive })

  const rows = computed(() => weekGroups.flatMap((group) => (week.value?.[group] ?? []).map((card): WeekRow => ({ group, card }))))
  const selected = computed(() => rows.value.find((row) => row.card.deal.id === current.value) ?? rows.value[0] ?? null)
  /** K5: what lacks something stays. A card that has been asked about is not asked again. */
  function choiceOf(row: WeekRow): Choice {
    if (row.card.missing.length > 0 || (row.card.undistributed && answerOf(row).project === '')) return 'stay'
    const choice = chosen.value[row.card.deal.id]
    return choice === undefined || (choice === 'feedback' && row.group === 'awaiting') ? proposed(row, week.value) : choice
  }
  const counts = computed(() => ({ won: chosenAs('won').length, feedback: chosenAs('feedback').length }))
  standOnFirst()

  function answerOf({ card }: WeekRow): Answer {
    return answers.value[card.deal.id] ?? unanswered
  }
  function chosenAs(choice: Choice): readonly WeekRow[] {
    return rows.value.filter((row) => choiceOf(row) === choice)
  }
  function select(row: WeekRow): void {
    if (row.card.deal.id === current.value) return
    batch(() => {
      current.value = row.card.deal.id
      edits.begin(asCard(row.card))
      saver.drop()
    })
  }
  /** A fresh list: the card one stood on, or the first. */
  function standOnFirst(): void {
    current.value = selected.value?.card.deal.id ?? 0
    if (selected.value) edits.begin(asCard(selected.value.card))
  }
  function move(step: 1 | -1): void {
    const at = rows.value.findIndex((row) => row.card.deal.id === selected.value?.card.deal.id)
    const next = rows.value[at + step]
    if (next) select(next)
  }

  /** A saved card that lacks nothing any more goes over to the ready ones, and the next incomplete one comes up. */
  function receive(card: Card): void {
    const held = week.value
    if (!held) return
    const old = rows.value.find((row) => row.card.deal.id === card.deal.id)
    if (!old) return
    const fresh: WeekCard = { ...old.card, deal: card.deal, ref: card.ref, missing: card.missing }
    week.value = replaced(held, old, fresh)
    noteSave(card.deal.id, null)
    if (current.value === card.deal.id) edits.follow(asCard(fresh))
  }

  /** A card that lacks nothing any more hands over to the next one at once; its answer comes beside that. */
  async function save(): Promise<void> {
    const row = selected.value
    if (!row || saver.busy.value !== '') return
    const { id } = row.card.deal
    const next = isFilled(row) ? nextAfter(row) : undefined
    const saved = edits.save(asCard(row.card), 'save')
    if (next) goOn(id, next)
    await saved
    const isSaved = !week.value?.incomplete.some(({ deal }) => deal.id === id)
    if (next && !isSaved) noteSave(id, 'failed')
    if (isSaved) page.live.value = text.savedLeft(week.value?.incomplete.length ?? 0)
  }
  function goOn(id: number, next: WeekRow): void {
    noteSave(id, 'going')
    select(next)
    enter()
  }
  function noteSave(id: number, state: 'going' | 'failed' | null): void {
    const { [id]: _, ...others } = saves.value
    saves.value = state === null ? others : { ...others, [id]: state }
  }
  /** Everything that the card lacks is typed, and nothing of it is to be settled with somebody else's text. */
  function isFilled({ group, card }: WeekRow): boolean {
    const typed = (key: FieldKey) => edits.text(asCard(card), key).trim() !== ''
    const lacking = card.missing.map(({ card: owner, field }) => `${owner}.${field}` as FieldKey)
    return group === 'incomplete' && edits.conflicts.value.length === 0 && lacking.every((key) => key.startsWith('deal.') && typed(key))
  }
  /** The next one that nobody is saving, from the top again at the end. */
  function nextAfter(row: WeekRow): WeekRow | undefined {
    const open = rows.value.filter(({ group, card }) => group === 'incomplete' && saves.value[card.deal.id] !== 'going')
    const at = open.indexOf(row)
    return [...open.slice(at + 1), ...open.slice(0, Math.max(at, 0))][0]
  }
  function enter(): void {
    const row = selected.value
    const first = row?.card.missing[0]
    if (first) page.point(fieldId(`${first.card}.${first.field}` as FieldKey))
    else if (row) page.point(`choice-${row.card.deal.id}-${choiceOf(row)}`)
  }

  function load(): Promise<void> {
    return finder.look({
      by: 'list',
      method: 'week/list',
      input: {},
      done: (value) => {
        week.value = value
        standOnFirst()
      },
    })
  }

  async function close(): Promise<void> {
    const deals = [...chosenAs('won'), ...chosenAs('feedback')].map((row) => {
      const { project, reason } = answerOf(row)
      const to = choiceOf(row) as 'won' | 'feedback'
      return { ref: row.card.ref, to, ...(project === '' ? {} : { project }), ...(reason === '' ? {} : { reason }) }
    })
    if (deals.length === 0) return
    await caller.ask({ by: 'close', method: 'week/close', input: { deals }, done: show })
  }
  function show(value: CloseResult): void {
    batch(() => {
      result.value = value
      undone.value = null
    })
    page.live.value = text.closed(value)
    if (value.lettersWaiting > 0) letters.send()
    void load()
  }
  async function undo(): Promise<void> {
    const deals = result.value?.undo ?? []
    if (deals.length > 0) await caller.ask({ by: 'undo', method: 'week/undo', input: { deals: [...deals] }, done: showUndone })
  }
  function showUndone(value: UndoResult): void {
    batch(() => {
      result.value = null
      undone.value = value
    })
    letters.hide()
    page.live.value = text.undone(value.undone)
    page.point('week-list')
    void load()
  }

  return {
    page,
    finder,
    caller,
    saver,
    letters,
    week,
    rows,
    selected,
    edits,
    saves,
    counts,
    ...{ result, undone, undo },
    load,
    select,
    move,
    enter,
    leaveCard: () => {
      page.point('week-list')
    },
    choiceOf,
    choose: (row, choice) => {
      chosen.value = { ...chosen.value, [row.card.deal.id]: choice }
    },
    answerOf,
    answer: (row, part) => {
      answers.value = { ...answers.value, [row.card.deal.id]: { ...answerOf(row), ...part } }
    },
    type: (key, typed) => {
      if (selected.value) edits.type(asCard(selected.value.card), key, typed)
    },
    save,
    close,
  }
}

/** The week's list has no client card and no steps: fields are read from the deal. */
export function asCard(card: WeekCard): Card {
  return {
    deal: card.deal,
    ref: card.ref,
    client: null,
    missing: card.missing,
    steps: [],
    editable: [],
    attemptsNeeded: 0,
    nextAttemptAt: null,
  }
}

/** K3 and K7: feedback where the server gives a reason; an asked card is closed once answered or asked in an earlier week. */
function proposed(row: WeekRow, week: Week | null): Choice {
  if (row.group === 'ready') return row.card.feedbackWhy === '' ? 'won' : 'feedback'
  const { stage, stageSince, feedbackAskedAt } = row.card.deal
  const asked = feedbackAskedAt ?? (stage === 'feedback' ? stageSince : null)
  const answered = row.card.deal.feedbackScore !== null
  return answered || (asked !== null && week !== null && asked < mondayOf(week.closesAt)) ? 'won' : 'stay'
}

function replaced(week: Week, old: WeekRow, fresh: WeekCard): Week {
  const others = week[old.group].filter((card) => card.deal.id !== fresh.deal.id)
  const complete = old.group === 'incomplete' && fresh.missing.length === 0
  if (complete) return { ...week, incomplete: others, ready: [fresh, ...week.ready] }
  return { ...week, [old.group]: week[old.group].map((card) => (card.deal.id === fresh.deal.id ? fresh : card)) }
}
