/** The rule behind a clause in one sentence, shown while its owner is hovered or focused. */

import { clauseText } from '../../domain/clauses.ru'
import { common } from '../text/common.ru'

/** `id` is what the owner names in aria-describedby. */
export function ClauseTip({ id, clause }: { readonly id: string; readonly clause: string }) {
  const sentence = clauseText(clause)
  if (sentence === '') return null
  return (
    <span class="tip" id={id} role="tooltip">
      {common.clause(clause, sentence)}
    </span>
  )
}
