/** Free slots by consultant, with why each of them stands here. */

import { useSignal } from '@preact/signals'
import { addDays } from '../../domain/localTime'
import { dayTime, shortDayTime, shortName } from '../../domain/russian'
import type { ConsultantSlots, FreeSlot, SlotList as List } from '../../rpc/contract'
import type { Desk } from '../models/desk'
import { slotId } from '../models/slots'
import { text } from '../text.ru'
import { BookPanel } from './BookPanel'
import { Button } from './Button'
import { Empty } from './Notices'

const shownAtFirst = 6

export function SlotList({ desk, list }: { readonly desk: Desk; readonly list: List }) {
  const offering = list.consultants.filter((one) => one.slots.length > 0)
  return (
    <>
      {offering.map((one) => (
        <Consultant key={one.initials} desk={desk} one={one} />
      ))}
      {offering.length === 0 && (
        <Empty title={text.slots.none}>
          <p>{text.slots.noneHelp}</p>
        </Empty>
      )}
      <WhyNone list={list} offered={offering.length > 0} />
      <Horizon desk={desk} list={list} />
      <Unread desk={desk} list={list} />
    </>
  )
}

function Consultant({ desk, one }: { readonly desk: Desk; readonly one: ConsultantSlots }) {
  const all = useSignal(false)
  const shown = all.value ? one.slots : one.slots.slice(0, shownAtFirst)
  const picked = desk.slots.picked.value
  return (
    <section class="consultant" aria-label={one.name}>
      <div class="row between">
        <h3>
          {shortName(one.name)}
          {one.external && <span class="tag">{text.common.external}</span>}
        </h3>
        <span class="faint">{text.slots.load(one.thisWeek, one.quota)}</span>
      </div>
      {one.why && <p class="detail">{one.why}</p>}
      <div class="slots">
        {shown.map((slot) => (
          <SlotButton key={slot.eventId + slot.start} desk={desk} one={one} slot={slot} />
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
      {picked?.consultant.initials === one.initials && <BookPanel desk={desk} picked={picked} />}
    </section>
  )
}

interface SlotProps {
  readonly desk: Desk
  readonly one: ConsultantSlots
  readonly slot: FreeSlot
}

function SlotButton({ desk, one, slot }: SlotProps) {
  const picked = desk.slots.picked.value?.slot
  const chosen = picked?.eventId === slot.eventId && picked.start === slot.start
  return (
    <button
      type="button"
      id={slotId(one, slot)}
      class={`slot${chosen ? ' on' : ''}`}
      aria-pressed={chosen}
      aria-label={`${shortDayTime(slot.start)}, ${shortName(one.name)}`}
      title={dayTime(slot.start, desk.page.clock.now.value) + (slot.minutes > 60 ? `, ${text.slots.long(slot.minutes)}` : '')}
      onClick={() => desk.slots.pick(one, slot)}
    >
      {shortDayTime(slot.start)}
    </button>
  )
}

function WhyNone({ list, offered }: { readonly list: List; readonly offered: boolean }) {
  if (list.none.length === 0) return null
  return (
    <section class="why-none" aria-label={text.slots.otherNone}>
      {offered && <h3>{text.slots.otherNone}</h3>}
      <ul>
        {list.none.map((reason) => (
          <li key={reason.reason}>{text.slots.noneWhy(reason)}</li>
        ))}
      </ul>
    </section>
  )
}

function Horizon({ desk, list }: { readonly desk: Desk; readonly list: List }) {
  const next = addDays(list.horizon.until, 1)
  return (
    <div class="row between horizon">
      <span class="faint">{text.slots.horizon(list.horizon.from, list.horizon.until)}</span>
      {desk.slots.filters.value.from === null ? (
        <Button look="link" onClick={() => desk.slots.narrow({ from: next })}>
          {text.slots.later(next)}
        </Button>
      ) : (
        <Button look="link" onClick={() => desk.slots.narrow({ from: null })}>
          {text.slots.nearest}
        </Button>
      )}
    </div>
  )
}

function Unread({ desk, list }: { readonly desk: Desk; readonly list: List }) {
  if (list.unread.length === 0) return null
  return (
    <details class="unread">
      <summary>{text.slots.unread(list.unread.length)}</summary>
      <ul>
        {list.unread.map((one) => (
          <li key={one.start + one.title}>
            {dayTime(one.start, desk.page.clock.now.value)}: «{one.title}»
            {one.suggestion && <span class="faint"> {text.slots.suggestion(one.suggestion)}</span>}
          </li>
        ))}
      </ul>
    </details>
  )
}
