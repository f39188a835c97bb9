/** What was said, written down on the phone: large fields that keep what is typed or dictated, files, photos (C5–C7). */

import { socialDesignTopic } from '../../../domain/deal/words'
import type { Card } from '../../../rpc/contract'
import { type FieldKey, fieldsIn } from '../../models/card/cardFields'
import type { Desk } from '../../models/page/desk'
import { pocket as text } from '../../text/pocket.ru'
import { AttachFile } from '../card/AttachFile'
import { CardField } from '../card/CardField'

const ofSocialDesign: readonly string[] = ['deal.discussedName', 'deal.discussedTheme', 'deal.discussedAdvice']
const rows = 6

export function PocketResult({ desk, card }: { readonly desk: Desk; readonly card: Card }) {
  const { edits, missing, type } = desk.card
  const lacks = missing.value.map((field) => `${field.card}.${field.field}` as FieldKey)
  return (
    <section class="pocket-result" aria-label={text.result}>
      <h3 class="label">{text.result}</h3>
      {fieldsOf(desk, card, lacks).map((name) => (
        <CardField
          key={name}
          name={name}
          value={edits.text(card, name)}
          lists={desk.page.lists}
          missing={lacks.includes(name)}
          edited={name in edits.edits.value}
          rows={rows}
          onType={(typed) => type(name, typed)}
        />
      ))}
      <AttachFile key={card.deal.id} desk={desk} card={card} photo />
    </section>
  )
}

/** What is missing, the topic that can be corrected, the result; of social design what it alone asks for. */
function fieldsOf(desk: Desk, card: Card, lacks: readonly FieldKey[]): FieldKey[] {
  const isSocial = desk.card.edits.text(card, 'deal.topic') === String(socialDesignTopic)
  const wanted: readonly FieldKey[] = ['deal.topic', ...fieldsIn('result'), ...lacks]
  const own = wanted.filter(
    (name) => name.startsWith('client.') || (card.editable as readonly string[]).includes(name.slice('deal.'.length)),
  )
  return [...new Set(own)].filter((name) => isSocial || lacks.includes(name) || !ofSocialDesign.includes(name))
}
