/** The tick's control: lines made anew after a change of rules, and reminders, escalations and breaches, each told once whatever runs twice. */

import { type Deal, emptyDeal } from '../../domain/deal/deal'
import { breachKey } from '../../domain/obligations/breach'
import { tables } from '../../domain/register/tables'
import { isNewBreach, metLate } from '../../usecases/control/breaches'
import { controlAfter, rulesOf } from '../../usecases/control/control'
import { controlLetters } from '../../usecases/control/controlLetters'
import { type Due, dueOf, isAnythingDue, linesAfter } from '../../usecases/control/remind'
import type { ControlLine, Desk, Located } from '../../usecases/desk'
import { clientRow } from '../../usecases/located'
import { commitService, type ServiceChange, serviceCells } from '../desk/commit'
import { type Loaded, loadDesk, type Wanted } from '../desk/load'
import { rowRenamed } from '../desk/renamed'
import { type ControlWrites, controlWrites, wholeControl, writesOf } from '../desk/rows/controlWrites'
import { outboxRows } from '../desk/rows/outboxRows'
import { underLock } from '../google/lock'
import { readRecord, scanColumns } from '../google/register/records'
import { writeRegister } from '../google/register/writer'
import { hasPages } from '../google/signed/links'
import type { OfficeWide } from './officeFacts'

/** Settings, working calendar, people, projects or required fields changed since the lines were made: those of all open deals are made anew. */
export function rebuildControl(first: Loaded): void {
  if (first.desk.service.controlRules === rulesOf(first.desk.office)) return
  underLock(() => {
    const loaded = loadDesk(first.session, { whole: ['deals'] })
    save(loaded, controlWrites(loaded, { deals: dealsWithLines(loaded) }), { controlRules: rulesOf(loaded.desk.office) })
  })
}

/** Open deals, and closed ones of which a line still stands; a row that cannot be read keeps its lines. */
function dealsWithLines({ snapshot, desk, names }: Loaded): Located<Deal>[] {
  const owing = new Set(desk.control.map(({ dealId }) => dealId))
  return (snapshot.whole.deals ?? []).flatMap((cells, index) => {
    const { fields, issues } = readRecord('deals', index + 2, rowRenamed('deals', cells, snapshot, names), snapshot.layouts.deals ?? {})
    const deal = { ...emptyDeal, ...fields } as Deal
    const isOver = (deal.stage === 'won' || deal.stage === 'lost') && !owing.has(deal.id)
    return issues.length > 0 || fields['id'] === null || isOver ? [] : [{ row: index + 2, value: deal }]
  })
}

/**
 * Decided by the lines that the tick has read anyway; only where something is due they are read again under the lock, and all of it is one
 * commit: state of the lines, letters, breaches.
 * @param office lines of the obligations that stand for no deal, or null = they stand as they should
 * @returns letters that wait because of it
 */
export function runControl(first: Loaded, office: OfficeWide | null): number {
  const standing = withOffice(first, office)
  if (!isAnythingDue(standing, first.moment.now) && isSameControl(standing, first.desk)) {
    if (office !== null) commitService(first, office.service)
    return 0
  }
  return underLock(() => {
    const wanted = wantedFor(first)
    const loaded = loadDesk(first.session, wanted)
    const { now } = loaded.moment
    const desk = withOffice(loaded, office)
    const due = onlyLoaded(dueOf(desk.control, { office: desk.office, now }, desk.service.digestSent), wanted, desk)
    const letters = controlLetters(due, desk, now, {
      urlOf: urlsOf(loaded),
      breaches: newlyNoted(loaded) + due.breached.length,
      hasPages: hasPages(desk.office),
    })
    const late = [...metLate(dealLines(loaded.desk.control), desk.control, now), ...lateOffice(office, loaded), ...due.breached]
    const service = { ...office?.service, ...(due.digest === null ? {} : { digestSent: now }) }
    const lines = linesAfter(desk.control, due, now)
    const writes = writesOf(loaded, lines, late)
    const replaced = due.digest === null ? writes.replaced : wholeControl(loaded, lines)
    save(loaded, { ...writes, replaced }, service, outboxRows(letters, now))
    return letters.length
  })
}

function dealLines(lines: readonly ControlLine[]): ControlLine[] {
  return lines.filter(({ dealId }) => dealId !== null)
}

/** Of the office-wide lines that went, those that nobody has written down yet. */
function lateOffice(office: OfficeWide | null, { desk, moment }: Loaded): ControlLine[] {
  const late = new Set(office?.late.map(breachKey))
  return desk.control.filter((line) => line.dealId === null && late.has(breachKey(line)) && isNewBreach(line, moment.now))
}

/** A consultation that became due between the two reads, whose client was not read along, is reminded of by the next tick. */
function onlyLoaded(due: Due, { deals = [] }: Wanted, { office }: Desk): Due {
  if (!office.settings.clientReminders) return due
  const ids = new Set(deals.map(({ id }) => id))
  return { ...due, remind: due.remind.filter(({ key, dealId }) => key !== 'A4.hold' || ids.has(dealId ?? 0)) }
}

function withOffice({ desk, moment }: Loaded, office: OfficeWide | null): Desk {
  const change = { deals: [], officeWide: office === null ? null : office.lines }
  return { ...desk, control: controlAfter(desk.control, change, { office: desk.office, now: moment.now }) }
}

function isSameControl(a: Desk, b: Desk): boolean {
  return a.control.length === b.control.length && a.control.every((line) => b.control.includes(line))
}

/** Where the deals stand now, for the links; the deals and clients of reminders that clients get, the deals of reports that experts owe; breaches for the digest. */
function wantedFor({ desk, moment }: Loaded): Wanted {
  const { remind, digest } = dueOf(desk.control, { office: desk.office, now: moment.now }, desk.service.digestSent)
  const coming = desk.office.settings.clientReminders ? remind.filter(({ key }) => key === 'A4.hold') : []
  const spoken = [...coming, ...remind.filter(({ key }) => key === 'C9.report')]
  const clients = [...new Set(coming.flatMap(({ clientId }) => (clientId === null ? [] : [clientId])))]
  return {
    columns: { deals: ['id'], ...(digest === null ? {} : { breaches: ['noted'] }) },
    ...(spoken.length === 0 ? {} : { deals: spoken.map(({ dealId, row }) => ({ id: dealId ?? 0, row })), clients: clients.map(clientRow) }),
  }
}

function urlsOf({ session, snapshot }: Loaded): (line: ControlLine) => string {
  const ids = snapshot.columns.deals?.['id'] ?? []
  const rows = new Map(ids.map((id, index) => [id, index + 2]))
  const spreadsheet = `https://docs.google.com/spreadsheets/d/${session.spreadsheetId}/edit`
  return ({ dealId }) => {
    const row = dealId === null ? undefined : rows.get(dealId)
    return row === undefined ? `${spreadsheet}#gid=${tables.control.sheetId}` : `${spreadsheet}#gid=${tables.deals.sheetId}&range=A${row}`
  }
}

/** Breaches since the last digest. */
function newlyNoted({ snapshot, desk }: Loaded): number {
  const rows = scanColumns<{ noted: string | null }>(snapshot, 'breaches').rows
  return rows.filter(({ value }) => (value.noted ?? '') > desk.service.digestSent).length
}

function save(
  loaded: Loaded,
  { replaced, breaches }: ControlWrites,
  service: ServiceChange,
  outbox: ReturnType<typeof outboxRows> = [],
): void {
  writeRegister(loaded.session.spreadsheetId, {
    layouts: loaded.snapshot.layouts,
    patches: [],
    appends: { breaches, outbox },
    replaced,
    service: serviceCells(loaded, service),
    more: [],
  })
}
