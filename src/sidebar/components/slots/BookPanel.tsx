/** In place of a pressed slot: who, when, where, for how long, what the client will get, and the one blue button. */

import { formatTitles } from '../../../domain/deal/words'
import { clock, fullDayTime, shortName } from '../../../domain/text/russian'
import { addMinutes } from '../../../domain/time/localTime'
import { topicOptions } from '../../models/card/fieldOptions'
import type { Desk } from '../../models/page/desk'
import { joinFor, lengthsIn, roomOf } from '../../models/slots/slotRoom'
import type { Picked } from '../../models/slots/slots'
import { text } from '../../text.ru'
import { Button } from '../parts/Button'
import { AreaField, SelectField, TextField } from '../parts/Field'
import { TroubleNotice } from '../parts/Notices'
import { Segments } from '../parts/Segments'
import { HoldLine } from './HoldLine'

export function BookPanel({ desk, picked }: { readonly desk: Desk; readonly picked: Picked }) {
  const { slots } = desk
  const deal = slots.deal.value
  const { start } = picked.slot
  return (
    <form
      class="panel"
      aria-label={text.slots.panel}
      onSubmit={(event) => {
        event.preventDefault()
        void slots.book()
      }}
    >
      <div class="when-who">
        <strong>
          {fullDayTime(start, desk.page.clock.now.value)}–{clock(addMinutes(start, slots.minutes.value))}
        </strong>
        <span>
          {shortName(picked.consultant.name)} · {formatTitles[slots.format.value]}
        </span>
        <HoldLine desk={desk} />
      </div>
      {deal ? <Details desk={desk} picked={picked} /> : <NeedDeal desk={desk} />}
    </form>
  )
}

function Details({ desk, picked }: { readonly desk: Desk; readonly picked: Picked }) {
  const { slots, page } = desk
  const format = slots.format.value
  const room = roomOf(picked.slot)
  const tooLong = slots.minutes.value > room
  const isAsked = picked.slot.against !== undefined || slots.reasonFor.value !== ''
  const lacksReason = isAsked && slots.overrideReason.value.trim() === ''
  return (
    <>
      {slots.filters.value.topic === null && (
        <SelectField
          id="slot-own-topic"
          label={text.slots.topic}
          value=""
          fault={text.slots.chooseTopic}
          options={topicOptions(page.lists)}
          empty={text.common.choose}
          onType={(value) => slots.setTopic(Number(value))}
        />
      )}
      <div class="pair place">
        <TextField
          id="slot-place"
          label={text.slots.place[format]}
          hint={text.slots.placeHint[format]}
          value={slots.place.value}
          onType={slots.setPlace}
        />
        <TextField
          id="slot-minutes"
          label={text.slots.minutesShort}
          type="number"
          value={String(slots.minutes.value)}
          fault={tooLong ? text.slots.room(room) : undefined}
          onType={(value) => {
            slots.minutes.value = Number(value)
          }}
        />
      </div>
      <Against desk={desk} picked={picked} />
      <Lengths desk={desk} picked={picked} />
      <ClientGets desk={desk} picked={picked} />
      <TroubleNotice caller={slots.caller} />
      <div class="row">
        <Button
          look="primary"
          submit
          name="book"
          caller={slots.caller}
          disabled={slots.filters.value.topic === null || slots.minutes.value <= 0 || tooLong || lacksReason}
        >
          {text.slots.book}
        </Button>
        <Button onClick={slots.unpick}>{text.slots.otherSlot}</Button>
      </div>
    </>
  )
}

/** A closed hour: why it is closed, and why it is booked all the same. */
function Against({ desk, picked }: { readonly desk: Desk; readonly picked: Picked }) {
  const { overrideReason, reasonFor } = desk.slots
  const { against } = picked.slot
  const why = against ? text.slots.against[against] : reasonFor.value
  if (!why) return null
  return (
    <AreaField
      id="slot-override"
      label={text.slots.overriding(why)}
      required
      value={overrideReason.value}
      onType={(value) => {
        overrideReason.value = value
      }}
    />
  )
}

/** Offered only where there is room; a second slot that is taken with it is told. */
function Lengths({ desk, picked }: { readonly desk: Desk; readonly picked: Picked }) {
  const { minutes } = desk.slots
  const lengths = lengthsIn(picked.slot)
  if (lengths.length === 0) return null
  return (
    <>
      <Segments
        label={text.slots.length}
        name="length"
        value={String(minutes.value)}
        options={lengths.map((length) => ({ value: String(length), title: text.slots.hours(length) }))}
        onChoose={(value) => {
          minutes.value = Number(value)
        }}
      />
      {joinFor(picked.slot, minutes.value) && minutes.value <= roomOf(picked.slot) && <p class="detail">{text.slots.twoSlots}</p>}
    </>
  )
}

function ClientGets({ desk, picked }: { readonly desk: Desk; readonly picked: Picked }) {
  const { slots, page } = desk
  const email = slots.deal.value?.client?.email ?? ''
  const when = fullDayTime(picked.slot.start, page.clock.now.value)
  return (
    <div class="gets">
      <span class="label">{text.slots.whatClientGets}</span>
      <p>{email === '' ? text.slots.noEmail : text.slots.letter(email, when, shortName(picked.consultant.name))}</p>
    </div>
  )
}

function NeedDeal({ desk }: { readonly desk: Desk }) {
  return (
    <>
      <p>{text.slots.needDeal}</p>
      <div class="row">
        <Button look="primary" onClick={() => desk.go('intake')}>
          {text.header.tabs.intake}
        </Button>
        <Button onClick={() => desk.go('card')}>{text.header.tabs.card}</Button>
        <Button look="link" onClick={desk.slots.unpick}>
          {text.common.cancel}
        </Button>
      </div>
    </>
  )
}
