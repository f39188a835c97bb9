/** Two found cards that look like one client: merged after a look at what comes of it, and separated again. */

import { computed, type ReadonlySignal, signal } from '@preact/signals'
import { clientCardKeys, type FoundClient } from '../../../domain/client/client'
import { clientTitles } from '../../../domain/deal/fieldTitles'
import { mayDo } from '../../../domain/office/actions'
import type { ClientMatch } from '../../../rpc/contract'
import { merge as text } from '../../text/merge.ru'
import { type Caller, createCaller } from '../page/caller'
import type { Page } from '../page/page'
import type { MatchRow } from './intakeMatches'

export interface Pair {
  readonly keep: FoundClient
  readonly drop: FoundClient
  readonly by: 'phone' | 'email'
}

export interface ClientMerge {
  readonly caller: Caller
  /** The pair among the rows shown, or the one being looked at. */
  readonly pair: ReadonlySignal<Pair | null>
  readonly asking: ReadonlySignal<boolean>
  readonly done: ReadonlySignal<{ readonly sentence: string; readonly drop: number | null } | null>
  ask(): void
  /** The other card is kept. */
  swap(): void
  cancel(): void
  merge(): Promise<void>
  unmerge(): Promise<void>
}

export function createClientMerge(page: Page, rows: ReadonlySignal<readonly MatchRow[] | null>, changed: () => void): ClientMerge {
  const caller = createCaller(page)
  const chosen = signal<Pair | null>(null)
  const done = signal<{ readonly sentence: string; readonly drop: number | null } | null>(null)
  const may = mayDo(page.me.roles, 'merge')
  const pair = computed(() => chosen.value ?? (may ? likePair(rows.value ?? []) : null))

  function tell(sentence: string, drop: number | null): void {
    chosen.value = null
    done.value = { sentence, drop }
    page.live.value = sentence
    changed()
  }
  async function merge(): Promise<void> {
    if (!chosen.value) return
    const [keep, drop] = [chosen.value.keep.id, chosen.value.drop.id]
    await caller.ask({
      by: 'merge',
      method: 'client/merge',
      input: { keep, drop },
      done: ({ client, deals }) => tell(text.merged(client.organisation || client.contact, deals), drop),
      late: ({ client, deals }) => page.news.tell({ sentence: text.merged(client.organisation || client.contact, deals) }),
      about: text.title,
    })
  }
  async function unmerge(): Promise<void> {
    const drop = done.value?.drop ?? null
    if (drop === null) return
    await caller.ask({ by: 'unmerge', method: 'client/unmerge', input: { drop }, done: () => tell(text.unmerged, null) })
  }

  return {
    caller,
    pair,
    asking: computed(() => chosen.value !== null),
    done,
    ask: () => {
      done.value = null
      chosen.value = pair.value
      page.point('merge-panel')
    },
    swap: () => {
      if (chosen.value) chosen.value = { ...chosen.value, keep: chosen.value.drop, drop: chosen.value.keep }
    },
    cancel: () => {
      chosen.value = null
      caller.drop()
    },
    merge,
    unmerge,
  }
}

/** The first two with the same phone, else the same e-mail; the one with consultations is kept, else the older one. */
function likePair(rows: readonly MatchRow[]): Pair | null {
  const matches = rows.flatMap((row) => (row.kind === 'client' ? [row.match] : []))
  for (const by of ['phone', 'email'] as const) {
    for (const [at, first] of matches.entries()) {
      const second = matches.slice(at + 1).find((one) => keyOf(one, by) !== '' && keyOf(one, by) === keyOf(first, by))
      if (second) return ordered(first, second, by)
    }
  }
  return null
}

function keyOf({ client }: ClientMatch, by: Pair['by']): string {
  return by === 'phone' ? client.phoneKey : client.email.trim().toLowerCase()
}

function ordered(a: ClientMatch, b: ClientMatch, by: Pair['by']): Pair {
  const aFirst = (a.last !== null) === (b.last !== null) ? a.client.id < b.client.id : a.last !== null
  return aFirst ? { keep: a.client, drop: b.client, by } : { keep: b.client, drop: a.client, by }
}

/** What the kept card takes over where it has nothing: «E-mail: anna@mayak.ru». */
export function filledBy({ keep, drop }: Pair): readonly string[] {
  return clientCardKeys.filter((field) => !keep[field] && drop[field]).map((field) => `${clientTitles[field]}: ${drop[field]}`)
}
