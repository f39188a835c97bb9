/** «Расхождения» within «Сегодня»: what calendar and cards tell differently, each line with its outcomes as buttons. */

import { dayTime, shortName } from '../../domain/text/russian'
import type { DiscrepancyItem } from '../../rpc/calendarContract'
import { DealOption } from '../components/card/DealSearch'
import { Button } from '../components/parts/Button'
import { AreaField, TextField } from '../components/parts/Field'
import { Empty, GoodNotice, TroubleNotice, Waiting } from '../components/parts/Notices'
import { Parts } from '../components/parts/Parts'
import { type Asking, needsAnswer, outcomeKey } from '../models/dialogs/disputes'
import type { Desk } from '../models/page/desk'
import { nameOf } from '../models/page/page'
import { unbroken } from '../models/page/unbroken'
import { disputes as text } from '../text/disputes.ru'
import { text as common } from '../text.ru'

export function DisputesScreen({ desk }: { readonly desk: Desk }) {
  const { disputes, letters } = desk
  const items = disputes.items.value
  return (
    <div class="screen">
      <div>
        <Button look="link" icon="back" onClick={disputes.back}>
          {text.back}
        </Button>
      </div>
      <h2 id="disputes-title" tabIndex={-1}>
        {text.title}
      </h2>
      {disputes.done.value && <GoodNotice quiet={letters.told.value}>{unbroken(disputes.done.value)}</GoodNotice>}
      <TroubleNotice caller={disputes.finder} />
      {disputes.finder.busy.value !== '' && items === null && <Waiting>{text.loading}</Waiting>}
      {items !== null && items.length > 0 && <p class="faint">{text.teach}</p>}
      {items?.length === 0 && (
        <Empty title={text.none}>
          <p>{text.noneHelp}</p>
        </Empty>
      )}
      {items?.map((item) => (
        <Line key={item.key} desk={desk} item={item} />
      ))}
    </div>
  )
}

function Line({ desk, item }: { readonly desk: Desk; readonly item: DiscrepancyItem }) {
  const { disputes, page } = desk
  const asking = disputes.asking.value?.item.key === item.key ? disputes.asking.value : null
  const { dealId } = item
  return (
    <section class="dispute" aria-label={item.event}>
      <strong>{unbroken(item.event)}</strong>
      <p>{unbroken(item.what)}</p>
      <Parts of={[item.consultant && shortName(nameOf(page, item.consultant)), text.found(dayTime(item.at, page.clock.now.value))]} />
      {dealId !== null && (
        <div>
          <Button look="link" name={`open-${dealId}`} caller={desk.card.finder} onClick={() => disputes.openDeal(dealId)}>
            {common.common.deal(dealId)}
          </Button>
        </div>
      )}
      <div class="buttons">
        {item.outcomes.map((outcome, at) => (
          <Button
            key={outcome.value}
            look={at === 0 ? 'strong' : 'plain'}
            name={outcomeKey(item, outcome)}
            caller={disputes.caller}
            onClick={() => disputes.choose(item, outcome)}
          >
            {titleOf(outcome)}
          </Button>
        ))}
      </div>
      {asking && needsAnswer(asking.outcome) && <Answer desk={desk} asking={asking} />}
      {asking && <TroubleNotice caller={disputes.caller} />}
    </section>
  )
}

/** «принять с причиной» → «Принять с причиной» */
function titleOf({ title }: { readonly title: string }): string {
  return title.charAt(0).toUpperCase() + title.slice(1)
}

function Answer({ desk, asking: { item, outcome } }: { readonly desk: Desk; readonly asking: Asking }) {
  const { disputes } = desk
  return (
    <div class="panel">
      {outcome.needsDeal ? (
        <DealChoice desk={desk} />
      ) : (
        <AreaField
          id="dispute-reason"
          label={outcome.needsReason ? common.common.reason : `${common.common.reason} (${common.common.optional})`}
          hint={text.reasonHint}
          required={outcome.needsReason}
          value={disputes.reason.value}
          onType={(value) => {
            disputes.reason.value = value
          }}
        />
      )}
      <div class="row">
        <Button
          look="primary"
          name={outcomeKey(item, outcome)}
          caller={disputes.caller}
          disabled={!disputes.isComplete()}
          onClick={() => void disputes.confirm()}
        >
          {titleOf(outcome)}
        </Button>
        <Button onClick={disputes.back}>{common.common.cancel}</Button>
      </div>
    </div>
  )
}

function DealChoice({ desk }: { readonly desk: Desk }) {
  const { disputes } = desk
  const chosen = disputes.chosen.value
  if (chosen)
    return (
      <div class="row between">
        <DealOption desk={desk} match={chosen} />
        <Button look="link" onClick={() => disputes.chooseDeal(null)}>
          {text.other}
        </Button>
      </div>
    )
  return (
    <>
      <TextField
        id="dispute-deal"
        label={text.deal}
        hint={common.card.search}
        value={disputes.query.value}
        onEnter={disputes.findDeals}
        onType={(value) => {
          disputes.query.value = value
        }}
      />
      <div>
        <Button name="search" caller={disputes.search} onClick={disputes.findDeals}>
          {common.card.find}
        </Button>
      </div>
      <TroubleNotice caller={disputes.search} />
      {disputes.matches.value?.length === 0 && <p class="detail">{text.noDeal}</p>}
      <ul class="matches">
        {disputes.matches.value?.map((match) => (
          <li key={match.id}>
            <button type="button" class="match" onClick={() => disputes.chooseDeal(match)}>
              <DealOption desk={desk} match={match} />
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
