/** Requests by topic that had to wait: how long until the consultation, and how many had no time at the period's end. */

import { topicTitles } from '../../deal/words'
import { type LocalDateTime, minutesBetween } from '../../time/localTime'
import type { MonthRow } from './held'
import { median, tenths } from './median'

export interface DemandLine {
  readonly title: string
  /** Requests received in the period. */
  readonly received: number
  /** Without a time when the period ended, whenever received. */
  readonly unassigned: number
  readonly dealIds: readonly number[]
  /** Median days from the request to the time first assigned; null where none was. */
  readonly days: number | null
}

/** Topics in their order, the ones nobody asked for left out; then requests without a topic. */
export function demandOf(received: readonly MonthRow[], unassigned: readonly MonthRow[]): DemandLine[] {
  const topics: (number | null)[] = [...Object.keys(topicTitles).map(Number), null]
  return topics
    .map((topic) => lineOf(topic, received.filter(isOf(topic)), unassigned.filter(isOf(topic))))
    .filter((line) => line.received + line.unassigned > 0)
}

function isOf(topic: number | null) {
  return (row: MonthRow) => row.topic === topic
}

function lineOf(topic: number | null, received: readonly MonthRow[], unassigned: readonly MonthRow[]): DemandLine {
  const days = median(received.flatMap((row) => daysUntil(row.received, row.firstStart)))
  return {
    title: topic === null ? 'не указана' : (topicTitles[topic] ?? ''),
    received: received.length,
    unassigned: unassigned.length,
    dealIds: unassigned.map(({ id }) => id),
    days: days === null ? null : tenths(days),
  }
}

function daysUntil(received: LocalDateTime, start: LocalDateTime | null): number[] {
  return start === null || received === '' || start < received ? [] : [minutesBetween(received, start) / 1440]
}
