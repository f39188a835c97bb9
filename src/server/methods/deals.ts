/** Methods on one deal: open, find, note, fill, move, history. */

import type { Client } from '../../domain/client/client'
import { type Deal, openStages } from '../../domain/deal/deal'
import { accept, type Outcome, refuse } from '../../domain/problem'
import { historyText } from '../../domain/text/historyText'
import { unreadLineText } from '../../domain/text/todayNotes.ru'
import type { LocalDateTime } from '../../domain/time/localTime'
import type { Card, ClientMatch, DealMatch, HistoryLine, Input, Output } from '../../rpc/contract'
import { cardOf } from '../../usecases/card/cards'
import { fillClient, fillDeal } from '../../usecases/card/fillDeal'
import { moveDeal } from '../../usecases/card/moveDeal'
import type { Decision, Moment } from '../../usecases/changes'
import type { Desk } from '../../usecases/desk'
import { noteCall } from '../../usecases/intake/noteCall'
import { findClients, findDeals, type SearchClient, type SearchDeal } from '../../usecases/intake/search'
import { findDeal } from '../../usecases/located'
import { forbidden } from '../../usecases/permissions'
import { changeIn, type JournalLine } from '../../usecases/register/journal'
import { pastColumns, withFeedbackLetters } from '../../usecases/week/askFeedback'
import type { PastDeal } from '../../usecases/week/listWeek'
import { findArchived } from '../desk/archives'
import { cardAfter, runCommand } from '../desk/command'
import { DataError } from '../desk/dataError'
import { journalLinesOf, journalPlaces } from '../desk/journalLines'
import { clientWanted, dealWanted, type Loaded, loadDesk, rowIssues } from '../desk/load'
import type { DeskSession } from '../desk/session'
import { scanColumns } from '../google/register/records'
import { activeDealRow } from '../google/selection'

export function note(input: Input<'deal/note'>, session: DeskSession): Outcome<Card> {
  return onDeal(input, session, noteCall)
}

export function fill(input: Input<'deal/fill'>, session: DeskSession): Outcome<Card> {
  return onDeal(input, session, fillDeal)
}

export function fillClientCard(input: Input<'client/fill'>, session: DeskSession): Outcome<Card> {
  return onDeal(input, session, fillClient)
}

export function move(input: Input<'deal/move'>, session: DeskSession): Outcome<Card> {
  if (input.to !== 'feedback') return onDeal(input, session, moveDeal)
  const wanted = { ...dealWanted(input.deal), columns: { deals: pastColumns } }
  return toCard(runCommand(session, wanted, (desk, moment, loaded) => askedByLetter(moveDeal(input, desk, moment), loaded)))
}

/** K2, K3: what was asked before tells whether a letter goes. */
function askedByLetter(decision: Decision, { snapshot, desk, moment }: Loaded): Decision {
  if (!decision.ok) return decision
  const past = scanColumns<PastDeal>(snapshot, 'deals').rows.map(({ value }) => value as PastDeal)
  return { ok: true, changes: withFeedbackLetters(decision.changes, past, desk, moment) }
}

function onDeal<I extends { readonly deal: Input<'deal/note'>['deal'] }>(
  input: I,
  session: DeskSession,
  decide: (input: I, desk: Desk, moment: Moment) => Decision,
): Outcome<Card> {
  return toCard(runCommand(session, dealWanted(input.deal), (desk, moment) => decide(input, desk, moment)))
}

function toCard(done: ReturnType<typeof runCommand>): Outcome<Card> {
  return done.ok ? accept(cardAfter(done.value)) : done
}

/** Reads one card; a page that knows the number only costs a further read for the client. */
export function open(input: Input<'deal/open'>, session: DeskSession): Outcome<Card> {
  const loaded = loadDesk(session, dealWanted(input))
  const denied = forbidden(loaded.moment.who, 'read')
  if (denied !== null) return refuse(denied)
  const found = findDeal(loaded.desk, { id: input.id })
  if (!found.ok) return archivedCard(loaded, input.id) ?? found
  const clientId = found.value.deal.clientId
  const isClientRead = clientId === null || loaded.desk.clients.has(clientId)
  return cardFrom(isClientRead ? loaded : loadDesk(session, dealWanted({ id: input.id, row: found.value.row, clientId })), input.id)
}

/** A card of the archive: to be read, with no step and no field to edit; null = it is not there either. */
function archivedCard(loaded: Loaded, id: number): Outcome<Card> | null {
  const found = findArchived(loaded, id)
  if (found === null) return null
  const { clientId } = found.deal
  const { desk, moment } = clientId === null ? loaded : loadDesk(loaded.session, { clients: [clientWanted(clientId)] })
  const card = cardOf(found.deal, null, desk.clients.get(clientId ?? 0)?.value ?? null, desk, moment)
  return accept({ ...card, steps: [], editable: [], archive: found.year })
}

/** A cell that cannot be read is named, not shown as empty. */
function cardFrom(loaded: Loaded, id: number): Outcome<Card> {
  const { desk, moment } = loaded
  const issues = rowIssues(loaded)
  if (issues.length > 0) throw new DataError(issues)
  const found = findDeal(desk, { id })
  return found.ok ? accept(cardOf(found.value.deal, found.value.row, found.value.client, desk, moment)) : found
}

/** The deal of the row the cursor stands on, or null where it stands elsewhere. */
export function current(_input: Input<'deal/current'>, session: DeskSession): Outcome<Card | null> {
  const selected = activeDealRow()
  return selected === null ? accept(null) : open({ id: selected.id, row: selected.row, clientId: null }, session)
}

const searchColumns = ['id', 'stage', 'clientId', 'organisation', 'contact', 'phone', 'consultant', 'start']

export function search(input: Input<'deal/search'>, session: DeskSession): Outcome<{ matches: readonly DealMatch[] }> {
  const loaded = loadDesk(session, { columns: { deals: searchColumns } })
  const { desk, snapshot, moment } = loaded
  const denied = forbidden(moment.who, 'read')
  if (denied !== null) return refuse(denied)
  const deals = scanColumns<Deal>(snapshot, 'deals').rows.map(({ row, value }) => ({ ...value, row }) as SearchDeal)
  const matches = findDeals(input.text, deals, desk.office.people)
  const isFound = matches.some(({ id }) => id === Number(input.text))
  return accept({ matches: [...(isFound ? [] : archivedMatches(loaded, input.text)), ...matches] })
}

/** A number that stands in no row of «Сделки» may stand in an archive; other words are not looked for there. */
function archivedMatches(loaded: Loaded, text: string): DealMatch[] {
  const found = /^\s*\d+\s*$/.test(text) ? findArchived(loaded, Number(text)) : null
  if (found === null) return []
  const { id, clientId, organisation, contact, stage, consultant, start } = found.deal
  return [{ id, row: null, clientId, organisation, contact, stage, consultant, start }]
}

const clientColumns = [
  'id',
  'version',
  'organisation',
  'kind',
  'contact',
  'phone',
  'phoneKey',
  'email',
  'messenger',
  'municipality',
  'consentDate',
  'created',
  'outsideIds',
  'archivedLast',
]

/** Known clients as one types, with the last consultation and an open deal. */
export function searchClients(input: Input<'client/search'>, session: DeskSession): Outcome<{ matches: readonly ClientMatch[] }> {
  const { snapshot, moment } = loadDesk(session, {
    columns: { clients: clientColumns, deals: ['id', 'stage', 'clientId', 'consultant', 'start', 'topic'] },
  })
  const denied = forbidden(moment.who, 'read')
  if (denied !== null) return refuse(denied)
  const clients = scanColumns<Client>(snapshot, 'clients').rows.map(({ value }) => value as SearchClient)
  const deals = scanColumns<Deal>(snapshot, 'deals').rows.map(({ row, value }) => ({ ...value, row }) as SearchDeal)
  return accept({ matches: findClients(input.text, clients, deals, openStages) })
}

/** What happened to a deal, in words, newest first. */
export function history(input: Input<'deal/history'>, session: DeskSession): Outcome<Output<'deal/history'>> {
  const loaded = loadDesk(session, { columns: journalPlaces })
  const { moment, desk } = loaded
  const denied = forbidden(moment.who, 'read')
  if (denied !== null) return refuse(denied)
  const own = journalLinesOf(loaded, new Set([input.id])).filter(({ table }) => table === 'Сделки')
  return accept({ lines: own.map((line) => historyLine(line, desk, moment)).reverse() })
}

function historyLine(line: Partial<JournalLine>, desk: Desk, { now }: Moment): HistoryLine {
  const who = desk.office.people.find(({ email }) => email === line.who)?.name ?? line.who ?? ''
  return { at: line.at ?? '', who, text: changeText(line, now), reason: line.reason ?? '' }
}

function changeText(line: Partial<JournalLine>, now: LocalDateTime): string {
  const change = changeIn(line)
  if (change === null) return unreadLineText
  const side = (index: 0 | 1) => Object.fromEntries(Object.entries(change).map(([field, pair]) => [field, pair[index]])) as Partial<Deal>
  const isNew = (change['id']?.[0] ?? null) === null && 'id' in change
  return historyText(line.kind ?? '', isNew ? null : side(0), side(1), now)
}
