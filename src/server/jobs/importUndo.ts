/** Takes a portion of the last import out of the register again: rows, journal lines, lines of «Контроль», in one transaction. */

import type { Client } from '../../domain/client/client'
import type { Deal } from '../../domain/deal/deal'
import { accept, type Outcome } from '../../domain/problem'
import { decoded } from '../../domain/register/stored'
import { type TableName, tables } from '../../domain/register/tables'
import type { LocalDateTime } from '../../domain/time/localTime'
import type { ImportRun } from '../../rpc/screens'
import { controlBelow } from '../../usecases/register/archiveDeals'
import type { JournalLine } from '../../usecases/register/journal'
import { stored } from '../../usecases/register/service'
import { type TakenBack, takenBack } from '../../usecases/register/takeBackImport'
import { nextRevision, serviceCells } from '../desk/commit'
import { type Loaded, loadDesk } from '../desk/load'
import { replacedLines } from '../desk/rows/controlWrites'
import type { DeskSession } from '../desk/session'
import { underLock } from '../google/lock'
import { deletions } from '../google/register/deletions'
import { scanColumns } from '../google/register/records'
import { writeRegister } from '../google/register/writer'

const columns = {
  deals: ['id', 'version', 'clientId', 'importedAt'],
  clients: ['id', 'version', 'outsideIds'],
  journal: ['table', 'rowId', 'kind'],
} as const

/** @param at moment of the import. Sheets keeps no sheet without rows: a register that would be left without any keeps an empty one. */
export function takeBackImport(session: DeskSession, at: LocalDateTime): Outcome<{ readonly left: number }> {
  return underLock(() => {
    const loaded = loadDesk(session, { columns })
    const run = decoded(stored.importRun, loaded.desk.service.importRun, null)
    const plan = takenBack(run, at, {
      deals: scanColumns<Deal>(loaded.snapshot, 'deals').rows,
      clients: scanColumns<Client>(loaded.snapshot, 'clients').rows,
      journal: scanColumns<JournalLine>(loaded.snapshot, 'journal').rows,
    })
    if (!plan.ok) return plan
    write(loaded, plan.value, run)
    return accept({ left: plan.value.left })
  })
}

function write(loaded: Loaded, plan: TakenBack, run: ImportRun | null): void {
  const { desk, snapshot, session } = loaded
  const ids = new Set<number | null>(plan.dealIds)
  const lines = controlBelow(
    desk.control.filter(({ dealId }) => !ids.has(dealId)),
    plan.deals,
  )
  const importRun = plan.left === 0 || run === null ? '' : JSON.stringify({ ...run, written: plan.left })
  writeRegister(session.spreadsheetId, {
    layouts: snapshot.layouts,
    patches: [],
    appends: {},
    replaced: replacedLines(loaded, lines),
    service: serviceCells(loaded, { importRun, revision: nextRevision(loaded), ...counted(loaded, plan) }),
    more: (['deals', 'clients', 'journal'] as const).flatMap((table) => requests(table, plan[table], loaded)),
  })
}

/** Where every row would go, one is left, empty. */
function requests(table: TableName & keyof typeof columns, rows: readonly number[], { snapshot }: Loaded): ReturnType<typeof deletions> {
  const standing = snapshot.columns[table]?.[columns[table][0]]?.length ?? 0
  return [
    ...(standing > rows.length ? [] : [{ appendDimension: { sheetId: tables[table].sheetId, dimension: 'ROWS', length: 1 } }]),
    ...deletions(tables[table].sheetId, rows),
  ]
}

/** Lines go, so «Указатель» tells of nothing until it is made anew: their number may come again. */
function counted({ desk }: Loaded, { journal }: TakenBack): { readonly journalLines?: string; readonly indexed: '' } {
  const { journalLines } = desk.service
  return { indexed: '', ...(journalLines === '' ? {} : { journalLines: String(Number(journalLines) - journal.length) }) }
}
