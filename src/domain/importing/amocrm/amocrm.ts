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
import { type DealNumber, DealNumbers } from './dealNumbers'
import { judgedRow } from './judgedRow'

export interface ImportedDeals {
  readonly deals: Deal[]
  /** New ones only; deals of known clients point to those. */
  readonly clients: Client[]
  readonly issues: Issue[]
  /** Rows left out because their № is in the register already, or stands higher in the file. */
  readonly duplicates: number
  /** By what the rows were looked for: outside ids, and signs of clients (signs.ts). */
  readonly asked: { readonly outside: readonly string[]; readonly clients: readonly string[] }
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
  const numbers = new DealNumbers(setting)
  const deals: Deal[] = []
  const outsideIds = new Set<string>()
  let duplicates = 0
  for (const row of openTable(table, amocrmColumns, issues)) {
    const outside = readOutside(row)
    if (outside === null || !isConsultation(row)) continue
    outsideIds.add(outside)
    if (numbers.isKnown(outside)) duplicates += 1
    else deals.push(...takeRow(row, { id: numbers.give(outside), outsideIds: outside }, clients, setting))
  }
  return { deals, clients: clients.added(), issues, duplicates, asked: { outside: [...outsideIds], clients: [...clients.asked] } }
}

/** The row as a deal; nothing when its stage or date cannot be read. */
function takeRow(row: TableRow, numbers: DealNumber, clients: ClientBook, setting: ImportSetting): Deal[] {
  const read = dealOfRow(row, numbers, setting)
  const judged = read === null ? null : judgedRow(read, row, setting)
  if (judged === null || !hasRoom(judged.deal, row)) return []
  const { deal, client } = judged
  return [keepClosedComplete({ ...deal, clientId: clients.take(row, client) }, row, setting.required)]
}

/** A text that is longer than a card can hold is named, and its row waits for somebody to shorten it: nothing is cut. */
function hasRoom(deal: Deal, row: TableRow): boolean {
  const texts = Object.entries(deal).filter(([, value]) => typeof value === 'string' && !fitsJournal(value))
  for (const [field, value] of texts)
    row.complain(dealTitles[field as keyof Deal], `${String(value).length} знаков, столько не помещается, строка не загружается`)
  return texts.length === 0
}

/** By what the row is known again: its number there, or what it says where the file has no numbers. */
function readOutside(row: TableRow): string | null {
  if (row.cell('ID') === null && row.text('Ключ') !== '') return `file:${row.text('Ключ')}`
  const text = row.text('ID')
  if (/^[1-9]\d{0,14}$/.test(text)) return `amo:${text}`
  row.complain('ID', `«${text}» не номер сделки, строка не загружается`)
  return null
}

function isConsultation(row: TableRow): boolean {
  if (folded(row.text('Воронка')) === 'консультация') return true
  row.complain('Воронка', `воронка «${row.text('Воронка')}», а загружается только «Консультация»`)
  return false
}
