/** One consultant with the free hours by day: why this one, whether the client asked for her, how busy she is. */

import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { dayOfWeek, shortName } from '../../../domain/text/russian'
import { dateOf } from '../../../domain/time/localTime'
import type { ConsultantSlots, FreeSlot } from '../../../rpc/contract'
import type { Desk } from '../../models/page/desk'
import { text } from '../../text.ru'
import { Button } from '../parts/Button'
import { isWished, SlotButton } from './SlotButton'

const shownAtFirst = 6

interface Props {
  readonly desk: Desk
  readonly one: ConsultantSlots
  readonly picked: FreeSlot | null
  readonly onPick: (slot: FreeSlot) => void
  /** There is nobody to choose between: only the hours. */
  readonly alone?: boolean
  /** The client has asked for this one. */
  readonly wished?: boolean
  /** In place of a pressed slot, where it is this consultant's. */
  readonly children?: ComponentChildren
}

export function ConsultantPicks(props: Props) {
  const { desk, one, alone, children } = props
  const all = useSignal(false)
  const shown = all.value ? one.slots : one.slots.filter((slot, at) => at < shownAtFirst || isWished(desk, slot))
  return (
    <section class="consultant" aria-label={one.name}>
      {!alone && <Who {...props} />}
      <div class="days">
        {daysOf(shown).map((slots) => (
          <Day key={slots[0]?.start} {...props} slots={slots} />
        ))}
      </div>
      {shown.length < one.slots.length && (
        <div>
          <Button
            look="link"
            onClick={() => {
              all.value = true
            }}
          >
            {text.slots.more(one.slots.length - shown.length)}
          </Button>
        </div>
      )}
      {children}
    </section>
  )
}

function Who({ one, wished }: Props) {
  return (
    <>
      <div class="row between">
        <h2>
          {shortName(one.name)}
          {wished && <span class="tag wish">{text.slots.wished}</span>}
          {one.external && <span class="tag">{text.common.external}</span>}
        </h2>
        <span class="faint">{text.slots.load(one.thisWeek, one.quota)}</span>
      </div>
      {one.why && <p class="detail">{one.why}</p>}
    </>
  )
}

function Day({ desk, one, picked, onPick, slots }: Props & { readonly slots: readonly FreeSlot[] }) {
  const day = slots[0]?.start ?? ''
  return (
    <div class="slot-day">
      <span class="day">
        {dayOfWeek(day)} {Number(day.slice(8, 10))}
      </span>
      {slots.map((slot) => (
        <SlotButton key={slot.eventId + slot.start} desk={desk} one={one} slot={slot} picked={picked} onPick={onPick} />
      ))}
    </div>
  )
}

/** The hours as they come, parted where another day begins. */
function daysOf(slots: readonly FreeSlot[]): FreeSlot[][] {
  const days: FreeSlot[][] = []
  for (const slot of slots) {
    const day = days.at(-1)
    if (day?.[0] && dateOf(day[0].start) === dateOf(slot.start)) day.push(slot)
    else days.push([slot])
  }
  return days
}
