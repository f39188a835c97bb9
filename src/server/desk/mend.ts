/** Cells of «Служебное» that somebody typed into: what stands in for them where '' would do harm, and writing it back. */

import type { Cell } from '../../domain/office/settings'
import { decoded } from '../../domain/register/stored'
import { addDays, dateOf, type LocalDateTime } from '../../domain/time/localTime'
import { beginning } from '../../usecases/card/personal/vaultSteps'
import { type ServiceKey, type ServiceState, stored, uncountedLines } from '../../usecases/register/service'
import { keptVault } from '../google/kept/vaultStore'
import { archivesAmong } from '../google/register/archiveSheets'
import { readRegister, type Snapshot } from '../google/register/reader'
import { sheetsOf } from '../google/spreadsheet'
import { journalColumns, soundLines } from './rows/soundLines'

interface Garbled {
  readonly spreadsheetId: string
  readonly keys: readonly ServiceKey[]
  readonly state: ServiceState
  readonly now: LocalDateTime
}

/** Good values for all of them but the version of the structure, which only a set-up may tell. One call or two, and only where one is needed. */
export function goodCells(garbled: Garbled): Partial<ServiceState> {
  const { spreadsheetId, keys, state, now } = garbled
  const values: Partial<Record<ServiceKey, () => string>> = {
    revision: () => decoded(stored.scanned, state.scanned, { deals: null, slots: null, revision: '', first: null }).revision || '0',
    archives: () => archivesAmong(sheetsOf(spreadsheetId)),
    journalLines: () => uncountedLines,
    // What is where is found out anew, sheet by sheet.
    vault: () => {
      const kept = keptVault()
      return kept === null ? '' : JSON.stringify(beginning(kept))
    },
    digestSent: () => `${addDays(dateOf(now), -1)}T00:00`,
  }
  const plain = keys.filter((key) => key !== 'schemaVersion' && !numbered.some((one) => one.key === key))
  return { ...Object.fromEntries(plain.map((key) => [key, values[key]?.() ?? ''])), ...lastNumbers(garbled) }
}

const numbered = [
  { key: 'lastDealId', table: 'deals', title: 'Сделки' },
  { key: 'lastClientId', table: 'clients', title: 'Клиенты' },
] as const

/** Last numbers that are lower than a number in the sheet: somebody has typed another one, or a person's row has a number of its own. */
export function keysBehind({ columns }: Snapshot, state: ServiceState): readonly ServiceKey[] {
  const seen = { deals: [columns.deals?.['id']], clients: [columns.clients?.['id'], columns.deals?.['clientId']] }
  return numbered.flatMap(({ key, table }) => (highestOf(seen[table].flatMap((ids = []) => ids)) > Number(state[key]) ? [key] : []))
}

/** No number comes a second time: the journal knows those of rows that are gone, too. */
function lastNumbers({ spreadsheetId, keys, state }: Garbled): Partial<ServiceState> {
  const wanted = numbered.filter(({ key }) => keys.includes(key))
  if (wanted.length === 0) return {}
  const query = { deals: ['id'], clients: ['id'], journal: journalColumns }
  const snapshot = readRegister(spreadsheetId, { whole: [], rows: {}, columns: query })
  const { columns } = snapshot
  const lines = soundLines(snapshot).map(({ value }) => value)
  const entries = wanted.map(({ key, table, title }) => {
    const told = lines.flatMap((line) => (line.table === title ? [line.rowId ?? 0] : []))
    return [key, String(Math.max(Number(state[key]), highestOf(told.length > 0 ? told : (columns[table]?.['id'] ?? []))))]
  })
  return Object.fromEntries(entries)
}

function highestOf(ids: readonly Cell[]): number {
  return ids.reduce<number>((most, id) => (typeof id === 'number' && id > most && id < 1e9 ? Math.floor(id) : most), 0)
}
