/** What stands beside the calls: requests that the door could not take, cards that may be one client, addresses of forms. */

import { type ReadonlySignal, signal } from '@preact/signals'
import { mayDo } from '../../../domain/office/actions'
import type { Input, Output } from '../../../rpc/contract'
import type { AsideRequest, LikeCards } from '../../../rpc/intakeContract'
import { type Caller, createCaller } from '../page/caller'
import type { Page } from '../page/page'

export interface IntakeWaiting {
  readonly caller: Caller
  readonly mayMerge: boolean
  /** Whoever has the address with the key may make deals. */
  readonly mayAddress: boolean
  readonly address: ReadonlySignal<Output<'intake/address'> | null>
  /** null = not asked for. */
  readonly asides: ReadonlySignal<readonly AsideRequest[] | null>
  readonly pairs: ReadonlySignal<{ readonly shown: readonly LikeCards[]; readonly count: number } | null>
  showAsides(): Promise<void>
  settle(aside: AsideRequest, take: boolean): Promise<void>
  showPairs(): Promise<void>
  showAddress(): Promise<void>
  merge(pair: LikeCards): Promise<void>
  apart(pair: LikeCards): Promise<void>
}

export function createIntakeWaiting(page: Page, openDeal: (deal: Input<'deal/open'>) => void): IntakeWaiting {
  const caller = createCaller(page)
  const asides = signal<readonly AsideRequest[] | null>(null)
  const pairs = signal<{ readonly shown: readonly LikeCards[]; readonly count: number } | null>(null)

  const address = signal<Output<'intake/address'> | null>(null)

  function settled(aside: AsideRequest, deal: number | null): void {
    asides.value = (asides.value ?? []).filter(({ id }) => id !== aside.id)
    if (deal !== null) openDeal({ id: deal, row: null, clientId: null })
  }
  function without(pair: LikeCards): void {
    const { shown, count } = pairs.value ?? { shown: [], count: 1 }
    pairs.value = { shown: shown.filter((one) => one !== pair), count: count - 1 }
  }
  const nameOf = ({ keep, drop }: LikeCards) => `${keep.id}-${drop.id}`

  return {
    caller,
    mayMerge: mayDo(page.me.roles, 'merge'),
    mayAddress: mayDo(page.me.roles, 'import'),
    address,
    asides,
    pairs,
    showAsides: () =>
      caller.ask({
        by: 'asides',
        method: 'intake/asides',
        input: {},
        done: ({ items }) => {
          asides.value = items
        },
      }),
    settle: (aside, take) =>
      caller.ask({
        by: `${take ? 'take' : 'drop'}-${aside.id}`,
        method: 'intake/settleAside',
        input: { id: aside.id, take },
        done: ({ deal }) => settled(aside, deal),
      }),
    showPairs: () =>
      caller.ask({
        by: 'pairs',
        method: 'client/duplicates',
        input: {},
        done: ({ pairs: shown, count }) => {
          pairs.value = { shown, count }
        },
      }),
    showAddress: () =>
      caller.ask({
        by: 'address',
        method: 'intake/address',
        input: {},
        done: (found) => {
          address.value = found
        },
      }),
    merge: (pair) =>
      caller.ask({
        by: `merge-${nameOf(pair)}`,
        method: 'client/merge',
        input: { keep: pair.keep.id, drop: pair.drop.id },
        done: () => without(pair),
      }),
    apart: (pair) =>
      caller.ask({
        by: `apart-${nameOf(pair)}`,
        method: 'client/apart',
        input: { client: pair.drop.id, other: pair.keep.id },
        done: () => without(pair),
      }),
  }
}
