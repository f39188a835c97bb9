/** Somebody sorted the sheet between our read and our write: the rows that were hit are restored from the journal, ours written again. */

import { emptyClient } from '../domain/client'
import { emptyDeal } from '../domain/deal'
import { foldJournal, type JournalLine, type JournalTable } from '../usecases/journal'
import { readRegister } from './google/register/reader'
import { scanColumns } from './google/register/records'
import { type Misplaced, type Patch, writeRegister } from './google/register/writer'
import type { Loaded } from './load'

const journalColumns = ['table', 'rowId', 'version', 'change']
const attempts = 3

/**
 * Rewrites, from the fold of the journal, every row that was meant and every row that was hit instead. The journal already
 * holds the change that was meant: it was in the same transaction.
 * @param lost patches whose row held another id when they were applied
 */
export function repairMisplaced(loaded: Loaded, lost: readonly Misplaced[]): void {
  let still = lost
  for (let attempt = 0; attempt < attempts && still.length > 0; attempt++) still = repairOnce(loaded, still)
}

function repairOnce(loaded: Loaded, lost: readonly Misplaced[]): readonly Misplaced[] {
  const snapshot = readRegister(loaded.session.spreadsheetId, {
    whole: [],
    rows: {},
    columns: { deals: ['id'], clients: ['id'], journal: journalColumns },
  })
  const lines = scanColumns<JournalLine>(snapshot, 'journal').rows.map(({ value }) => value)
  const patches: Patch[] = []
  for (const table of ['deals', 'clients'] as const) {
    const ids = snapshot.columns[table]?.['id'] ?? []
    for (const id of touchedIds(table, lost)) {
      const index = ids.indexOf(id)
      if (index >= 0) patches.push({ table, row: index + 2, id, values: foldedRow(table, id, lines) })
    }
  }
  return writeRegister(loaded.session.spreadsheetId, {
    layouts: snapshot.layouts,
    patches,
    appends: {},
    replaced: {},
    service: {},
    more: [],
  })
}

/** The rows that were meant, and those that were hit instead. */
function touchedIds(table: 'deals' | 'clients', lost: readonly Misplaced[]): number[] {
  return [...new Set(lost.filter(({ patch }) => patch.table === table).flatMap(({ patch, hit }) => [patch.id, hit]))]
}

const journalNames: Readonly<Record<'deals' | 'clients', JournalTable>> = { deals: 'Сделки', clients: 'Клиенты' }

function foldedRow(table: 'deals' | 'clients', id: number, lines: readonly Partial<JournalLine>[]): Record<string, string | number | null> {
  const own = lines
    .filter((line) => line.table === journalNames[table] && line.rowId === id)
    .map(({ change }) => ({ change: change ?? '{}' }))
  const initial = table === 'deals' ? emptyDeal : emptyClient
  return { ...foldJournal<object>(initial, own) } as Record<string, string | number | null>
}
