/** On a card in «Неразобранное»: the same client asked already, is it one request or two? */

import { useEffect } from 'preact/hooks'
import type { Card } from '../../../rpc/contract'
import type { Desk } from '../../models/page/desk'
import { unbroken } from '../../models/page/unbroken'
import { text } from '../../text.ru'
import { Button } from '../parts/Button'
import { TroubleNotice } from '../parts/Notices'

export function Repeats({ desk, card }: { readonly desk: Desk; readonly card: Card }) {
  const { repeats, caller } = desk.card
  useEffect(() => repeats.show(card), [card.deal.id])
  const open = repeats.open.value
  return (
    <>
      <TroubleNotice caller={repeats.finder} />
      {open.length > 0 && (
        <section class="notice ask" aria-label={text.card.repeat}>
          <div>
            {open.map((one) => (
              <p key={one.ref.id}>{unbroken(one.text)}</p>
            ))}
            <div class="buttons">
              {open.map((one) => (
                <Button key={one.ref.id} name={`join-${one.ref.id}`} caller={caller} onClick={() => void repeats.join(one)}>
                  {text.card.join(one.ref.id)}
                </Button>
              ))}
              <Button onClick={repeats.keepApart}>{text.card.isNew}</Button>
            </div>
          </div>
        </section>
      )}
    </>
  )
}
