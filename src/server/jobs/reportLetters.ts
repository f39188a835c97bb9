/** C9: once an external consultation is over its consultant gets the link to his report by himself, once. */

import type { Deal } from '../../domain/deal/deal'
import { reportLettersDue, sendReport } from '../../usecases/externals/expertReport'
import { commit } from '../desk/commit'
import { type Loaded, loadDesk } from '../desk/load'
import type { OutboxRow } from '../desk/outboxRow'
import { underLock } from '../google/lock'
import { scanColumns } from '../google/register/records'

/** @returns letters that wait now; nothing is read or written where none is due, or has been queued already */
export function sendDueReports({ session, desk, snapshot, moment }: Loaded): number {
  const rows = scanColumns<Deal>(snapshot, 'deals').rows
  const waiting = scanColumns<OutboxRow>(snapshot, 'outbox').rows.flatMap(({ value: { key = '', done } }) => (done === null ? [key] : []))
  const isSent = ({ id, reportSentAt }: Partial<Deal>) => reportSentAt || waiting.some((key) => key.startsWith(`report:${id}v`))
  const sent = new Set(rows.filter(({ value }) => isSent(value)).map(({ value }) => value.id ?? 0))
  const due = reportLettersDue(desk.control, sent, moment.now)
  return due.length === 0 ? 0 : underLock(() => sendTo(due, loadDesk(session, { deals: due })))
}

/** Read again under the lock: somebody may have pressed the button since. */
function sendTo(due: readonly { readonly id: number }[], loaded: Loaded): number {
  const { desk, moment } = loaded
  const decisions = due
    .filter(({ id }) => desk.deals.get(id)?.value.reportSentAt === null)
    .map(({ id }) => sendReport({ deal: { id } }, desk, moment))
  const parts = decisions.flatMap((one) => (one.ok ? [one.changes] : []))
  return parts.length === 0 ? 0 : commit(loaded, parts).lettersWaiting
}
