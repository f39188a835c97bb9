/** Rows of «Исходящие» of kind «amoCRM», claimed: each deal once, with all that waits for it, as it stands now. */

import type { Client } from '../../../../domain/client/client'
import type { Deal } from '../../../../domain/deal/deal'
import { decoded } from '../../../../domain/register/stored'
import { addMinutes } from '../../../../domain/time/localTime'
import type { Pair } from '../../../../usecases/control/amocrm/pair'
import { clientRow } from '../../../../usecases/located'
import { type Loaded, loadDesk, loadFurther } from '../../../desk/load'
import { isWaiting, maxAttempts, type OutboxRow, payloads, payloadUnread } from '../../../desk/outboxRow'
import { type CellsOfRow, ownCells } from '../../../google/register/ownCells'
import { scanColumns } from '../../../google/register/records'
import { writeRegister } from '../../../google/register/writer'
import { isOurs } from '../../../google/signed/seal'
import type { AmoRun } from './amoState'
import { pairColumns, pairPlaces, readPairs } from './pairs'

/** A deal whose lead is to say what it does. */
export interface Wish {
  readonly deal: Deal
  readonly client: Client | null
  /** null = it has no lead yet. */
  readonly pair: Pair | null
  readonly notes: readonly string[]
  /** Rows of «Исходящие», with the attempts that this run makes it. */
  readonly rows: readonly { readonly row: number; readonly attempts: number }[]
  /** An earlier run may have done it without knowing. */
  readonly tried: boolean
}

export interface AmoClaim {
  readonly loaded: Loaded
  readonly wishes: readonly Wish[]
  readonly isMore: boolean
}

/** amoCRM takes so many at once. */
const batch = 50
/** A run that died gives them back. */
const leaseMinutes = 15

const outboxColumns = ['key', 'kind', 'to', 'payload', 'attempts', 'nextTry', 'done', 'seal']

/** Of the tick's columns: key, done, attempts, nextTry. */
export function isDue({ snapshot, moment }: Loaded): boolean {
  return scanColumns<OutboxRow>(snapshot, 'outbox').rows.some(
    ({ value }) => isAmoKey(value.key) && isWaiting(value as OutboxRow) && (value.nextTry ?? '') <= moment.now,
  )
}

export function isAmoKey(key: string | undefined): boolean {
  return key?.startsWith('amo:') === true
}

interface Row {
  readonly row: number
  readonly attempts: number
  readonly payload: ReturnType<typeof readPayload>
}

function readPayload(letter: OutboxRow) {
  return isOurs('outbox', letter) ? decoded(payloads.amoCRM, letter.payload, null) : null
}

/** null = nothing is due. */
export function claimWishes({ session }: AmoRun): AmoClaim | null {
  const loaded = loadDesk(session, { columns: { outbox: outboxColumns, amo: [...pairColumns], deals: ['id'] } })
  const rows = scanColumns<OutboxRow>(loaded.snapshot, 'outbox')
    .rows.map(({ row, value }) => ({ row, letter: value as OutboxRow }))
    .filter(({ letter }) => letter.kind === 'amoCRM' && isWaiting(letter) && (letter.nextTry ?? '') <= loaded.moment.now)
    .map(({ row, letter }): Row => ({ row, attempts: letter.attempts ?? 0, payload: readPayload(letter) }))
  if (rows.length === 0) return null
  const all = [...new Set(rows.flatMap(({ payload }) => (payload === null ? [] : [payload.deal])))]
  const wanted = new Set(all.slice(0, batch))
  const claimed = rows.filter(({ payload }) => payload === null || wanted.has(payload.deal))
  const wishes = wishesOf(loaded, claimed)
  const held = new Set(wishes.flatMap((wish) => wish.rows.map(({ row }) => row)))
  write(
    loaded,
    claimed.map((one) => ({ row: one.row, values: claimedCells(one, held.has(one.row), loaded) })),
  )
  return { loaded, wishes, isMore: all.length > batch }
}

/** A row that somebody typed into is given up and named; one of a deal that is gone has nothing to say. */
function claimedCells({ attempts, payload }: Row, isHeld: boolean, { moment }: Loaded): CellsOfRow['values'] {
  if (payload === null) return { attempts: maxAttempts, error: payloadUnread }
  return isHeld ? { attempts: attempts + 1, nextTry: addMinutes(moment.now, leaseMinutes) } : { done: moment.now }
}

function wishesOf(loaded: Loaded, rows: readonly Row[]): Wish[] {
  const ids = [...new Set(rows.flatMap(({ payload }) => (payload === null ? [] : [payload.deal])))]
  const rowOf = new Map(scanColumns<Deal>(loaded.snapshot, 'deals').rows.map(({ row, value }) => [value.id, row]))
  const standing = ids.filter((id) => rowOf.has(id))
  if (standing.length === 0) return []
  const known = loadFurther(loaded, { deals: standing.map((id) => ({ id, row: rowOf.get(id) ?? null })) })
  const pairs = new Map(
    readPairs(
      loaded,
      pairPlaces(loaded).filter(({ deal }) => standing.includes(deal)),
    ).map((pair) => [pair.deal, pair]),
  )
  const withClients = clientsOf(
    known,
    standing.filter((id) => !pairs.has(id) || pairs.get(id)?.state === 'gone'),
  )
  return standing.flatMap((id) => {
    const deal = known.desk.deals.get(id)?.value
    if (deal === undefined) return []
    const own = rows.filter(({ payload }) => payload?.deal === id)
    const isAnew = own.some(({ payload }) => payload?.anew === true)
    const pair = pairs.get(id) ?? null
    if (pair?.state === 'gone' && !isAnew) return []
    const client = deal.clientId === null ? null : (withClients.desk.clients.get(deal.clientId)?.value ?? null)
    return [
      {
        deal,
        client,
        pair,
        notes: own.flatMap(({ payload }) => payload?.notes ?? []),
        rows: own.map(({ row, attempts }) => ({ row, attempts: attempts + 1 })),
        tried: own.some(({ attempts }) => attempts > 0),
      },
    ]
  })
}

/** Of deals that get a lead: with their e-mail. */
function clientsOf(known: Loaded, ids: readonly number[]): Loaded {
  const clients = [...new Set(ids.flatMap((id) => known.desk.deals.get(id)?.value.clientId ?? []))]
  return clients.length === 0 ? known : loadFurther(known, { clients: clients.map(clientRow) })
}

function write({ session, snapshot }: Loaded, rows: readonly CellsOfRow[]): void {
  writeRegister(session.spreadsheetId, { layouts: snapshot.layouts, more: ownCells('outbox', snapshot.layouts.outbox, rows) })
}
