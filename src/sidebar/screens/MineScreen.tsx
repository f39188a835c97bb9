/** «Мои консультации»: a consultant's own, what is to be filled first; and «Отметить слоты». */

import { formatTitles } from '../../domain/deal/words'
import { clock, dayTime } from '../../domain/text/russian'
import type { OwnConsultation } from '../../rpc/contract'
import { Button } from '../components/parts/Button'
import { Empty, TroubleNotice, Waiting } from '../components/parts/Notices'
import { Segments } from '../components/parts/Segments'
import { MarkSlots } from '../components/pocket/MarkSlots'
import { CallLink } from '../components/pocket/Ways'
import type { Desk } from '../models/page/desk'
import type { OwnGroup } from '../models/pocket/mine'
import { pocket as text } from '../text/pocket.ru'

export function MineScreen({ desk }: { readonly desk: Desk }) {
  const { part } = desk.mine
  return (
    <div class="screen pocket">
      <Segments
        label={text.part}
        name="part"
        value={part.value}
        options={[
          { value: 'list', title: text.list },
          { value: 'marks', title: text.marks },
        ]}
        onChoose={(value) => desk.showMine(value === 'marks' ? 'marks' : 'list')}
      />
      {part.value === 'marks' ? <MarkSlots desk={desk} /> : <OwnList desk={desk} />}
    </div>
  )
}

function OwnList({ desk }: { readonly desk: Desk }) {
  const { caller, items, groups } = desk.mine
  return (
    <>
      <TroubleNotice caller={caller} />
      {items.value === null && caller.busy.value !== '' && <Waiting>{text.loading}</Waiting>}
      {groups.value.map((group) => (
        <Group key={group.group} desk={desk} group={group} />
      ))}
      {items.value?.length === 0 && (
        <Empty title={text.nothing}>
          <p>{text.nothingWhy}</p>
          <Button look="primary" onClick={() => desk.showMine('marks')}>
            {text.marks}
          </Button>
        </Empty>
      )}
    </>
  )
}

function Group({ desk, group: { group, items } }: { readonly desk: Desk; readonly group: OwnGroup }) {
  return (
    <section class={`due own ${group}`} aria-label={text.groups[group]}>
      <h2>
        {text.groups[group]} <span class="faint">{items.length}</span>
      </h2>
      <ul>
        {items.map((item) => (
          <li key={item.id}>
            <Own desk={desk} item={item} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Own({ desk, item }: { readonly desk: Desk; readonly item: OwnConsultation }) {
  const now = desk.page.clock.now.value
  const opening = desk.card.finder.busy.value === `open-${item.id}`
  const isGoing = item.start <= now && now < item.end
  const late = item.due !== null && item.due < now
  return (
    <div class="own-row">
      <button type="button" class={`item${late ? ' mine late-one' : ''}`} aria-busy={opening} onClick={() => desk.card.open(item)}>
        <span class="subject">{item.organisation || item.contact}</span>
        <span class="when">
          {opening && <span class="spinner" />}
          {[
            isGoing && text.going,
            `${dayTime(item.start, now)}–${clock(item.end)}`,
            text.due(item.due, now),
            item.cannotHold && text.cannotHold,
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
        <span class="detail">{placeOf(item)}</span>
      </button>
      {item.group !== 'fill' && <CallLink phone={item.phone} name={item.contact || item.organisation} />}
    </div>
  )
}

/** A meeting's address is no text to read. */
function placeOf({ format, place }: OwnConsultation): string {
  const said = /^https?:/.test(place.trim()) ? '' : place.trim()
  return [format === null ? '' : formatTitles[format], said].filter(Boolean).join(', ')
}
