/** A deal and its lead: a row of the sheet «amoCRM», with what the lead said last. */

import * as v from 'valibot'
import { type Facets, facetKeys } from '../../../domain/importing/leads/facets'
import { decoded } from '../../../domain/register/stored'

const value = v.nullable(v.union([v.string(), v.number()]))

const lastSchema = v.object({
  facets: v.record(v.string(), value),
  contact: v.nullable(v.number()),
  company: v.nullable(v.number()),
  /** Of «Неразобранное»; '' = it was accepted. */
  waiting: v.string(),
})

export interface Pair {
  /** 1-based; null = it is added below. */
  readonly row: number | null
  readonly deal: number
  readonly lead: number
  readonly facets: Facets
  readonly contact: number | null
  readonly company: number | null
  readonly waiting: string
  /** 'gone' = the lead is no more, the deal is kept here alone; `at host` = it rests, another account is connected. */
  readonly state: '' | 'gone' | `at ${string}`
}

/** @param host 'centre.amocrm.ru' */
export function restingAt(host: string): Pair['state'] {
  return `at ${host}`
}

/** The account whose pair rests; null = it does not rest. */
export function restsAt(state: string): string | null {
  return state.startsWith('at ') ? state.slice(3) : null
}

interface AmoCells {
  readonly id: number | null
  readonly lead: number | null
  readonly last: string
  readonly state: string
}

/** null = somebody has typed into it. */
export function pairOf({ id, lead, last, state }: AmoCells, row: number): Pair | null {
  const read = decoded(lastSchema, last, null)
  if (id === null || lead === null || read === null) return null
  const facets = Object.fromEntries(facetKeys.filter((key) => key in read.facets).map((key) => [key, read.facets[key]])) as Facets
  return { ...read, row, deal: id, lead, facets, state: stateOf(state) }
}

function stateOf(state: string): Pair['state'] {
  const host = restsAt(state)
  if (host !== null) return restingAt(host)
  return state === 'gone' ? 'gone' : ''
}

export function cellsOf({ deal, lead, facets, contact, company, waiting, state }: Pair): Readonly<Record<string, string | number | null>> {
  return { id: deal, lead, last: JSON.stringify({ facets, contact, company, waiting }), state }
}
