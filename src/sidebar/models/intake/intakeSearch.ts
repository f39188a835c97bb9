/** The search for a client as one types: at the first two letters, and once after the typing stops; those of the first answer who fit are shown meanwhile. */

import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import { matchedBy, typed } from '../../../domain/client/meant/matchClient'
import type { ClientMatch } from '../../../rpc/contract'
import { text } from '../../text.ru'
import { type Caller, createCaller } from '../page/caller'
import type { Page } from '../page/page'
import type { IntakeForm } from './intakeForm'
import { likeliestRow, type MatchRow, matchRows, rowKey } from './intakeMatches'

export const searchDelay = 250
const shortestQuery = 2

/** Nothing more will be typed: a number of ten or eleven digits. */
export function isComplete(query: string): boolean {
  return /^(\+?[78])?\d{10}$/.test(query.replace(/[\s()-]/g, ''))
}

/** Two letters find somebody, two digits would find everybody. What is pasted is whole already. */
function isBeginning(text: string): boolean {
  return text.length === shortestQuery && /^\p{L}+$/u.test(text)
}

export interface IntakeSearch {
  readonly finder: Caller
  /** Null until an answer to the present query has come. */
  readonly rows: Signal<readonly MatchRow[] | null>
  readonly active: ReadonlySignal<number>
  type(query: string): void
  searchNow(): void
  move(step: 1 | -1): void
}

export function createIntakeSearch(page: Page, form: Signal<IntakeForm>): IntakeSearch {
  const finder = createCaller(page)
  const early = createCaller(page)
  const rows = signal<readonly MatchRow[] | null>(null)
  const active = signal(0)
  let timer: ReturnType<typeof setTimeout> | undefined
  /** What was asked at the first letters, and who was found. */
  let begun: { readonly text: string; matches: readonly ClientMatch[] } | null = null
  let isMoved = false

  function type(query: string): void {
    batch(() => {
      form.value = { ...form.value, query }
      rows.value = null
      finder.drop()
    })
    isMoved = false
    clearTimeout(timer)
    const text = query.trim()
    if (begun !== null && !text.startsWith(begun.text)) forgetEarly()
    if (text.length < shortestQuery) return
    if (begun === null && isBeginning(text)) {
      askEarly(text)
      return
    }
    showFitting()
    timer = setTimeout(searchNow, isComplete(query) ? 0 : searchDelay)
  }
  function askEarly(text: string): void {
    const mine = { text, matches: [] as readonly ClientMatch[] }
    begun = mine
    const done = ({ matches }: { readonly matches: readonly ClientMatch[] }) => {
      mine.matches = matches
      if (isAsked(text)) show(matches)
      else if (rows.value === null) showFitting()
    }
    const refused = () => isAsked(text) && searchNow()
    void early.look({ by: 'search', method: 'client/search', input: { text }, done, refused })
  }
  const isAsked = (text: string) => form.value.phase === 'search' && form.value.query.trim() === text
  function forgetEarly(): void {
    begun = null
    early.drop()
  }
  /** Nobody of them fits: that says nothing yet. */
  function showFitting(): void {
    const fitting = begun?.matches.filter(({ client }) => matchedBy(client, typed(form.value.query)) !== null) ?? []
    if (fitting.length > 0 && form.value.phase === 'search') show(fitting)
  }
  function searchNow(): void {
    clearTimeout(timer)
    const query = form.value.query.trim()
    if (query === '') return
    void finder.look({ by: 'search', method: 'client/search', input: { text: query }, done: ({ matches }) => show(matches) })
  }
  /** Who has walked the list stays on the row he walked to. */
  function show(matches: readonly ClientMatch[]): void {
    const next = matchRows(matches)
    const stood = rows.value?.[active.value]
    const kept = isMoved && stood ? next.findIndex((row) => rowKey(row) === rowKey(stood)) : -1
    batch(() => {
      rows.value = next
      active.value = kept < 0 ? likeliestRow(next) : kept
    })
    page.live.value = text.intake.found(matches.length)
  }

  return {
    finder: { ...finder, busy: computed(() => finder.busy.value || early.busy.value) },
    rows,
    active,
    type,
    searchNow,
    move: (step) => {
      const count = rows.value?.length ?? 0
      isMoved = true
      if (count > 0) active.value = (active.value + step + count) % count
    },
  }
}
