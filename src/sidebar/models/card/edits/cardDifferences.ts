/** What two versions of a card tell differently, in the words of the card. */

import { stageTitles } from '../../../../domain/deal/words'
import { groupNames } from '../../../../domain/register/field'
import type { Card, DeskLists } from '../../../../rpc/contract'
import { card as text } from '../../../text/card.ru'
import { type FieldKey, fieldOf, fieldsIn, savedText } from '../cardFields'
import { reading } from '../fieldOptions'

export interface Difference {
  readonly title: string
  /** '' = nothing stood there. */
  readonly before: string
  readonly after: string
}

/** The stage first, then the fields in the order of the card. */
export function differencesOf(before: Card, after: Card, lists: DeskLists): readonly Difference[] {
  const stage = { title: text.stage, before: stageTitles[before.deal.stage], after: stageTitles[after.deal.stage] }
  const attempts = { title: text.attempts, before: String(before.deal.attempts ?? 0), after: String(after.deal.attempts ?? 0) }
  const read = (card: Card, key: FieldKey) => reading(key, savedText(card, key), lists)
  const fields = groupNames
    .flatMap(fieldsIn)
    .map((key) => ({ title: fieldOf(key).heading, before: read(before, key), after: read(after, key) }))
  return [stage, attempts, ...fields].filter((one) => one.before !== one.after)
}
