/** A client's wish on «Сегодня»: settled by one click, as he asked or not. */

import type { TodayItem } from '../../../rpc/contract'
import { wishKey } from '../../models/dialogs/today'
import type { Desk } from '../../models/page/desk'
import { text } from '../../text.ru'
import { Button } from '../parts/Button'

export function WishButtons({ desk, item }: { readonly desk: Desk; readonly item: TodayItem }) {
  if (item.wish === null) return null
  return (
    <div class="row wish">
      {[true, false].map((take) => (
        <Button
          key={String(take)}
          look={take ? 'plain' : 'link'}
          name={wishKey(item, take)}
          caller={desk.today.wishes}
          onClick={() => void desk.today.settle(item, take)}
        >
          {take ? text.today.wish.take[item.key] : text.today.wish.decline}
        </Button>
      ))}
    </div>
  )
}
