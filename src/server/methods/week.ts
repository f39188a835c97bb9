/** Methods of the Friday: the list, and closing it in one commit. */

import type { Client } from '../../domain/client/client'
import { accept, type Outcome, type Problem, refuse } from '../../domain/problem'
import { problemText } from '../../domain/text/text.ru'
import { atMinute, dateOf } from '../../domain/time/localTime'
import { weekClosingDay } from '../../domain/time/workingTime'
import type { DealRef, Input, Output, Week } from '../../rpc/contract'
import { refOf } from '../../usecases/card/cards'
import { forbidden } from '../../usecases/permissions'
import type { JournalLine } from '../../usecases/register/journal'
import type { WaitingLetter } from '../../usecases/register/waitingLetter'
import { pastColumns, withFeedbackLetters } from '../../usecases/week/askFeedback'
import { closeWeek } from '../../usecases/week/closeWeek'
import { listWeek, type PastDeal } from '../../usecases/week/listWeek'
import { undoWeek } from '../../usecases/week/undoWeek'
import { commitChanges } from '../desk/commit'
import { journalLinesOf, journalPlaces } from '../desk/journalLines'
import { clientWanted, type Loaded, loadDesk, type Wanted } from '../desk/load'
import type { DeskSession } from '../desk/session'
import { letterColumns } from '../desk/withdrawals'
import { underLock } from '../google/lock'
import type { RowWanted } from '../google/register/reader'
import { scanColumns } from '../google/register/records'

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
    const { closed, unanswered, asked } = result
    const undo = [...(committed?.deals.values() ?? [])].map(({ value, row }) => refOf(value, row))
    return accept({ closed, unanswered, asked, refused, undo, lettersWaiting: committed?.lettersWaiting ?? 0 })
  })
}

/** Five calls for any number of cards; one more where a client's number is a deal's too, and his line came later. */
export function undo(input: Input<'week/undo'>, session: DeskSession): Outcome<Output<'week/undo'>> {
  return underLock(() => {
    const refs = [...new Map(input.deals.map((ref) => [ref.id, ref])).values()]
    const loaded = loadDesk(session, { ...wantedFor(refs), columns: { ...journalPlaces, ...letterColumns } })
    const denied = forbidden(loaded.moment.who, 'close')
    if (denied !== null) return refuse(denied)
    const letters = scanColumns<WaitingLetter>(loaded.snapshot, 'outbox').rows.map(({ value }) => value)
    const result = undoWeek(refs, { lines: lastLines(loaded, refs), letters }, loaded.desk, loaded.moment)
    if (result.changes.deals.length > 0) commitChanges(loaded, result.changes)
    const refused = result.refused.map(({ id, problem }) => ({ id, sentence: whyNot(problem, loaded) }))
    return accept({ undone: result.undone, refused })
  })
}

/** In a list of cards the reason alone. */
function whyNot(problem: Problem, { moment }: Loaded): string {
  return problem.code === 'cannotUndo' ? problem.why : problemText(problem, moment.now)
}

function lastLines(loaded: Loaded, refs: readonly DealRef[]): readonly Partial<JournalLine>[] {
  const ids = new Set(refs.map(({ id }) => id))
  const ofDeals = (lines: readonly Partial<JournalLine>[]) => lines.filter(({ table }) => table === 'Сделки')
  const last = ofDeals(journalLinesOf(loaded, ids, 'last'))
  return [...ids].every((id) => last.some(({ rowId }) => rowId === id)) ? last : ofDeals(journalLinesOf(loaded, ids))
}

function wantedFor(refs: readonly DealRef[]): Wanted {
  const clients = [...new Set(refs.flatMap(({ clientId }) => (clientId === null ? [] : [clientId])))]
  return { deals: refs.map(({ id, row }) => ({ id, row })), clients: clients.map(clientWanted), columns: { deals: pastColumns } }
}
