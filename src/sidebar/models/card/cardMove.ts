/** «Перенести…» and «Передать другому…» on a card: the time or the consultant is chosen, confirmed with a reason (G5, G6, R1). */

import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import { fullDayTime, shortName } from '../../../domain/text/russian'
import type { Card, ConsultantSlots, FreeSlot, Input, SlotList } from '../../../rpc/contract'
import { common } from '../../text/common.ru'
import { moves as text } from '../../text/moves.ru'
import { slots } from '../../text/slots.ru'
import { type OwnTime, ownTimes, type Times, withOwnTime } from '../intake/ownTime'
import { type Caller, createCaller, type Trouble } from '../page/caller'
import { nameOf, type Page } from '../page/page'
import { slotRef } from '../slots/slotRoom'
import { type Booked, isLost, type Picked } from '../slots/slots'

export type MoveKind = 'reschedule' | 'reassign'

export interface CardMove {
  readonly finder: Caller
  readonly caller: Caller
  readonly kind: ReadonlySignal<MoveKind | null>
  readonly list: ReadonlySignal<SlotList | null>
  readonly picked: ReadonlySignal<Picked | null>
  /** A time that is no slot; null = not asked for. */
  readonly own: ReadonlySignal<OwnTime | null>
  readonly reason: Signal<string>
  /** The slot somebody else was faster with. */
  readonly lost: ReadonlySignal<string>
  /** Where it would go; null = nothing chosen yet. */
  readonly times: ReadonlySignal<Times | null>
  start(kind: MoveKind): void
  pick(consultant: ConsultantSlots, slot: FreeSlot): void
  /** Opens the fields of a time of one's own, or changes them. */
  typeOwn(change: Partial<OwnTime>): void
  lose(sentence: string): void
  confirm(): Promise<void>
  /** Back to the choice, then to the card. */
  back(): void
  forget(): void
}

export interface MoveLinks {
  readonly card: ReadonlySignal<Card | null>
  moved(result: Booked, sentence: string): void
  /** Of a card that is shown no more. */
  late(result: Booked, sentence: string): void
  stale(): void
}

export function createCardMove(page: Page, { card, moved, late, stale }: MoveLinks): CardMove {
  const finder = createCaller(page)
  const caller = createCaller(page, stale)
  const kind = signal<MoveKind | null>(null)
  const list = signal<SlotList | null>(null)
  const picked = signal<Picked | null>(null)
  const own = signal<OwnTime | null>(null)
  const reason = signal('')
  const lost = signal('')
  const times = computed(() => (picked.value ? timesIn(picked.value.slot) : own.value && ownTimes(own.value)))

  function forget(): void {
    batch(() => {
      kind.value = null
      list.value = null
      picked.value = null
      own.value = null
      lost.value = ''
      finder.drop()
      caller.drop()
    })
  }
  function start(next: MoveKind): void {
    const shown = card.value
    if (!shown) return
    forget()
    kind.value = next
    reason.value = next === 'reassign' ? saidBefore(shown) : ''
    page.point('move-panel')
    void load(shown)
  }
  function load({ ref }: Card): Promise<void> {
    const input = { deal: ref, same: kind.value === 'reschedule' }
    const done = (value: SlotList) => {
      list.value = value
      page.live.value = lost.value || slots.found(value.consultants.reduce((sum, one) => sum + one.slots.length, 0))
    }
    return finder.look({ by: 'list', method: 'slot/forReassign', input, done })
  }

  /** Everything typed stays; only the slot has to be another. */
  function lose(sentence: string): void {
    batch(() => {
      lost.value = sentence
      picked.value = null
      caller.forgive()
    })
    if (card.value) void load(card.value)
  }

  async function confirm(): Promise<void> {
    const shown = card.value
    const given = reason.value.trim()
    if (!shown || given === '' || times.value === null) return
    const refused = ({ problem, message }: Trouble) => {
      if (isLost(problem)) lose(message)
    }
    const way = kind.value
    const done = (result: Booked) => {
      moved(result, saidOf(result, way))
      forget()
    }
    const heard = { done, refused, late: (result: Booked) => late(result, saidOf(result, way)), about: common.deal(shown.deal.id) }
    if (way === 'reassign') await reassign({ deal: shown.ref, reason: given }, heard)
    else await caller.ask({ by: 'move', method: 'deal/reschedule', input: reschedule({ deal: shown.ref, reason: given }), ...heard })
  }
  type Common = Pick<Input<'deal/reschedule'>, 'deal' | 'reason'>
  interface Heard {
    readonly done: (result: Booked) => void
    readonly refused: (trouble: Trouble) => void
    readonly late: (result: Booked) => void
    readonly about: string
  }
  function reschedule(common: Common): Input<'deal/reschedule'> {
    const slot = picked.value ? slotRef(picked.value.slot) : null
    return { ...common, slot, at: slot || !times.value ? null : { ...times.value, etag: null } }
  }
  async function reassign(common: Common, heard: Heard): Promise<void> {
    if (!picked.value) return
    const input = { ...common, consultant: picked.value.consultant.initials, slot: slotRef(picked.value.slot) }
    await caller.ask({ by: 'move', method: 'deal/reassign', input, ...heard })
  }
  function saidOf({ card: { deal } }: Booked, way: MoveKind | null): string {
    const when = fullDayTime(deal.start ?? '', page.clock.now.value)
    return way === 'reassign' ? text.reassigned(shortName(nameOf(page, deal.consultant)), when) : text.rescheduled(when)
  }

  return {
    finder,
    caller,
    kind,
    list,
    picked,
    own,
    reason,
    lost,
    times,
    start,
    pick: (consultant, slot) => {
      batch(() => {
        picked.value = { consultant, slot }
        own.value = null
        lost.value = ''
        caller.forgive()
      })
      page.point('move-reason')
    },
    typeOwn: (change) => {
      batch(() => {
        own.value = withOwnTime(own.value ?? { date: card.value?.deal.start?.slice(0, 10) ?? '', from: '', to: '' }, change)
        picked.value = null
        caller.forgive()
      })
    },
    lose,
    confirm,
    back: () => {
      if (picked.value === null && own.value === null) return forget()
      picked.value = null
      own.value = null
      caller.forgive()
    },
    forget,
  }
}

/** The hour that is shown: how much of it is taken the server decides by the consultation's length. */
function timesIn({ start, end }: FreeSlot): Times {
  return { start, end }
}

/** «23.11.2026 09:12: заболела» → «заболела»: the reason was told already (G6). */
function saidBefore({ deal }: Card): string {
  return deal.cannotHold.replace(/^\d\S+ \d\d:\d\d: /, '')
}
