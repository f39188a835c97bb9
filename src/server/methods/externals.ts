/** Methods of «Внешние консультанты» (T3): the month's list, and marking payments in one commit. */

import { type Deal, emptyDeal } from '../../domain/deal/deal'
import { accept, type Outcome, refuse } from '../../domain/problem'
import type { Input, Output } from '../../rpc/contract'
import { refOf } from '../../usecases/card/cards'
import { readScanned } from '../../usecases/control/officeLines'
import { externalMonth, type PaymentDeal, payExternals, paymentColumns } from '../../usecases/externals/externalMonth'
import { forbidden } from '../../usecases/permissions'
import { archivedRows } from '../desk/archives'
import { commitChanges } from '../desk/commit'
import { loadDesk } from '../desk/load'
import type { DeskSession } from '../desk/session'
import { underLock } from '../google/lock'
import { scanColumns } from '../google/register/records'

/** One call, and one more where the month's year has an archive. */
export function list({ month }: Input<'external/list'>, session: DeskSession): Outcome<Output<'external/list'>> {
  const loaded = loadDesk(session, { columns: { deals: paymentColumns } })
  const { desk, moment, snapshot } = loaded
  const denied = forbidden(moment.who, 'pay')
  if (denied !== null) return refuse(denied)
  const standing = scanColumns<Deal>(snapshot, 'deals').rows.map(({ row, value }) => ({ row, value: value as PaymentDeal }))
  const archived = archivedRows(loaded, (year) => (year === month.slice(0, 4) ? paymentColumns : []))
  const rows = [...standing, ...archived.map((value) => ({ row: null, value: { ...emptyDeal, ...value } }))]
  return accept(externalMonth(month, rows, desk.office, moment.who))
}

/** Four calls; the next tick looks at the deals anew, so that T3.pay goes or comes back. */
export function pay(input: Input<'external/pay'>, session: DeskSession): Outcome<Output<'external/pay'>> {
  return underLock(() => {
    const loaded = loadDesk(session, { deals: input.deals.map(({ id, row }) => ({ id, row })) })
    const { desk, moment } = loaded
    const decided = payExternals(input, desk, moment)
    if (!decided.ok) return refuse(decided.problem)
    if (decided.changes.deals.length === 0) return accept({ deals: [] })
    const scanned = JSON.stringify({ ...readScanned(desk.service.scanned), deals: null })
    const { deals } = commitChanges(loaded, decided.changes, { scanned })
    return accept({ deals: [...deals.values()].map(({ value, row }) => refOf(value, row)) })
  })
}
