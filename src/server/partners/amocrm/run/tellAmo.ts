/** What changed here goes to amoCRM: claimed from «Исходящие» under the lock, sent in batches outside it, written down afterwards. */

import { discrepancyKey } from '../../../../domain/calendar/sync/discrepancyText'
import { cutLine } from '../../../../domain/letter/plainLine'
import { addMinutes } from '../../../../domain/time/localTime'
import { closedByItself } from '../../../../usecases/calendar/listDiscrepancies'
import { changes, type OwnRow } from '../../../../usecases/changes'
import { commit } from '../../../desk/commit'
import { type Loaded, loadDesk } from '../../../desk/load'
import { underLock } from '../../../google/lock'
import { AmoError } from '../amoError'
import { type AmoRun, readingOf } from './amoState'
import { type AmoClaim, claimWishes, type Wish } from './claimWishes'
import { pairColumns, pairRow } from './pairs'
import { sendWishes, type Told } from './sendWishes'
import { amoLine, asAmo } from './settleNews'

/** Until nothing is due, or the run has no time. */
export function tellAmo(run: AmoRun): void {
  for (let left = true; left && Date.now() < run.until; ) {
    const claim = underLock(() => claimWishes(run))
    if (claim === null) return
    left = claim.isMore
    const told: Told[] = []
    try {
      sendWishes(run, claim, readingOf(claim.loaded, run.link), told)
    } catch (error) {
      if (!(error instanceof AmoError)) throw error
      writeDown(run, claim, told, error)
      throw error
    }
    writeDown(run, claim, told, null)
  }
}

/** Each is done, or refused and named; what was not reached waits, and has lost no attempt. */
function writeDown(run: AmoRun, claim: AmoClaim, told: readonly Told[], stopped: AmoError | null): void {
  underLock(() => {
    const fresh = loadDesk(run.session, { whole: ['discrepancies'], columns: { amo: [...pairColumns] } })
    const reached = new Set(told.map(({ wish }) => wish))
    const waiting = claim.wishes.filter((wish) => !reached.has(wish))
    const rows = [...told.flatMap((one) => doneRows(one, fresh)), ...waiting.flatMap((wish) => waitingRows(wish, fresh, stopped))]
    const refused = told.filter(({ error }) => error !== '')
    const flags = refused.map(({ pair, wish, error }) => amoLine('amoRefused', pair ?? { lead: 0, deal: wish.deal.id }, error))
    const keys = told.map(({ pair, wish }) => discrepancyKey(amoLine('amoRefused', pair ?? { lead: 0, deal: wish.deal.id }, '')))
    const solved = [...new Set(keys)].map((key) => ({ key, how: closedByItself }))
    commit(asAmo(fresh), [changes({ kind: 'amo/told', rows, flags, solved })])
  })
}

function doneRows({ wish, pair, error }: Told, { moment }: Loaded): OwnRow[] {
  const outbox = wish.rows.map(({ row }): OwnRow => ({ table: 'outbox', row, values: { done: moment.now, error: cutLine(error, 1_000) } }))
  return [...outbox, ...(pair === null ? [] : pairRow(pair, wish.pair))]
}

function waitingRows({ rows }: Wish, { moment }: Loaded, stopped: AmoError | null): OwnRow[] {
  const nextTry = addMinutes(moment.now, stopped?.rest ?? 0)
  return rows.map(
    ({ row, attempts }): OwnRow => ({
      table: 'outbox',
      row,
      values: { attempts: Math.max(1, attempts - 1), nextTry, error: cutLine(stopped?.told ?? '', 1_000) },
    }),
  )
}
