/** Free slots by consultant, with why each of them stands here. */

import { dayTime } from '../../../domain/text/russian'
import { addDays } from '../../../domain/time/localTime'
import type { SlotList as List } from '../../../rpc/contract'
import type { Desk } from '../../models/page/desk'
import { text } from '../../text.ru'
import { Button } from '../parts/Button'
import { Empty } from '../parts/Notices'
import { BookPanel } from './BookPanel'
import { ConsultantPicks } from './ConsultantPicks'
import { WhyNone } from './WhyNone'

export function SlotList({ desk, list }: { readonly desk: Desk; readonly list: List }) {
  const offering = list.consultants.filter((one) => one.slots.length > 0)
  const picked = desk.slots.picked.value
  const { override, consultant, part } = desk.slots.filters.value
  return (
    <>
      {offering.map((one) => (
        <ConsultantPicks
          key={one.initials}
          desk={desk}
          one={one}
          picked={picked?.slot ?? null}
          wished={(desk.slots.deal.value?.deal ?? desk.slots.awaited.request.value)?.agreedWith === one.initials}
          onPick={(slot) => desk.slots.pick(one, slot)}
        >
          {picked?.consultant.initials === one.initials && <BookPanel desk={desk} picked={picked} />}
        </ConsultantPicks>
      ))}
      {offering.length === 0 && (
        <Empty title={text.slots.none}>
          <p>{text.slots.noneHelp(consultant !== null || part !== null)}</p>
        </Empty>
      )}
      <WhyNone list={list} offered={offering.length > 0} />
      <div>
        <Button look="link" onClick={() => desk.slots.narrow({ override: !override })}>
          {override ? text.slots.onlyOpen : text.slots.withClosed}
        </Button>
      </div>
      <Horizon desk={desk} list={list} />
      <Unread desk={desk} list={list} />
    </>
  )
}

function Horizon({ desk, list }: { readonly desk: Desk; readonly list: List }) {
  const next = addDays(list.horizon.until, 1)
  return (
    <div class="row between horizon">
      <span class="faint">{text.slots.horizon(list.horizon.from, list.horizon.until)}</span>
      {desk.slots.filters.value.from === null ? (
        <Button look="link" onClick={() => desk.slots.narrow({ from: next })}>
          {text.slots.later(next)}
        </Button>
      ) : (
        <Button look="link" onClick={() => desk.slots.narrow({ from: null })}>
          {text.slots.nearest}
        </Button>
      )}
    </div>
  )
}

function Unread({ desk, list }: { readonly desk: Desk; readonly list: List }) {
  if (list.unread.length === 0) return null
  return (
    <details class="unread">
      <summary>{text.slots.unread(list.unread.length)}</summary>
      <ul>
        {list.unread.map((one) => (
          <li key={one.start + one.title}>
            {dayTime(one.start, desk.page.clock.now.value)}: «{one.title}»{one.why && <span class="faint"> {one.why}</span>}
            {one.suggestion && <span class="faint"> {text.slots.suggestion(one.suggestion)}</span>}
          </li>
        ))}
      </ul>
    </details>
  )
}
