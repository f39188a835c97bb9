/** A request from outside is written: read, look whether it came before, append, all under the lock. What cannot be taken is set aside. */

import type { Client } from '../../domain/client/client'
import type { Deal } from '../../domain/deal/deal'
import { type Aside, type AsideReason, asideOf, type Came, senderKey } from '../../domain/intake/aside'
import { channelOf } from '../../domain/intake/channelOf'
import { readGoogleForm } from '../../domain/intake/read/readGoogleForm'
import { readRequest } from '../../domain/intake/read/readRequest'
import type { ReadRequest } from '../../domain/intake/request'
import { isKeyOfContent, isMadeFrom, isOfReceipt, isOfSameRow, outsideIdOf } from '../../domain/intake/requestKey'
import { accept, type Outcome } from '../../domain/problem'
import type { Decision } from '../../usecases/changes'
import { editedAnswer, isEditOf } from '../../usecases/intake/editedAnswer'
import { matchColumns, type OutsideRequest, takeRequest } from '../../usecases/intake/takeRequest'
import { carryOut } from '../desk/carryOut'
import { type Loaded, loadDesk, loadFurther } from '../desk/load'
import type { DeskSession } from '../desk/session'
import { localNow } from '../google/clock'
import { keepAside } from '../google/kept/asideStore'
import { underLock } from '../google/lock'
import { platformErrorOf } from '../google/platformError'
import { scanColumns } from '../google/register/records'

export interface StoredRequest {
  /** № of the deal: of the first one where the same request came before. */
  readonly id: number
  /** The office's limit for one minute, as it stands in «Настройки» now. */
  readonly perMinute: number
}

/**
 * Makes one deal of one request, however often it comes: one read, one write. A further read only where the sender's own key stands
 * already (it is the same request only if it says the same), or an answer to a form of the same row (it may be edited).
 * @throws PlatformError lockBusy, sheetMissing, timeout …
 */
export function storeRequest(session: DeskSession, outside: OutsideRequest): Outcome<StoredRequest> {
  return underLock(() => {
    const first = loadDesk(session, { columns: { deals: ['id', 'outsideIds'], clients: matchColumns } })
    const perMinute = first.desk.office.settings.intakePerMinute
    const { known, loaded, earlier } = earlierOf(first, outside.request)
    if (known !== null) return accept({ id: known, perMinute })
    const decision = decided(outside, loaded, earlier)
    if (!decision.ok) return decision
    const done = carryOut(loaded, decision.changes)
    return done.ok ? accept({ id: decision.changes.deals[0]?.after.id ?? 0, perMinute }) : done
  })
}

interface Earlier {
  /** № of the deal that this very request made; null = none. */
  readonly known: number | null
  readonly loaded: Loaded
  /** Deal of the same row of a form, which this answer may change. */
  readonly earlier: Deal | null
}

function earlierOf(loaded: Loaded, request: ReadRequest): Earlier {
  const { rows } = scanColumns<Deal>(loaded.snapshot, 'deals')
  const recorded = rows.find(({ value }) => isOfReceipt(value.outsideIds ?? '', request))?.value.id ?? null
  if (recorded !== null) return { known: recorded, loaded, earlier: null }
  const same = rows.filter(({ value }) => isMadeFrom(value.outsideIds ?? '', outsideIdOf(request)))
  if (isKeyOfContent(request.key)) {
    const known = same[0]?.value.id ?? null
    return known === null ? answerOfRow(loaded, request) : { known, loaded, earlier: null }
  }
  const found = withDeals(loaded, same)
  return { known: found.deals.find(({ raw }) => raw === request.raw)?.id ?? null, loaded: found.loaded, earlier: null }
}

function answerOfRow(loaded: Loaded, request: ReadRequest): Earlier {
  const { rows } = scanColumns<Deal>(loaded.snapshot, 'deals')
  const like = rows.filter(({ value }) => isOfSameRow(value.outsideIds ?? '', request)).slice(-1)
  const found = withDeals(loaded, like)
  return { known: null, loaded: found.loaded, earlier: found.deals[0] ?? null }
}

type Row = ReturnType<typeof scanColumns<Deal>>['rows'][number]

/** The deals as a whole, with their clients. */
function withDeals(loaded: Loaded, rows: readonly Row[]): { readonly loaded: Loaded; readonly deals: readonly Deal[] } {
  if (rows.length === 0) return { loaded, deals: [] }
  const own = loadFurther(loaded, { deals: rows.map(({ row, value }) => ({ id: value.id ?? 0, row })) })
  return { loaded: own, deals: rows.flatMap(({ value }) => own.desk.deals.get(value.id ?? 0)?.value ?? []) }
}

function decided(outside: OutsideRequest, { snapshot, desk, moment }: Loaded, earlier: Deal | null): Decision {
  const clients = scanColumns<Client>(snapshot, 'clients').rows.map(({ value }) => value as Client)
  const client = clients.find(({ id }) => id === earlier?.clientId) ?? null
  const isEdit = earlier !== null && isEditOf(outside.request, earlier, client)
  return isEdit ? editedAnswer(outside.request, earlier, client, moment) : takeRequest(outside, clients, desk, moment)
}

/** Kept with all that came, for the tick or for a person. @returns false where it could not be kept */
export function setAside(came: Came, request: ReadRequest, why: AsideReason): boolean {
  try {
    const local = localNow(Session.getScriptTimeZone())
    return keepAside(asideOf(came, { at: localNow('Etc/UTC'), local, why, sender: senderKey(request) }))
  } catch (error) {
    console.error(`aside: ${platformErrorOf(error).code}`)
    return false
  }
}

/** The request that was set aside, read anew. */
export function requestOf({ came, at }: Aside): OutsideRequest {
  if (!('body' in came)) return { request: readGoogleForm(came.namedValues, came.row), channel: 'site' }
  const request = readRequest(came, at)
  return { request, channel: channelOf(came, request) }
}
