/** No card yet: the row of the table under the cursor, or a search. */

import { stageTitles } from '../../../domain/deal/words'
import { dayTime, shortName } from '../../../domain/text/russian'
import type { DealMatch } from '../../../rpc/contract'
import type { Desk } from '../../models/page/desk'
import { nameOf } from '../../models/page/page'
import { text } from '../../text.ru'
import { Button } from '../parts/Button'
import { Empty, TroubleNotice } from '../parts/Notices'
import { Parts } from '../parts/Parts'

export function DealSearch({ desk }: { readonly desk: Desk }) {
  const { card } = desk
  return (
    <form
      class="screen"
      onSubmit={(event) => {
        event.preventDefault()
        card.search()
      }}
    >
      {desk.page.phone === null && (
        <Button look="primary" icon="row" name="current" caller={card.finder} onClick={card.openCurrent}>
          {text.card.currentRow}
        </Button>
      )}
      <div class="field">
        <label for="deal-search">{text.card.search}</label>
        <div class="row">
          <input
            id="deal-search"
            type="search"
            autocomplete="off"
            value={card.query.value}
            onInput={(event) => {
              card.query.value = event.currentTarget.value
            }}
          />
          <Button look={desk.page.phone === null ? 'plain' : 'primary'} submit name="search" caller={card.finder}>
            {text.card.find}
          </Button>
        </div>
      </div>
      <TroubleNotice caller={card.finder} />
      <Found desk={desk} />
    </form>
  )
}

function Found({ desk }: { readonly desk: Desk }) {
  const { matches, hint } = desk.card
  if (hint.value) return <p role="status">{hint.value}</p>
  if (!matches.value) return <Empty>{<p>{text.card.teach}</p>}</Empty>
  return (
    <>
      <p class="faint">{text.card.found(matches.value.length)}</p>
      <ul class="matches">
        {matches.value.map((match) => (
          <li key={match.id}>
            <button type="button" class="match" onClick={() => desk.card.open(match)}>
              <DealOption desk={desk} match={match} />
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}

export function DealOption({ desk, match }: { readonly desk: Desk; readonly match: DealMatch }) {
  const when = match.start ? dayTime(match.start, desk.page.clock.now.value) : ''
  return (
    <span>
      <span class="name">
        № {match.id} · {match.organisation || match.contact}
      </span>
      <Parts of={[stageTitles[match.stage], when, match.consultant && shortName(nameOf(desk.page, match.consultant))]} />
    </span>
  )
}
