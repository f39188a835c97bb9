/** The first meeting: the leads of the years before, a page of 250 at a time, as many as the run has time for; the next tick goes on. */

import type { Client } from '../../../../domain/client/client'
import { type Deal, openStages } from '../../../../domain/deal/deal'
import { readAmocrm } from '../../../../domain/importing/amocrm/amocrm'
import { pageSize } from '../../../../domain/importing/leads/cursor'
import type { LeadView, Reading } from '../../../../domain/importing/leads/lead'
import type { AmoState } from '../../../../domain/importing/leads/link'
import { tables } from '../../../../domain/register/tables'
import { type Changes, changes } from '../../../../usecases/changes'
import { historyTable } from '../../../../usecases/control/amocrm/newLead'
import { type Setting, type Settling, settleLead } from '../../../../usecases/control/amocrm/settleLead'
import { clientRow } from '../../../../usecases/located'
import { importChanges } from '../../../../usecases/register/importDeals'
import { commit } from '../../../desk/commit'
import { type Loaded, loadDesk, loadFurther } from '../../../desk/load'
import { archivedRows } from '../../../desk/rows/archives'
import { underLock } from '../../../google/lock'
import { scanColumns } from '../../../google/register/records'
import { leadPage, leadViews } from '../lists'
import { type AmoRun, amoStateOf, readingOf, stateCell } from './amoState'
import { pairColumns, pairPlaces, pairRow } from './pairs'
import { asAmo, calmPair, firstPair, type MetDeal, metBefore, planOf } from './settleNews'

type Meeting = NonNullable<AmoState['meeting']>

/** A page takes so long; one that may not end in time is the next run's. */
const pageMs = 12_000

/** @returns the state as it stands afterwards */
export function meetLeads(run: AmoRun, state: AmoState): AmoState {
  let so = state
  while (so.meeting !== null && Date.now() + pageMs < run.until) so = metPage(run, so.meeting)
  return so
}

function metPage(run: AmoRun, meeting: Meeting): AmoState {
  const items = leadPage(run.access, run.link.pipeline, meeting.page)
  const leads = leadViews(run.access, items)
  return underLock(() => {
    const first = loadDesk(run.session, {
      columns: {
        amo: [...pairColumns],
        deals: ['id', 'outsideIds', 'stage', 'clientId'],
        outbox: ['key', 'done', 'attempts'],
        clients: tables.clients.columns.map(({ key }) => key),
      },
    })
    const { plans, loaded, made, known } = metPlans(run, first, leads)
    const isOver = items.length < pageSize
    const next = { page: meeting.page + 1, done: meeting.done + items.length, made: meeting.made + made, known: meeting.known + known }
    const state: AmoState = { ...amoStateOf(loaded), meeting: isOver ? null : next }
    commit(asAmo(loaded), plans, stateCell(state))
    return state
  })
}

interface Met {
  readonly plans: readonly Changes[]
  readonly loaded: Loaded
  readonly made: number
  readonly known: number
}

function metPlans(run: AmoRun, first: Loaded, leads: readonly LeadView[]): Met {
  const places = pairPlaces(first)
  const paired = new Set(places.map(({ lead }) => lead))
  const strange = leads.filter(({ id, status }) => !paired.has(id) && status !== run.link.waiting)
  const met = metBefore(first, strange, places)
  const loaded = withOpen(
    first,
    [...met.values()].map(({ deal }) => deal),
  )
  const setting: Setting = { reading: readingOf(loaded, run.link), desk: loaded.desk, moment: loaded.moment }
  const older = strange.flatMap((lead) => metPlan(lead, met.get(lead.id), loaded, setting))
  const made = historyPlan(
    strange.filter(({ id }) => !met.has(id)),
    loaded,
    setting.reading,
  )
  return { plans: [...older, made], loaded, made: made.deals.length, known: older.length }
}

/** Deals that were imported before and go on: they are compared. A closed one is only paired, its history stays calm. */
function withOpen(first: Loaded, ids: readonly number[]): Loaded {
  const wanted = new Set(ids)
  const open = scanColumns<Deal>(first.snapshot, 'deals').rows.filter(
    ({ value: { id = 0, stage } }) => wanted.has(id) && stage !== undefined && openStages.includes(stage),
  )
  if (open.length === 0) return first
  const clients = open.flatMap(({ value: { clientId } }) => (clientId == null ? [] : [clientRow(clientId)]))
  return loadFurther(first, { deals: open.map(({ row, value }) => ({ id: value.id ?? 0, row })), clients })
}

function metPlan(lead: LeadView, deal: MetDeal | undefined, loaded: Loaded, setting: Setting): Changes[] {
  const pair = firstPair(lead.id, deal)
  if (pair === null) return []
  const located = loaded.desk.deals.get(pair.deal)
  if (located === undefined) return [changes({ kind: 'amo/met', rows: pairRow(calmPair(pair, lead, setting.reading), null) })]
  const { clientId } = located.value
  const client = clientId === null ? null : (loaded.desk.clients.get(clientId)?.value ?? null)
  const begun: Settling = { pair, deal: located.value, client, notes: [], by: '', isOwed: false }
  return [planOf(begun, settleLead(begun, lead, '', setting), null, located.row, setting)]
}

/** Everything else comes as the import brings it: «Из прошлого», closed cards that are not complete in «Консультация проведена» (K5). */
function historyPlan(leads: readonly LeadView[], loaded: Loaded, reading: Reading): Changes {
  if (leads.length === 0) return changes({ kind: 'amo/met' })
  const { desk, snapshot, moment } = loaded
  const archived = archivedRows(loaded, () => ['id', 'outsideIds'])
  const { people, projects, required } = desk.office
  const standing = scanColumns<Deal>(snapshot, 'deals').rows.map(({ value }) => value)
  const read = readAmocrm(historyTable(leads, reading), {
    people,
    projects,
    required,
    existingDealIds: [...standing, ...archived].flatMap(({ id }) => (id === undefined ? [] : [id])),
    existingOutside: new Set([...standing, ...archived].flatMap(({ outsideIds = '' }) => outsideIds.split(/[\s;,]+/))),
    nextDealId: Number(desk.service.lastDealId) + 1,
    existingClients: scanColumns<Client>(snapshot, 'clients').rows.map(({ value }) => value as Client),
    nextClientId: Number(desk.service.lastClientId) + 1,
    now: moment.now,
  })
  const leadOf = new Map(leads.map((lead) => [`amo:${lead.id}`, lead]))
  const rows = read.deals.flatMap(({ id, outsideIds }) => {
    const lead = leadOf.get(outsideIds)
    const pair = lead === undefined || id === undefined ? null : firstPair(lead.id, { deal: id, row: null })
    return lead === undefined || pair === null ? [] : pairRow(calmPair(pair, lead, reading), null)
  })
  return { ...importChanges(read.deals, read.clients), rows }
}
