/** A file of deals on the server: proposed and arranged where the page has not done it, then read beside what the register has. */

import type { SlotEvent } from '../../domain/calendar/slots'
import type { Client } from '../../domain/client/client'
import type { Deal } from '../../domain/deal/deal'
import { ownNumber } from '../../domain/importing/amocrm/dealNumbers'
import { choicesSchema, noChoices, planWith } from '../../domain/importing/choices'
import { momentAfter } from '../../domain/importing/importKind'
import { arrange } from '../../domain/importing/proposal/arrange'
import { proposePlan } from '../../domain/importing/proposal/plan'
import { seemsToBe } from '../../domain/importing/proposal/seemsToBe'
import type { SourceTable } from '../../domain/importing/sheetTable'
import { accept, type Outcome, refuse } from '../../domain/problem'
import { decoded } from '../../domain/register/stored'
import { dateOf, type LocalDateTime } from '../../domain/time/localTime'
import type { ImportPart, ImportTable } from '../../rpc/contract'
import { clientSign, numberSign, outsideSign } from '../index/signs'
import { clientRow } from '../located'
import type { Known, RowWanted } from '../method/method'
import { type DealImport, readDealImport } from './importDeals'
import { stored } from './service'

/** Its minute tells an import from the one before: two of one minute would be taken back together. */
export function importMoment({ desk, moment }: Pick<Known, 'desk' | 'moment'>): LocalDateTime {
  return momentAfter(decoded(stored.importRun, desk.service.importRun, null), moment.now)
}

/** Refused in one sentence where it is no export of consultations. */
export function readDealFile(table: ImportTable, known: Known, part: ImportPart | undefined): Outcome<DealImport> {
  const arranged = arrangedTable(table, known)
  return arranged.ok ? accept(readDeals(arranged.value, known, part)) : arranged
}

/** Deals and clients that rows of the file may be: they alone are read. null = «Указатель» does not tell. */
export function sharedWith(read: Outcome<DealImport>, known: Known): Shared | null {
  if (known.index === null || !read.ok) return null
  const { outside, clients } = read.value.asked
  const deals = known.index.having([
    ...outside.map(outsideSign),
    ...outside
      .map(ownNumber)
      .filter((id) => id > 0)
      .map(numberSign),
  ])
  const cards = known.index.having(clients.map(clientSign))
  if (deals === null || cards === null) return null
  return { deals: deals.map(known.index.placeOf), clients: cards.map(clientRow) }
}

interface Shared {
  readonly deals: readonly RowWanted[]
  readonly clients: readonly RowWanted[]
}

/** Whether a row brings a consultation that is still to come: its event may stand in the calendar. */
export function isAnyAhead(read: Outcome<DealImport>, now: LocalDateTime): boolean {
  return read.ok && read.value.deals.some(({ stage, start }) => stage === 'assigned' && (start ?? '') >= dateOf(now))
}

/** A request arranges its table once, however often it looks at it. */
const arrangedOnce = new WeakMap<ImportTable, Outcome<SourceTable>>()

function arrangedTable(table: ImportTable, known: Known): Outcome<SourceTable> {
  const arranged = arrangedOnce.get(table) ?? arrangedAnew(table, known)
  arrangedOnce.set(table, arranged)
  return arranged
}

function arrangedAnew(table: ImportTable, { desk, moment }: Known): Outcome<SourceTable> {
  const { fileName, headings, rows, rowNumbers, names } = table
  if (rowNumbers !== undefined) return accept({ fileName, headings, rows, rowNumbers, names: names ?? {} })
  const grid = { fileName, rows: [headings, ...rows] }
  const plan = planWith(decoded(choicesSchema, desk.service.importChoices, noChoices), proposePlan(grid, desk.office), {
    grid,
    office: desk.office,
  })
  const read = arrange(grid, plan, { now: moment.now, zone: desk.office.settings.zone })
  const stranger = seemsToBe(plan, read.rows.length)
  return stranger === null ? accept(read) : refuse({ code: 'otherFile', name: fileName, ...stranger })
}

/** Where rows were looked for by number, nothing but the numbers is known. */
function isWhole(client: Partial<Client>): client is Client {
  return client.organisation !== undefined
}

function readDeals(table: SourceTable, { desk, moment, scan, archived, events }: Known, part: ImportPart | undefined): DealImport {
  const { people, projects, required } = desk.office
  const read = [...desk.deals.values()].map(({ value }) => value)
  const standing = [...scan<Deal>('deals').map(({ value }) => value), ...read, ...archived]
  const cards = [...desk.clients.values()].map(({ value }) => value)
  const setting = {
    people,
    projects,
    required,
    existingDealIds: standing.flatMap(({ id }) => (id === undefined ? [] : [id])),
    existingOutside: new Set(standing.flatMap(({ outsideIds = '' }) => outsideIds.split(/[\s;,]+/))),
    nextDealId: Number(desk.service.lastDealId) + 1,
    existingClients: [...scan<Client>('clients').flatMap(({ value }) => (isWhole(value) ? [value] : [])), ...cards],
    nextClientId: Number(desk.service.lastClientId) + 1,
    now: moment.now,
    importedAt: part?.at ?? importMoment({ desk, moment }),
  }
  return readDealImport(table, setting, (events ?? []) as readonly SlotEvent[])
}
