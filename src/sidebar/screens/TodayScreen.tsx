/** «Сегодня»: what is owed, by time; a tap leads to where it is done. */

import type { TodayItem } from '../../rpc/contract'
import { Heartbeat } from '../components/frame/Heartbeat'
import { Button } from '../components/parts/Button'
import { ClauseTip } from '../components/parts/Clause'
import { BadNotice, Empty, TroubleNotice, Waiting } from '../components/parts/Notices'
import { Segments } from '../components/parts/Segments'
import { SheetNotes } from '../components/parts/SheetNotes'
import { HandBlocks } from '../components/today/HandBlocks'
import { Windows } from '../components/today/Windows'
import { WishButtons } from '../components/today/WishButtons'
import { pastPortion, type TodayGroup } from '../models/dialogs/today'
import type { Desk } from '../models/page/desk'
import { unbroken } from '../models/page/unbroken'
import { disputes } from '../text/disputes.ru'
import { text } from '../text.ru'
import { DisputesScreen } from './DisputesScreen'

export function TodayScreen({ desk }: { readonly desk: Desk }) {
  return desk.disputes.open.value ? <DisputesScreen desk={desk} /> : <Due desk={desk} />
}

function Due({ desk }: { readonly desk: Desk }) {
  const { today, others, groups, caller } = desk.today
  return (
    <div class="screen">
      <div class="row today-top">
        {others.value > 0 && <Whose desk={desk} />}
        <Heartbeat desk={desk} />
      </div>
      <TroubleNotice caller={caller} />
      <TroubleNotice caller={desk.today.wishes} />
      {desk.today.checked.value !== null && desk.today.late.value && <BadNotice>{text.header.lateHint}</BadNotice>}
      {desk.dialogTrouble.value && <BadNotice>{desk.dialogTrouble.value}</BadNotice>}
      {today.value === null && caller.busy.value !== '' && <Waiting>{text.today.loading}</Waiting>}
      <HandBlocks desk={desk} />
      {groups.value.map((group) => (
        <Group key={group.state} desk={desk} group={group} />
      ))}
      {today.value !== null && groups.value.length === 0 && <AllDone desk={desk} />}
      {(today.value?.past.count ?? 0) > 0 && <Past desk={desk} />}
      {(today.value?.discrepancies ?? 0) > 0 && (
        <Button icon="alert" onClick={desk.disputes.show}>
          {disputes.link(today.value?.discrepancies ?? 0)}
        </Button>
      )}
      <SheetNotes notes={today.value?.notes ?? []} />
      {desk.page.phone === null && <Windows desk={desk} />}
    </div>
  )
}

function Whose({ desk }: { readonly desk: Desk }) {
  const { all } = desk.today
  return (
    <Segments
      label={text.today.whose}
      name="whose"
      value={all.value ? 'all' : 'mine'}
      options={[
        { value: 'mine', title: text.today.mine },
        { value: 'all', title: text.today.all },
      ]}
      onChoose={(value) => {
        all.value = value === 'all'
      }}
    />
  )
}

function Group({ desk, group }: { readonly desk: Desk; readonly group: TodayGroup }) {
  return (
    <section class={`due ${group.state}`} aria-label={text.today.groups[group.state]}>
      <h2>
        {text.today.groups[group.state]} <span class="faint">{group.items.length}</span>
      </h2>
      <ul>
        {group.items.map((item) => (
          <li key={`${item.key} ${item.subject}`}>
            <Item desk={desk} item={item} />
            <WishButtons desk={desk} item={item} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** History is no debt: folded, grey, some cards at a time. */
function Past({ desk }: { readonly desk: Desk }) {
  const { today, pastShown } = desk.today
  const { count = 0, items = [] } = today.value?.past ?? {}
  const shown = items.slice(0, pastShown.value)
  const further = Math.min(pastPortion, items.length - shown.length)
  const show = (n: number) => () => {
    pastShown.value = n
  }
  return (
    <section class="due past" aria-label={text.today.groups.past}>
      <Button look="link" onClick={show(shown.length > 0 ? 0 : pastPortion)}>
        {text.today.past(count)}
      </Button>
      {shown.length > 0 && <p class="faint">{text.today.pastHint}</p>}
      <ul>
        {shown.map((item) => (
          <li key={`${item.key} ${item.deal?.id}`}>
            <Item desk={desk} item={item} />
          </li>
        ))}
      </ul>
      {shown.length > 0 && further > 0 && (
        <Button look="link" onClick={show(shown.length + further)}>
          {text.today.pastMore(further)}
        </Button>
      )}
    </section>
  )
}

function Item({ desk, item }: { readonly desk: Desk; readonly item: TodayItem }) {
  const opening = item.deal !== null && desk.card.finder.busy.value === `open-${item.deal.id}`
  const tip = `tip-${item.key}-${item.deal?.id ?? item.who}`
  const said = (
    <>
      <span class="subject">{item.subject}</span>
      <span class="when">
        {opening && <span class="spinner" />}
        {item.state !== 'past' && text.today.due(item, desk.page.clock.now.value)}
        {!item.mine && item.who !== '' && <span class="who"> · {item.who}</span>}
      </span>
      <span class="detail">
        {unbroken(item.detail)}
        <span class="clause">
          {item.clause}
          <ClauseTip page={desk.page} id={tip} clause={item.clause} />
        </span>
      </span>
    </>
  )
  const mine = item.mine ? ' mine' : ''
  if (item.opens === 'nothing') return <div class={`item plain${mine}`}>{said}</div>
  return (
    <button type="button" class={`item${mine}`} aria-busy={opening} aria-describedby={tip} onClick={() => desk.follow(item)}>
      {said}
    </button>
  )
}

function AllDone({ desk }: { readonly desk: Desk }) {
  const { today, others, all } = desk.today
  const next = today.value?.next
  return (
    <Empty title={others.value > 0 ? text.today.nothingMine : text.today.nothing}>
      <p>{next ? text.today.next(next.at, next.subject, desk.page.clock.now.value) : text.today.noNext}</p>
      {others.value > 0 && (
        <Button
          look="link"
          onClick={() => {
            all.value = true
          }}
        >
          {text.today.othersHave(others.value)}
        </Button>
      )}
    </Empty>
  )
}
