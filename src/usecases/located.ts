/** Finding the deal a page means, with its client; a page that saw an older version is told so. */

import type { Client } from '../domain/client/client'
import type { Deal } from '../domain/deal/deal'
import { accept, type Outcome, refuse } from '../domain/problem'
import type { DealRef } from '../rpc/contract'
import type { Desk } from './desk'
import type { Reads, RowWanted } from './method/method'

export { stamp, withComment } from '../domain/deal/comment'

export interface Found {
  readonly deal: Deal
  /** 1-based row, null when it was just added. */
  readonly row: number | null
  readonly client: Client | null
}

/** @returns dealNotFound, or changedMeanwhile when the version moved on since the page was drawn */
export function findDeal(desk: Desk, ref: Pick<DealRef, 'id'> & { readonly version?: number }): Outcome<Found> {
  const located = desk.deals.get(ref.id)
  if (located === undefined) return refuse({ code: 'dealNotFound', id: ref.id })
  if (ref.version !== undefined && located.value.version !== ref.version) return refuse({ code: 'changedMeanwhile', id: ref.id })
  return accept({ deal: located.value, row: located.row, client: clientOf(desk, located.value) })
}

export function clientOf(desk: Desk, deal: Deal): Client | null {
  return deal.clientId === null ? null : (desk.clients.get(deal.clientId)?.value ?? null)
}

/** The next version of a row with some fields changed. */
export function nextVersion<T extends { readonly version: number }>(row: T, fields: Partial<T>): T {
  return { ...row, ...fields, version: row.version + 1 }
}

/** Only the fields that were given: a page may leave out what it did not touch. */
export function given<T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>
  }
}

/** Of the fields that were given, those that differ: what stands already is no change, and asks for no right. */
export function changedOf<T extends object>(row: T, fields: Partial<T>): Partial<T> {
  return Object.fromEntries(Object.entries(fields).filter(([key, value]) => row[key as keyof T] !== value)) as Partial<T>
}

/** The rows of one deal and its client; a client's row is guessed from its number (they are numbered from 1 in order). */
export function dealReads(ref: { readonly id: number; readonly row: number | null; readonly clientId: number | null }): Reads {
  return { deals: [{ id: ref.id, row: ref.row }], clients: ref.clientId === null ? [] : [clientRow(ref.clientId)] }
}

export function clientRow(id: number): RowWanted {
  return { id, row: id + 1 }
}
