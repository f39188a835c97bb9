/** What gives rights on sheets that people edit: kept apart as it was confirmed, and compared with what stands there. */

import { keyOfTitle, readDay } from '../importing/wording'
import { folded } from '../text/fold'
import type { LocalDate } from '../time/localTime'
import { isAtWork } from './permission'
import { roleTitles } from './roles'
import { type Cell, settingDefinitions } from './settings'

export type GuardedTable = 'staff' | 'projects'

interface Guard {
  /** Columns that are kept, by key. */
  readonly kept: readonly string[]
  /** By these a row is known again, in this order. */
  readonly known: readonly string[]
  /** Columns of these that only who may give rights changes. */
  readonly giving: readonly string[]
  /** Of a row that was not there before. */
  readonly givingAnew: readonly string[]
}

export const guards: Readonly<Record<GuardedTable, Guard>> = {
  staff: {
    kept: ['initials', 'name', 'email', 'roles', 'external', 'from', 'until'],
    known: ['email', 'name', 'initials'],
    giving: ['initials', 'email', 'roles', 'external', 'from', 'until'],
    givingAnew: ['roles'],
  },
  projects: {
    kept: ['name', 'manager', 'externals'],
    known: ['name', 'manager'],
    giving: ['manager', 'externals'],
    givingAnew: ['manager', 'externals'],
  },
}

/** Cells by key. */
export type Cells = Readonly<Record<string, Cell>>

/** 1-based row of the sheet. */
export interface StandingCells {
  readonly row: number
  readonly cells: Cells
}

export interface KeptRights {
  readonly staff: readonly Cells[]
  readonly projects: readonly Cells[]
  /** Address of the calendar. */
  readonly calendar: Cell
  /** The other settings that a rule of the procedure hangs on, by title; absent = kept by an older version. */
  readonly settings?: Cells
}

export const calendarTitle: string = settingDefinitions.calendarId.title

/** Titles of settings with which a lesser right could give itself a greater one (G5, K1). */
export const guardedTitles: readonly string[] = [calendarTitle, settingDefinitions.moveLimitDays.title, settingDefinitions.closer.title]

/** A cell that gives other rights than were confirmed. */
export interface Given {
  readonly table: GuardedTable
  readonly row: number
  readonly key: string
  readonly typed: Cell
  /** What was confirmed; null = nothing. */
  readonly kept: Cell
  /** Whose row it is, or of which project. */
  readonly name: string
}

const said = (cell: Cell | undefined) => folded(String(cell ?? ''))

/** Cells that differ from what was confirmed. Rows that are gone take rights away, which anybody may see at once. */
export function givenRights(table: GuardedTable, standing: readonly StandingCells[], kept: readonly Cells[]): Given[] {
  const { giving, givingAnew } = guards[table]
  const pairs = matched(table, standing, kept)
  return standing.flatMap(({ row, cells }) => {
    const known = pairs.get(row)
    const keys = known === undefined ? givingAnew : giving
    const name = String(cells['name'] ?? known?.['name'] ?? '')
    return keys.flatMap((key) => {
      const [typed, before] = [cells[key] ?? null, known?.[key] ?? null]
      return said(typed) === said(before) || isUnconfirmed(known, key) ? [] : [{ table, row, key, typed, kept: before, name }]
    })
  })
}

/** An older version kept less: what it does not tell is confirmed as it stands. */
function isUnconfirmed(known: Cells | undefined, key: string): boolean {
  return known !== undefined && !(key in known)
}

/** Whether something that gives rights was not kept at all. */
export function isIncomplete(table: GuardedTable, kept: readonly Cells[]): boolean {
  return kept.some((cells) => guards[table].kept.some((key) => !(key in cells)))
}

/** Row → what was kept of it; the same kept row belongs to one only. */
function matched(table: GuardedTable, standing: readonly StandingCells[], kept: readonly Cells[]): ReadonlyMap<number, Cells> {
  const pairs = new Map<number, Cells>()
  const left = new Set(kept)
  for (const key of guards[table].known) {
    for (const { row, cells } of standing) {
      if (pairs.has(row) || said(cells[key]) === '') continue
      const found = [...left].find((one) => said(one[key]) === said(cells[key]))
      if (found === undefined) continue
      pairs.set(row, found)
      left.delete(found)
    }
  }
  return pairs
}

const givers = ['director', 'administrator'] as const

/**
 * Whether somebody may give rights by what was confirmed, on a day that he works; while the office names nobody, everybody's word counts
 * (an office that is being set up).
 */
export function mayGive(email: string, { staff }: Pick<KeptRights, 'staff'>, day: LocalDate): boolean {
  const giving = staff.filter(({ roles }) => rolesIn(roles).some((role) => givers.some((one) => one === role)))
  return giving.length === 0 || giving.some((one) => email !== '' && said(one['email']) === folded(email) && worksOn(one, day))
}

function worksOn({ from, until }: Cells, day: LocalDate): boolean {
  const [begins, ends] = [from, until].map((cell) => (said(cell) === '' ? null : readDay(cell ?? null)))
  const isUnclear = (said(from) !== '' && begins === null) || (said(until) !== '' && ends === null)
  return !isUnclear && isAtWork({ from: begins ?? null, until: ends ?? null }, day)
}

function rolesIn(cell: Cell | undefined): readonly string[] {
  return String(cell ?? '')
    .split(/[,;]/)
    .flatMap((title) => keyOfTitle(roleTitles, title.trim()) ?? [])
}
