/** «Указатель» made of whole columns: what closed deals tell, small enough to come with a command. */

import * as v from 'valibot'
import type { Client } from '../../domain/client/client'
import type { Deal } from '../../domain/deal/deal'
import type { LocalDate } from '../../domain/time/localTime'
import { type Marks, marksSchema } from './marks'
import { type Asked, askedOf, newsSchema, wonClient } from './news'
import { placesOf, placesSchema } from './places'
import { clientSigns, dealSigns, keyOf, partCount, partText, placeOfKey } from './signs'

export const summarySchema = v.object({
  places: placesSchema,
  /** A sign for each client by number: how many of his consultations were closed successfully, 0–9a–z; 'z' = 35 or more. */
  won: v.string(),
  /** First day of which `asked` tells. */
  since: v.string(),
  asked: newsSchema.entries.asked,
  /** A sign for each part: '0' = it holds none, whatever stands in its row. */
  filled: v.string(),
  /** How far «Журнал» had come, and the highest numbers that were given out by then: the lines of a higher number stand below. */
  marks: marksSchema,
})
export type Summary = v.InferOutput<typeof summarySchema>

export interface Base {
  readonly summary: Summary
  /** Signs of each part, as a text. */
  readonly parts: readonly string[]
}

export const nothingYet: Summary = {
  places: { rows: 0, step: 1, ids: [], sum: 0 },
  won: '',
  since: '0000-01-01',
  asked: [],
  filled: '',
  marks: [],
}

export const most = 35

/** Columns that a base is made of. */
export const baseColumns = {
  deals: ['id', 'clientId', 'stage', 'consultant', 'feedbackAskedAt', 'outsideIds'],
  clients: ['id', 'organisation', 'contact', 'phone', 'phoneKey', 'email'],
} as const

type BaseDeal = Pick<Deal, 'id' | 'clientId' | 'stage' | 'consultant' | 'feedbackAskedAt' | 'outsideIds'>
type BaseClient = Pick<Client, 'id' | 'organisation' | 'contact' | 'phone' | 'phoneKey' | 'email'>

interface Columns {
  /** Of each row below the heading, as the cell stands. */
  readonly ids: readonly unknown[]
  readonly deals: readonly BaseDeal[]
  readonly clients: readonly BaseClient[]
  readonly marks: Marks
}

export function baseOf({ ids, deals, clients, marks }: Columns, since: LocalDate): Base {
  const parts = partsOf(deals, clients)
  return {
    summary: {
      places: placesOf(ids),
      won: wonText(deals),
      since,
      asked: deals.flatMap((deal): Asked[] => {
        const asked = askedOf(deal)
        return asked === null || asked[3] < since ? [] : [asked]
      }),
      filled: parts.map((text) => (text === '' ? '0' : '1')).join(''),
      marks,
    },
    parts,
  }
}

function wonText(deals: readonly BaseDeal[]): string {
  const counts: number[] = []
  for (const deal of deals) {
    const client = wonClient(deal)
    if (client > 0) counts[client] = (counts[client] ?? 0) + 1
  }
  return Array.from({ length: counts.length }, (_, client) => Math.min(counts[client] ?? 0, most).toString(36)).join('')
}

function partsOf(deals: readonly BaseDeal[], clients: readonly BaseClient[]): string[] {
  const parts: [string, number][][] = Array.from({ length: partCount }, () => [])
  const put = (id: number) => (sign: string) => {
    const { part, name } = placeOfKey(keyOf(sign))
    parts[part]?.push([name, id])
  }
  for (const deal of deals) dealSigns(deal).forEach(put(deal.id))
  for (const client of clients) clientSigns(client).forEach(put(client.id))
  return parts.map(partText)
}
