/** Rows whose journal is not whole: a line cannot be read, versions have a gap, or the row is ahead of its lines. Nothing is derived from them. */

import { toldKeys } from '../../domain/letter/telling'
import { changeIn, type FieldChanges, type JournalLine, type JournalTable } from './journal'
import type { Kept, StandingRow } from './reconcile'

type Line = Partial<JournalLine>

/** Numbers of rows of which a line was typed into or deleted. A letter's line brings no version of its own. */
export function brokenRows(table: JournalTable, lines: readonly Line[]): ReadonlySet<number> {
  const versions = new Map<number, Set<number>>()
  const broken = new Set<number>()
  for (const line of lines) {
    if (line.table !== table || line.rowId === undefined) continue
    const known = versions.get(line.rowId) ?? new Set<number>()
    const change = changeIn(line)
    if (change === null || !line.version) broken.add(line.rowId)
    versions.set(line.rowId, isOfLetter(change ?? {}) ? known : known.add(line.version ?? 0))
  }
  for (const [id, known] of versions) if (Math.max(...known) !== known.size || known.has(0)) broken.add(id)
  return broken
}

/** The register tells a later version than the journal, or a letter that has gone, and other cells differ too: the last lines are missing. */
export function isAhead({ fields }: StandingRow, kept: Kept): boolean {
  const known = kept as unknown as Readonly<Record<string, unknown>>
  const differs = (field: string) => field in known && field in fields && fields[field] !== known[field]
  const isLater = Number(fields['version']) > kept.version || keptByLetters.some(differs)
  return isLater && Object.keys(fields).some((field) => field !== 'version' && differs(field))
}

/** What is written when a letter has gone, under the version that stands. */
const keptByLetters: readonly string[] = [...toldKeys, 'feedbackAskedAt', 'externalAskedAt', 'reportSentAt']

function isOfLetter(change: FieldChanges): boolean {
  const fields = Object.keys(change)
  return fields.length > 0 && fields.every((field) => keptByLetters.includes(field))
}
