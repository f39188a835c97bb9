/** «Карточка»: one deal from the first call to the closed card. */

import { useSignal } from '@preact/signals'
import { clock } from '../../domain/text/russian'
import type { Card } from '../../rpc/contract'
import { Conflicts, OutsideChanges } from '../components/card/CardChanges'
import { CardGroups } from '../components/card/CardGroups'
import { CardHead } from '../components/card/CardHead'
import { ConsentLine } from '../components/card/ConsentLine'
import { DealSearch } from '../components/card/DealSearch'
import { ExpertReport } from '../components/card/ExpertReport'
import { History } from '../components/card/History'
import { OtherDrafts } from '../components/card/OtherDrafts'
import { PastConsultations } from '../components/card/PastConsultations'
import { Repeats } from '../components/card/Repeats'
import { Steps } from '../components/card/Steps'
import { Button } from '../components/parts/Button'
import { Fold } from '../components/parts/Fold'
import { GoodNotice, TroubleNotice, Waiting } from '../components/parts/Notices'
import { PocketCard } from '../components/pocket/PocketCard'
import type { Desk } from '../models/page/desk'
import { pocket } from '../text/pocket.ru'
import { text } from '../text.ru'

export function CardScreen({ desk }: { readonly desk: Desk }) {
  const card = desk.card.card.value
  if (card) return <OpenCard desk={desk} card={card} />
  return desk.card.finder.busy.value.startsWith('open-') ? <Opening /> : <DealSearch desk={desk} />
}

function Opening() {
  return (
    <div class="screen">
      <Waiting>{text.card.opening}</Waiting>
    </div>
  )
}

function OpenCard({ desk, card }: { readonly desk: Desk; readonly card: Card }) {
  const { finder, edits, done, hint, leaving } = desk.card
  const whole = useSignal(0)
  const isShort = desk.isPocket(card) && whole.value !== card.deal.id
  return (
    <form
      class={`screen${edits.dirty.value || leaving.value ? ' with-bar' : ''}`}
      onSubmit={(event) => {
        event.preventDefault()
        if (edits.dirty.value) void desk.card.save()
      }}
    >
      {finder.busy.value.startsWith('open-') && <Waiting>{text.card.opening}</Waiting>}
      <TroubleNotice caller={finder} />
      {hint.value && <p role="status">{hint.value}</p>}
      {done.value && (
        <GoodNotice id="card-done" quiet={desk.letters.told.value}>
          {done.value}
        </GoodNotice>
      )}
      <Conflicts page={desk.page} edits={edits} />
      <OutsideChanges desk={desk} />
      <OtherDrafts desk={desk} />
      {isShort ? <PocketCard key={card.deal.id} desk={desk} card={card} /> : <WholeCard desk={desk} card={card} />}
      {desk.isPocket(card) && (
        <Button
          look="link"
          onClick={() => {
            whole.value = isShort ? card.deal.id : 0
          }}
        >
          {isShort ? pocket.whole : pocket.short}
        </Button>
      )}
      {leaving.value ? <LeaveBar desk={desk} /> : edits.dirty.value && <SaveBar desk={desk} />}
    </form>
  )
}

function WholeCard({ desk, card }: { readonly desk: Desk; readonly card: Card }) {
  return (
    <>
      <CardHead desk={desk} card={card} />
      <Repeats desk={desk} card={card} />
      {!card.archive && <Steps desk={desk} card={card} />}
      {!card.archive && <ExpertReport key={card.deal.report} desk={desk} card={card} />}
      <CardGroups desk={desk} card={card} />
      <ConsentLine desk={desk} card={card} />
      <RawRequest raw={card.deal.raw} />
      <PastConsultations desk={desk} card={card} />
      <History desk={desk} card={card} />
    </>
  )
}

/** What a form or a letter sent, as it came: plain text, never markup. */
function RawRequest({ raw }: { readonly raw: string }) {
  if (!raw) return null
  return (
    <Fold title={text.card.raw}>
      <p class="plain">{raw}</p>
    </Fold>
  )
}

function SaveBar({ desk }: { readonly desk: Desk }) {
  const { edits, caller, discard, drafts } = desk.card
  const kept = drafts.kept.value
  return (
    <div class="bar">
      <TroubleNotice caller={caller} />
      <span class="unsaved">{text.card.edited(Object.keys(edits.edits.value).length)}</span>
      {kept !== '' && (
        <span class="detail kept" role="status">
          {kept === 'waiting' ? text.card.draftWaits : text.card.draftKept(clock(kept))}
        </span>
      )}
      <Button submit name="save" caller={caller} look="strong">
        {text.card.save}
      </Button>
      <Button look="link" onClick={discard}>
        {text.card.discard}
      </Button>
    </div>
  )
}

function LeaveBar({ desk }: { readonly desk: Desk }) {
  const { caller, leave } = desk.card
  return (
    <div class="bar" role="alertdialog" aria-label={text.card.leaving}>
      <TroubleNotice caller={caller} />
      <span class="unsaved">{text.card.leaving}</span>
      <Button look="primary" name="save" caller={caller} onClick={() => void leave('save')}>
        {text.card.leaveSave}
      </Button>
      <Button onClick={() => void leave('discard')}>{text.card.leaveDiscard}</Button>
      <Button onClick={() => void leave('stay')}>{text.card.stay}</Button>
    </div>
  )
}
