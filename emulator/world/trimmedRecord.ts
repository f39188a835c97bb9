/** An execution as the world's list keeps it: short enough that three hundred of them stay small. */
import type { ExecutionRecord, UiEffect } from './types'

const keptCalls = 60
const keptLines = 50
const keptChars = 500

const cut = (text: string): string => (text.length > keptChars ? `${text.slice(0, keptChars)}…` : text)

const trimmedEffect = (effect: UiEffect): UiEffect => ('html' in effect ? { ...effect, html: cut(effect.html) } : effect)

/** A long value is kept as the beginning of its JSON text. */
function trimmedValue(value: unknown): unknown {
  const text = JSON.stringify(value)
  return text !== undefined && text.length > keptChars ? cut(text) : value
}

export function trimmedRecord(record: ExecutionRecord): ExecutionRecord {
  return {
    ...record,
    calls: record.calls.slice(0, keptCalls),
    value: trimmedValue(record.value),
    error: record.error && { ...record.error, message: cut(record.error.message), stack: cut(record.error.stack) },
    ui: record.ui.map(trimmedEffect),
    logs: record.logs.slice(0, keptLines).map(cut),
  }
}
