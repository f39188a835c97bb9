/** The sheets that people keep by hand, as the office of the domain, with an issue for each cell that cannot be read. */

import { readProjects } from '../../../domain/importing/projects'
import { readRequiredFields } from '../../../domain/importing/requiredFields'
import { readStaff } from '../../../domain/importing/staff'
import { readWorkingCalendar } from '../../../domain/importing/workingDays'
import { readFrozen } from '../../../domain/month/frozen'
import { frozenUnread } from '../../../domain/month/periodText.ru'
import type { Office } from '../../../domain/office/office'
import { type Cell, readSettings } from '../../../domain/office/settings'
import type { Issue } from '../../../domain/problem'
import { decoded } from '../../../domain/register/stored'
import { type TableName, tables } from '../../../domain/register/tables'
import { readZone } from '../../../domain/time/zones'
import type { ControlLine, MonthState } from '../../../usecases/desk'
import { keyInSheet, readableService, type ServiceKey, type ServiceState, serviceKeys, stored } from '../../../usecases/register/service'
import { isOurs } from '../signed/seal'
import type { Snapshot } from './reader'
import { readRecord } from './records'

/** Sheets that come with every read. */
export const officeTables: readonly TableName[] = [
  'staff',
  'projects',
  'workingCalendar',
  'settings',
  'required',
  'service',
  'control',
  'months',
]

interface OfficeRead {
  readonly office: Office
  readonly issues: readonly Issue[]
}

/** What a run read last: it reads the office several times, and rarely finds other cells. */
let last: { readonly cells: string; readonly read: OfficeRead } | null = null

/** The office from a snapshot of officeTables. */
export function readOffice(snapshot: Snapshot, { state }: Pick<Service, 'state'>): OfficeRead {
  const zone = lastZone(state)
  const sheets = (['staff', 'projects', 'workingCalendar', 'settings', 'required'] as const).map((name) => tableOf(snapshot, name))
  const cells = JSON.stringify([zone, sheets])
  if (last?.cells !== cells) last = { cells, read: readAnew(snapshot, zone) }
  return last.read
}

function readAnew(snapshot: Snapshot, zone: string): OfficeRead {
  const staff = readStaff(tableOf(snapshot, 'staff'))
  const projects = readProjects(tableOf(snapshot, 'projects'))
  const days = readWorkingCalendar(tableOf(snapshot, 'workingCalendar'))
  const settings = readSettings(inOrder(snapshot, 'settings', ['title', 'value']), { zone })
  const fields = readRequiredFields(tableOf(snapshot, 'required'))
  return {
    office: {
      people: staff.people,
      projects: projects.projects,
      calendar: days.calendar,
      settings: settings.settings,
      required: fields.required,
    },
    issues: [...staff.issues, ...projects.issues, ...days.issues, ...settings.issues, ...fields.issues],
  }
}

/** In which the mirror was looked at last: '' = never. */
function lastZone({ mirrored }: ServiceState): string {
  return readZone(decoded(stored.mirrored, mirrored, null)?.zone ?? '') ?? ''
}

function tableOf(snapshot: Snapshot, name: TableName) {
  const layout = snapshot.layouts[name] ?? {}
  const columns = tables[name].columns.filter((column) => (layout[column.key] ?? -1) >= 0)
  return {
    fileName: tables[name].title,
    headings: columns.map((column) => column.heading),
    rows: (snapshot.whole[name] ?? []).map((cells) => columns.map((column) => cells[layout[column.key] ?? 0] ?? null)),
  }
}

/** Cells of these columns, wherever they stand. */
function inOrder({ whole, layouts }: Snapshot, name: TableName, keys: readonly string[]): Cell[][] {
  const layout = layouts[name] ?? {}
  return (whole[name] ?? []).map((cells) => keys.map((key) => cells[layout[key] ?? -1] ?? null))
}

export interface Service {
  /** '' stands for what cannot be read. */
  readonly state: ServiceState
  readonly garbled: readonly ServiceKey[]
  /** No cell is sealed by this script: an older register, or a copied file. */
  readonly isForeign: boolean
  /** None of its keys stands there. */
  readonly isEmpty: boolean
  /** 0-based row of each key, for writing it back. */
  readonly rows: Readonly<Record<string, number>>
}

/** «Служебное» by key. A key that does not stand there (an older register, or somebody typed over it) is written below the last row. */
export function readService(snapshot: Snapshot): Service {
  const lines = inOrder(snapshot, 'service', ['key', 'value', 'seal']).map((row) => row.map((cell) => String(cell ?? '')))
  const found = new Map(lines.map(([key = '', value = '', seal = ''], index) => [key, { key, value, seal, row: index + 1 }]))
  const read = Object.fromEntries(serviceKeys.map((key) => [key, found.get(keyInSheet(key))?.value ?? '']))
  const missing = serviceKeys.filter((key) => !found.has(keyInSheet(key)))
  const rows = serviceKeys.map((key) => [key, found.get(keyInSheet(key))?.row ?? lines.length + 1 + missing.indexOf(key)])
  const isForeign = ![...found.values()].some((cell) => isOurs('service', cell))
  // Whose copy it is, a copied file says by the original's seal.
  const isSaid = (key: ServiceKey) => (isForeign && key === 'ownId') || isOwnCell(key, found.get(keyInSheet(key)))
  return {
    ...readableService(read as ServiceState, isSaid),
    isForeign,
    isEmpty: missing.length === serviceKeys.length,
    rows: Object.fromEntries(rows),
  }
}

/** An empty cell says nothing, and needs no proof; but that the journal has no line is said by nobody. */
function isOwnCell(key: ServiceKey, cell: { readonly value: string } | undefined): boolean {
  if (cell === undefined) return true
  return cell.value === '' && key !== 'journalLines' ? true : isOurs('service', cell)
}

/** Cells of «Контроль» and «Месяцы» that a person has made unreadable: their lines are left out, and named. */
export function unreadCells({ whole, layouts }: Snapshot): Issue[] {
  return (['control', 'months'] as const).flatMap((name) =>
    (whole[name] ?? []).flatMap((cells, index) => readRecord(name, index + 2, cells, layouts[name] ?? {}).issues),
  )
}

/** Rows of «Контроль» below its heading; null = cannot be read (unreadCells names it, the product writes the row anew). */
export function readControl(snapshot: Snapshot): readonly (ControlLine | null)[] {
  return (snapshot.whole.control ?? []).map((cells, index) => {
    const { fields, issues } = readRecord('control', index + 2, cells, snapshot.layouts.control ?? {})
    const complete = issues.length === 0 && fields['key'] !== '' && fields['due'] !== null && fields['opensAt'] !== null
    return complete ? (fields as unknown as ControlLine) : null
  })
}

/** «Месяцы»; a row that cannot be read is left out (unreadCells names it). */
export function readMonths(snapshot: Snapshot): readonly MonthState[] {
  return (snapshot.whole.months ?? []).flatMap((cells, index) => {
    const { fields, issues } = readRecord('months', index + 2, cells, snapshot.layouts.months ?? {})
    return issues.length > 0 || !/^\d{4}-\d\d$/.test(String(fields['month']))
      ? []
      : [{ ...(fields as unknown as MonthState), row: index + 2 }]
  })
}

/** Approved numbers that somebody has typed over. */
export function monthIssues(months: readonly MonthState[]): Issue[] {
  const lost = months.filter(({ approved, frozen }) => approved !== null && readFrozen(frozen) === null)
  return lost.map(({ row }) => ({ where: tables.months.title, row, column: 'Утверждённые числа', message: frozenUnread }))
}
