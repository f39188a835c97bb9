/** Which spreadsheet keeps people's data, as this run knows it: «Служебное» says so, the script's properties where somebody typed there. */

import type { Cell } from '../../../../domain/office/settings'
import { decoded } from '../../../../domain/register/stored'
import { stored } from '../../../../usecases/register/service'
import { keptVault } from '../../kept/vaultStore'
import { isOurs } from '../../signed/seal'

export interface Vault {
  readonly id: string
  /** 'in' = what is written now goes there; 'out' = it is read there, and written into the register. */
  readonly way: 'in' | 'out'
  /** False in a copied file: it may read, and writes nothing there. */
  readonly isOwn: boolean
}

let known: Vault | null = null
/** The properties were asked: «Служебное» does not say it, and marks stand in the register. */
let isKept = false

/** null = people's data stand in the register itself. */
export function vault(): Vault | null {
  return known
}

export interface ServiceRow {
  readonly key: string
  readonly value: string
  readonly seal: string
}

/** Where «Служебное» was read. */
export function noteVault(rows: readonly ServiceRow[], spreadsheetId: string): void {
  const told = vaultIn(rows, spreadsheetId)
  if (told === null && isKept) return
  known = told
  isKept = false
}

/** A cell that is not the product's says nothing, unless all are another script's: a copied file. */
function vaultIn(rows: readonly ServiceRow[], spreadsheetId: string): Vault | null {
  const cell = rows.find(({ key }) => key === 'vault')
  const state = decoded(stored.vault, cell?.value ?? '', null)
  if (cell === undefined || state === null) return null
  const isSealed = isOurs('service', cell)
  if (!isSealed && rows.some((row) => isOurs('service', row))) return null
  const ownId = rows.find(({ key }) => key === 'ownId')?.value ?? ''
  return { id: state.id, way: state.way, isOwn: isSealed && (ownId === '' || ownId === spreadsheetId) }
}

/** Marks stand in the register, and «Служебное» does not say where they lead. */
export function vaultOfMarks(): Vault | null {
  if (known !== null || isKept) return known
  isKept = true
  const kept = keptVault()
  known = kept === null ? null : { ...kept, isOwn: true }
  return known
}

let isLooking = false
let away = ''

/** While a screen is only looked at, a name that cannot be read is said to be so; whatever writes stops instead. */
export function whileLooking<T>(work: () => T): T {
  const before = isLooking
  isLooking = true
  try {
    return work()
  } finally {
    isLooking = before
  }
}

export function mayLack(): boolean {
  return isLooking
}

/** Why the vault could not be read in this run, in Google's words; '' = it could, or was not needed. */
export function vaultAway(): string {
  return away
}

export function noteAway(why: string): void {
  away = why
}

/** Rows of «Служебное» as they were read. */
export function serviceRows(rows: readonly (readonly Cell[])[], at: Readonly<Record<keyof ServiceRow, number>>): ServiceRow[] {
  const text = (cells: readonly Cell[], index: number) => String(cells[index] ?? '')
  return rows.map((cells) => ({ key: text(cells, at.key), value: text(cells, at.value), seal: text(cells, at.seal) }))
}
