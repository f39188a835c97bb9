/** «Раньше у нас»: earlier consultations of the client, with what was recommended. */

import { useEffect } from 'preact/hooks'
import { stageTitles } from '../../../domain/deal/words'
import { dayTime, shortName } from '../../../domain/text/russian'
import type { Card } from '../../../rpc/contract'
import type { PastConsultation } from '../../../rpc/intakeContract'
import type { Desk } from '../../models/page/desk'
import { nameOf } from '../../models/page/page'
import { text } from '../../text.ru'
import { Button } from '../parts/Button'
import { Fold } from '../parts/Fold'
import { TroubleNotice } from '../parts/Notices'
import { Parts } from '../parts/Parts'

export function PastConsultations({ desk, card }: { readonly desk: Desk; readonly card: Card }) {
  const { past } = desk.card
  useEffect(() => past.show(card), [card.deal.id, card.deal.clientId])
  const list = past.consultations.value
  const more = past.inArchive.value
  return (
    <>
      <TroubleNotice caller={past.caller} />
      {list.length + more > 0 && (
        <Fold title={text.card.past(list.length + more)}>
          {list.map((one) => (
            <Consultation key={one.dealId} desk={desk} one={one} />
          ))}
          {more > 0 && (
            <Button name="past" caller={past.caller} onClick={past.showAll}>
              {text.card.pastArchive(more)}
            </Button>
          )}
        </Fold>
      )}
    </>
  )
}

function Consultation({ desk, one }: { readonly desk: Desk; readonly one: PastConsultation }) {
  const topic = desk.page.lists.topics.find(({ id }) => id === one.topic)?.title
  const when = one.start && dayTime(one.start, desk.page.clock.now.value)
  return (
    <div class="earlier">
      <strong>{when || text.common.deal(one.dealId)}</strong>
      <Parts of={[shortName(nameOf(desk.page, one.consultant)), topic, one.stage !== 'won' && stageTitles[one.stage]]} />
      <p class={one.recommendations === '' ? 'faint' : 'plain'}>{one.recommendations || text.card.noAdvice}</p>
      <Button look="link" onClick={() => desk.card.open({ id: one.dealId, row: one.row, clientId: null })}>
        {text.common.openDeal(one.dealId)}
      </Button>
    </div>
  )
}
