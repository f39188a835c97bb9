/** Methods of intake: a pasted letter is read, repeats are found and joined, the address for forms is told. */

import type { Client } from '../../domain/client/client'
import { type SameClient, sameClient, sameRequest } from '../../domain/client/duplicates'
import { type Deal, openStages } from '../../domain/deal/deal'
import { consultantMeant } from '../../domain/intake/read/meant'
import { letterRaw, readLetter } from '../../domain/intake/read/readLetter'
import type { ReadRequest } from '../../domain/intake/request'
import { accept, type Outcome, refuse } from '../../domain/problem'
import { tables } from '../../domain/register/tables'
import { repeatText, webTexts } from '../../domain/text/intakeText.ru'
import type { Card, ClientFields, ClientMatch, Input, Output } from '../../rpc/contract'
import type { ReadLetter, Repeat } from '../../rpc/intakeContract'
import { refOf } from '../../usecases/card/cards'
import type { Moment } from '../../usecases/changes'
import { joinDeal } from '../../usecases/intake/joinDeal'
import { dealsOf, type SearchDeal } from '../../usecases/intake/search'
import { forbidden } from '../../usecases/permissions'
import { cardAfter, runCommand } from '../desk/command'
import { clientWanted, loadDesk } from '../desk/load'
import type { DeskSession } from '../desk/session'
import { dealMadeFrom } from '../doors/intake'
import type { Snapshot } from '../google/register/reader'
import { scanColumns } from '../google/register/records'
import { storedProperties } from '../google/spreadsheet'

const repeatColumns = ['id', 'version', 'stage', 'received', 'clientId', 'organisation', 'phone', 'topic']
const letterColumns = [...repeatColumns, 'contact', 'consultant', 'start', 'outsideIds']
const matchesShown = 10

/** Fields as the letter says them, and who may have written it. One read, nothing is written. */
export function readPastedLetter({ text }: Input<'intake/readLetter'>, session: DeskSession): Outcome<ReadLetter> {
  const { desk, snapshot, moment } = loadDesk(session, {
    columns: { deals: letterColumns, clients: tables.clients.columns.map(({ key }) => key) },
  })
  const denied = forbidden(moment.who, 'intake')
  if (denied !== null) return refuse(denied)
  const request = readLetter(text)
  const { fields, unread } = request
  const found = sameClient(clientsIn(snapshot), fields).slice(0, matchesShown)
  return accept({
    client: clientFieldsOf(request),
    topic: fields.topic,
    request: fields.text,
    agreedWith: consultantMeant(fields.agreedWith, desk.office.people),
    unread,
    matches: matchesOf(found, snapshot),
    repeats: repeatsIn(snapshot, { id: null, clientId: found[0]?.client.id ?? null, phone: fields.phone }, moment),
    known: knownDeal(snapshot, text),
  })
}

function clientFieldsOf({ fields }: ReadRequest): ClientFields {
  const { organisation, contact, phone, email, messenger, municipality } = fields
  return { organisation, kind: '', contact, phone, email, messenger, municipality, consentDate: null }
}

function clientsIn(snapshot: Snapshot): Client[] {
  return scanColumns<Client>(snapshot, 'clients').rows.map(({ value }) => value as Client)
}

function dealsIn(snapshot: Snapshot): SearchDeal[] {
  return scanColumns<Deal>(snapshot, 'deals').rows.map(({ row, value }) => ({ ...value, row }) as SearchDeal)
}

function matchesOf(found: readonly SameClient[], snapshot: Snapshot): ClientMatch[] {
  const deals = dealsIn(snapshot)
  return found.map(({ client, by }) => ({ client, by, ...dealsOf(client, deals, openStages) }))
}

function knownDeal(snapshot: Snapshot, letter: string): ReadLetter['known'] {
  const known = dealMadeFrom(snapshot, letterRaw(letter).outsideIds)
  const clientId = dealsIn(snapshot).find(({ id }) => id === known?.id)?.clientId ?? null
  return known === null ? null : { ...known, clientId }
}

/** Earlier requests of the same client, 14 days back: «присоединить или новая?» */
export function repeats({ deal }: Input<'deal/repeats'>, session: DeskSession): Outcome<Output<'deal/repeats'>> {
  const { snapshot, moment } = loadDesk(session, { columns: { deals: repeatColumns } })
  const denied = forbidden(moment.who, 'read')
  if (denied !== null) return refuse(denied)
  const own = scanColumns<Deal>(snapshot, 'deals').rows.find(({ value }) => value.id === deal.id)?.value
  if (own === undefined) return refuse({ code: 'dealNotFound', id: deal.id })
  const asked = { id: deal.id, clientId: own.clientId ?? null, phone: own.phone ?? '' }
  return accept({ repeats: repeatsIn(snapshot, asked, { ...moment, now: own.received ?? moment.now }) })
}

function repeatsIn(snapshot: Snapshot, asked: Parameters<typeof sameRequest>[1], { now }: Pick<Moment, 'now'>): Repeat[] {
  const deals = scanColumns<Deal>(snapshot, 'deals').rows.flatMap(({ row, value }) =>
    value.received == null || value.stage == null ? [] : [{ ...(value as Deal), row }],
  )
  return sameRequest(deals, asked, now).map((deal) => ({
    ref: refOf(deal, deal.row),
    stage: deal.stage,
    received: deal.received,
    organisation: deal.organisation,
    topic: deal.topic,
    open: openStages.includes(deal.stage),
    text: repeatText(deal, now),
  }))
}

export function join(input: Input<'deal/join'>, session: DeskSession): Outcome<Card> {
  const { deal, into } = input
  const deals = [deal, into].map(({ id, row }) => ({ id, row }))
  const clients = [...new Set([deal.clientId, into.clientId])].flatMap((id) => (id === null ? [] : [clientWanted(id)]))
  const done = runCommand(session, { deals, clients }, (desk, moment) => joinDeal(input, desk, moment))
  return done.ok ? accept(cardAfter(done.value)) : done
}

/** Where a site's form sends its requests; whoever has it may make deals, so only those who set the desk up see it. */
export function address(_input: Input<'intake/address'>, session: DeskSession): Outcome<Output<'intake/address'>> {
  const { moment } = loadDesk(session)
  const denied = forbidden(moment.who, 'import')
  if (denied !== null) return refuse(denied)
  const { intakeKey } = storedProperties()
  const url = ScriptApp.getService().getUrl()
  if (intakeKey === '' || !url) return refuse({ code: 'badValue', title: 'Адрес приёма заявок', why: webTexts.notSetUp })
  return accept({ url: `${url}?key=${encodeURIComponent(intakeKey)}` })
}
