/** `npm run bench -- bundles`: what the size of code.js costs each execution, and the size of sidebar.html its first paint on a slow computer. */
import { measureCode } from './codeStart'
import { measurePaint } from './firstPaint'

type Row = Readonly<Record<string, string | number>>

const line = (cells: readonly (string | number)[], widths: readonly number[]): string =>
  cells.map((cell, column) => (column === 0 ? String(cell).padEnd(widths[0] ?? 0) : String(cell).padStart(widths[column] ?? 0))).join('  ')

function print(title: string, rows: readonly Row[]): void {
  const names = Object.keys(rows[0] ?? {})
  const widths = names.map((name) => Math.max(name.length, ...rows.map((row) => String(row[name]).length)))
  console.log(
    `\n${title}\n${[names, ...rows.map((row) => names.map((name) => row[name] ?? ''))].map((cells) => line(cells, widths)).join('\n')}`,
  )
}

print('code.js, ms of a fresh context, nothing cached (medians)', await measureCode())
print('sidebar.html, ms until its first screen is painted (medians)', await measurePaint())
process.exit(0)
