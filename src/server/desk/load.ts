/** Loading: the office and the rows that one command needs, in one read. */

import type { Client } from '../../domain/client/client'
import type { Deal } from '../../domain/deal/deal'
import { withFormer } from '../../domain/office/formerNames'
import type { Issue } from '../../domain/problem'
import type { TableName } from '../../domain/register/tables'
import { platformText } from '../../domain/text/platformText.ru'
import { dateOf } from '../../domain/time/localTime'
import type { Moment } from '../../usecases/changes'
import { inOrder } from '../../usecases/control/control'
import type { ControlLine, Desk, Located } from '../../usecases/desk'
import type { DealIndex } from '../../usecases/index/dealIndex'
import type { Reads, RowWanted } from '../../usecases/method/method'
import { readableVersion, type ServiceKey, type ServiceState } from '../../usecases/register/service'
import type { CalendarAddress } from '../google/calendar'
import { officeNow } from '../google/clock'
import { underLock } from '../google/lock'
import { PlatformError } from '../google/platformError'
import {
  monthIssues,
  officeTables,
  readControl,
  readMonths,
  readOffice,
  readService,
  type Service,
  unreadCells,
} from '../google/register/officeReader'
import { mergeRows, type Query, readRegister, type Snapshot } from '../google/register/reader'
import { clientRecords, dealRecords, type Records } from '../google/register/records'
import { schemaVersion } from '../google/register/schema'
import { noteOrigin } from '../google/training'
import { addMissingSheets } from '../jobs/upgrade'
import { goodCells, keysBehind } from './mend'
import { type Names, namesOf, withCurrentNames } from './renamed'
import { indexQuery, readIndex } from './rows/indexRows'
import { callerOf, type DeskSession, isAsked, StrangerError, seesNothing } from './session'

/** Sheets into which any run may write, beside those that come as a whole. */
const writtenTables: readonly TableName[] = ['deals', 'clients', 'journal', 'outbox', 'tasks', 'discrepancies', 'breaches', 'indexNews']

/** Rows and columns of one read of the register. */
export interface Wanted extends Pick<Reads, 'deals' | 'clients' | 'columns' | 'whole' | 'index'> {
  readonly spans?: Query['spans']
  readonly columnsFrom?: Query['columnsFrom']
}

export interface Loaded {
  readonly session: DeskSession
  readonly desk: Desk
  readonly moment: Moment
  readonly snapshot: Snapshot
  readonly names: Names
  /** 0-based rows of «Служебное» by key. */
  readonly serviceRows: Readonly<Record<string, number>>
  /** Cells of «Служебное» that cannot be read; `mended` holds what stands in for them, to be written under the lock. */
  readonly garbled: readonly ServiceKey[]
  readonly mended: Partial<ServiceState>
  /** Rows of «Контроль» below its heading, as they stand; null = cannot be read. */
  readonly controlRows: readonly (ControlLine | null)[]
  /** null = not asked for, or not to be believed. */
  readonly index: DealIndex | null
}

/**
 * @throws StrangerError where a page calls for somebody who may see nothing; PlatformError sheetMissing, headingMissing, newerSchema, notInstalled
 */
export function loadDesk(session: DeskSession, wanted: Wanted = {}): Loaded {
  const [first, unplaced] = withPlaces(wanted)
  const loaded = loadFirst(session, first)
  return unplaced.length === 0 ? loaded : loadFurther(loaded, { deals: unplaced })
}

/** Deals whose row nobody knows are read once «Указатель» has told where they stand. */
function withPlaces(wanted: Wanted): readonly [Wanted, readonly RowWanted[]] {
  const { deals = [], index = [] } = wanted
  const unplaced = wanted.columns?.deals?.includes('id') ? [] : deals.filter(({ row }) => row === null)
  return unplaced.length === 0 ? [wanted, []] : [{ ...wanted, index, deals: deals.filter(({ row }) => row !== null) }, unplaced]
}

function loadFirst(session: DeskSession, wanted: Wanted): Loaded {
  const { read, service } = upgraded(session.spreadsheetId, queryOf(wanted))
  const { office: asTyped, issues } = readOffice(read, service)
  checkSchema(service)
  noteOrigin(service.state.ownId, session.spreadsheetId)
  const names = namesOf(asTyped, service.state)
  const office = { ...asTyped, people: withFormer(asTyped.people, names.initials) }
  const snapshot = withCurrentNames(read, names)
  const controlRows = readControl(snapshot)
  const deals = dealRecords(snapshot)
  const clients = clientRecords(snapshot)
  const months = readMonths(snapshot)
  const now = officeNow(office.settings.zone)
  const { garbled, state } = service
  const keys = [...new Set([...garbled, ...keysBehind(snapshot, state)])]
  const mended = keys.length === 0 ? {} : goodCells({ spreadsheetId: session.spreadsheetId, keys, state, now })
  const index = wanted.index === undefined ? null : readIndex(snapshot, state, names.initials)
  const desk: Desk = {
    office,
    issues: [...issues, ...unfitIssues(snapshot), ...unreadCells(snapshot), ...deals.issues, ...clients.issues, ...monthIssues(months)],
    service: { ...state, ...mended },
    control: inOrder(controlRows),
    months,
    deals: byId(deals),
    clients: byId(clients),
    nextDealRow: nextRow(snapshot, index),
  }
  const who = callerOf(session, office, dateOf(now))
  const denied = isAsked(session) ? seesNothing(who, office, session.device) : null
  if (denied !== null) throw new StrangerError(denied)
  const moment: Moment = { now, who, entry: session.entry }
  return { session, desk, moment, snapshot, names, serviceRows: service.rows, garbled, mended, controlRows, index }
}

/** The same desk with more rows and columns of the register; the office is not read again. */
export function loadFurther(loaded: Loaded, wanted: Wanted): Loaded {
  const { index } = loaded
  const places = wanted.deals?.map((one) => (one.row === null && index !== null ? index.placeOf(one.id) : one))
  const { whole, headings: _, ...more } = queryOf(places === undefined ? wanted : { ...wanted, deals: places })
  const further = readRegister(loaded.session.spreadsheetId, { ...more, whole: whole.filter((name) => !officeTables.includes(name)) })
  const snapshot = mergedSnapshot(loaded.snapshot, withCurrentNames(further, loaded.names))
  const [deals, clients] = [dealRecords(snapshot), clientRecords(snapshot)]
  const issues = [...loaded.desk.issues.filter((issue) => !isRowIssue(issue)), ...deals.issues, ...clients.issues]
  const desk = { ...loaded.desk, issues, deals: byId(deals), clients: byId(clients), nextDealRow: nextRow(snapshot, index) }
  return { ...loaded, snapshot, desk }
}

function mergedSnapshot(a: Snapshot, b: Snapshot): Snapshot {
  const names = [...new Set([...Object.keys(a.columns), ...Object.keys(b.columns)])] as TableName[]
  return {
    layouts: { ...a.layouts, ...b.layouts },
    whole: { ...a.whole, ...b.whole },
    rows: mergeRows(a.rows, b.rows),
    columns: Object.fromEntries(names.map((name) => [name, { ...a.columns[name], ...b.columns[name] }])),
  }
}

interface Read {
  readonly read: Snapshot
  readonly service: Service
}

/** A register of an older version gets what it lacks from the first run of newer code, whoever starts it: under the lock, once. */
function upgraded(spreadsheetId: string, query: Query): Read {
  try {
    const known = readKnown(spreadsheetId, query)
    if (!needsUpgrade(known.service, spreadsheetId)) return known
  } catch (error) {
    if (!(error instanceof PlatformError) || error.code !== 'olderSchema') throw error
  }
  underLock(() => {
    if (needsUpgrade(storedService(spreadsheetId), spreadsheetId)) addMissingSheets(spreadsheetId)
  })
  return readKnown(spreadsheetId, query)
}

/** Older, or a copied file whose rows are sealed anew. @param service null = not even «Служебное» has its columns */
function needsUpgrade(service: Service | null, spreadsheetId: string): boolean {
  if (service === null) return true
  const { schemaVersion: stored, ownId } = service.state
  const version = readableVersion(stored)
  return (version !== null && version < schemaVersion) || (service.isForeign && ownId !== '' && ownId !== spreadsheetId)
}

/** null = «Служебное» itself lacks a column of this version. */
function storedService(spreadsheetId: string): Service | null {
  try {
    return readService(readRegister(spreadsheetId, { whole: ['service'], rows: {}, columns: {} }))
  } catch (error) {
    if (error instanceof PlatformError && error.code === 'headingMissing') return null
    throw error
  }
}

/** A sheet or heading that is missing because the register was made by an older version is said so. */
function readKnown(spreadsheetId: string, query: Query): Read {
  try {
    const read = readRegister(spreadsheetId, query)
    return { read, service: readService(read) }
  } catch (error) {
    const isLayout = error instanceof PlatformError && (error.code === 'sheetMissing' || error.code === 'headingMissing')
    if (!isLayout || !needsUpgrade(storedService(spreadsheetId), spreadsheetId)) throw error
    throw new PlatformError('olderSchema')
  }
}

/** A new deal is appended below the last row: with the id column read, or «Указатель», we know where. */
function nextRow(snapshot: Snapshot, index: DealIndex | null): number | null {
  const ids = snapshot.columns.deals?.['id']
  return ids === undefined ? (index?.nextRow ?? null) : ids.length + 2
}

function queryOf(wanted: Wanted): Query {
  const rows: Partial<Record<TableName, readonly RowWanted[]>> = {}
  if (wanted.deals !== undefined) rows.deals = wanted.deals
  if (wanted.clients !== undefined) rows.clients = wanted.clients
  const index = wanted.index === undefined ? null : indexQuery(wanted.index)
  const spans = { ...wanted.spans, ...index?.spans }
  return {
    whole: [...officeTables, ...(wanted.whole ?? []), ...(index?.whole ?? [])],
    headings: writtenTables,
    rows,
    columns: wanted.columns ?? {},
    ...(Object.keys(spans).length === 0 ? {} : { spans }),
    ...(wanted.columnsFrom === undefined ? {} : { columnsFrom: wanted.columnsFrom }),
  }
}

/** A version that somebody has typed over keeps nobody out: the sheets that are read have their headings, and «Проверка» tells. */
function checkSchema({ state, isEmpty }: Service): void {
  if (isEmpty) throw new PlatformError('notInstalled')
  const stored = readableVersion(state.schemaVersion)
  // A newer register says which older code it can stand: the web app runs its deployed version for a while.
  if (stored !== null && stored > schemaVersion && !(Number(state.oldestWriter || stored) <= schemaVersion))
    throw new PlatformError('newerSchema', { stored: String(stored), known: String(schemaVersion) })
}

function byId<T extends Deal | Client>(records: Records<T>): ReadonlyMap<number, Located<T>> {
  return new Map(records.rows.map((located) => [located.value.id, located]))
}

/** Issues of the rows that a command is about: it is not carried out on a row that cannot be read. */
export function rowIssues(loaded: Loaded): readonly Issue[] {
  return loaded.desk.issues.filter(isRowIssue)
}

function isRowIssue({ where, row }: Issue): boolean {
  return (where === 'Сделки' || where === 'Клиенты') && row !== null
}

/** A sheet into which this run may write stands no more, or lacks a heading: said before anything is done. */
export function refuseUnfit({ snapshot }: Loaded): void {
  for (const error of snapshot.unfit ?? []) throw error
}

function unfitIssues({ unfit = [] }: Snapshot): Issue[] {
  return unfit.map(({ code, params }) => ({
    where: params['sheet'] ?? '',
    row: null,
    column: '',
    message: platformText(code, params),
  }))
}

/** The shared calendar, as the settings name it. */
export function addressOf({ desk }: Pick<Loaded, 'desk'>): CalendarAddress {
  const { calendarId, zone } = desk.office.settings
  return { id: calendarId, zone }
}
