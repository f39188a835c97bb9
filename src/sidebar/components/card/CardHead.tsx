/** Top of a card: number, organisation, whom to call, when it is, where it stands, what is missing. */

import { messengerLink } from '../../../domain/client/messenger'
import type { Stage } from '../../../domain/deal/deal'
import { channelTitles, stageTitles } from '../../../domain/deal/words'
import type { MissingField } from '../../../domain/problem'
import { dayTime, shortName } from '../../../domain/text/russian'
import type { Card } from '../../../rpc/contract'
import { stepId } from '../../models/card/cardSteps'
import type { Desk } from '../../models/page/desk'
import { nameOf } from '../../models/page/page'
import { text } from '../../text.ru'
import { Button } from '../parts/Button'
import { ClauseTip } from '../parts/Clause'
import { CopyButton } from '../parts/CopyButton'
import { Fold } from '../parts/Fold'
import { Parts } from '../parts/Parts'

export function CardHead({ desk, card }: { readonly desk: Desk; readonly card: Card }) {
  const { deal, client } = card
  const contact = client?.contact || deal.contact
  const organisation = client?.organisation || deal.organisation
  return (
    <div class="card-head">
      <div class="row between">
        <span class="number">№ {deal.id}</span>
        <span class="row">
          {desk.page.phone === null && (
            <Button look="link" name="current" caller={desk.card.finder} onClick={desk.card.openCurrent}>
              {text.card.currentRow}
            </Button>
          )}
          <Button look="link" label={text.card.otherHint} onClick={desk.card.close}>
            {text.card.other}
          </Button>
        </span>
      </div>
      <h2>{organisation || contact || text.common.deal(deal.id)}</h2>
      <p class="in-short">{inShort(desk, card)}</p>
      <div class="contact">
        {organisation && contact && <span>{contact}</span>}
        <Phone phone={client?.phone || deal.phone} calls={desk.page.phone !== null} />
        <Messenger desk={desk} card={card} />
      </div>
      <Trail desk={desk} card={card} />
      {card.archive && <p class="faint">{text.card.archived(card.archive)}</p>}
      <Missing desk={desk} card={card} />
    </div>
  )
}

/** Who, when, what next, in one line: «Морозова М. И., завтра 10:00 — дальше: провести консультацию». */
function inShort(desk: Desk, { deal }: Card): string {
  const now = desk.page.clock.now.value
  const who = [shortName(nameOf(desk.page, deal.consultant)), deal.start && dayTime(deal.start, now)].filter(Boolean).join(', ')
  const isOver = deal.stage === 'assigned' && deal.start !== null && deal.start <= now
  return text.card.inShort(who, isOver ? 'held' : deal.stage)
}

/** On a phone a touch calls. */
function Phone({ phone, calls }: { readonly phone: string; readonly calls: boolean }) {
  if (phone === '') return null
  return (
    <span class="phone">
      {calls ? (
        <a class="value" href={`tel:${phone.replace(/[^\d+]/g, '')}`} target="_blank" rel="noopener">
          {phone}
        </a>
      ) : (
        <span class="value">{phone}</span>
      )}
      <CopyButton of={phone} />
    </span>
  )
}

/** Opens the talk where the client is written to; that he was written to is one press in the steps (I5). */
function Messenger({ desk, card: { client, deal, steps } }: { readonly desk: Desk; readonly card: Card }) {
  const link = messengerLink(client?.messenger ?? '', client?.phone || deal.phone)
  const noted = steps.find(({ kind, value, blockedBy }) => kind === 'note' && value === 'messenger' && blockedBy === '')
  if (link === null) return null
  return (
    <a
      href={link.href}
      target="_blank"
      rel="noopener noreferrer"
      onClick={() => {
        if (noted) desk.page.point(stepId(noted))
      }}
    >
      {text.card.writeTo(link.title)}
    </a>
  )
}

/** The road a deal goes; a stage beside it stands in for the one it replaces. */
function roadOf(stage: Stage): readonly Stage[] {
  const first = stage === 'unsorted' ? 'unsorted' : 'new'
  const second = stage === 'unreached' ? 'unreached' : 'accepted'
  if (stage === 'lost') return [first, 'lost']
  return [first, second, 'assigned', 'held', 'feedback', 'won']
}

function Trail({ desk, card }: { readonly desk: Desk; readonly card: Card }) {
  const { stage, stageSince, failure, channel, received } = card.deal
  const now = desk.page.clock.now.value
  const road = roadOf(stage)
  const at = road.indexOf(stage)
  return (
    <>
      <ol class="trail" aria-label={text.card.trail}>
        {road.map((one, index) => (
          <li
            key={one}
            class={index < at ? 'past' : index === at ? `now ${stage}` : ''}
            aria-current={index === at ? 'step' : undefined}
            title={stageTitles[one]}
          >
            {text.card.trailTitles[one]}
          </li>
        ))}
      </ol>
      <Parts
        of={[stageSince && text.card.since(stageSince, now), failure, received && text.card.came(channelTitles[channel], received, now)]}
      />
    </>
  )
}

/** Before it begins nobody lacks what is filled in afterwards: folded away. */
function Missing({ desk, card }: { readonly desk: Desk; readonly card: Card }) {
  const missing = desk.card.missing.value
  if (missing.length === 0) return null
  const { stage, start } = card.deal
  const early = stage === 'assigned' && start !== null && start > desk.page.clock.now.value
  const chips = missing.map((field) => <Chip key={`${field.card}.${field.field}`} desk={desk} field={field} />)
  if (early)
    return (
      <Fold title={text.card.afterwards(missing.length)}>
        <div class="missing early">{chips}</div>
      </Fold>
    )
  return (
    <div class="missing">
      <span>{text.card.missing}</span>
      {chips}
    </div>
  )
}

function Chip({ desk, field }: { readonly desk: Desk; readonly field: MissingField }) {
  const tip = `tip-${field.card}-${field.field}`
  return (
    <button type="button" class="chip" aria-describedby={tip} onClick={() => desk.card.jump(field)}>
      {field.title}
      <ClauseTip page={desk.page} id={tip} clause={field.clause} />
    </button>
  )
}
