/** Deals as they are read carry the present name of their project; the cell keeps the one that was chosen. */

import type { Office } from '../../domain/office/office'
import { currentNames, followed, type KnownProject } from '../../domain/office/projectNames'
import type { Cell } from '../../domain/office/settings'
import { decoded } from '../../domain/register/stored'
import { type ServiceState, stored } from '../../usecases/register/service'
import type { Snapshot } from '../google/register/reader'

export interface Projects {
  /** As «Служебное» is to remember them, JSON. */
  readonly cell: string
  readonly current: ReadonlyMap<string, string>
}

export function projectsOf({ projects }: Pick<Office, 'projects'>, service: Pick<ServiceState, 'projects'>): Projects {
  const known: readonly KnownProject[] = followed(decoded(stored.projects, service.projects, []), projects)
  return { cell: known.length === 0 ? '' : JSON.stringify(known), current: currentNames(known) }
}

/** The snapshot itself where no project was ever renamed. Sheets that were read as a whole stay: edits are judged by what stands there. */
export function withCurrentNames(snapshot: Snapshot, { current }: Pick<Projects, 'current'>): Snapshot {
  if (current.size === 0) return snapshot
  const named = (cell: Cell): Cell => (typeof cell === 'string' ? (current.get(cell) ?? cell) : cell)
  const { deals } = snapshot.columns
  const project = deals?.['project']?.map(named)
  const place = snapshot.layouts.deals?.['project'] ?? -1
  const rows = [...(snapshot.rows.deals ?? [])].map(
    ([id, { row, cells }]) => [id, { row, cells: cells.map((cell, at) => (at === place ? named(cell) : cell)) }] as const,
  )
  return {
    ...snapshot,
    columns: project === undefined ? snapshot.columns : { ...snapshot.columns, deals: { ...deals, project } },
    rows: { ...snapshot.rows, ...(rows.length === 0 ? {} : { deals: new Map(rows) }) },
  }
}
