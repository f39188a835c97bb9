/** Letters that are not to go any more: their rows of «Исходящие», done with «отменено». */

import { withdrawnMark } from '../../../domain/text/text.ru'
import type { Changes } from '../../../usecases/changes'
import type { WaitingLetter } from '../../../usecases/register/waitingLetter'
import { ownCells } from '../../google/register/ownCells'
import { scanColumns } from '../../google/register/records'
import type { Loaded } from '../load'

/** Requests of the commit. */
export function withdrawals({ snapshot, moment }: Loaded, parts: readonly Pick<Changes, 'withdrawn'>[]) {
  const keys = new Set(parts.flatMap(({ withdrawn }) => withdrawn))
  if (keys.size === 0) return []
  const rows = scanColumns<WaitingLetter>(snapshot, 'outbox').rows.filter(({ value }) => keys.has(value.key ?? ''))
  return ownCells(
    'outbox',
    snapshot.layouts.outbox,
    rows.map(({ row }) => ({ row, values: { done: moment.now, error: withdrawnMark } })),
  )
}
