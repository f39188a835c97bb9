/** Reads amoCRM's export of the pipeline «Консультация» into deals and clients of the register, with every doubt named by row and column. */

import type { Client } from '../../client/client'
import type { Deal } from '../../deal/deal'
import { dealTitles } from '../../deal/fieldTitles'
import type { Issue } from '../../problem'
import { fitsJournal } from '../../register/cellLength'
import { folded } from '../../text/fold'
import { openTable, type SourceTable, type TableRow } from '../sheetTable'
import { keepClosedComplete } from './amocrmClosed'
import { dealOfRow } from './amocrmDeal'
import { amocrmColumns, type ImportSetting } from './amocrmExport'
import { ClientBook } from './clientBook'

export interface ImportedDeals {
  readonly deals: Deal[]
  /** New ones only; deals of known clients point to those. */
  readonly clients: Client[]
  readonly issues: Issue[]
  /** Rows left out because their № is in the register already, or stands higher in the file. */
  readonly duplicates: number
}

/**
 * Deals and new clients of an export; nothing is dropped in silence. A row is left out when its ID, pipeline, stage or date of creation
 * cannot be used, or when the deal is there already; any other cell that cannot be read is named and kept as text in the comments.
 * K5: a closed row whose card is not complete comes into «Консультация проведена», with what is missing.
 *
 * @example readAmocrm(table, { people, projects, required, existingDealIds: [41003], existingClients, nextClientId: 12, now: '2026-11-23T09:00' })
 *   // → { deals: [{ id: 41006, stage: 'won', organisation: 'АРМОО «Светлый путь»', … }], clients, issues, duplicates: 1 }
 */
export function readAmocrm(table: SourceTable, setting: ImportSetting): ImportedDeals {
  const issues: Issue[] = []
  const clients = new ClientBook(setting.existingClients, setting.nextClientId)
  const seen = new Set(setting.existingDealIds)
  const deals: Deal[] = []
  let duplicates = 0
  for (const row of openTable(table, amocrmColumns, issues)) {
    const id = readId(row)
    if (id === null || !isConsultation(row)) continue
    if (seen.has(id)) duplicates += 1
    else {
      seen.add(id)
      deals.push(...takeRow(row, id, clients, setting))
    }
  }
  return { deals, clients: clients.added(), issues, duplicates }
}

/** The row as a deal; nothing when its stage or date cannot be read. */
function takeRow(row: TableRow, id: number, clients: ClientBook, setting: ImportSetting): Deal[] {
  const deal = dealOfRow(row, id, setting)
  if (deal === null || !hasRoom(deal, row)) return []
  return [keepClosedComplete({ ...deal, clientId: clients.take(row, deal) }, row, setting.required)]
}

/** A text that is longer than a card can hold is named, and its row waits for somebody to shorten it: nothing is cut. */
function hasRoom(deal: Deal, row: TableRow): boolean {
  const texts = Object.entries(deal).filter(([, value]) => typeof value === 'string' && !fitsJournal(value))
  for (const [field, value] of texts)
    row.complain(dealTitles[field as keyof Deal], `${String(value).length} знаков, столько не помещается, строка не загружается`)
  return texts.length === 0
}

function readId(row: TableRow): number | null {
  const text = row.text('ID')
  const id = /^\d+$/.test(text) ? Number(text) : 0
  if (Number.isSafeInteger(id) && id > 0) return id
  row.complain('ID', `«${text}» не номер сделки, строка не загружается`)
  return null
}

function isConsultation(row: TableRow): boolean {
  if (folded(row.text('Воронка')) === 'консультация') return true
  row.complain('Воронка', `воронка «${row.text('Воронка')}», а загружается только «Консультация»`)
  return false
}
