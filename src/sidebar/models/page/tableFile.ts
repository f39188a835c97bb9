/** A file of rows as people export it: UTF-8 or Windows-1251, semicolons or commas. */

import Papa from 'papaparse'
import type { ImportTable } from '../../../rpc/contract'

/** Text of the file: UTF-8 with or without its mark; what is not UTF-8 is Windows-1251, as Excel and amoCRM write it in Russia. */
export function decode(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1251').decode(bytes)
  }
}

/** First line = headings; empty lines are left out; short rows are filled up. */
export function readTable(fileName: string, content: string): ImportTable {
  const rows = Papa.parse<string[]>(content, { delimiter: delimiterOf(content), skipEmptyLines: 'greedy' }).data
  const headings = (rows[0] ?? []).map((heading) => heading.trim())
  return { fileName, headings, rows: rows.slice(1).map((row) => headings.map((_, column) => row[column] ?? '')) }
}

/** The heading line decides: texts below hold commas of their own. */
function delimiterOf(content: string): string {
  const line = content.slice(0, (content + '\n').indexOf('\n'))
  const [best] = [';', ',', '\t'].sort((a, b) => line.split(b).length - line.split(a).length)
  return best ?? ';'
}
