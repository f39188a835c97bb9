/** A consultant's own card on the phone: whom to call, what it is about, and what comes next, one thing after the other. */

import { useSignal } from '@preact/signals'
import { formatTitles } from '../../../domain/deal/words'
import { clock, dayTime } from '../../../domain/text/russian'
import type { Card } from '../../../rpc/contract'
import type { Desk } from '../../models/page/desk'
import { pocket as text } from '../../text/pocket.ru'
import { text as all } from '../../text.ru'
import { PastConsultations } from '../card/PastConsultations'
import { Button } from '../parts/Button'
import { PocketResult } from './PocketResult'
import { PocketSteps } from './PocketSteps'
import { Ways } from './Ways'

interface Props {
  readonly desk: Desk
  readonly card: Card
}

export function PocketCard({ desk, card }: Props) {
  const { deal, client } = card
  const now = desk.page.clock.now.value
  const topic = desk.page.lists.topics.find(({ id }) => id === deal.topic)?.title ?? ''
  const isBegun = deal.start !== null && deal.start <= now
  return (
    <>
      <div class="row between">
        <Button look="link" icon="back" onClick={desk.backToMine}>
          {text.back}
        </Button>
        <span class="number">№ {deal.id}</span>
      </div>
      <div class="pocket-card">
        <h2>{deal.organisation || client?.contact || all.common.deal(deal.id)}</h2>
        <p class="in-short">{whenOf(card, now)}</p>
        <p class="detail">{[placeOf(card), topic].filter(Boolean).join(' · ')}</p>
        <p>
          {client?.contact || deal.contact} <span class="number">{client?.phone || deal.phone}</span>
        </p>
        <Ways desk={desk} card={card} />
        <section aria-label={text.question}>
          <h3 class="label">{text.question}</h3>
          <p class={deal.request === '' ? 'faint' : 'plain'}>{deal.request || text.noQuestion}</p>
        </section>
        <PastConsultations desk={desk} card={card} />
        {isBegun || deal.stage !== 'assigned' ? <PocketResult desk={desk} card={card} /> : <Ahead desk={desk} card={card} />}
        <PocketSteps desk={desk} card={card} isBegun={isBegun} />
      </div>
    </>
  )
}

/** Before it begins nobody has to fill anything in; who wants to, may. */
function Ahead({ desk, card }: Props) {
  const open = useSignal(false)
  if (open.value) return <PocketResult desk={desk} card={card} />
  return (
    <Button
      look="link"
      onClick={() => {
        open.value = true
      }}
    >
      {text.later(card.missing.length)}
    </Button>
  )
}

function whenOf({ deal: { start, end } }: Card, now: string): string {
  if (start === null) return ''
  const going = end !== null && start <= now && now < end ? `${text.going}: ` : ''
  return `${going}${dayTime(start, now)}${end === null ? '' : `–${clock(end)}`}`
}

function placeOf({ deal: { format, place } }: Card): string {
  const said = /^https?:/.test(place.trim()) ? '' : place
  return [format === null ? '' : formatTitles[format], said].filter(Boolean).join(', ')
}
