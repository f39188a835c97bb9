/** The bench's table: one row per operation, budgets beside what was measured. */
import { isOverCalls, isOverSeconds, type Measured } from './measure'

const heading = ['operation', 'calls', 'of', 'cells read', 'written', 'modelled s', 'of', 'CPU ms', '']

export function tableOf(measured: readonly Measured[]): string {
  return aligned([heading, ...measured.map(cellsOf)])
}

/** Columns under each other: the first `words` ones to the left, numbers to the right. */
export function aligned(rows: readonly (readonly string[])[], words = 1): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)))
  const cell = (text: string, column: number): string =>
    column < words ? text.padEnd(widths[column] ?? 0) : text.padStart(widths[column] ?? 0)
  return rows.map((row) => row.map(cell).join('  ').trimEnd()).join('\n')
}

function cellsOf(one: Measured): string[] {
  const { name, budget, calls, cellsRead, cellsWritten, modelledSeconds, cpuMs } = one
  return [
    name,
    String(calls),
    budget === null ? '–' : String(budget.calls),
    grouped(cellsRead),
    grouped(cellsWritten),
    modelledSeconds.toFixed(2),
    budget === null ? '–' : budget.seconds.toFixed(1),
    cpuMs.toFixed(0),
    verdict(one),
  ]
}

function verdict(one: Measured): string {
  if (one.budget === null) return ''
  if (isOverCalls(one)) return 'OVER'
  return isOverSeconds(one) ? 'slow' : 'ok'
}

export const grouped = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',')
