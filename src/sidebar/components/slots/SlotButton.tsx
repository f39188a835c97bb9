/** One free hour: the hour large, under it why it is closed, or who holds it. */

import { wishedHours } from '../../../domain/intake/wishedTimes'
import { clock, dayTime, shortDayTime, shortName } from '../../../domain/text/russian'
import type { ConsultantSlots, FreeSlot } from '../../../rpc/contract'
import type { Desk } from '../../models/page/desk'
import { slotId } from '../../models/slots/slots'
import { text } from '../../text.ru'

interface Props {
  readonly desk: Desk
  readonly one: ConsultantSlots
  readonly slot: FreeSlot
  readonly picked: FreeSlot | null
  readonly onPick: (slot: FreeSlot) => void
}

export function SlotButton({ desk, one, slot, picked, onPick }: Props) {
  const chosen = picked?.eventId === slot.eventId && picked.start === slot.start
  const against = slot.against && text.slots.against[slot.against]
  const room = slot.minutes > 60 ? text.slots.hours(slot.minutes) : ''
  const wished = isWished(desk, slot)
  const note = against ?? (wished ? text.slots.wishedHour : room)
  if (slot.heldBy) return <Held start={slot.start} by={text.holds.theirs(shortName(slot.heldBy), slot.heldUntil)} />
  return (
    <button
      type="button"
      id={slotId(one, slot)}
      class={`slot${chosen ? ' on' : ''}${against ? ' against' : ''}`}
      aria-pressed={chosen}
      aria-label={`${shortDayTime(slot.start)} ${note}, ${shortName(one.name)}`.replace(' ,', ',')}
      title={dayTime(slot.start, desk.page.clock.now.value) + (slot.minutes > 60 ? `, ${text.slots.long(slot.minutes)}` : '')}
      onClick={() => onPick(slot)}
    >
      <span class="hour">{wished ? `★ ${clock(slot.start)}` : clock(slot.start)} </span>
      {note && <span class="detail">{note}</span>}
    </button>
  )
}

/** Asked for by the link of his letters, or told before anything was booked. */
export function isWished(desk: Desk, { start, wished }: FreeSlot): boolean {
  return wished === true || wishedHours(desk.slots.deal.value?.deal.wishedTimes ?? '').includes(start)
}

function Held({ start, by }: { readonly start: string; readonly by: string }) {
  return (
    <p class="slot held">
      <span class="hour">{clock(start)}</span> <span class="detail">{by}</span>
    </p>
  )
}
