/** How long ago the desk looked at calendar and dues itself; pressed, it looks again. */

import type { Desk } from '../../models/page/desk'
import { text } from '../../text.ru'
import { Button } from '../parts/Button'

export function Heartbeat({ desk }: { readonly desk: Desk }) {
  const minutes = desk.today.checked.value
  const late = desk.today.late.value
  return (
    <Button
      look="link"
      icon="refresh"
      name="refresh"
      caller={desk.today.caller}
      hint={late ? text.header.lateHint : text.header.checkedHint}
      label={`${minutes === null ? text.header.neverChecked : text.header.checked(minutes)}. ${text.header.refresh}`}
      onClick={() => void desk.today.refresh()}
    >
      <span class={late ? 'late' : 'faint'}>{minutes === null ? text.header.neverShort : text.header.checkedShort(minutes)}</span>
    </Button>
  )
}
