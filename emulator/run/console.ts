/** console and Logger of an execution: lines into its log. */

const maxLines = 1000

function textOf(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value === 'object' && value !== null && 'stack' in value) return String(value.stack)
  try {
    return JSON.stringify(value) ?? String(value)
  } catch {
    return String(value)
  }
}

/** `%s` and `%d` are filled in order; what is left over follows. */
function formatLine(args: readonly unknown[]): string {
  const [first, ...rest] = args
  if (typeof first !== 'string') return args.map(textOf).join(' ')
  let used = 0
  const filled = first.replace(/%[sdifjoO]/g, (place) => (used < rest.length ? textOf(rest[used++]) : place))
  return [filled, ...rest.slice(used).map(textOf)].join(' ')
}

type Write = (...args: unknown[]) => void

export interface Logs {
  readonly lines: string[]
  readonly console: Record<'log' | 'info' | 'warn' | 'error' | 'debug' | 'time' | 'timeEnd', Write>
  readonly logger: { log: Write; clear: Write; getLog(): string }
}

export function createLogs(): Logs {
  const lines: string[] = []
  const writer =
    (level: string): Write =>
    (...args) => {
      if (lines.length < maxLines) lines.push(`${level}: ${formatLine(args)}`)
    }
  const ignore: Write = () => undefined
  let cleared = 0
  const clear: Write = () => {
    cleared = lines.length
  }
  return {
    lines,
    console: {
      log: writer('log'),
      info: writer('info'),
      warn: writer('warn'),
      error: writer('error'),
      debug: writer('debug'),
      time: ignore,
      timeEnd: ignore,
    },
    logger: { log: writer('log'), clear, getLog: () => lines.slice(cleared).join('\n') },
  }
}
