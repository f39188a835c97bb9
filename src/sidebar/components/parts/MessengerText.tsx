/** The message for a client who does not answer the phone, to be looked at before it is copied. */

import type { Card } from '../../../rpc/contract'
import type { Desk } from '../../models/page/desk'
import { messengerText } from '../../models/page/messengerText'
import { text } from '../../text.ru'
import { Fold } from './Fold'

export function MessengerText({ desk, card }: { readonly desk: Desk; readonly card: Card }) {
  return (
    <Fold title={text.card.message}>
      <p class="plain">{messengerText(card, desk.page.lists)}</p>
    </Fold>
  )
}
