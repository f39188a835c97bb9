/** «Слоты»: free time of consultants, and the booking of one for the deal in hand (A1–A3, I2). */

import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { Format } from '../../../domain/deal/deal'
import type { Problem } from '../../../domain/problem'
import type { Card, ConsultantSlots, FreeSlot, Input, SlotList } from '../../../rpc/contract'
import { text } from '../../text.ru'
import { type Caller, createCaller, type Trouble } from '../page/caller'
import type { Page } from '../page/page'
import { joinFor, roomOf, slotRef } from './slotRoom'

export type PartOfDay = 'morning' | 'day' | 'evening'

export interface SlotFilters {
  readonly topic: number | null
  readonly consultant: string | null
  readonly part: PartOfDay | null
  /** Null = from now on. */
  readonly from: string | null
  /** Hours against the notice, a day off or an absence are shown too. */
  readonly override: boolean
}

/** A slot picked, and what is still to be said about the consultation. */
export interface Picked {
  readonly consultant: ConsultantSlots
  readonly slot: FreeSlot
}

export interface Booked {
  readonly card: Card
  readonly lettersWaiting: number
}

export interface SlotsModel {
  readonly finder: Caller
  readonly caller: Caller
  readonly deal: ReadonlySignal<Card | null>
  readonly filters: ReadonlySignal<SlotFilters>
  readonly format: Signal<Format>
  /** Room, phone or link: each format keeps its own. */
  readonly place: ReadonlySignal<string>
  readonly minutes: Signal<number>
  /** Why a closed hour is booked all the same. */
  readonly overrideReason: Signal<string>
  readonly reasonFor: ReadonlySignal<string>
  readonly list: ReadonlySignal<SlotList | null>
  readonly picked: ReadonlySignal<Picked | null>
  /** The slot somebody else was faster with: what the server said about it. */
  readonly lost: ReadonlySignal<string>
  /** Slots for this deal; null = just looking. */
  begin(deal: Card | null): void
  /** On coming back to the screen. */
  revisit(): void
  narrow(change: Partial<SlotFilters>): void
  setFormat(format: Format): void
  setPlace(place: string): void
  /** The topic of the deal in hand, without asking for another list. */
  setTopic(topic: number): void
  pick(consultant: ConsultantSlots, slot: FreeSlot): void
  unpick(): void
  /** Somebody else has the slot: why, and fresh slots. */
  lose(sentence: string): void
  book(): Promise<void>
}

const usualMinutes = 60
const noPlaces: Readonly<Record<Format, string>> = { inPerson: '', phone: '', online: '' }
const anything: SlotFilters = { topic: null, consultant: null, part: null, from: null, override: false }

/** Id of a slot's button. */
export function slotId(consultant: ConsultantSlots, slot: FreeSlot): string {
  return `slot-${consultant.initials}-${slot.start}`
}

export function createSlotsModel(page: Page, booked: (result: Booked) => void): SlotsModel {
  const finder = createCaller(page.transport)
  const caller = createCaller(page.transport)
  const deal = signal<Card | null>(null)
  const filters = signal(anything)
  const format = signal<Format>('inPerson')
  const places = signal(noPlaces)
  const place = computed(() => places.value[format.value])
  const minutes = signal(usualMinutes)
  const overrideReason = signal('')
  /** What the office wants a reason for, as it has said; '' = nothing. */
  const reasonFor = signal('')
  const list = signal<SlotList | null>(null)
  const picked = signal<Picked | null>(null)
  const lost = signal('')

  /** The first slot is one Enter away when the list comes for a deal. */
  let wanted = false

  function load(): Promise<void> {
    const input = { ...filters.value, agreedWith: deal.value?.deal.agreedWith || null }
    return finder.look({ by: 'list', method: 'slot/list', input, done: show })
  }
  function show(value: SlotList): void {
    list.value = value
    const count = value.consultants.reduce((sum, one) => sum + one.slots.length, 0)
    page.live.value = lost.value === '' ? text.slots.found(count) : lost.value
    const first = value.consultants.find((one) => one.slots.length > 0)
    if (wanted && first?.slots[0]) page.focus.value = { id: slotId(first, first.slots[0]) }
    wanted = false
  }

  function begin(next: Card | null): void {
    batch(() => {
      const another = next?.deal.id !== deal.value?.deal.id
      deal.value = next
      filters.value = { ...anything, topic: next?.deal.topic ?? null }
      picked.value = null
      lost.value = ''
      wanted = next !== null
      caller.drop()
      if (another) prepare(next)
    })
    void load()
  }

  /** Where and how long, as the deal says or as it usually is. */
  function prepare(next: Card | null): void {
    minutes.value = usualMinutes
    overrideReason.value = ''
    reasonFor.value = ''
    list.value = null
    format.value = next?.deal.format ?? 'inPerson'
    places.value = { ...noPlaces, phone: next?.client?.phone ?? next?.deal.phone ?? '' }
    if (next?.deal.place) setPlace(next.deal.place)
  }

  function setPlace(value: string): void {
    places.value = { ...places.value, [format.value]: value }
  }

  async function book(): Promise<void> {
    const input = requestOf()
    if (input) await caller.ask({ by: 'book', method: 'deal/book', input, done: finish, refused: seeIfTaken })
  }
  function requestOf(): Input<'deal/book'> | null {
    const topic = filters.value.topic
    if (!picked.value || !deal.value || topic === null) return null
    const { consultant, slot } = picked.value
    const join = joinFor(slot, minutes.value)
    const told = { topic, format: format.value, place: place.value, minutes: minutes.value }
    const against = slot.against || reasonFor.value !== '' ? { overrideReason: overrideReason.value } : {}
    return { deal: deal.value.ref, consultant: consultant.initials, ...told, slot: slotRef(slot), join, ...against }
  }
  /** The slot is let go last: it is booked, not given back. */
  function finish(result: Booked): void {
    booked(result)
    batch(() => {
      picked.value = null
      deal.value = null
      list.value = null
      filters.value = anything
    })
  }
  function seeIfTaken({ problem, message }: Trouble): void {
    if (isLost(problem)) lose(message)
    if (problem?.code === 'reasonNeeded') askReason(problem.what)
  }
  /** The choice stays, and the field for the reason comes. */
  function askReason(what: string): void {
    reasonFor.value = what
    page.focus.value = { id: 'slot-override' }
  }
  /** Everything chosen stays; only the slot has to be another. */
  function lose(sentence: string): void {
    batch(() => {
      lost.value = sentence
      picked.value = null
      caller.forgive()
    })
    wanted = true
    void load()
  }

  return {
    finder,
    caller,
    deal: computed(() => deal.value),
    filters,
    format,
    place,
    minutes,
    overrideReason,
    reasonFor,
    list,
    picked,
    lost,
    begin,
    revisit: () => {
      if (list.value === null && finder.busy.value === '') void load()
    },
    narrow: (change) => {
      filters.value = { ...filters.value, ...change }
      picked.value = null
      void load()
    },
    setFormat: (value) => {
      format.value = value
    },
    setPlace,
    setTopic: (topic) => {
      filters.value = { ...filters.value, topic }
    },
    pick: (consultant, slot) => {
      batch(() => {
        picked.value = { consultant, slot }
        lost.value = ''
        reasonFor.value = ''
        minutes.value = Math.min(minutes.value, roomOf(slot))
        caller.forgive()
      })
      page.focus.value = { id: 'slot-place' }
    },
    unpick: () => {
      picked.value = null
      caller.forgive()
    },
    lose,
    book,
  }
}

const lostCodes: ReadonlySet<string> = new Set(['slotTaken', 'slotNotFree', 'slotHeld', 'overlaps'])

/** Another slot is needed; everything else can stay. */
export function isLost(problem: Problem | null): boolean {
  return problem !== null && lostCodes.has(problem.code)
}
