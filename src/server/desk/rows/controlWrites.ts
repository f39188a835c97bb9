/** The part of a commit that keeps «Контроль» and «Нарушения»: lines made anew, and what was met too late. */

import { breachKey } from '../../../domain/obligations/breach'
import { breachOf, metLate } from '../../../usecases/control/breaches'
import { type ControlChange, controlAfter } from '../../../usecases/control/control'
import type { ControlLine } from '../../../usecases/desk'
import { readRegister } from '../../google/register/reader'
import type { Commit } from '../../google/register/writer'
import type { Loaded } from '../load'

type Values = Readonly<Record<string, string | number | null>>

export interface ControlWrites {
  readonly replaced: NonNullable<Commit['replaced']>
  /** Rows of «Нарушения». */
  readonly breaches: readonly Values[]
}

/** Lines after a change, and breaches among those that went with it. */
export function controlWrites(loaded: Loaded, change: ControlChange): ControlWrites {
  const { desk, moment } = loaded
  const lines = controlAfter(desk.control, change, { office: desk.office, now: moment.now })
  return writesOf(loaded, lines, metLate(desk.control, lines, moment.now))
}

/** Lines as they are to stand, and the lines that are breaches from now on. */
export function writesOf(loaded: Loaded, lines: readonly ControlLine[], late: readonly ControlLine[]): ControlWrites {
  return { replaced: replacedLines(loaded, lines), breaches: newBreaches(loaded, late) }
}

/** The sheet is sorted by due time, so one command changes a stretch of it: only that is written. */
export function replacedLines({ desk, controlHeight }: Loaded, lines: readonly ControlLine[]): NonNullable<Commit['replaced']> {
  const standing = desk.control
  if (standing.length !== controlHeight) return { control: { rows: lines.map(valuesOf), before: controlHeight } }
  let from = 0
  while (from < standing.length && standing[from] === lines[from]) from++
  let same = 0
  const isLevel = standing.length === lines.length
  while (isLevel && same < lines.length - from && standing[standing.length - 1 - same] === lines[lines.length - 1 - same]) same++
  const before = standing.length - from - same
  const rows = lines.slice(from, lines.length - same).map(valuesOf)
  return rows.length + before === 0 ? {} : { control: { rows, before, from } }
}

function valuesOf(line: ControlLine): Values {
  return { ...line }
}

/**
 * Rows of breaches that no row tells yet. Undo, or an edit by hand, may bring a line back whose breach is written; so the keys are read,
 * which costs a call only where something was late.
 */
function newBreaches({ session, moment }: Loaded, late: readonly ControlLine[]): Values[] {
  if (late.length === 0) return []
  const { columns } = readRegister(session.spreadsheetId, { whole: [], rows: {}, columns: { breaches: ['key'] } })
  const written = new Set(columns.breaches?.['key'] ?? [])
  return late.filter((line) => !written.has(breachKey(line))).map((line) => ({ ...breachOf(line, moment.now) }))
}
