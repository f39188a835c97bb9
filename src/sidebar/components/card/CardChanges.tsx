/** What others changed on an open card, and the fields where their text and the typed one differ: each is settled by a press. */

import { fieldOf } from '../../models/card/cardFields'
import type { CardEdits } from '../../models/card/edits/cardEdits'
import type { Conflict } from '../../models/card/edits/typedEdits'
import { reading } from '../../models/card/fieldOptions'
import type { Desk } from '../../models/page/desk'
import type { Page } from '../../models/page/page'
import { card as text } from '../../text/card.ru'
import { common } from '../../text/common.ru'
import { Button } from '../parts/Button'

export function OutsideChanges({ desk }: { readonly desk: Desk }) {
  const { outside, seen } = desk.card.fresh
  // What is to be settled stands in its own notice.
  const asked = desk.card.edits.conflicts.value.map(({ key }) => fieldOf(key).heading)
  const told = outside.value.filter(({ title }) => !asked.includes(title))
  if (told.length === 0) return null
  return (
    <div class="notice ask" role="status">
      <div>
        {text.outside}
        <ul>
          {told.map(({ title, before, after }) => (
            <li key={title}>
              {title}: {before || text.nothingThere} → <strong>{after || text.nothingThere}</strong>
            </li>
          ))}
        </ul>
        <Button look="link" onClick={seen}>
          {common.understood}
        </Button>
      </div>
    </div>
  )
}

export function Conflicts({ page, edits }: { readonly page: Page; readonly edits: CardEdits }) {
  if (edits.conflicts.value.length === 0) return null
  return (
    <section class="notice ask" id="card-conflicts" tabIndex={-1} aria-label={text.conflicts}>
      <div>
        {text.conflicts}
        {edits.conflicts.value.map((one) => (
          <OneConflict key={one.key} page={page} conflict={one} onDecide={(which) => edits.decide(one.key, which)} />
        ))}
      </div>
    </section>
  )
}

interface OneProps {
  readonly page: Page
  readonly conflict: Conflict
  readonly onDecide: (which: 'mine' | 'theirs') => void
}

function OneConflict({ page, conflict, onDecide }: OneProps) {
  const { key, theirs, mine } = conflict
  return (
    <div class="conflict">
      <strong>{fieldOf(key).heading}</strong>
      <span class="label">{text.standsNow}</span>
      <p class="plain">{reading(key, theirs, page.lists) || text.nothingThere}</p>
      <span class="label">{text.typedHere}</span>
      <p class="plain">{reading(key, mine, page.lists) || text.nothingThere}</p>
      <div class="row">
        <Button onClick={() => onDecide('theirs')}>{text.keepTheirs}</Button>
        <Button onClick={() => onDecide('mine')}>{text.keepMine}</Button>
      </div>
    </div>
  )
}
