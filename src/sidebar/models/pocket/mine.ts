/** «Мои консультации»: the caller's own, by what they ask for; beside them, the hours that he offers. */

import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import { minutesBetween } from '../../../domain/time/localTime'
import type { OwnConsultation } from '../../../rpc/contract'
import { type Caller, createCaller } from '../page/caller'
import type { Page } from '../page/page'

export interface OwnGroup {
  readonly group: OwnConsultation['group']
  readonly items: readonly OwnConsultation[]
}

export interface MineModel {
  readonly caller: Caller
  readonly items: ReadonlySignal<readonly OwnConsultation[] | null>
  readonly groups: ReadonlySignal<readonly OwnGroup[]>
  /** To be filled: the number on the tab. */
  readonly count: ReadonlySignal<number>
  /** What is shown: the consultations, or the grid of hours. */
  readonly part: Signal<'list' | 'marks'>
  refresh(): Promise<void>
  /** Asks again only where something was changed or time has passed. */
  revisit(): void
  outdate(): void
}

const stale = 3
const groups: readonly OwnConsultation['group'][] = ['fill', 'today', 'week', 'later']

export function createMineModel(page: Page): MineModel {
  const caller = createCaller(page)
  const items = signal<readonly OwnConsultation[] | null>(null)
  let asked = ''

  async function refresh(): Promise<void> {
    asked = page.clock.now.value
    const refused = () => {
      asked = ''
    }
    const done = (value: { readonly items: readonly OwnConsultation[] }) => {
      items.value = value.items
    }
    await caller.look({ by: 'mine', method: 'deal/mine', input: {}, done, refused })
  }

  return {
    caller,
    items,
    groups: computed(() =>
      groups
        .map((group) => ({ group, items: (items.value ?? []).filter((item) => item.group === group) }))
        .filter((one) => one.items.length > 0),
    ),
    count: computed(() => (items.value ?? []).filter(({ group }) => group === 'fill').length),
    part: signal('list'),
    refresh,
    revisit: () => {
      if (asked === '' || minutesBetween(asked, page.clock.now.value) >= stale) void refresh()
    },
    outdate: () => {
      asked = ''
    },
  }
}
