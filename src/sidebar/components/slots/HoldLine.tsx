/** Under a picked slot: until when it is held, and ten more minutes. */

import type { Desk } from '../../models/page/desk'
import { text } from '../../text.ru'
import { Button } from '../parts/Button'

export function HoldLine({ desk }: { readonly desk: Desk }) {
  const until = desk.hold.until.value
  if (until === '') return null
  if (until > desk.page.clock.now.value) return <p class="detail">{text.holds.mine(until)}</p>
  return (
    <p class="detail late">
      {text.holds.over}{' '}
      <Button look="link" onClick={desk.hold.again}>
        {text.holds.again}
      </Button>
    </p>
  )
}
