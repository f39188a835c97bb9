/** Deals and tasks as they are read carry the present name of their project and the present initials; the cell keeps what was written. */

import { currentNames, followed, initialsOf, type KnownProject } from '../../domain/office/formerNames'
import type { Office } from '../../domain/office/office'
import type { Cell } from '../../domain/office/settings'
import { decoded } from '../../domain/register/stored'
import type { TableName } from '../../domain/register/tables'
import { type ServiceState, stored } from '../../usecases/register/service'
import type { Snapshot } from '../google/register/reader'

type Current = ReadonlyMap<string, string>

export interface Names {
  /** As «Служебное» is to remember them, JSON. */
  readonly cells: Pick<ServiceState, 'projects' | 'people'>
  /** Former name → the present one. */
  readonly projects: Current
  readonly initials: Current
}

export function namesOf({ projects, people }: Pick<Office, 'projects' | 'people'>, service: Names['cells']): Names {
  const known = {
    projects: followed(decoded(stored.projects, service.projects, []), projects),
    people: followed(decoded(stored.people, service.people, []), initialsOf(people)),
  }
  const cellOf = (all: readonly KnownProject[]) => (all.length === 0 ? '' : JSON.stringify(all))
  return {
    cells: { projects: cellOf(known.projects), people: cellOf(known.people) },
    projects: currentNames(known.projects),
    initials: currentNames(known.people),
  }
}

type Known = Pick<Names, 'projects' | 'initials'>
type Rename = (cell: string, current: Current) => string

const whole: Rename = (cell, current) => current.get(cell) ?? cell
/** JSON of what people were told. */
const within: Rename = (cell, current) =>
  cell.replace(/"consultant":"([^"]{0,40})"/g, (_told, name: string) => `"consultant":"${whole(name, current)}"`)
/** 'A4.hold:41720:ММ' */
const atEnd: Rename = (cell, current) => cell.replace(/[^:]{1,40}$/, (name) => whole(name, current))

/** Columns in which a name stands, how, and of what. */
const named: Readonly<Partial<Record<TableName, Readonly<Record<string, readonly [Rename, 'projects' | 'initials']>>>>> = {
  deals: {
    project: [whole, 'projects'],
    consultant: [whole, 'initials'],
    agreedWith: [whole, 'initials'],
    clientKnows: [within, 'initials'],
    consultantKnows: [within, 'initials'],
  },
  tasks: { key: [atEnd, 'initials'], who: [whole, 'initials'] },
}

/** The snapshot itself where nothing was ever renamed. Sheets that were read as a whole stay: edits are judged by what stands there. */
export function withCurrentNames(snapshot: Snapshot, names: Known): Snapshot {
  if (names.projects.size + names.initials.size === 0) return snapshot
  return (Object.keys(named) as TableName[]).reduce((read, table) => tableRenamed(read, table, names), snapshot)
}

/** The same for one row of a sheet that was read as a whole. */
export function rowRenamed(
  table: TableName,
  cells: readonly Cell[],
  { layouts }: Pick<Snapshot, 'layouts'>,
  names: Known,
): readonly Cell[] {
  const layout = layouts[table] ?? {}
  const keyAt = new Map(Object.keys(named[table] ?? {}).map((key) => [layout[key] ?? -1, key]))
  return cells.map((cell, at) => cellRenamed(table, keyAt.get(at) ?? '', cell, names))
}

function cellRenamed(table: TableName, key: string, cell: Cell, names: Known): Cell {
  const [rename, kind] = named[table]?.[key] ?? []
  return typeof cell !== 'string' || rename === undefined || kind === undefined ? cell : rename(cell, names[kind])
}

function tableRenamed(snapshot: Snapshot, table: TableName, names: Known): Snapshot {
  const { [table]: columns } = snapshot.columns
  const { [table]: rows } = snapshot.rows
  const renamed = Object.entries(columns ?? {}).map(([key, cells]) => [key, cells?.map((cell) => cellRenamed(table, key, cell, names))])
  const found = [...(rows ?? [])].map(([id, { row, cells }]) => [id, { row, cells: rowRenamed(table, cells, snapshot, names) }] as const)
  return {
    ...snapshot,
    columns: columns === undefined ? snapshot.columns : { ...snapshot.columns, [table]: Object.fromEntries(renamed) },
    rows: rows === undefined ? snapshot.rows : { ...snapshot.rows, [table]: new Map(found) },
  }
}
