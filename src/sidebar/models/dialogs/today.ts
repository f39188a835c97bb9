/** «Сегодня»: what is owed, grouped by time, mine first. */

import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import { minutesBetween } from '../../../domain/time/localTime'
import type { HandBlock, Today, TodayItem } from '../../../rpc/contract'
import { type Caller, createCaller } from '../page/caller'
import type { Page } from '../page/page'

export interface TodayGroup {
  readonly state: TodayItem['state']
  readonly items: readonly TodayItem[]
}

export interface TodayModel {
  readonly caller: Caller
  /** Of the wishes of clients that are settled here. */
  readonly wishes: Caller
  readonly today: ReadonlySignal<Today | null>
  readonly all: Signal<boolean>
  readonly groups: ReadonlySignal<readonly TodayGroup[]>
  /** Mine that are overdue or due today: the number on the tab. */
  readonly count: ReadonlySignal<number>
  /** Items hidden because they are owed by others. */
  readonly others: ReadonlySignal<number>
  /** How many cards of the past are shown; 0 = they are folded away. */
  readonly pastShown: Signal<number>
  /** Minutes since the desk last looked at calendar and dues itself; null = never. */
  readonly checked: ReadonlySignal<number | null>
  /** It has not for over an hour. */
  readonly late: ReadonlySignal<boolean>
  refresh(): Promise<void>
  /** What a client asked by his link, with one click: as he wishes, or not. */
  settle(item: TodayItem, take: boolean): Promise<void>
  /** Many cells that were changed by hand at once: back, or they stay. */
  settleBlock(block: HandBlock, take: boolean): Promise<void>
  /** On coming back to the screen: asks again only when something was changed or time has passed. */
  revisit(): void
  /** Something was changed on another screen. */
  outdate(): void
}

const stale = 3
const lateAfter = 60
/** Cards of the past are worked through so many at a time. */
export const pastPortion = 10
const states: readonly TodayItem['state'][] = ['overdue', 'today', 'later']

/** Name of the button that settles a wish, while it waits. */
export function wishKey({ key, deal }: TodayItem, take: boolean): string {
  return `${take ? 'take' : 'decline'} ${key} ${deal?.id}`
}

export function blockKey({ at, who }: Pick<HandBlock, 'at' | 'who'>, take: boolean): string {
  return `${take ? 'take' : 'keep'} ${at} ${who}`
}

export function createTodayModel(page: Page, start: Today | null, settled: (lettersWaiting: number) => void = () => undefined): TodayModel {
  const caller = createCaller(page)
  const wishes = createCaller(page, () => void refresh())
  const today = signal(start)
  const all = signal(page.me.roles.includes('director'))
  let outdated = start === null
  const shown = computed(() => (today.value?.items ?? []).filter((item) => all.value || item.mine))

  const checked = computed(() => {
    const beat = today.value?.heartbeat ?? null
    return beat === null ? null : minutesBetween(beat, page.clock.now.value)
  })

  async function refresh(): Promise<void> {
    outdated = false
    await caller.look({ by: 'refresh', method: 'desk/today', input: {}, done: take, refused: () => (outdated = true) })
  }
  async function settle(item: TodayItem, take: boolean): Promise<void> {
    const { deal, wish: said, subject: about } = item
    if (deal === null || said === null) return
    const done = ({ lettersWaiting }: { readonly lettersWaiting: number }) => {
      settled(lettersWaiting)
      void refresh()
    }
    await wishes.ask({ by: wishKey(item, take), method: 'deal/settleWish', input: { deal, said, take }, done, late: done, about })
  }
  async function settleBlock({ at, who, text: about }: HandBlock, take: boolean): Promise<void> {
    const done = () => void refresh()
    await wishes.ask({ by: blockKey({ at, who }, take), method: 'desk/settleBlock', input: { at, who, take }, done, late: done, about })
  }
  function take(value: Today): void {
    today.value = value
    page.clock.set(value.now)
  }

  return {
    caller,
    wishes,
    today,
    all,
    groups: computed(() => states.map((state) => groupOf(state, shown.value)).filter((group) => group.items.length > 0)),
    count: computed(() => (today.value?.items ?? []).filter((item) => item.mine && item.state !== 'later').length),
    others: computed(() => (today.value?.items ?? []).filter((item) => !item.mine).length),
    pastShown: signal(0),
    checked,
    late: computed(() => checked.value === null || checked.value > lateAfter),
    refresh,
    settle,
    settleBlock,
    revisit: () => {
      const age = today.value ? minutesBetween(today.value.now, page.clock.now.value) : stale
      if (outdated || age >= stale) void refresh()
    },
    outdate: () => {
      outdated = true
    },
  }
}

function groupOf(state: TodayItem['state'], items: readonly TodayItem[]): TodayGroup {
  const own = items.filter((item) => item.state === state).sort((a, b) => Number(b.mine) - Number(a.mine) || (a.due < b.due ? -1 : 1))
  return { state, items: own }
}
