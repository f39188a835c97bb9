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
  return (
    <div class="screen">
      <ForWhom desk={desk} />
      <SlotFilters desk={desk} />
      {lost.value && <BadNotice>{lost.value}</BadNotice>}
      <TroubleNotice caller={finder} />
      {finder.busy.value !== '' && <Waiting>{text.slots.looking}</Waiting>}
      {list.value && (
        <div class={finder.busy.value === '' ? '' : 'stale'}>
          <SlotList desk={desk} list={list.value} />
        </div>
      )}
    </div>
  )
}

function ForWhom({ desk }: { readonly desk: Desk }) {
  const card = desk.slots.deal.value
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
