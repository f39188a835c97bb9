/** K5 for history: an incomplete card does not come into «Успешно завершённые», not even by import. */

import { missingDealFields } from '../../deal/card'
import type { Deal, Stage } from '../../deal/deal'
import type { RequiredField } from '../../deal/requiredFields'
import { stageTitles } from '../../deal/words'
import type { TableRow } from '../sheetTable'

/** Stages that the office takes for a filled card (C8, K2, K5). */
const filledStages: readonly Stage[] = ['held', 'feedback', 'won']

/**
 * The deal, in «Консультация проведена» where it came closed but incomplete (K5), with the missing fields named (K4). The month's numbers do
 * not change by it: they count held, feedback and won alike.
 *
 * @example «Успешно завершённые», «Проект» empty → stage 'held', issue «карточка не заполнена (Проект) …»
 */
export function keepClosedComplete(deal: Deal, row: TableRow, required: readonly RequiredField[]): Deal {
  const missing = filledStages.includes(deal.stage) ? missingDealFields(deal, 'won', required) : []
  if (missing.length === 0) return deal
  const titles = missing.map(({ title }) => title).join(', ')
  const closed = deal.stage === 'won'
  row.complain(
    'Этап сделки',
    `карточка не заполнена (${titles})${closed ? `: загружена в «${stageTitles.held}» (K5)` : ': заполните до закрытия (K4)'}`,
  )
  return closed ? { ...deal, stage: 'held' } : deal
}
