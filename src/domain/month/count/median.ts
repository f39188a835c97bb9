/** The middle of some numbers, and how a length of time is said. */

import { counted } from '../../text/russian'

/** Of an even number the mean of the middle two; null of none. */
export function median(numbers: readonly number[]): number | null {
  if (numbers.length === 0) return null
  const sorted = [...numbers].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? 0
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2
}

/** Example: 40 → «40 минут», 90 → «1,5 часа», 3600 → «2,5 дня». */
export function durationText(minutes: number): string {
  if (minutes < 60) return counted(Math.round(minutes), 'минута', 'минуты', 'минут')
  if (minutes < 1440) return counted(tenths(minutes / 60), 'час', 'часа', 'часов')
  return counted(tenths(minutes / 1440), 'день', 'дня', 'дней')
}

export function tenths(number: number): number {
  return Math.round(number * 10) / 10
}
