/** What a booking says beside its hour: topic, form, place, length, and why it is against the rules; kept over a reload. */

import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { Format } from '../../../domain/deal/deal'
import type { Card } from '../../../rpc/contract'
import { type DealHint, hintOf, isHint } from '../card/cardKept'
import type { Drafts } from '../page/drafts'

export interface BookingDetails {
  readonly format: Signal<Format>
  /** Room, phone or link: each format keeps its own. */
  readonly place: ReadonlySignal<string>
  /** The place is the consultant's usual room, and nobody has touched it. */
  readonly isUsual: ReadonlySignal<boolean>
  readonly minutes: ReadonlySignal<number>
  /** What was asked for where the picked slot has less room; 0 = it fits. */
  readonly asked: ReadonlySignal<number>
  /** Topic that the deal gets with the booking; null = not chosen yet. What narrows the list of hours is another thing. */
  readonly topic: Signal<number | null>
  /** Why a closed hour is booked all the same. */
  readonly overrideReason: Signal<string>
  /** What the office wants a reason for, as it has said; '' = nothing. */
  readonly reasonFor: Signal<string>
  setPlace(place: string): void
  /** The room in which this consultant usually is, where none was typed; '' = nobody can tell. */
  propose(room: string): void
  setMinutes(minutes: number): void
  /** The picked slot has so much room, minutes. */
  fitInto(room: number): void
  /** As the deal says, or as it usually is. */
  prepare(deal: Card | null, phone?: string): void
  /** As it stood before the page was reloaded, until a deal is in hand again. */
  kept(): KeptDetails | null
  restore(kept: KeptDetails): void
  /** The deal in hand is another one, or it is booked. */
  forget(): void
}

const usualMinutes = 60
const noPlaces: Readonly<Record<Format, string>> = { inPerson: '', phone: '', online: '' }
const draftKey = 'slots'

export interface KeptDetails {
  readonly deal: DealHint
  readonly format: Format
  readonly places: Readonly<Record<Format, string>>
  readonly minutes: number
  readonly topic: number | null
}

export function createBookingDetails(drafts: Drafts, deal: ReadonlySignal<Card | null>): BookingDetails {
  const format = signal<Format>('inPerson')
  const places = signal(noPlaces)
  const usual = signal('')
  const minutes = signal(usualMinutes)
  const asked = signal(0)
  const topic = signal<number | null>(null)
  const overrideReason = signal('')
  const reasonFor = signal('')
  let before = readKept(drafts)

  effect(() => {
    if (deal.value === null) return
    const now = { format: format.value, places: places.value, minutes: minutes.value, topic: topic.value }
    drafts.write(draftKey, { deal: hintOf(deal.value), ...now } satisfies KeptDetails)
  })

  function setPlace(value: string): void {
    places.value = { ...places.value, [format.value]: value }
  }
  function prepare(next: Card | null, phone = ''): void {
    minutes.value = usualMinutes
    asked.value = 0
    overrideReason.value = ''
    reasonFor.value = ''
    usual.value = ''
    format.value = next?.deal.format ?? 'inPerson'
    places.value = { ...noPlaces, phone: next?.client?.phone ?? next?.deal.phone ?? phone }
    if (next?.deal.place) setPlace(next.deal.place)
  }

  function propose(room: string): void {
    const { inPerson } = places.value
    if (inPerson !== '' && inPerson !== usual.value) return
    places.value = { ...places.value, inPerson: room }
    usual.value = room
  }

  return {
    format,
    isUsual: computed(() => format.value === 'inPerson' && usual.value !== '' && places.value.inPerson === usual.value),
    propose,
    place: computed(() => places.value[format.value]),
    minutes,
    asked,
    topic,
    overrideReason,
    reasonFor,
    setPlace,
    setMinutes: (value) => {
      minutes.value = value
      asked.value = 0
    },
    fitInto: (room) => {
      const wish = Math.max(asked.value, minutes.value)
      minutes.value = Math.min(wish, room)
      asked.value = wish > room ? wish : 0
      reasonFor.value = ''
    },
    prepare,
    kept: () => before,
    restore: (kept) => {
      format.value = kept.format
      places.value = kept.places
      minutes.value = kept.minutes
      topic.value = kept.topic
    },
    forget: () => {
      before = null
      drafts.drop(draftKey)
    },
  }
}

/** Written by this page before it was reloaded: its outline is enough. */
function readKept(drafts: Drafts): KeptDetails | null {
  const kept = drafts.read(draftKey)
  return typeof kept === 'object' && kept !== null && 'deal' in kept && isHint(kept.deal) ? (kept as KeptDetails) : null
}
