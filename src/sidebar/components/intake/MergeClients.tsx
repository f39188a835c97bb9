/** Under the found clients: two cards that look like one client, what merging them would do, and the way back. */

import type { FoundClient } from '../../../domain/client/client'
import { filledBy, type Pair } from '../../models/intake/clientMerge'
import type { Desk } from '../../models/page/desk'
import { text } from '../../text.ru'
import { Button } from '../parts/Button'
import { GoodNotice, TroubleNotice } from '../parts/Notices'
import { Parts } from '../parts/Parts'

export function MergeClients({ desk }: { readonly desk: Desk }) {
  const { pair, asking, done, caller } = desk.intake.merge
  return (
    <>
      {done.value && <Result desk={desk} />}
      {pair.value && !asking.value && <Offer desk={desk} pair={pair.value} />}
      {pair.value && asking.value && <Preview desk={desk} pair={pair.value} />}
      <TroubleNotice caller={caller} />
    </>
  )
}

function Offer({ desk, pair }: { readonly desk: Desk; readonly pair: Pair }) {
  return (
    <div class="row between small">
      <span class="faint">
        {text.merge.same[pair.by]}: {text.merge.number(pair.keep.id)}, {text.merge.number(pair.drop.id)}
      </span>
      <Button look="link" onClick={desk.intake.merge.ask}>
        {text.merge.ask}
      </Button>
    </div>
  )
}

function Preview({ desk, pair }: { readonly desk: Desk; readonly pair: Pair }) {
  const { merge, swap, cancel, caller } = desk.intake.merge
  const filled = filledBy(pair)
  return (
    <section class="panel" id="merge-panel" tabIndex={-1} aria-label={text.merge.title}>
      <h3>{text.merge.title}</h3>
      <Side title={text.merge.keep} client={pair.keep} />
      <div>
        <span class="label">{text.merge.filled}</span>
        {filled.length === 0 && <div class="faint">{text.merge.nothingFilled}</div>}
        {filled.map((line) => (
          <div key={line}>{line}</div>
        ))}
      </div>
      <Side title={text.merge.drop} client={pair.drop} />
      <p class="detail">{text.merge.dropped}</p>
      <div class="row">
        <Button look="primary" name="merge" caller={caller} onClick={() => void merge()}>
          {text.merge.merge}
        </Button>
        <Button onClick={cancel}>{text.common.cancel}</Button>
        <Button look="link" onClick={swap}>
          {text.merge.other}
        </Button>
      </div>
    </section>
  )
}

function Side({ title, client }: { readonly title: string; readonly client: FoundClient }) {
  return (
    <div>
      <span class="label">
        {title}: {text.merge.number(client.id)}
      </span>
      <span class="name">{client.organisation || client.contact}</span>
      <Parts of={[client.organisation !== '' && client.contact, client.phone, client.email]} />
    </div>
  )
}

function Result({ desk }: { readonly desk: Desk }) {
  const { done, unmerge, caller } = desk.intake.merge
  return (
    <GoodNotice>
      {done.value?.sentence}
      {done.value?.drop != null && (
        <Button look="link" name="unmerge" caller={caller} onClick={() => void unmerge()}>
          {text.merge.unmerge}
        </Button>
      )}
    </GoodNotice>
  )
}
