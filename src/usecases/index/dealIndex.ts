/** «Указатель» as a command asks it: a base of whole columns and the news since, so that nothing closed is read for what is open. */

import type { Deal } from '../../domain/deal/deal'
import type { LocalDate } from '../../domain/time/localTime'
import { most, type Summary } from './base'
import { firstRowOf } from './marks'
import type { Asked, News } from './news'
import { type Place, placeOf, sumOf } from './places'
import { idsIn, keyOf, placeOfKey } from './signs'

/** As much of a deal as it tells. */
export type ToldDeal = Pick<Deal, 'id' | 'clientId' | 'stage' | 'consultant' | 'feedbackAskedAt'>

export interface DealIndex {
  /** The first free row of «Сделки». A hint, as rows may have gone by hand. */
  readonly nextRow: number
  /** Where a deal was last seen; row null = not known. */
  placeOf(id: number): Place | { readonly id: number; readonly row: null }
  /** Whether rows of these numbers, as they stand below the heading, are where it tells, and none is missing. */
  isTrueOf(ids: readonly unknown[]): boolean
  /** First row of «Журнал» in which lines of one of these deals may stand. */
  linesFrom(ids: readonly number[]): number
  /** Rows that may have one of the signs; null = the signs were not asked for when it was read. */
  having(signs: readonly string[]): readonly number[] | null
  /** What earlier deals tell of clients and consultants, of questions since that day; null = it reaches not so far back. */
  past(since: LocalDate): readonly ToldDeal[] | null
}

export interface IndexRead {
  readonly summary: Summary
  readonly news: readonly News[]
  /** By part, as far as they were read. */
  readonly parts: ReadonlyMap<number, string>
}

export function dealIndex({ summary, news, parts }: IndexRead): DealIndex {
  const appended = news.flatMap(({ added }) => added)
  const first = summary.places.rows + 2
  const rowOf = new Map(appended.map((id, at) => [id, first + at]))
  return {
    nextRow: first + appended.length,
    placeOf: (id) => {
      const row = rowOf.get(id)
      return row === undefined ? (placeOf(summary.places, id) ?? { id, row: null }) : { id, row }
    },
    isTrueOf: (ids) =>
      ids.length === summary.places.rows + appended.length &&
      (summary.places.sum === null || sumOf(ids) === summary.places.sum + sumOf(appended)) &&
      summary.places.ids.every((id, at) => ids[at * summary.places.step] === id) &&
      appended.every((id, at) => ids[summary.places.rows + at] === id),
    linesFrom: (ids) => firstRowOf(summary.marks, ids),
    having: (signs) => having(signs, news, parts),
    past: (since) => (summary.since > since ? null : [...wonDeals(summary, news), ...askedDeals(summary, news)]),
  }
}

function having(signs: readonly string[], news: readonly News[], parts: IndexRead['parts']): readonly number[] | null {
  const asked = new Set(signs.map(keyOf))
  const fresh = news.flatMap((one) => one.signs.flatMap(([key, id]) => (asked.has(key) ? [id] : [])))
  const kept = [...asked].map((key) => {
    const { part, name } = placeOfKey(key)
    const text = parts.get(part)
    return text === undefined ? null : idsIn(text, name)
  })
  return kept.includes(null) ? null : [...new Set([...kept.flatMap((ids) => ids ?? []), ...fresh])]
}

/** One for each client of whom a consultation was closed. */
function wonDeals({ won }: Summary, news: readonly News[]): ToldDeal[] {
  const counts = new Map([...won].map((sign, client) => [client, Number.parseInt(sign, 36)]))
  for (const [client, by] of news.flatMap((one) => one.won)) {
    const count = counts.get(client) ?? 0
    if (count < most) counts.set(client, count + by)
  }
  const some = [...counts].filter(([, count]) => count > 0)
  return some.map(([clientId]) => ({ id: 0, clientId, stage: 'won', consultant: '', feedbackAskedAt: null }))
}

function askedDeals({ asked }: Summary, news: readonly News[]): ToldDeal[] {
  const latest = new Map([...asked, ...news.flatMap((one) => one.asked)].map((one): [number, Asked] => [one[0], one]))
  return [...latest.values()].flatMap(([id, clientId, consultant, at]): ToldDeal[] =>
    at === '' ? [] : [{ id, clientId: clientId === 0 ? null : clientId, stage: 'feedback', consultant, feedbackAskedAt: at }],
  )
}
