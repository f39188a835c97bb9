/** «Слоты»: free time of consultants, and the booking of one for the deal in hand (A1–A3, I2). */

import { batch, computed, type ReadonlySignal, signal } from '@preact/signals'
import type { MissingField, Problem } from '../../../domain/problem'
import { minutesBetween } from '../../../domain/time/localTime'
import type { Card, ConsultantSlots, FreeSlot, Input, SlotList } from '../../../rpc/contract'
import { text } from '../../text.ru'
import { hintOf } from '../card/cardKept'
import { type Caller, createCaller, type Trouble } from '../page/caller'
import type { Page } from '../page/page'
import { type Awaited, type AwaitedRequest, createAwaited } from './awaited'
import { type BookingDetails, createBookingDetails, type KeptDetails } from './bookingDetails'
import { createListAhead } from './listAhead'
import { hasSlot, joinFor, roomOf, slotRef } from './slotRoom'

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
  readonly awaited: AwaitedRequest
  readonly filters: ReadonlySignal<SlotFilters>
  readonly details: BookingDetails
  readonly list: ReadonlySignal<SlotList | null>
  readonly picked: ReadonlySignal<Picked | null>
  /** The slot somebody else was faster with: what the server said about it. */
  readonly lost: ReadonlySignal<string>
  /** How old the list is, minutes, once that is worth telling; 0 = it is fresh. */
  readonly age: ReadonlySignal<number>
  /** What a booking of the deal in hand would be refused for. */
  readonly lacking: ReadonlySignal<readonly MissingField[]>
  /** Slots for this deal; null = just looking. `hoursStand`: what made the deal has changed no hours. */
  begin(deal: Card | null, hoursStand?: boolean): void
  /** Slots for a request whose number is still to come. */
  expect(awaited: Awaited): void
  /** Its number has come: what was chosen stays. False = another thing is in hand by now. */
  arrive(key: string, deal: Card): boolean
  /** A request is being typed that will want an hour: the calendar is asked meanwhile. */
  lookAhead(topic: number | null, agreedWith: string): void
  /** A newer version of the deal in hand. */
  follow(card: Card): void
  /** The free hours are others than the list says; false = they stand. */
  outdate(is?: boolean): void
  /** On coming back to the screen. */
  revisit(): void
  narrow(change: Partial<SlotFilters>): void
  pick(consultant: ConsultantSlots, slot: FreeSlot): void
  unpick(): void
  /** Somebody else has the slot: why, and fresh slots. */
  lose(sentence: string): void
  book(): Promise<void>
}

/** Minutes after which a list of free hours is asked for anew. */
const listAges = 2
const anything: SlotFilters = { topic: null, consultant: null, part: null, from: null, override: false }

/** Id of a slot's button. */
export function slotId(consultant: ConsultantSlots, slot: FreeSlot): string {
  return `slot-${consultant.initials}-${slot.start}`
}

export interface SlotsLinks {
  booked(result: Booked): void
  /** The same, when another deal is in hand by then. */
  late(result: Booked): void
}

export function createSlotsModel(page: Page, links: SlotsLinks): SlotsModel {
  const finder = createCaller(page)
  const opener = createCaller(page)
  const caller = createCaller(page, () => void renew())
  const deal = signal<Card | null>(null)
  const awaited = createAwaited(page)
  const filters = signal(anything)
  const details = createBookingDetails(page.drafts, deal)
  const list = signal<SlotList | null>(null)
  const picked = signal<Picked | null>(null)
  const lost = signal('')
  const listedAt = signal('')
  const ahead = createListAhead(page)
  const isOld = (at: string) => minutesBetween(at, page.clock.now.value) >= listAges
  const ageNow = () => (listedAt.value === '' ? 0 : minutesBetween(listedAt.value, page.clock.now.value))

  /** The first slot is one Enter away when the list comes for a deal. */
  let wanted = false
  let outdated = false

  function load(): Promise<void> {
    const input = { ...filters.value, agreedWith: (deal.value?.deal.agreedWith ?? awaited.request.value?.agreedWith) || null }
    const known = outdated ? null : ahead.take(input)
    if (known !== null && !isOld(known.at)) {
      finder.drop()
      show(known.list, known.at)
      return Promise.resolve()
    }
    return finder.look({ by: 'list', method: 'slot/list', input, done: (value) => show(value) })
  }
  function show(value: SlotList, at = page.clock.now.value): void {
    list.value = value
    listedAt.value = at
    outdated = false
    if (picked.value && !hasSlot(value, picked.value.consultant, picked.value.slot)) dropPicked()
    const count = value.consultants.reduce((sum, one) => sum + one.slots.length, 0)
    page.live.value = lost.value === '' ? text.slots.found(count) : lost.value
    const first = value.consultants.find((one) => one.slots.length > 0)
    if (wanted && first?.slots[0]) page.point(slotId(first, first.slots[0]))
    wanted = false
  }
  /** What was chosen is offered no more: its panel goes, and the hold with it. */
  function dropPicked(): void {
    picked.value = null
    lost.value = text.slots.gone
  }
  function begin(next: Card | null, hoursStand = false): void {
    if (hoursStand) outdated = false
    turnTo(next, null)
  }
  function expect(next: Awaited): void {
    outdated = false
    turnTo(null, next)
  }
  function turnTo(next: Card | null, request: Awaited | null): void {
    details.forget()
    batch(() => {
      const another = request !== null || next?.deal.id !== deal.value?.deal.id
      const topic = request?.topic ?? next?.deal.topic ?? null
      deal.value = next
      awaited.turnTo(request)
      filters.value = { ...anything, topic }
      picked.value = null
      lost.value = ''
      wanted = next !== null || request !== null
      caller.drop()
      if (another) list.value = null
      if (another) details.prepare(next, request?.phone)
      details.topic.value = topic
    })
    void load()
  }
  function arrive(key: string, next: Card): boolean {
    return batch(() => {
      const isIt = awaited.arrive(key, () => void book())
      if (isIt) deal.value = next
      return isIt
    })
  }

  async function book(): Promise<void> {
    if (awaited.press()) return
    const input = requestOf()
    const about = text.common.deal(input?.deal.id ?? 0)
    if (input) await caller.ask({ by: 'book', method: 'deal/book', input, done: finish, late: links.late, about, refused: seeIfTaken })
  }
  /** The deal was changed since it was taken in hand: read anew, what was chosen stays. */
  function renew(): Promise<void> {
    if (deal.value === null) return Promise.resolve()
    return opener.look({ by: 'renew', method: 'deal/open', input: hintOf(deal.value), done: follow })
  }
  function follow(card: Card): void {
    const held = deal.value
    if (held === null || card.deal.id !== held.deal.id || card.deal.version < held.deal.version) return
    batch(() => {
      if (details.topic.value === held.deal.topic) details.topic.value = card.deal.topic
      deal.value = card
      if (card.deal.version > held.deal.version && caller.busy.value === '') caller.forgive()
    })
  }
  /** After a reload: for whom, where and how long, as it stood. */
  function restore(kept: KeptDetails): void {
    if (opener.busy.value !== '') return
    const done = (card: Card) => {
      begin(card)
      details.restore(kept)
    }
    void opener.look({ by: 'restore', method: 'deal/open', input: kept.deal, done, refused: details.forget })
  }

  function requestOf(): Input<'deal/book'> | null {
    const topic = details.topic.value
    if (!picked.value || !deal.value || topic === null) return null
    const { consultant, slot } = picked.value
    const { format, place, minutes, reasonFor, overrideReason } = details
    const join = joinFor(slot, minutes.value)
    const told = { topic, format: format.value, place: place.value, minutes: minutes.value }
    const against = slot.against || reasonFor.value !== '' ? { overrideReason: overrideReason.value } : {}
    return { deal: deal.value.ref, consultant: consultant.initials, ...told, slot: slotRef(slot), join, ...against }
  }
  /** The slot is let go last: it is booked, not given back. */
  function finish(result: Booked): void {
    links.booked(result)
    batch(() => {
      picked.value = null
      deal.value = null
      list.value = null
      filters.value = anything
    })
    details.forget()
  }
  function seeIfTaken({ problem, message }: Trouble): void {
    if (isLost(problem)) lose(message)
    if (problem?.code === 'reasonNeeded') askReason(problem.what)
  }
  /** The choice stays, and the field for the reason comes. */
  function askReason(what: string): void {
    details.reasonFor.value = what
    page.point('slot-override')
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
    caller: { ...caller, busy: computed(() => (awaited.isPressed.value ? 'book' : caller.busy.value)) },
    deal: computed(() => deal.value),
    awaited,
    filters,
    details,
    age: computed(() => (ageNow() >= listAges ? ageNow() : 0)),
    lacking: computed(() => (deal.value?.missing ?? []).filter(({ card }) => card === 'client')),
    list,
    picked,
    lost,
    begin,
    expect,
    arrive,
    lookAhead: (topic, agreedWith) => ahead.ask({ ...anything, topic, agreedWith: agreedWith || null }),
    follow,
    outdate: (is = true) => {
      outdated = is
    },
    revisit: () => {
      const kept = details.kept()
      if (kept !== null && deal.value === null && awaited.request.value === null) return restore(kept)
      if (finder.busy.value === '' && (list.value === null || outdated || ageNow() >= listAges)) void load()
    },
    narrow: (change) => {
      filters.value = { ...filters.value, ...change }
      if (change.topic !== undefined && (deal.value?.deal.topic ?? null) === null) details.topic.value = change.topic
      picked.value = null
      void load()
    },
    pick: (consultant, slot) => {
      if (finder.busy.value !== '') return
      batch(() => {
        picked.value = { consultant, slot }
        lost.value = ''
        details.fitInto(roomOf(slot))
        details.propose(consultant.place ?? '')
        caller.forgive()
      })
      page.point('slot-place')
    },
    unpick: () => {
      const was = picked.value
      picked.value = null
      caller.forgive()
      if (was) page.point(slotId(was.consultant, was.slot))
    },
    lose,
    book,
  }
}

const lostCodes: ReadonlySet<string> = new Set(['slotTaken', 'slotHeld', 'overlaps'])

/** Another slot is needed; everything else can stay. */
export function isLost(problem: Problem | null): boolean {
  return problem !== null && lostCodes.has(problem.code)
}
