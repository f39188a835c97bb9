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
import { BadNotice, TroubleNotice } from '../parts/Notices'
import { Segments } from '../parts/Segments'
import { HoldLine } from './HoldLine'

export function BookPanel({ desk, picked }: { readonly desk: Desk; readonly picked: Picked }) {
  const { slots } = desk
  const isFor = slots.deal.value !== null || slots.awaited.request.value !== null
  const { start } = picked.slot
  return (
    <form
      class="panel"
      aria-label={text.slots.panel}
      // A key held a little too long is no second press.
      onKeyDown={(event) => event.key === 'Enter' && event.repeat && event.preventDefault()}
      onSubmit={(event) => {
        event.preventDefault()
        void slots.book()
      }}
    >
      <div class="when-who">
        <strong>
          {fullDayTime(start, desk.page.clock.now.value)}–{clock(addMinutes(start, slots.details.minutes.value))}
        </strong>
        <span>
          {shortName(picked.consultant.name)} · {formatTitles[slots.details.format.value]}
        </span>
        <HoldLine desk={desk} />
      </div>
      {isFor ? <Details desk={desk} picked={picked} /> : <NeedDeal desk={desk} />}
    </form>
  )
}

function Details({ desk, picked }: { readonly desk: Desk; readonly picked: Picked }) {
  const { slots, page } = desk
  const { details } = slots
  const format = details.format.value
  const room = roomOf(picked.slot)
  const tooLong = details.minutes.value > room
  const isAsked = picked.slot.against !== undefined || details.reasonFor.value !== ''
  const lacksReason = isAsked && details.overrideReason.value.trim() === ''
  return (
    <>
      <Topic desk={desk} />
      <div class="pair place">
        <TextField
          id="slot-place"
          label={text.slots.place[format]}
          hint={text.slots.placeHint[format]}
          origin={details.isUsual.value ? text.slots.usualPlace : undefined}
          selected={details.isUsual.value}
          value={details.place.value}
          // Two presses of Enter on an hour book nothing without a place.
          onEnter={details.place.value.trim() === '' ? () => page.point('slot-book') : undefined}
          onType={details.setPlace}
        />
        <TextField
          id="slot-minutes"
          label={text.slots.minutesShort}
          type="number"
          value={String(details.minutes.value)}
          fault={tooLong ? text.slots.room(room) : undefined}
          onType={(value) => details.setMinutes(Number(value))}
        />
      </div>
      {details.asked.value > 0 && <BadNotice>{text.slots.shortened(details.asked.value, details.minutes.value)}</BadNotice>}
      <Against desk={desk} picked={picked} />
      <Lengths desk={desk} picked={picked} />
      <ClientGets desk={desk} picked={picked} />
      <TroubleNotice caller={slots.caller} />
      <div class="row">
        <Button
          look="primary"
          submit
          id="slot-book"
          name="book"
          caller={slots.caller}
          disabled={details.topic.value === null || details.minutes.value <= 0 || tooLong || lacksReason}
        >
          {text.slots.book}
        </Button>
        <Button onClick={slots.unpick}>{text.slots.otherSlot}</Button>
      </div>
    </>
  )
}

/** What the request is booked on, always named: the list may be narrowed by another topic. */
function Topic({ desk }: { readonly desk: Desk }) {
  const { slots, page } = desk
  const { topic } = slots.details
  const narrowed = slots.filters.value.topic
  const titleOf = (id: number) => page.lists.topics.find((one) => one.id === id)?.title ?? ''
  return (
    <>
      <SelectField
        id="slot-own-topic"
        label={text.slots.ownTopic}
        value={topic.value === null ? '' : String(topic.value)}
        fault={topic.value === null ? text.slots.chooseTopic : undefined}
        options={topicOptions(page.lists)}
        empty={text.common.choose}
        onType={(value) => {
          topic.value = value === '' ? null : Number(value)
        }}
      />
      {narrowed !== null && topic.value !== null && narrowed !== topic.value && (
        <p class="detail late">{text.slots.otherTopic(titleOf(narrowed))}</p>
      )}
    </>
  )
}

/** A closed hour: why it is closed, and why it is booked all the same. */
function Against({ desk, picked }: { readonly desk: Desk; readonly picked: Picked }) {
  const { overrideReason, reasonFor } = desk.slots.details
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
  const { minutes, setMinutes } = desk.slots.details
  const lengths = lengthsIn(picked.slot)
  if (lengths.length === 0) return null
  return (
    <>
      <Segments
        label={text.slots.length}
        name="length"
        value={String(minutes.value)}
        options={lengths.map((length) => ({ value: String(length), title: text.slots.hours(length) }))}
        onChoose={(value) => setMinutes(Number(value))}
      />
      {joinFor(picked.slot, minutes.value) && minutes.value <= roomOf(picked.slot) && <p class="detail">{text.slots.twoSlots}</p>}
    </>
  )
}

function ClientGets({ desk, picked }: { readonly desk: Desk; readonly picked: Picked }) {
  const { slots, page } = desk
  const email = slots.deal.value?.client?.email ?? slots.awaited.request.value?.email ?? ''
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
