/** Edits by hand in the sheets: judged by the rules against the journal's fold, at the edit itself and by the day's first tick. */

import type { Deal } from '../../domain/deal/deal'
import { formulaText } from '../../domain/deal/judging/handEdit'
import { cutLine } from '../../domain/letter/plainLine'
import type { Cell } from '../../domain/office/settings'
import type { Issue } from '../../domain/problem'
import { tables } from '../../domain/register/tables'
import { foreignLineText } from '../../domain/text/todayNotes.ru'
import { withTellings } from '../../usecases/booking/tellings'
import type { Changes } from '../../usecases/changes'
import { changes } from '../../usecases/changes'
import { withHandBlock } from '../../usecases/control/handBlock'
import { clientRow } from '../../usecases/located'
import { type JournalLine, journalOf } from '../../usecases/register/journal'
import type { Editor, Reconciled } from '../../usecases/register/reconcile'
import { withFeedbackLetters } from '../../usecases/week/askFeedback'
import { pastColumns, pastDeals } from '../../usecases/week/past'
import { commitService, journalCount, nextRevision, serviceCells } from '../desk/commit'
import { type Loaded, loadDesk, loadFurther } from '../desk/load'
import { knownOf } from '../desk/read'
import { controlWrites } from '../desk/rows/controlWrites'
import { indexAfter } from '../desk/rows/indexRows'
import { journalLinesOf, journalPlaces } from '../desk/rows/journalLines'
import { amoRows, outboxOf, taskRows } from '../desk/rows/outboxRows'
import { repairMisplaced } from '../desk/rows/repair'
import { journalColumns, soundLines } from '../desk/rows/soundLines'
import type { DeskSession } from '../desk/session'
import { underLock } from '../google/lock'
import { type Layout, layoutIn } from '../google/register/layout'
import { enteredRows } from '../google/register/reader'
import { scanColumns } from '../google/register/records'
import { writeRegister } from '../google/register/writer'
import { type Edited, journalNames, type Part, type Row, reconciled } from './rows/judgedRows'

type Request = GoogleAppsScript.Sheets.Schema.Request

/** What an edit event tells: rows and column 1-based, both rows inclusive. */
export interface Edit {
  readonly table: Edited
  readonly from: number
  readonly until: number
  readonly column: number
  readonly width: number
  /** Of a single cell; '' = emptied. */
  readonly value: string
  /** What stood in a single cell; absent = not told, as of a block. */
  readonly stood?: Cell
}

/** Rows of one edit that are judged alone, as the editor's: more are hardly one hand's. */
const mostRows = 1000

/** The sheet of an edit that the register keeps, or null. */
export function editedTable(sheetId: number): Edited | null {
  if (sheetId === tables.deals.sheetId) return 'deals'
  return sheetId === tables.clients.sheetId ? 'clients' : null
}

/**
 * Brings the sheets back to their journal: legal edits are journalled, forbidden ones put back with a note, lost rows restored.
 * @returns what was put back or restored, with its address
 */
export function reconcileSheets(session: DeskSession): readonly Issue[] {
  return underLock(() => reconcileWhole(session))
}

/**
 * Brings the edited rows alone back to their journal; where they do not tell what was edited, the sheets as a whole.
 * @returns what was put back or restored, with its address
 */
export function reconcileEdit(session: DeskSession, edit: Edit): readonly Issue[] {
  return underLock(() => reconcileRows(session, edit) ?? reconcileWhole({ ...session, email: '' }, edit))
}

/** @param edit what was typed just now, where that is known */
function reconcileWhole(session: DeskSession, edit: Edit | null = null): readonly Issue[] {
  const loaded = loadDesk(session, { whole: ['deals', 'clients'], columns: { journal: journalColumns } })
  const sound = soundLines(loaded.snapshot)
  const lines = sound.map(({ value }) => value)
  const results = (['clients', 'deals'] as const).map((table) => {
    const rows = (loaded.snapshot.whole[table] ?? []).map((cells, index) => ({ row: index + 2, cells }))
    return [
      table,
      reconciled(
        { table, rows, lines, whole: true, short: isShort(loaded, lines.length), editor: null, ...editedCells(edit, table, loaded) },
        loaded,
      ),
    ] as const
  })
  const issues = [...settled(loaded, results), ...foreignLines(scanColumns<JournalLine>(loaded.snapshot, 'journal').rows, sound)]
  if (isUncounted(loaded, lines.length)) {
    commitService(loaded, { journalLines: String(lines.length + journalOf(journalled(results), loaded.moment).length) })
  }
  return issues
}

/** Lines that somebody typed or changed: they are nobody's facts, and are named. */
function foreignLines(all: readonly { readonly row: number }[], sound: readonly { readonly row: number }[]): Issue[] {
  const own = new Set(sound.map(({ row }) => row))
  const foreign = all.filter(({ row }) => !own.has(row))
  return foreign
    .slice(0, mostNoted)
    .map(({ row }) => ({ where: tables.journal.title, row, column: '', message: foreignLineText(foreign.length) }))
}

/** The first time, and where a line was put there by hand. */
function isUncounted({ desk }: Loaded, standing: number): boolean {
  const { journalLines } = desk.service
  return journalLines === '' || standing > Number(journalLines)
}

/** Lines were deleted: a row that is ahead of its lines is no proof of an edit. */
function isShort({ desk }: Loaded, standing: number): boolean {
  return standing < Number(desk.service.journalLines)
}

/** null = the rows do not tell: some are gone, new, copied, or no longer those that were edited. */
function reconcileRows(session: DeskSession, edit: Edit): readonly Issue[] | null {
  const { table, from, until } = edit
  if (from < 2 || until - from >= mostRows) return null
  const owners = table === 'clients' ? { deals: ownerColumns } : {}
  const loaded = loadDesk(session, { spans: { [table]: [[from, until]] }, columns: { ...journalPlaces, ...owners } })
  const rows = loaded.snapshot.spans?.[table] ?? []
  const layout = loaded.snapshot.layouts[table] ?? {}
  const ids = rows.map(({ cells }) => Number(cells[layout['id'] ?? 0]))
  const clients = rows.map(({ cells }) => Number(cells[layout['clientId'] ?? -1]))
  if (rows.length !== until - from + 1 || new Set(ids).size !== ids.length || isWithin(layout['id'], edit)) return null
  const lines = journalLinesOf(loaded, new Set([...ids, ...clients].filter((id) => id > 0)))
  const journalled = new Set(lines.filter((line) => line.table === journalNames[table]).map(({ rowId }) => rowId))
  if (ids.some((id) => !journalled.has(id))) return null
  const short = rows.some(({ cells }) => isLater(Number(cells[layout['version'] ?? -1]), table, lines))
  const editor = editorOf(loaded, edit, layout)
  const result = reconciled({ table, rows, lines, whole: false, short, editor, ...editedCells(edit, table, loaded) }, loaded)
  return isFound(edit, rows, result) ? settled(loaded, [[table, { ...result, taken: [] }]]) : null
}

/** A version that no line of these rows tells: lines may be missing, and the row ahead of them. */
function isLater(version: number, table: Edited, lines: readonly Partial<JournalLine>[]): boolean {
  return lines.every((line) => line.table !== journalNames[table] || (line.version ?? 0) < version)
}

const ownerColumns = ['clientId', 'consultant'] as const satisfies readonly (keyof Deal)[]

/** The cells of the event are its user's, where Google tells who that is. */
function editorOf({ moment: { who }, snapshot }: Loaded, edit: Edit, layout: Layout): Editor | null {
  if (who.email === '') return null
  const deals = edit.table === 'clients' ? scanColumns<Deal>(snapshot, 'deals').rows : []
  const own = deals.filter(({ value: { consultant = '' } }) => consultant === '' || consultant === who.initials)
  return { who, fields: typedFieldsOf(edit, layout), ownClients: new Set(own.map(({ value }) => value.clientId ?? 0)) }
}

/** Fields and rows of the edit; none in the other sheet. */
function editedCells(edit: Edit | null, table: Edited, { snapshot }: Loaded): Pick<Part, 'typed' | 'edited' | 'stood'> {
  if (edit === null || edit.table !== table) return { typed: new Set(), edited: new Set() }
  const rows = Array.from({ length: Math.min(edit.until - edit.from + 1, mostRows) }, (_, index) => edit.from + index)
  const { stood } = edit
  const cells = { typed: typedFieldsOf(edit, snapshot.layouts[table] ?? {}), edited: new Set(rows) }
  return stood === undefined ? cells : { ...cells, stood }
}

function typedFieldsOf({ table, column, width }: Edit, layout: Layout): ReadonlySet<string> {
  const typed = tables[table].columns.filter(({ key }) => isWithin(layout[key] ?? -1, { column, width }))
  return new Set(typed.map(({ key }) => key))
}

/** A cell holds what the event tells; a block differs from its journal somewhere. Otherwise somebody sorted in between. */
function isFound({ column, width, value }: Edit, rows: readonly Row[], { changes: made, cells }: Reconciled): boolean {
  if (rows.length > 1 || width > 1) return made.length + cells.length > 0
  return String(rows[0]?.cells[column - 1] ?? '') === value
}

function isWithin(index: number | undefined, { column, width }: Pick<Edit, 'column' | 'width'>): boolean {
  return index === undefined || (index >= column - 1 && index < column - 1 + width)
}

function settled(loaded: Loaded, results: Results): readonly Issue[] {
  const requests = results.flatMap(([table, result]) => {
    const layout = layoutIn(loaded.snapshot.layouts, table)
    return noteRequests(table, [...result.notes, ...formulaNotes(loaded, table, result.taken)], layout)
  })
  const note = write(loaded, results, requests)
  const after = note === '' ? [] : [{ where: tables.deals.title, row: null, column: '', message: note }]
  return [...results.flatMap(([, result]) => result.issues), ...after]
}

type Results = readonly (readonly [Edited, Reconciled])[]

/** One transaction: cells, journal, restored rows, notes, «Контроль» of the deals that changed, and the count of commits, by which others see it. */
function write(loaded: Loaded, results: Results, more: readonly Request[]): string {
  const made = withTellings(withAsking(journalled(results), loaded), loaded.desk, loaded.moment)
  const patches = results.flatMap(([table, { cells }]) =>
    cells.map(({ row, id, values }) => ({
      table,
      row,
      id,
      values: table === 'deals' ? { ...values, ...cellsBeside(id, results, made) } : values,
    })),
  )
  const restored = Object.fromEntries(results.map(([table, result]) => [table, result.restored.map((kept) => ({ ...kept }))]))
  const nothing =
    made.deals.length + made.clients.length + patches.length + more.length + results.flatMap(([, { restored: rows }]) => rows).length === 0
  if (nothing) return ''
  const rowOf = new Map(patches.filter(({ table }) => table === 'deals').map(({ id, row }) => [id, row]))
  const changed = made.deals.map(({ after }) => ({ row: rowOf.get(after.id) ?? null, value: after }))
  const { replaced, breaches } = controlWrites(loaded, { deals: changed })
  const journal = journalOf(made, loaded.moment).map((line) => ({ ...line }))
  const indexed = indexAfter(loaded.desk.service, made, journal.length)
  const block = withHandBlock(journalled(results), loaded.desk, loaded.moment)
  const lost = writeRegister(loaded.session.spreadsheetId, {
    layouts: loaded.snapshot.layouts,
    patches,
    appends: {
      ...restored,
      journal,
      indexNews: indexed.rows.map((row) => ({ ...row })),
      outbox: [...outboxOf(made, loaded.moment.now), ...taskRows(loaded, [made]), ...amoRows(loaded, [made])],
      breaches,
    },
    replaced,
    service: serviceCells(loaded, {
      revision: nextRevision(loaded),
      ...journalCount(loaded, journal),
      ...indexed.service,
      ...(block === null ? {} : { handBlocks: block }),
    }),
    more,
  })
  return repairMisplaced(loaded, lost)
}

/** K3: a card that came to «Запрошена обратная связь» by hand asks its client too. One call more, and only for it. */
function withAsking(made: Changes, loaded: Loaded): Changes {
  const asked = made.deals.filter(({ before, after }) => after.stage === 'feedback' && before?.stage !== 'feedback')
  if (asked.length === 0) return made
  const clients = asked.flatMap(({ after: { clientId } }) => (clientId === null ? [] : [clientRow(clientId)]))
  const known = loadFurther(loaded, { clients, columns: { deals: pastColumns } })
  return withFeedbackLetters(made, pastDeals(knownOf(known)), known.desk, known.moment)
}

/** What follows from the edit of a deal, beside the edit itself. */
function cellsBeside(id: number, results: Results, { deals }: Changes): Partial<Deal> {
  const typed = journalled(results).deals.find(({ after }) => after.id === id)?.after
  const after = deals.find((one) => one.after.id === id)?.after
  return typed === undefined || after === undefined ? {} : (Object.fromEntries(changedFields(typed, after)) as Partial<Deal>)
}

function changedFields(typed: Deal, after: Deal) {
  return (Object.keys(after) as (keyof Deal)[]).filter((key) => typed[key] !== after[key]).map((key) => [key, after[key]] as const)
}

function journalled(results: Results): Changes {
  const of = (table: Edited) => results.filter(([name]) => name === table).flatMap(([, result]) => result.changes)
  return changes({ kind: 'hand/edit', deals: of('deals') as Changes['deals'], clients: of('clients') as Changes['clients'] })
}

/** More rows than that were pasted, and their formulas go without a word. */
const mostNoted = 20

/** A typed cell that stands is written as its value; where the whole check finds a formula there, a note says which. One call more. */
function formulaNotes({ session, snapshot }: Loaded, table: Edited, taken: Reconciled['taken']): Reconciled['notes'] {
  const rows = [...new Set(taken.map(({ row }) => row))]
  if (rows.length === 0 || rows.length > mostNoted) return []
  const layout = layoutIn(snapshot.layouts, table)
  const entered = enteredRows(session.spreadsheetId, table, rows)
  return taken.flatMap(({ row, field }) => {
    const cell = entered.get(row)?.[layout[field] ?? -1]
    return typeof cell === 'string' && cell.startsWith('=') ? [{ row, field, text: formulaText(cutLine(cell, 200)) }] : []
  })
}

function noteRequests(table: Edited, notes: Reconciled['notes'], layout: Layout): Request[] {
  return notes.map(({ row, field, text }) => ({
    updateCells: {
      start: { sheetId: tables[table].sheetId, rowIndex: row - 1, columnIndex: layout[field] as number },
      rows: [{ values: [{ note: text }] }],
      fields: 'note',
    },
  }))
}
