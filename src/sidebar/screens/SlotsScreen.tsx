/** «Слоты»: free time for the deal in hand, or just to look. */

import { Button } from '../components/parts/Button'
import { BadNotice, TroubleNotice, Waiting } from '../components/parts/Notices'
import { Parts } from '../components/parts/Parts'
import { SlotFilters } from '../components/slots/SlotFilters'
import { SlotList } from '../components/slots/SlotList'
import type { Desk } from '../models/page/desk'
import { text } from '../text.ru'

export function SlotsScreen({ desk }: { readonly desk: Desk }) {
  const { list, finder, lost } = desk.slots
  const asks = finder.busy.value !== ''
  return (
    <div class="screen">
      <ForWhom desk={desk} />
      <Lacking desk={desk} />
      <SlotFilters desk={desk} />
      {lost.value && <BadNotice>{lost.value}</BadNotice>}
      <TroubleNotice caller={finder} />
      {asks && <Waiting>{text.slots.looking}</Waiting>}
      {!asks && <Age desk={desk} />}
      {list.value && (
        <div class={asks ? 'stale' : ''} inert={asks}>
          <SlotList desk={desk} list={list.value} />
        </div>
      )}
    </div>
  )
}

function ForWhom({ desk }: { readonly desk: Desk }) {
  const { awaited, deal } = desk.slots
  const card = deal.value
  if (awaited.request.value) return <ForRequest desk={desk} name={awaited.request.value.name} />
  if (!card) return <p class="faint">{text.slots.browsing}</p>
  return (
    <div class="for-whom">
      <strong>{card.deal.organisation || card.deal.contact}</strong>
      <div class="row between">
        <Parts of={[text.slots.forDeal(card.deal.id), card.deal.agreedWith && text.slots.agreed(card.deal.agreedWith)]} />
        <Button look="link" onClick={() => desk.slots.begin(null)}>
          {text.slots.leaveDeal}
        </Button>
      </div>
    </div>
  )
}

/** Its number is still to come, or does not come. */
function ForRequest({ desk, name }: { readonly desk: Desk; readonly name: string }) {
  const { refusal } = desk.slots.awaited
  return (
    <div class="for-whom">
      <strong>{name}</strong>
      {refusal.value === '' && <span class="faint">{text.slots.accepting}</span>}
      {refusal.value !== '' && (
        <BadNotice>
          {text.slots.notAccepted} {refusal.value}{' '}
          <Button look="link" onClick={desk.backToRequest}>
            {text.slots.backToRequest}
          </Button>
        </BadNotice>
      )}
    </div>
  )
}

/** Said before an hour is chosen: what the booking would be refused for. */
function Lacking({ desk }: { readonly desk: Desk }) {
  const { lacking, deal } = desk.slots
  const card = deal.value
  if (card === null || lacking.value.length === 0) return null
  return (
    <div class="missing">
      <span>{text.slots.lacking}</span>
      {lacking.value.map((field) => (
        <button type="button" class="chip" key={field.field} onClick={() => desk.fillIn(card, field)}>
          {field.title}
        </button>
      ))}
    </div>
  )
}

function Age({ desk }: { readonly desk: Desk }) {
  const { age, revisit } = desk.slots
  if (age.value === 0) return null
  return (
    <div class="row between">
      <span class="detail late">{text.slots.age(age.value)}</span>
      <Button look="link" onClick={revisit}>
        {text.slots.again}
      </Button>
    </div>
  )
}
