/** Words as people type them in tables: case, ё, spaces, yes and no, dates, addresses. */

import { folded } from '../text/fold'
import { readDate, readDateTime } from '../text/russian'
import { dateOf, fromSerial, type LocalDate, type LocalDateTime } from '../time/localTime'

/** A cell of a file (text) or of a sheet (unformatted value). */
export type Cell = string | number | boolean | null

/**
 * The key whose Russian title is meant, any case, е for ё; null when none is.
 * @example keyOfTitle(stageTitles, 'успешно завершенные') // → 'won'
 */
export function keyOfTitle<Key extends string>(titles: Readonly<Record<Key, string>>, text: string): Key | null {
  return (keysByTitle(titles).get(folded(text)) as Key | undefined) ?? null
}

/** Titles are constants of the program: each table is folded once in a run. */
const knownKeys = new WeakMap<object, ReadonlyMap<string, string>>()

function keysByTitle(titles: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  const known =
    knownKeys.get(titles) ??
    new Map(
      Object.entries(titles)
        .reverse()
        .map(([key, title]) => [folded(title), key]),
    )
  knownKeys.set(titles, known)
  return known
}

/** «да», «нет», a checkbox; '' = no; null = cannot be read. */
export function readYesNo(cell: Cell): boolean | null {
  if (typeof cell === 'boolean') return cell
  const text = folded(String(cell ?? ''))
  if (['да', 'true', '1', '+'].includes(text)) return true
  return ['нет', 'false', '0', '-', ''].includes(text) ? false : null
}

/** A date as Sheets stores it, as '2026-11-27' or as '27.11.2026'; null = cannot be read. */
export function readDay(cell: Cell): LocalDate | null {
  if (typeof cell === 'number') return cell >= 1 ? dateOf(fromSerial(cell)) : null
  return readDate(String(cell ?? ''))
}

/** A time as Sheets stores it or as '27.11.2026 10:00:00', seconds dropped; null = cannot be read. */
export function readMoment(cell: Cell): LocalDateTime | null {
  if (typeof cell === 'number') return cell >= 1 ? fromSerial(cell) : null
  return readDateTime(String(cell ?? ''))
}

/** A number not below zero, comma or point; null = cannot be read. */
export function readAmount(cell: Cell): number | null {
  const text = String(cell ?? '')
    .replace(/[\s\u00A0]/g, '')
    .replace(',', '.')
  return /^\d+(\.\d+)?$/.test(text) ? Number(text) : null
}

export { isOneEmail as isEmail } from '../client/email'
