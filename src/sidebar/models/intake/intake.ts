/** «Заявка»: a request taken down during a phone call (I4, I8). */

import { batch, computed, effect, type ReadonlySignal, signal } from '@preact/signals'
import type { Card, ClientMatch, Input } from '../../../rpc/contract'
import { text } from '../../text.ru'
import type { Edits } from '../card/cardFields'
import { type Caller, createCaller, type Trouble } from '../page/caller'
import type { Page } from '../page/page'
import { newRequestKey } from '../page/requestKey'
import { unsentOf } from '../page/resend'
import type { Booked } from '../slots/slots'
import { type ClientMerge, createClientMerge } from './clientMerge'
import {
  allClientFields,
  type ClientFieldName,
  emptyForm,
  type IntakeForm,
  isBegun,
  knownClientForm,
  missingFields,
  newClientForm,
  shownClientFields,
  storedForm,
  withField,
} from './intakeForm'
import { createIntakeLetter, type IntakeLetter } from './intakeLetter'
import { likeliestRow, type MatchRow, matchRows } from './intakeMatches'
import { createIntakeOwn, type IntakeOwn } from './intakeOwn'
import { createIntakeWaiting, type IntakeWaiting } from './intakeWaiting'

export const searchDelay = 250
const shortestQuery = 2

/** Sentences at fields. */
export type Faults = Readonly<Partial<Record<ClientFieldName, string>>>

/** Where a request goes once it is accepted. */
export interface IntakeLinks {
  created(card: Card, made: Created): void
  openDeal(deal: Input<'deal/open'>): void
  /** An employee's own consultation is booked (I9). */
  booked(result: Booked): void
}

/** `left` = what stands in the form and, the click having been repeated, not in the deal. */
export interface Created {
  readonly next: 'slots' | 'card'
  readonly sentence: string
  readonly left: Edits
}

export type SubmitBy = 'slots' | 'card' | 'unsorted' | 'own'

export interface IntakeModel {
  readonly finder: Caller
  readonly caller: Caller
  readonly form: ReadonlySignal<IntakeForm>
  /** Null until an answer to the present query has come. */
  readonly rows: ReadonlySignal<readonly MatchRow[] | null>
  readonly active: ReadonlySignal<number>
  readonly shown: ReadonlySignal<readonly ClientFieldName[]>
  /** What «Очистить» took away, until something new is begun. */
  readonly cleared: ReadonlySignal<IntakeForm | null>
  /** Only the fields where something is wrong. */
  readonly faults: ReadonlySignal<Faults>
  readonly letter: IntakeLetter
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
  /** 'unsorted': a letter that lacks too much for «Принято в работу» waits in «Неразобранное» for a call. */
  submit(by: SubmitBy): Promise<void>
  /** Back to the search; what was typed stays. */
  back(): void
  /** From the search to the form as it was. */
  resume(): void
  /** An empty form for the next call. */
  clear(): void
}

export function createIntakeModel(page: Page, links: IntakeLinks): IntakeModel {
  const finder = createCaller(page.transport)
  const caller = createCaller(page.transport)
  const form = signal(storedForm(page.drafts.read('intake'), page.me) ?? emptyForm(page.me))
  const rows = signal<readonly MatchRow[] | null>(null)
  const active = signal(0)
  const faults = signal<Faults>({})
  const cleared = signal<IntakeForm | null>(null)
  let timer: ReturnType<typeof setTimeout> | undefined
  effect(() => page.drafts.write('intake', form.value))
  const own = createIntakeOwn(page, { caller, form, booked: finishOwn, refused: nameFaults })

  function type(query: string): void {
    batch(() => {
      form.value = { ...form.value, query }
      rows.value = null
      finder.drop()
    })
    clearTimeout(timer)
    if (query.trim().length >= shortestQuery) timer = setTimeout(searchNow, searchDelay)
  }

  function searchNow(): void {
    clearTimeout(timer)
    const query = form.value.query.trim()
    if (query === '') return
    void finder.look({ by: 'search', method: 'client/search', input: { text: query }, done: ({ matches }) => show(matches) })
  }

  function show(matches: readonly ClientMatch[]): void {
    rows.value = matchRows(matches)
    active.value = likeliestRow(rows.value)
    page.live.value = text.intake.found(matches.length)
  }

  function pick(row = rows.value?.[active.value]): void {
    if (!row) searchNow()
    else if (row.kind === 'deal') links.openDeal(row.open)
    else begin(row.kind === 'client' ? knownClientForm(form.value, row.match.client) : newClientForm(form.value))
  }

  function begin(next: IntakeForm): void {
    batch(() => {
      form.value = next
      cleared.value = null
      faults.value = {}
      caller.forgive()
    })
    const empty = shownClientFields(next, page.lists).find((name) => (next.client[name] ?? '') === '')
    page.focus.value = { id: empty ? clientFieldId(empty) : 'intake-topic' }
  }

  async function submit(by: SubmitBy): Promise<void> {
    if (caller.busy.value !== '') return
    faults.value = by === 'unsorted' ? {} : faultsOf(form.value, page)
    const first = shownFirst(faults.value)
    const named = by !== 'own' || own.check()
    if (first) return point(first)
    if (by === 'own') return named ? own.book() : undefined
    const again = form.value.requestKey !== ''
    if (!again) form.value = { ...form.value, requestKey: newRequestKey() }
    const done = (card: Card) => finish(card, { by, again })
    await caller.ask({ by, method: 'deal/create', input: requestOf(form.value, by), done, refused: nameFaults })
  }
  function finishOwn(result: Booked): void {
    links.booked(result)
    form.value = emptyForm(page.me)
    rows.value = null
    own.turn(false)
  }
  function finish(card: Card, { by, again }: { readonly by: SubmitBy; readonly again: boolean }): void {
    const left = again ? unsentOf(form.value, card) : {}
    const sentence = by === 'unsorted' ? text.intake.createdUnsorted(card.deal.id) : text.intake.created(card.deal.id)
    form.value = emptyForm(page.me)
    rows.value = null
    page.live.value = sentence
    links.created(card, { next: by === 'slots' ? 'slots' : 'card', sentence, left })
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
    page.focus.value = { id: clientFieldId(name) }
  }

  function setClient(name: ClientFieldName, value: string): void {
    const { [name]: _, ...others } = faults.value
    batch(() => {
      form.value = withField(form.value, name, value)
      faults.value = others
    })
  }

  return {
    finder,
    caller,
    form,
    rows,
    active,
    cleared,
    shown: computed(() => shownClientFields(form.value, page.lists)),
    faults,
    letter: createIntakeLetter({
      page,
      form,
      cleared,
      begin,
      pick: (client) => begin(knownClientForm(form.value, client)),
      openDeal: links.openDeal,
    }),
    own,
    merge: createClientMerge(page, rows, searchNow),
    waiting: createIntakeWaiting(page, links.openDeal),
    type,
    searchNow,
    move: (step) => {
      const count = rows.value?.length ?? 0
      if (count > 0) active.value = (active.value + step + count) % count
    },
    pick,
    setClient,
    set: (change) => {
      form.value = { ...form.value, ...change, fromLetter: form.value.fromLetter.filter((name) => !(name in change)) }
    },
    consentToday: () => {
      setClient('consentDate', page.clock.now.value.slice(0, 10))
      page.focus.value = { id: 'intake-topic' }
    },
    submit,
    back: () => {
      form.value = { ...form.value, phase: 'search' }
      page.focus.value = { id: 'intake-search' }
    },
    resume: () => begin({ ...(isBegun(form.value) ? form.value : (cleared.value ?? form.value)), phase: 'form' }),
    clear: () => {
      batch(() => {
        cleared.value = isBegun(form.value) ? form.value : null
        form.value = emptyForm(page.me)
        rows.value = null
        faults.value = {}
        own.turn(false)
        caller.forgive()
      })
      page.focus.value = { id: 'intake-search' }
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

function requestOf(form: IntakeForm, by: SubmitBy): Input<'deal/create'> {
  const { channel, client, topic, request, agreedWith, requestKey } = form
  const stage = by === 'unsorted' ? 'unsorted' : 'accepted'
  const letter = form.letter === '' ? {} : { letter: form.letter }
  return { channel, stage, clientId: form.chosen?.id ?? null, client, topic, request, agreedWith, requestKey, ...letter }
}
