/** The rule behind a clause in one sentence, shown while its owner is hovered or focused. */

import type { Page } from '../../models/page/page'
import { common } from '../../text/common.ru'

interface Props {
  readonly page: Page
  /** What the owner names in aria-describedby. */
  readonly id: string
  readonly clause: string
}

export function ClauseTip({ page, id, clause }: Props) {
  const sentence = page.lists.clauses[clause]
  if (!sentence) return null
  return (
    <span class="tip" id={id} role="tooltip">
      {common.clause(clause, sentence)}
    </span>
  )
}
