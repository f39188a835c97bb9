/** Under an empty search: requests that the door could not take, and cards that may be one client, each settled by a click; addresses of forms. */

import { fullDayTime } from '../../../domain/text/russian'
import type { AsideRequest, LikeCards } from '../../../rpc/intakeContract'
import type { Desk } from '../../models/page/desk'
import { text } from '../../text.ru'
import { Button } from '../parts/Button'
import { TroubleNotice } from '../parts/Notices'
import { Parts } from '../parts/Parts'
import { AddressPanel } from './AddressPanel'

export function Waiting({ desk }: { readonly desk: Desk }) {
  const { waiting } = desk.intake
  const { asides, pairs, caller } = waiting
  return (
    <>
      <div class="row">
        <Button look="link" name="asides" caller={caller} onClick={() => void waiting.showAsides()}>
          {text.intake.asides}
        </Button>
        {waiting.mayMerge && (
          <Button look="link" name="pairs" caller={caller} onClick={() => void waiting.showPairs()}>
            {text.intake.pairs}
          </Button>
        )}
        {waiting.mayAddress && (
          <Button look="link" name="address" caller={caller} onClick={() => void waiting.showAddress()}>
            {text.intake.address}
          </Button>
        )}
      </div>
      <TroubleNotice caller={caller} />
      {waiting.address.value && <AddressPanel of={waiting.address.value} />}
      {asides.value?.length === 0 && <p class="faint">{text.intake.noAsides}</p>}
      {asides.value?.map((aside) => (
        <AsidePanel key={aside.id} desk={desk} aside={aside} />
      ))}
      {pairs.value && <p class="faint">{text.intake.pairsFound(pairs.value.count)}</p>}
      {pairs.value?.shown.map((pair) => (
        <PairPanel key={`${pair.keep.id}-${pair.drop.id}`} desk={desk} pair={pair} />
      ))}
    </>
  )
}

function AsidePanel({ desk, aside }: { readonly desk: Desk; readonly aside: AsideRequest }) {
  const { waiting } = desk.intake
  return (
    <section class="panel" aria-label={`${text.intake.asides}, ${fullDayTime(aside.at, desk.page.clock.now.value)}`}>
      <p class="detail">
        {fullDayTime(aside.at, desk.page.clock.now.value)}: {aside.why}
      </p>
      <p class="aside-text">{aside.text}</p>
      <div class="row">
        <Button name={`take-${aside.id}`} caller={waiting.caller} onClick={() => void waiting.settle(aside, true)}>
          {text.intake.takeAside}
        </Button>
        <Button look="link" name={`drop-${aside.id}`} caller={waiting.caller} onClick={() => void waiting.settle(aside, false)}>
          {text.intake.dropAside}
        </Button>
      </div>
    </section>
  )
}

function PairPanel({ desk, pair }: { readonly desk: Desk; readonly pair: LikeCards }) {
  const { waiting } = desk.intake
  const { keep, drop } = pair
  const name = `${keep.id}-${drop.id}`
  return (
    <section class="panel" aria-label={`${text.merge.title}, № ${keep.id}, № ${drop.id}`}>
      <span class="name">{`${keep.organisation || keep.contact}, № ${keep.id}`}</span>
      <Parts of={[keep.organisation !== '' && keep.contact, keep.phone, keep.email]} />
      <p class="detail">{pair.text}</p>
      <div class="row">
        <Button name={`merge-${name}`} caller={waiting.caller} onClick={() => void waiting.merge(pair)}>
          {text.merge.merge}
        </Button>
        <Button look="link" name={`apart-${name}`} caller={waiting.caller} onClick={() => void waiting.apart(pair)}>
          {text.card.notThem}
        </Button>
      </div>
    </section>
  )
}
