/** The list as a file for Excel and LibreOffice: `;` between cells, quotes, CRLF, a byte order mark, nothing that runs as a formula. */

import type { LocalDateTime } from '../time/localTime'
import { type HeldRow, listColumns } from './list'

/** Example of a line: `"41345";"05.10.2026 14:00";"Морозова М. И.";…` */
export function listCsv(rows: readonly HeldRow[]): string {
  const lines = [listColumns.map(({ heading }) => heading), ...rows.map((row) => listColumns.map(({ key }) => textOf(key, row)))]
  return `\uFEFF${lines.map((cells) => `${cells.map(csvCell).join(';')}\r\n`).join('')}`
}

function textOf(key: keyof HeldRow, row: HeldRow): string {
  return key === 'start' ? dateCell(row.start) : String(row[key] ?? '')
}

/** As both programs read a date in a Russian locale: '05.10.2026 14:00'. */
function dateCell(at: LocalDateTime): string {
  return `${at.slice(8, 10)}.${at.slice(5, 7)}.${at.slice(0, 4)} ${at.slice(11, 16)}`
}

/**
 * OWASP's rule against formulas in CSV: what begins with = + - @, a tab or a carriage return (the wide forms too) gets an apostrophe in front;
 * every cell stands in quotes, so that a `;` or a line break typed by a client begins no cell of its own.
 */
export function csvCell(text: string): string {
  const safe = /^\s*[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text
  return `"${safe.replace(/"/g, '""')}"`
}
