/** «Перенести…» and «Передать другому…» on the card: slots within the limit, a time of one's own, the reason, who gets which letter. */

import { clock, fullDayTime, shortName } from '../../../domain/text/russian'
import { minutesBetween } from '../../../domain/time/localTime'
import type { Card, SlotList } from '../../../rpc/contract'
import type { MoveKind } from '../../models/card/cardMove'
import type { Desk } from '../../models/page/desk'
import { nameOf } from '../../models/page/page'
import { roomOf } from '../../models/slots/slotRoom'
import { text } from '../../text.ru'
import { OwnTimeFields } from '../intake/OwnTimeFields'
import { Button } from '../parts/Button'
import { AreaField } from '../parts/Field'
import { BadNotice, TroubleNotice, Waiting } from '../parts/Notices'
import { ConsultantPicks } from '../slots/ConsultantPicks'
import { HoldLine } from '../slots/HoldLine'
import { WhyNone } from '../slots/WhyNone'

interface Props {
  readonly desk: Desk
  readonly card: Card
  readonly kind: MoveKind
}

export function MovePanel({ desk, card, kind }: Props) {
  const { move } = desk.card
  const { deal } = card
  return (
    <section class="panel" id="move-panel" tabIndex={-1} aria-label={text.moves.title[kind]}>
      <div>
        <strong>{text.moves.title[kind]}</strong>
        {deal.start && (
          <span class="detail">
            {text.moves.now(fullDayTime(deal.start, desk.page.clock.now.value), shortName(nameOf(desk.page, deal.consultant)))}
          </span>
        )}
      </div>
      {move.lost.value && <BadNotice>{move.lost.value}</BadNotice>}
      <TroubleNotice caller={move.finder} />
      {move.finder.busy.value !== '' && <Waiting>{text.slots.looking}</Waiting>}
      {move.list.value && <Choice desk={desk} kind={kind} list={move.list.value} />}
      {move.times.value && <Confirm desk={desk} card={card} kind={kind} />}
      <div class="row">
        {move.times.value && (
          <Button
            look="primary"
            name="move"
            caller={move.caller}
            disabled={move.reason.value.trim() === ''}
            onClick={() => void move.confirm()}
          >
            {text.moves.confirm[kind]}
          </Button>
        )}
        <Button onClick={move.forget}>{text.common.cancel}</Button>
      </div>
    </section>
  )
}

function Choice({ desk, kind, list }: Omit<Props, 'card'> & { readonly list: SlotList }) {
  const { move } = desk.card
  const { from, until } = list.horizon
  const over = until < from
  const offering = list.consultants.filter((one) => one.slots.length > 0)
  return (
    <>
      <p class="detail">{over ? text.moves.limitOver : text.moves.limit(from, until)}</p>
      {offering.map((one) => (
        <ConsultantPicks
          key={one.initials}
          desk={desk}
          one={one}
          alone={kind === 'reschedule'}
          picked={move.picked.value?.slot ?? null}
          onPick={(slot) => move.pick(one, slot)}
        />
      ))}
      {offering.length === 0 && !over && <p>{text.moves.none[kind]}</p>}
      {kind === 'reassign' && <WhyNone list={list} offered={offering.length > 0} />}
      {kind === 'reschedule' && !over && <OwnTime desk={desk} />}
    </>
  )
}

function OwnTime({ desk }: { readonly desk: Desk }) {
  const { own, typeOwn } = desk.card.move
  if (own.value) return <OwnTimeFields name="move" time={own.value} onType={typeOwn} />
  return (
    <Button look="link" onClick={() => typeOwn({})}>
      {text.moves.own}
    </Button>
  )
}

function Confirm({ desk, card, kind }: Props) {
  const { move, steps } = desk.card
  const times = move.times.value
  const beyond = move.caller.trouble.value?.problem?.code === 'moveLimit' && card.steps.some((step) => step.kind === 'reassign')
  return (
    <>
      {times && (
        <strong>
          {text.moves.newTime(fullDayTime(times.start, desk.page.clock.now.value))}
          {move.own.value && `–${clock(times.end)}`}
        </strong>
      )}
      <HoldLine desk={desk} />
      <Shorter desk={desk} card={card} />
      <AreaField
        id="move-reason"
        label={text.common.reason}
        hint={text.common.reasonHint}
        required
        value={move.reason.value}
        onType={(value) => {
          move.reason.value = value
        }}
      />
      <div class="gets">
        <span class="label">{text.moves.letters}</span>
        <ul>
          {lettersOf(desk, card, kind).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </div>
      <TroubleNotice caller={move.caller} />
      {beyond && <Button onClick={() => steps.take({ ...reassignStep, title: text.moves.other })}>{text.moves.other}</Button>}
    </>
  )
}

/** The hour has less room than the consultation had. */
function Shorter({ desk, card: { deal } }: { readonly desk: Desk; readonly card: Card }) {
  const { times, picked } = desk.card.move
  if (!times.value || !picked.value || deal.start === null || deal.end === null) return null
  const asked = minutesBetween(deal.start, deal.end)
  const room = roomOf(picked.value.slot)
  return asked > room ? <BadNotice>{text.slots.shortened(asked, room)}</BadNotice> : null
}

const reassignStep = { kind: 'reassign', value: '', primary: false, blockedBy: '', needsReason: false } as const

/** As the server writes them: the client always, of the consultants who has to know (R2, G6). */
function lettersOf(desk: Desk, { client, deal }: Card, kind: MoveKind): readonly string[] {
  const email = client?.email ?? ''
  const named = (initials: string) => shortName(nameOf(desk.page, initials))
  const toClient = email === '' ? text.moves.noClient : text.moves.toClient(email)
  const other = desk.card.move.picked.value?.consultant.initials ?? ''
  if (kind === 'reassign') return [text.moves.toNew(named(other)), text.moves.toOld(named(deal.consultant)), toClient]
  return deal.consultant === desk.page.me.initials ? [toClient] : [text.moves.toSame(named(deal.consultant)), toClient]
}
