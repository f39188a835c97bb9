/** «Почему нет слотов»: consultants of whom nothing is offered, by reason. */

import type { SlotList } from '../../../rpc/contract'
import { text } from '../../text.ru'

export function WhyNone({ list, offered }: { readonly list: SlotList; readonly offered: boolean }) {
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
