/** A month's numbers as the director approved them, and what has been corrected since (S2). */

import * as v from 'valibot'
import { decoded } from '../register/stored'
import type { MonthTotals } from './count/totals'
import type { MonthSummary } from './month'

/** Title → number, as they stood at approval; the sheet «Месяцы» keeps it as JSON. */
export interface FrozenNumbers {
  readonly totals: Readonly<Record<string, number | null>>
  /** «тема: Правовые вопросы» → consultations. */
  readonly tables: Readonly<Record<string, number>>
}

/** A number that is another one now than it was approved. */
export interface Correction {
  readonly title: string
  readonly approved: number
  readonly now: number
}

/** Totals as they are written and compared, in the order of the sheet. */
export const totalTitles = {
  held: 'Проведено консультаций',
  minutes: 'Минут',
  clients: 'Клиентов',
  newClients: 'Новых клиентов',
  internal: 'Своими консультантами',
  external: 'Внешними консультантами',
  feedback: 'Отзывов с оценкой',
  average: 'Средняя оценка',
  unanswered: 'Отзыв запрошен, без ответа',
  unsuccessful: 'Неуспешных заявок',
} as const
export type TotalKey = keyof typeof totalTitles

/** One total as a number; the average to two decimals, null where nobody gave a score. */
export function totalOf(totals: MonthTotals, key: TotalKey): number | null {
  if (key === 'minutes') return totals.minutes
  if (key !== 'average') return totals[key].count
  return totals.feedback.average === null ? null : Math.round(totals.feedback.average * 100) / 100
}

export const totalKeys = Object.keys(totalTitles) as TotalKey[]

export function frozenNumbers({ totals, topics, projects }: MonthSummary): FrozenNumbers {
  const counts = (name: string, lines: MonthSummary['topics']) =>
    lines.filter(({ count }) => count > 0).map(({ title, count }) => [`${name}: ${title}`, count] as const)
  return {
    totals: Object.fromEntries(totalKeys.map((key) => [key, totalOf(totals, key)])),
    tables: Object.fromEntries([...counts('тема', topics), ...counts('проект', projects)]),
  }
}

const frozenSchema = v.object({ totals: v.record(v.string(), v.nullable(v.number())), tables: v.record(v.string(), v.number()) })

/** null where nothing was approved, or a person has made the cell unreadable. */
export function readFrozen(json: string): FrozenNumbers | null {
  return decoded(frozenSchema, json, null)
}

/** Corrections of totals first, then of topics and projects. */
export function correctionsOf(approved: FrozenNumbers, now: FrozenNumbers): Correction[] {
  return [
    ...totalKeys.map((key) => ({ title: totalTitles[key], approved: approved.totals[key] ?? 0, now: now.totals[key] ?? 0 })),
    ...[...new Set([...Object.keys(approved.tables), ...Object.keys(now.tables)])].map((title) => ({
      title,
      approved: approved.tables[title] ?? 0,
      now: now.tables[title] ?? 0,
    })),
  ].filter((line) => line.approved !== line.now)
}
