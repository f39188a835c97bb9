/** The bench's table: one row per operation, budgets beside what was measured. */
import { isOverCalls, isOverSeconds, type Measured } from './measure'

const heading = ['operation', 'calls', 'of', 'cells read', 'written', 'modelled s', 'of', 'CPU ms', '']

export function tableOf(measured: readonly Measured[]): string {
  const rows = [heading, ...measured.map(cellsOf)]
  const widths = heading.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)))
  return rows
    .map((row) => row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  '))
    .join('\n')
}

function cellsOf(one: Measured): string[] {
  const { operation, calls, cellsRead, cellsWritten, modelledSeconds, cpuMs } = one
  const { budget } = operation
  return [
    operation.name,
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
  if (one.operation.budget === null) return ''
  if (isOverCalls(one)) return 'OVER'
  return isOverSeconds(one) ? 'slow' : 'ok'
}

const grouped = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',')
