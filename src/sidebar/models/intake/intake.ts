/** «Заявка»: a request taken down during a phone call (I4, I8). */

import { batch, computed, effect, type ReadonlySignal, signal } from '@preact/signals'
import type { Card } from '../../../rpc/contract'
import { text } from '../../text.ru'
import type { Edits } from '../card/cardFields'
import { type Caller, createCaller, type Trouble } from '../page/caller'
import type { Page } from '../page/page'
import { newRequestKey } from '../page/requestKey'
import { typedSince, unsentOf } from '../page/resend'
import type { Booked } from '../slots/slots'
import { type ClientMerge, createClientMerge } from './clientMerge'
import { createIntakeAsides } from './intakeAsides'
import {
  allClientFields,
  awaitedOf,
  type ClientFieldName,
  emptyForm,
  type IntakeForm,
  knownClientForm,
  missingFields,
  nameOfForm,
  newClientForm,
  nextAsked,
  requestOf,
  shownClientFields,
  storedForm,
  withField,
} from './intakeForm'
import { createIntakeLetter, type IntakeLetter } from './intakeLetter'
import { createIntakeLike, type IntakeLike } from './intakeLike'
import type { IntakeLinks, SubmitBy } from './intakeLinks'
import type { MatchRow } from './intakeMatches'
import { createIntakeOwn, type IntakeOwn } from './intakeOwn'
import { createIntakeSearch, isComplete } from './intakeSearch'
import { createIntakeWaiting, type IntakeWaiting } from './intakeWaiting'

/** Sentences at fields. */
export type Faults = Readonly<Partial<Record<ClientFieldName, string>>>

export interface IntakeModel {
  readonly finder: Caller
  readonly caller: Caller
  readonly form: ReadonlySignal<IntakeForm>
  /** Null until an answer to the present query has come. */
  readonly rows: ReadonlySignal<readonly MatchRow[] | null>
  readonly active: ReadonlySignal<number>
  readonly shown: ReadonlySignal<readonly ClientFieldName[]>
  /** Requests begun for other calls. */
  readonly asides: ReadonlySignal<readonly IntakeForm[]>
  /** It is taken already; what was typed since waits for a press. */
  readonly made: ReadonlySignal<Card | null>
  /** Only the fields where something is wrong. */
  readonly faults: ReadonlySignal<Faults>
  readonly letter: IntakeLetter
  readonly like: IntakeLike
  readonly own: IntakeOwn
  readonly merge: ClientMerge
  readonly waiting: IntakeWaiting
  type(query: string): void
  searchNow(): void
  move(step: 1 | -1): void
  /** Takes the row, or the active one. */
  pick(row?: MatchRow): void
  setClient(name: ClientFieldName, value: string): void
  set(change: Partial<Pick<IntakeForm, 'channel' | 'topic' | 'request' | 'agreedWith' | 'showAll'>>): void
  consentToday(): void
  /** Enter in a field: on to what is asked for next; false = nothing is, the request can go. */
  enter(from: ClientFieldName | 'topic'): boolean
  /** 'unsorted': a letter that lacks too much for «Принято в работу» waits in «Неразобранное» for a call. */
  submit(by: SubmitBy): Promise<void>
  /** To the first field with something wrong. */
  review(): void
  /** Back to the search for another call; what was typed is put aside. */
  back(): void
  /** To the form as it was, by default the last one put aside. */
  resume(form?: IntakeForm): void
  /** An empty form and an empty search. */
  clear(): void
  /** Esc in the search: the list goes, what was typed stays. */
  closeList(): void
}

export function createIntakeModel(page: Page, links: IntakeLinks): IntakeModel {
  const caller = createCaller(page)
  const form = signal(storedForm(page.drafts.read('intake'), page.me) ?? emptyForm(page.me))
  const search = createIntakeSearch(page, form)
  const { finder, rows, active, type, searchNow } = search
  const faults = signal<Faults>({})
  const made = signal<Card | null>(null)
  const asides = createIntakeAsides(page.drafts, page.me)
  const like = createIntakeLike(page, form, begin)
  effect(() => page.drafts.write('intake', form.value))
  const own = createIntakeOwn(page, { caller, form, booked: finishOwn, late: links.bookedLate, refused: nameFaults })

  function pick(row = rows.value?.[active.value]): void {
    if (!row) (isComplete(form.value.query) ? beginAhead : searchNow)()
    else if (row.kind === 'deal') links.openDeal(row.open)
    else begin(row.kind === 'client' ? knownClientForm(form.value, row.match.client) : newClientForm(form.value))
  }

  /** Enter before the answer: a new client is begun; should he be known, he is offered beside the fields. */
  function beginAhead(): void {
    finder.drop()
    begin(newClientForm(form.value))
    like.look('phone')
  }

  /** Another request is on screen: answers to what was asked for the one before are late from now on. */
  function change(next: IntakeForm): void {
    batch(() => {
      form.value = next
      made.value = null
      faults.value = {}
      caller.drop()
      letter.caller.drop()
      like.drop()
    })
  }
  function putAside(next: IntakeForm): void {
    if (made.value) links.created(made.value, { awaited: false, next: 'aside', sentence: '', left: unsentOf(form.value, made.value) })
    else asides.put(form.value)
    change(next)
    own.turn(false)
  }

  function begin(next: IntakeForm): void {
    batch(() => {
      form.value = next
      faults.value = {}
      caller.forgive()
    })
    const empty = shownClientFields(next, page.lists).find((name) => (next.client[name] ?? '') === '')
    page.point(empty ? clientFieldId(empty) : 'intake-topic')
  }
  async function submit(by: SubmitBy): Promise<void> {
    if (caller.busy.value !== '') return
    if (made.value && by !== 'own') return goOn(made.value, { by, awaited: false }, unsentOf(form.value, made.value))
    faults.value = by === 'unsorted' ? {} : faultsOf(form.value, page)
    const first = shownFirst(faults.value)
    const named = by !== 'own' || own.check()
    if (first) return point(first)
    if (by === 'own') return named ? own.book() : undefined
    const again = form.value.requestKey !== ''
    if (!again) form.value = { ...form.value, requestKey: newRequestKey() }
    const sent = form.value
    const done = (card: Card) => finish(card, { by, again, sent })
    const input = requestOf(sent, by === 'unsorted' ? 'unsorted' : 'accepted')
    const answered = caller.ask({ by, method: 'deal/create', input, done, late: done, about: nameOfForm(sent), refused: nameFaults })
    if (by === 'slots' && sent.topic !== null) links.awaited(awaitedOf(sent, sent.topic))
    await answered
    links.settled(sent.requestKey, caller.trouble.value?.message ?? text.intake.notAccepted)
  }
  function finishOwn(result: Booked): void {
    links.booked(result)
    change(emptyForm(page.me))
    rows.value = null
    own.turn(false)
  }
  interface Sent {
    readonly by: SubmitBy
    readonly again: boolean
    readonly sent: IntakeForm
  }
  /** Whatever is on screen by now, only the form that was sent is settled; what was typed into it since waits on the card. */
  function finish(card: Card, { by, again, sent }: Sent): void {
    const awaited = links.arrived(sent.requestKey, card)
    const isShown = form.value.requestKey === sent.requestKey
    const aside = asides.find(sent.requestKey)
    const kept = isShown ? form.value : (aside ?? sent)
    const left = again ? unsentOf(kept, card) : typedSince(sent, kept, card)
    if (aside) asides.take(aside)
    const isTyping = isShown && page.attention.isQuiet() && page.attention.place.value === 'intake'
    if (isTyping) showMade(card, sentenceOf(card, by))
    else goOn(card, { by, awaited }, left, isShown)
  }
  /** Nobody is taken away from what is being typed. */
  function showMade(card: Card, sentence: string): void {
    made.value = card
    page.live.value = sentence
  }
  function goOn(card: Card, { by, awaited }: { readonly by: SubmitBy; readonly awaited: boolean }, left: Edits, isShown = true): void {
    if (isShown) change(emptyForm(page.me))
    if (isShown) rows.value = null
    const sentence = sentenceOf(card, by)
    page.live.value = sentence
    links.created(card, { awaited, next: by === 'slots' ? 'slots' : 'card', sentence, left })
  }
  function sentenceOf({ deal }: Card, by: SubmitBy): string {
    return by === 'unsorted' ? text.intake.createdUnsorted(deal.id) : text.intake.created(deal.id)
  }

  /** The server's refusal is said at the field it is about. */
  function nameFaults({ problem, message }: Trouble): void {
    if (problem?.code === 'badPhone') faults.value = { phone: message }
    if (problem?.code === 'incomplete') {
      const names = problem.missing.filter((field) => field.card === 'client').map((field) => field.field as ClientFieldName)
      faults.value = Object.fromEntries(names.map((name) => [name, text.common.fillThis]))
    }
    const first = shownFirst(faults.value)
    if (first) point(first)
  }

  function point(name: ClientFieldName): void {
    if (!shownClientFields(form.value, page.lists).includes(name)) form.value = { ...form.value, showAll: true }
    page.point(clientFieldId(name))
  }

  function setClient(name: ClientFieldName, value: string): void {
    const { [name]: _, ...others } = faults.value
    batch(() => {
      form.value = withField(form.value, name, value)
      faults.value = others
    })
    like.typed(name, value)
  }

  const letter = createIntakeLetter({
    page,
    form,
    asides,
    begin,
    putAside,
    resume,
    pick: (client) => begin(knownClientForm(form.value, client)),
    openDeal: links.openDeal,
  })
  function resume(wanted = asides.forms.value[0]): void {
    if (!wanted) return
    asides.take(wanted)
    putAside({ ...wanted, phase: wanted.phase === 'letter' ? 'letter' : 'form' })
    begin(form.value)
  }

  return {
    finder,
    caller,
    form,
    rows,
    active,
    asides: asides.forms,
    made,
    shown: computed(() => shownClientFields(form.value, page.lists)),
    faults,
    letter,
    like,
    own,
    merge: createClientMerge(page, rows, searchNow),
    waiting: createIntakeWaiting(page, links.openDeal),
    type,
    searchNow,
    move: search.move,
    pick,
    setClient,
    set: (change) => {
      form.value = { ...form.value, ...change, fromLetter: form.value.fromLetter.filter((name) => !(name in change)) }
    },
    consentToday: () => {
      setClient('consentDate', page.clock.now.value.slice(0, 10))
      page.point('intake-topic')
    },
    enter: (from) => {
      const next = nextAsked(form.value, from, page.lists)
      if (next !== null) page.point(next)
      return next !== null
    },
    submit,
    review: () => {
      const first = shownFirst(faults.value)
      if (first) point(first)
    },
    back: () => {
      putAside({ ...emptyForm(page.me), query: form.value.query })
      page.point('intake-search')
    },
    resume,
    clear: () => {
      putAside(emptyForm(page.me))
      rows.value = null
      page.point('intake-search')
    },
    closeList: () => {
      rows.value = null
      finder.drop()
    },
  }
}

export function clientFieldId(name: ClientFieldName): string {
  return `client-${name}`
}

function faultsOf(form: IntakeForm, page: Page): Faults {
  const sentence = (name: ClientFieldName) => ((form.client[name] ?? '').trim() === '' ? text.common.fillThis : text.intake.unreadable)
  return Object.fromEntries(missingFields(form.client, page.lists).map((name) => [name, sentence(name)]))
}

function shownFirst(faults: Faults): ClientFieldName | undefined {
  return allClientFields.find((name) => faults[name])
}
