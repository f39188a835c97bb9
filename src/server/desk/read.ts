/** What a method declares it wants to know, read in as few calls as there are rounds. */

import { covers, type MirrorEvent, merged, mirrorWindow } from '../../domain/calendar/mirror'
import type { CalendarEvent } from '../../domain/calendar/sync/decision'
import type { Cell } from '../../domain/office/settings'
import { decoded } from '../../domain/register/stored'
import { type TableName, tables } from '../../domain/register/tables'
import { addDays, type LocalDate } from '../../domain/time/localTime'
import type { Known, Reads } from '../../usecases/method/method'
import { stored } from '../../usecases/register/service'
import { getEvent, listEvents, syncEvents } from '../google/calendar'
import { platformErrorOf } from '../google/platformError'
import { type Records, readRecord, scanColumns } from '../google/register/records'
import { isOurs } from '../google/signed/seal'
import { factsOf } from './facts'
import { addressOf, type Loaded, loadDesk, loadFurther, type Wanted } from './load'
import { archivedRows, findArchived } from './rows/archives'
import { journalLinesOf, journalPlaces } from './rows/journalLines'
import { readMirror } from './rows/mirrorRows'
import { soundLines } from './rows/soundLines'
import type { DeskSession } from './session'

/** What was read beside rows and columns. */
type Beside = Pick<Known, 'journal' | 'events' | 'event' | 'archived' | 'archivedDeal' | 'facts'>

/** What is known, and the load that a commit needs. */
export interface ReadDesk {
  readonly loaded: Loaded
  readonly known: Known
}

const nothing: Beside = { journal: [], events: null, event: null, archived: [], archivedDeal: null, facts: {} }

/**
 * @param steps rounds in order; each sees what the earlier ones found
 * @throws StrangerError, PlatformError, as loadDesk does
 */
export function readSteps(session: DeskSession, steps: readonly ((known: Known) => Reads | null)[]): ReadDesk {
  let loaded: Loaded | null = null
  let beside = nothing
  for (const step of steps) {
    const reads = step(loaded === null ? unread(beside) : knownOf(loaded, beside))
    if (reads === null || (loaded === null && isFactsOnly(reads))) {
      beside = { ...beside, facts: { ...beside.facts, ...factsOf(reads?.facts ?? [], null) } }
      continue
    }
    loaded = readRows(session, loaded, wantedOf(reads))
    beside = { ...beside, ...readBeside(reads, loaded, beside) }
  }
  const last = loaded ?? loadDesk(session)
  return { loaded: last, known: knownOf(last, beside) }
}

/** Before the first read of the register. */
function unread(beside: Beside): Known {
  return beside as Known
}

function isFactsOnly(reads: Reads): boolean {
  return Object.keys(reads).length === 1 && reads.facts !== undefined
}

function wantedOf({ deals, clients, columns, whole, journal, index }: Reads): Wanted {
  return {
    ...(index === undefined ? {} : { index }),
    ...(deals === undefined ? {} : { deals }),
    ...(clients === undefined ? {} : { clients }),
    ...(whole === undefined ? {} : { whole }),
    ...(columns === undefined && journal === undefined ? {} : { columns: { ...columns, ...(journal === undefined ? {} : journalPlaces) } }),
  }
}

function readRows(session: DeskSession, loaded: Loaded | null, wanted: Wanted): Loaded {
  if (loaded === null) return loadDesk(session, wanted)
  const isAnything = Object.values(wanted).some((part) => Object.keys(part).length > 0)
  return isAnything ? loadFurther(loaded, wanted) : loaded
}

function readBeside(reads: Reads, loaded: Loaded, { facts }: Beside): Partial<Beside> {
  const { journal, events, event, archive, archivedDeal } = reads
  return {
    ...(journal === undefined ? {} : { journal: journalLinesOf(loaded, new Set(journal.of), journal.only) }),
    ...(events === undefined ? {} : { events: eventsOf(loaded, events) }),
    ...(event === undefined ? {} : { event: getEvent(addressOf(loaded), event) }),
    ...(archive === undefined ? {} : { archived: archivedRows(loaded, archive) }),
    ...(archivedDeal === undefined ? {} : { archivedDeal: findArchived(loaded, archivedDeal) }),
    ...(reads.facts === undefined ? {} : { facts: { ...facts, ...factsOf(reads.facts, loaded) } }),
  }
}

function eventsOf(loaded: Loaded, { from, until, mayFail, asMirrored }: NonNullable<Reads['events']>): Known['events'] {
  try {
    return asMirrored === true ? mirroredEvents(loaded, from, until) : standingEvents(loaded, from, until)
  } catch (error) {
    if (mayFail !== true) throw error
    console.error(`calendar: ${platformErrorOf(error).message}`)
    return null
  }
}

/** Out of the mirror, where it was read and reaches so far, brought up to date by one list of changes; else the days are listed. */
function standingEvents(loaded: Loaded, from: LocalDate, until: LocalDate): readonly CalendarEvent[] {
  const { desk, moment } = loaded
  const { settings, people } = desk.office
  const address = addressOf(loaded)
  const mirror = keptMirror(loaded, from, until)
  const page = mirror !== null && desk.service.syncToken !== '' ? syncEvents(address, desk.service.syncToken) : null
  if (mirror === null || page === null || page.full) return listEvents(address, from, until)
  const held = new Set(mirror.map(({ id }) => id))
  return within(merged(mirror, page.events, { window: mirrorWindow(moment.now, settings.horizonDays), people, held }), from, until)
}

function mirroredEvents(loaded: Loaded, from: LocalDate, until: LocalDate): Known['events'] {
  const mirror = keptMirror(loaded, from, until)
  return mirror === null ? null : within(mirror, from, until)
}

/** null = it was not read, is another calendar's, reaches not so far, or somebody has typed there. */
function keptMirror({ desk, moment, snapshot }: Loaded, from: LocalDate, until: LocalDate): readonly MirrorEvent[] | null {
  const { settings } = desk.office
  const kept = decoded(stored.mirrored, desk.service.mirrored, null)
  const isKept = snapshot.whole.mirror !== undefined && kept?.zone === settings.zone && desk.service.syncCalendar === settings.calendarId
  const mirror = isKept && covers(mirrorWindow(moment.now, settings.horizonDays), from, until) ? readMirror(snapshot) : null
  return mirror?.isWhole === true ? mirror.events : null
}

function within<E extends CalendarEvent>(events: readonly E[], from: LocalDate, until: LocalDate): E[] {
  return events
    .filter(({ start, end }) => end > `${from}T00:00` && start < `${addDays(until, 1)}T00:00`)
    .sort((a, b) => (a.start < b.start ? -1 : 1))
}

export function knownOf(loaded: Loaded, beside: Beside = nothing): Known {
  const { desk, moment, snapshot, session, index } = loaded
  return {
    ...beside,
    desk,
    index,
    moment,
    spreadsheetId: session.spreadsheetId,
    scan: <T>(table: TableName) =>
      table === 'journal' ? (soundLines(snapshot) as Records<Partial<T>>['rows']) : scanColumns<T>(snapshot, table).rows,
    cells: (table) => cellsOf(loaded, table),
    records: <T>(table: TableName) =>
      (snapshot.whole[table] ?? []).flatMap((cells, index) => {
        const { fields } = readRecord(table, index + 2, cells, snapshot.layouts[table] ?? {})
        return table === 'discrepancies' && !isOurs(table, fields) ? [] : [{ row: index + 2, value: fields as Partial<T> }]
      }),
  }
}

function cellsOf({ snapshot }: Loaded, table: TableName): readonly Readonly<Record<string, Cell>>[] {
  const layout = snapshot.layouts[table] ?? {}
  return (snapshot.whole[table] ?? []).map((cells) =>
    Object.fromEntries(tables[table].columns.map(({ key }) => [key, cells[layout[key] ?? -1] ?? null])),
  )
}
