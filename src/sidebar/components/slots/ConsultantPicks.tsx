/** One consultant with the free hours as buttons: why this one, how busy, and who holds which hour. */

import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { dayTime, shortDayTime, shortName } from '../../../domain/text/russian'
import type { ConsultantSlots, FreeSlot } from '../../../rpc/contract'
import type { Desk } from '../../models/page/desk'
import { slotId } from '../../models/slots/slots'
import { text } from '../../text.ru'
import { Button } from '../parts/Button'

const shownAtFirst = 6

interface Props {
  readonly desk: Desk
  readonly one: ConsultantSlots
  readonly picked: FreeSlot | null
  readonly onPick: (slot: FreeSlot) => void
  /** There is nobody to choose between: only the hours. */
  readonly alone?: boolean
  /** In place of a pressed slot, where it is this consultant's. */
  readonly children?: ComponentChildren
}

export function ConsultantPicks({ desk, one, picked, onPick, alone, children }: Props) {
  const all = useSignal(false)
  const shown = all.value ? one.slots : one.slots.slice(0, shownAtFirst)
  return (
    <section class="consultant" aria-label={one.name}>
      {!alone && (
        <div class="row between">
          <h3>
            {shortName(one.name)}
            {one.external && <span class="tag">{text.common.external}</span>}
          </h3>
          <span class="faint">{text.slots.load(one.thisWeek, one.quota)}</span>
        </div>
      )}
      {!alone && one.why && <p class="detail">{one.why}</p>}
      <div class="slots">
        {shown.map((slot) => (
          <SlotButton key={slot.eventId + slot.start} desk={desk} one={one} slot={slot} picked={picked} onPick={onPick} />
        ))}
        {shown.length < one.slots.length && (
          <Button
            look="link"
            onClick={() => {
              all.value = true
            }}
          >
            {text.slots.more(one.slots.length - shown.length)}
          </Button>
        )}
      </div>
      {children}
    </section>
  )
}

function SlotButton({ desk, one, slot, picked, onPick }: Omit<Props, 'children'> & { readonly slot: FreeSlot }) {
  const chosen = picked?.eventId === slot.eventId && picked.start === slot.start
  if (slot.heldBy)
    return (
      <p class="slot held">
        {shortDayTime(slot.start)} — {text.holds.theirs(shortName(slot.heldBy), slot.heldUntil)}
      </p>
    )
  return (
    <button
      type="button"
      id={slotId(one, slot)}
      class={`slot${chosen ? ' on' : ''}${slot.against ? ' against' : ''}`}
      aria-pressed={chosen}
      aria-label={[shortDayTime(slot.start), shortName(one.name), slot.against && text.slots.against[slot.against]]
        .filter(Boolean)
        .join(', ')}
      title={dayTime(slot.start, desk.page.clock.now.value) + (slot.minutes > 60 ? `, ${text.slots.long(slot.minutes)}` : '')}
      onClick={() => onPick(slot)}
    >
      {shortDayTime(slot.start)}
      {slot.against && <span class="detail">{text.slots.against[slot.against]}</span>}
    </button>
  )
}
