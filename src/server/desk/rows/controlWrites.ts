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

/** Only rows that differ are written: a command changes a few. In order the sheet is once a day (wholeControl). */
export function replacedLines({ controlRows }: Loaded, lines: readonly ControlLine[]): NonNullable<Commit['replaced']> {
  const rows = placed(controlRows, lines)
  const changed = rows.flatMap((line, at) => (line === null || line !== controlRows[at] ? [{ at, line }] : []))
  const stretches: { from: number; rows: Values[]; before: number }[] = []
  for (const { at, line } of changed) {
    const last = stretches[stretches.length - 1]
    const isNext = last !== undefined && last.from + last.rows.length === at
    const stretch = isNext ? last : { from: at, rows: [], before: 0 }
    if (!isNext) stretches.push(stretch)
    stretch.rows.push(line === null ? {} : valuesOf(line))
    if (at < controlRows.length) stretch.before++
  }
  return stretches.length === 0 ? {} : { control: stretches }
}

/** All lines by due time. */
export function wholeControl({ controlRows }: Loaded, lines: readonly ControlLine[]): NonNullable<Commit['replaced']> {
  return { control: [{ rows: lines.map(valuesOf), before: controlRows.length }] }
}

/** Lines stay in their rows; those of lines that went are taken by new ones, then by the last ones, so that none is empty in between. */
function placed(standing: Loaded['controlRows'], lines: readonly ControlLine[]): (ControlLine | null)[] {
  const kept = new Set(lines)
  const rows = standing.map((line) => (line !== null && kept.delete(line) ? line : null))
  const fresh = [...kept]
  for (let at = 0; at < rows.length; at++) rows[at] ??= fresh.shift() ?? null
  rows.push(...fresh)
  for (let at = 0, last = rows.length - 1; at < lines.length; at++) {
    if (rows[at] !== null) continue
    while (rows[last] === null) last--
    rows[at] = rows[last] ?? null
    rows[last] = null
  }
  return rows
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
