/** «Заявка»: a request taken down during a phone call (I4, I8). */

import { batch, computed, effect, type ReadonlySignal, signal } from '@preact/signals'
import type { Card, ClientMatch, Input } from '../../rpc/contract'
import { text } from '../text.ru'
import { type Caller, createCaller, type Trouble } from './caller'
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
import { likeliestRow, type MatchRow, matchRows } from './intakeMatches'
import type { Page } from './page'

export const searchDelay = 250
const shortestQuery = 2

/** Sentences at fields. */
export type Faults = Readonly<Partial<Record<ClientFieldName, string>>>

/** Where a request goes once it is accepted. */
export interface IntakeLinks {
  created(card: Card, next: 'slots' | 'card'): void
  openDeal(deal: NonNullable<ClientMatch['open']>): void
}

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
  type(query: string): void
  searchNow(): void
  move(step: 1 | -1): void
  /** Takes the row, or the active one. */
  pick(row?: MatchRow): void
  setClient(name: ClientFieldName, value: string): void
  set(change: Partial<Pick<IntakeForm, 'channel' | 'topic' | 'request' | 'agreedWith' | 'showAll'>>): void
  consentToday(): void
  submit(next: 'slots' | 'card'): Promise<void>
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

  async function submit(next: 'slots' | 'card'): Promise<void> {
    faults.value = faultsOf(form.value, page)
    const first = shownFirst(faults.value)
    if (first) return point(first)
    await caller.ask({
      by: next,
      method: 'deal/create',
      input: requestOf(form.value),
      done: (card) => {
        form.value = emptyForm(page.me)
        rows.value = null
        page.live.value = text.intake.created(card.deal.id)
        links.created(card, next)
      },
      refused: nameFaults,
    })
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
    type,
    searchNow,
    move: (step) => {
      const count = rows.value?.length ?? 0
      if (count > 0) active.value = (active.value + step + count) % count
    },
    pick,
    setClient,
    set: (change) => {
      form.value = { ...form.value, ...change }
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

function requestOf(form: IntakeForm): Input<'deal/create'> {
  const { channel, client, topic, request, agreedWith } = form
  return { channel, stage: 'accepted', clientId: form.chosen?.id ?? null, client, topic, request, agreedWith }
}
