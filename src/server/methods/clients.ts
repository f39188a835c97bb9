/** Methods on client cards: earlier consultations; two cards of one client are merged, and separated again. */

import type { Client } from '../../domain/client/client'
import type { Deal, Stage } from '../../domain/deal/deal'
import { accept, type Outcome, refuse } from '../../domain/problem'
import type { Input, Output } from '../../rpc/contract'
import type { PastConsultation } from '../../rpc/intakeContract'
import type { Decision } from '../../usecases/changes'
import { mergeClients, mergedRows, mergeLines, unmergeClient } from '../../usecases/intake/mergeClients'
import { forbidden } from '../../usecases/permissions'
import type { JournalLine } from '../../usecases/register/journal'
import { archivedRows } from '../desk/archives'
import { carryOut, type Done } from '../desk/command'
import { DataError } from '../desk/dataError'
import { clientWanted, type Loaded, loadDesk, rowIssues, type Wanted } from '../desk/load'
import type { DeskSession } from '../desk/session'
import { underLock } from '../google/lock'
import { readRegister } from '../google/register/reader'
import { scanColumns } from '../google/register/records'

const consulted: readonly Stage[] = ['assigned', 'held', 'feedback', 'won']
const historyColumns = ['id', 'stage', 'clientId', 'consultant', 'start', 'topic', 'recommendations']

/** Consultations of one client with what was recommended, newest first. One read; one more for each year of the archive, where it is asked for. */
export function history({ clientId, archive }: Input<'client/history'>, session: DeskSession): Outcome<Output<'client/history'>> {
  const clientColumns = ['id', 'archivedHeld', ...(archive === true ? ['outsideIds'] : [])]
  const loaded = loadDesk(session, { columns: { deals: historyColumns, clients: clientColumns } })
  const denied = forbidden(loaded.moment.who, 'read')
  if (denied !== null) return refuse(denied)
  const standing: { row: number | null; value: Partial<Deal> }[] = [...scanColumns<Deal>(loaded.snapshot, 'deals').rows]
  const archived = archive === true ? archivedRows(loaded, () => historyColumns).map((value) => ({ row: null, value })) : []
  const own = [...standing, ...archived].filter(({ value }) => value.clientId === clientId)
  const held = own.flatMap(({ row, value }) => (consulted.includes(value.stage as Stage) ? [pastOf(row, value)] : []))
  return accept({
    consultations: held.sort((a, b) => (b.start ?? '').localeCompare(a.start ?? '') || b.dealId - a.dealId),
    inArchive: archive === true ? 0 : archivedHeldOf(loaded, clientId),
  })
}

/** How many more there are, as the client's card remembers. */
function archivedHeldOf({ snapshot }: Loaded, clientId: number): number {
  return scanColumns<Client>(snapshot, 'clients').rows.find(({ value }) => value.id === clientId)?.value.archivedHeld ?? 0
}

function pastOf(row: number | null, { id, stage, start, consultant, topic, recommendations }: Partial<Deal>): PastConsultation {
  return {
    dealId: id ?? 0,
    row,
    start: start ?? null,
    consultant: consultant ?? '',
    topic: topic ?? null,
    recommendations: recommendations ?? '',
    stage: stage ?? 'won',
  }
}

/** Columns first, since only they tell which deals are the client's; then those deals as a whole. */
export function merge(input: Input<'client/merge'>, session: DeskSession): Outcome<Output<'client/merge'>> {
  return underLock(() => {
    const columns = readRegister(session.spreadsheetId, { whole: [], rows: {}, columns: { deals: ['id', 'clientId'] } })
    const deals = scanColumns<Deal>(columns, 'deals')
      .rows.filter(({ value }) => value.clientId === input.drop)
      .map(({ row, value }) => ({ id: value.id ?? 0, row }))
    const loaded = loadRows(session, { deals, clients: [clientWanted(input.keep), clientWanted(input.drop)] })
    return told(carryOut(loaded, mergeClients(input, loaded.desk, loaded.moment)), loaded, input.keep)
  })
}

export function unmerge({ drop }: Input<'client/unmerge'>, session: DeskSession): Outcome<Output<'client/unmerge'>> {
  return underLock(() => {
    const lines = mergeLines(journalOf(session), drop)
    const rows = mergedRows(lines)
    const loaded = loadRows(session, {
      deals: rows.deals.map((id) => ({ id, row: null })),
      clients: [...new Set([drop, ...rows.clients])].map(clientWanted),
    })
    const decision: Decision = unmergeClient(drop, lines, loaded.desk, loaded.moment)
    return told(carryOut(loaded, decision), loaded, drop)
  })
}

function loadRows(session: DeskSession, wanted: Wanted): Loaded {
  const loaded = loadDesk(session, wanted)
  const issues = rowIssues(loaded)
  if (issues.length > 0) throw new DataError(issues)
  return loaded
}

function journalOf(session: DeskSession): readonly Partial<JournalLine>[] {
  const columns = { journal: ['table', 'rowId', 'version', 'kind', 'reason', 'change'] }
  const journal = readRegister(session.spreadsheetId, { whole: [], rows: {}, columns })
  return scanColumns<JournalLine>(journal, 'journal').rows.map(({ value }) => value)
}

function told(done: Outcome<Done>, { desk }: Loaded, id: number): Outcome<{ readonly client: Client; readonly deals: number }> {
  if (!done.ok) return done
  const { clients, deals } = done.value.changes
  const client = clients.find(({ after }) => after.id === id)?.after ?? desk.clients.get(id)?.value
  if (client === undefined) throw new Error('a merge is about cards that were read')
  return accept({ client, deals: deals.length })
}
