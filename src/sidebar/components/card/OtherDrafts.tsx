/** What the same person has typed on this card on another device: shown, and taken by a press; nothing is overwritten by it. */

import { clock, dayTime } from '../../../domain/text/russian'
import { dateOf } from '../../../domain/time/localTime'
import { fieldOf } from '../../models/card/cardFields'
import type { DraftField, OtherDraft } from '../../models/card/edits/cardDrafts'
import { reading } from '../../models/card/fieldOptions'
import type { Desk } from '../../models/page/desk'
import { card as text } from '../../text/card.ru'
import { Button } from '../parts/Button'

export function OtherDrafts({ desk }: { readonly desk: Desk }) {
  return (
    <>
      {desk.card.drafts.others.value.map((other) => (
        <OneDraft key={other.draft.device} desk={desk} other={other} />
      ))}
    </>
  )
}

interface Props {
  readonly desk: Desk
  readonly other: OtherDraft
}

function OneDraft({ desk, other }: Props) {
  const { draft, fields } = other
  const { drafts } = desk.card
  const now = desk.page.clock.now.value
  const title = text.otherDraft(draft.where, dateOf(draft.at) === dateOf(now) ? clock(draft.at) : dayTime(draft.at, now))
  return (
    <section class="notice ask other-draft" aria-label={title}>
      <div>
        <strong>{title}</strong>
        <p class="detail">{text.otherDraftHint}</p>
        {fields.map((field) => (
          <DraftText key={field.key} desk={desk} field={field} onTake={() => drafts.take(other, field.key)} />
        ))}
        <div class="row">
          {fields.some(({ isTypedHere }) => !isTypedHere) && <Button onClick={() => drafts.take(other)}>{text.takeDraft}</Button>}
          <Button look="link" onClick={() => drafts.drop(draft)}>
            {text.dropDraft}
          </Button>
        </div>
      </div>
    </section>
  )
}

interface TextProps {
  readonly desk: Desk
  readonly field: DraftField
  readonly onTake: () => void
}

function DraftText({ desk, field, onTake }: TextProps) {
  const { key, typed, isTypedHere } = field
  return (
    <div class="conflict">
      <span class="label">{fieldOf(key).heading}</span>
      <p class={typed === '' ? 'faint' : 'plain'}>{reading(key, typed, desk.page.lists) || text.erased}</p>
      {isTypedHere && (
        <div class="row">
          <span class="detail">{text.typedHereToo}</span>
          <Button look="link" onClick={onTake}>
            {text.takeInstead}
          </Button>
        </div>
      )}
    </div>
  )
}
