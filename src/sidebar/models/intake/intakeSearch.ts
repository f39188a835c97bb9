/** The search for a client as one types: asked once after the typing stops, the newest question wins. */

import { batch, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { ClientMatch } from '../../../rpc/contract'
import { text } from '../../text.ru'
import { type Caller, createCaller } from '../page/caller'
import type { Page } from '../page/page'
import type { IntakeForm } from './intakeForm'
import { likeliestRow, type MatchRow, matchRows } from './intakeMatches'

export const searchDelay = 250
const shortestQuery = 2

/** Nothing more will be typed: a number of ten or eleven digits. */
export function isComplete(query: string): boolean {
  return /^(\+?[78])?\d{10}$/.test(query.replace(/[\s()-]/g, ''))
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
  const rows = signal<readonly MatchRow[] | null>(null)
  const active = signal(0)
  let timer: ReturnType<typeof setTimeout> | undefined

  function type(query: string): void {
    batch(() => {
      form.value = { ...form.value, query }
      rows.value = null
      finder.drop()
    })
    clearTimeout(timer)
    if (query.trim().length >= shortestQuery) timer = setTimeout(searchNow, isComplete(query) ? 0 : searchDelay)
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

  return {
    finder,
    rows,
    active,
    type,
    searchNow,
    move: (step) => {
      const count = rows.value?.length ?? 0
      if (count > 0) active.value = (active.value + step + count) % count
    },
  }
}
