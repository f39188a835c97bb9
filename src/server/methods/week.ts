/** Methods of the Friday: the list, and closing it in one commit. */

import type { Client } from '../../domain/client'
import { atMinute, dateOf } from '../../domain/localTime'
import { accept, type Outcome, refuse } from '../../domain/problem'
import { problemText } from '../../domain/text.ru'
import { weekClosingDay } from '../../domain/workingTime'
import type { DealRef, Input, Output, Week } from '../../rpc/contract'
import { pastColumns, withFeedbackLetters } from '../../usecases/askFeedback'
import { closeWeek } from '../../usecases/closeWeek'
import { listWeek, type PastDeal } from '../../usecases/listWeek'
import { forbidden } from '../../usecases/permissions'
import { commitChanges } from '../commit'
import { underLock } from '../google/lock'
import type { RowWanted } from '../google/register/reader'
import { scanColumns } from '../google/register/records'
import { clientWanted, type Loaded, loadDesk, type Wanted } from '../load'
import type { DeskSession } from '../session'

/** Two reads: which deals are held or asked (and what was before), then those rows. */
export function list(_input: Input<'week/list'>, session: DeskSession): Outcome<Week> {
  const first = loadDesk(session, { columns: { deals: pastColumns, clients: ['id', 'archivedHeld'] } })
  const denied = forbidden(first.moment.who, 'read')
  if (denied !== null) return refuse(denied)
  const past = scanColumns<PastDeal>(first.snapshot, 'deals').rows
  const waiting = past.filter(({ value }) => value.stage === 'held' || value.stage === 'feedback')
  const rows: RowWanted[] = waiting.map(({ row, value }) => ({ id: value.id ?? 0, row }))
  const loaded = rows.length === 0 ? first : loadDesk(session, { deals: rows })
  return accept(
    listWeek(loaded.desk, [...past.map(({ value }) => value as PastDeal), ...archivedPast(first)], {
      now: loaded.moment.now,
      closesAt: closesAt(loaded),
    }),
  )
}

/** Clients who were consulted in a year that is archived now, as their cards remember (K3). */
function archivedPast({ snapshot }: Loaded): PastDeal[] {
  const known = scanColumns<Client>(snapshot, 'clients').rows.filter(({ value }) => (value.archivedHeld ?? 0) > 0)
  return known.map(({ value }) => ({ id: 0, clientId: value.id ?? null, stage: 'won', consultant: '', feedbackAskedAt: null }))
}

function closesAt({ desk, moment }: Loaded): string {
  const day = weekClosingDay(desk.office.calendar, dateOf(moment.now)) ?? dateOf(moment.now)
  return atMinute(day, desk.office.settings.fridayCloseBy)
}

/** Four calls for any number of cards. */
export function close(input: Input<'week/close'>, session: DeskSession): Outcome<Output<'week/close'>> {
  return underLock(() => {
    const loaded = loadDesk(session, wantedFor(input.deals.map(({ ref }) => ref)))
    const denied = forbidden(loaded.moment.who, 'close')
    if (denied !== null) return refuse(denied)
    const result = closeWeek(input, loaded.desk, loaded.moment)
    const past = scanColumns<PastDeal>(loaded.snapshot, 'deals').rows.map(({ value }) => value as PastDeal)
    const changes = withFeedbackLetters(result.changes, past, loaded.desk, loaded.moment)
    const committed = changes.deals.length === 0 ? null : commitChanges(loaded, changes)
    const refused = result.refused.map(({ id, problem }) => ({ id, sentence: problemText(problem, loaded.moment.now) }))
    return accept({ closed: result.closed, asked: result.asked, refused, lettersWaiting: committed?.lettersWaiting ?? 0 })
  })
}

function wantedFor(refs: readonly DealRef[]): Wanted {
  const clients = [...new Set(refs.flatMap(({ clientId }) => (clientId === null ? [] : [clientId])))]
  return { deals: refs.map(({ id, row }) => ({ id, row })), clients: clients.map(clientWanted), columns: { deals: pastColumns } }
}
