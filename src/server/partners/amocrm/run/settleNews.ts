/** News of amoCRM settled in one commit under the lock: deals follow or are put back, new leads become requests, what is gone is named. */

import { type Discrepancy, flag } from '../../../../domain/calendar/sync/decision'
import type { Client } from '../../../../domain/client/client'
import { type Deal, openStages } from '../../../../domain/deal/deal'
import { amoGoneText, amoTexts } from '../../../../domain/importing/leads/amocrmText.ru'
import type { Facets } from '../../../../domain/importing/leads/facets'
import { type LeadView, ofDeal, readLead } from '../../../../domain/importing/leads/lead'
import type { AmoState } from '../../../../domain/importing/leads/link'
import { type Changes, changes, type OwnRow } from '../../../../usecases/changes'
import { type Arrival, requestOfLead, takeLead, withTaken } from '../../../../usecases/control/amocrm/newLead'
import type { Pair } from '../../../../usecases/control/amocrm/pair'
import { amoEntry, amoRow } from '../../../../usecases/control/amocrm/queue'
import { type Setting, type Settling, settled, settleLead, takeNote, wishOf } from '../../../../usecases/control/amocrm/settleLead'
import type { Desk } from '../../../../usecases/desk'
import { matchColumns } from '../../../../usecases/intake/takeRequest'
import { clientRow } from '../../../../usecases/located'
import { commit, type ServiceChange } from '../../../desk/commit'
import { type Loaded, loadDesk, loadFurther } from '../../../desk/load'
import type { OutboxRow } from '../../../desk/outboxRow'
import { underLock } from '../../../google/lock'
import { scanColumns } from '../../../google/register/records'
import { type AmoRun, amoStateOf, readingOf } from './amoState'
import { type PairPlace, pairColumns, pairPlaces, pairRow, readPairs } from './pairs'

/** What one look found, of leads that may be ours. */
export interface AmoNews {
  readonly leads: readonly LeadView[]
  /** Lead → how it came to «Неразобранное», where it waits. */
  readonly arrivals: ReadonlyMap<number, Arrival>
  readonly notes: readonly { readonly lead: number; readonly text: string; readonly by: number }[]
  /** Leads that are no more. */
  readonly deleted: readonly number[]
  /** Leads that took in others. */
  readonly merged: readonly number[]
}

/**
 * @param cells of «Служебное», from the state as it stands under the lock
 * @returns something is to go back there
 */
export function settleNews(run: AmoRun, news: AmoNews, cells: (state: AmoState) => ServiceChange): boolean {
  return underLock(() => {
    const first = loadDesk(run.session, {
      columns: { amo: [...pairColumns], deals: ['id', 'outsideIds'], outbox: ['key', 'done', 'attempts'] },
    })
    const known = knownAmong(first, news)
    const loaded = withRows(first, known, news)
    const plans = settledPlans(run, loaded, known, news)
    commit(asAmo(loaded), plans, cells(amoStateOf(loaded)))
    return plans.some(({ rows }) => rows.some(({ table }) => table === 'outbox'))
  })
}

/** What comes from there says so in the journal. */
export function asAmo(loaded: Loaded): Loaded {
  const who = { email: amoEntry, name: amoEntry, initials: '', roles: [] }
  return { ...loaded, moment: { ...loaded.moment, entry: amoEntry, who } }
}

export interface Known {
  readonly places: readonly PairPlace[]
  /** Lead → deal that has no lead yet: imported before, or made there by a run that died. */
  readonly met: ReadonlyMap<number, MetDeal>
}

export interface MetDeal {
  readonly deal: number
  /** Of «amoCRM», where its lead before this one is gone; null = it has none. */
  readonly row: number | null
}

function knownAmong(loaded: Loaded, news: AmoNews): Known {
  const wanted = new Set([...news.leads.map(({ id }) => id), ...news.notes.map(({ lead }) => lead), ...news.deleted])
  const places = pairPlaces(loaded)
  const own = places.filter(({ lead }) => wanted.has(lead))
  const paired = new Set(own.map(({ lead }) => lead))
  const strange = news.leads.filter(({ id }) => !paired.has(id))
  return { places: own, met: metBefore(loaded, strange, places) }
}

/** By the number that an import has kept, or by ours in the name of a lead that this desk was making. */
export function metBefore(
  loaded: Loaded,
  leads: readonly Pick<LeadView, 'id' | 'name'>[],
  places: readonly PairPlace[],
): ReadonlyMap<number, MetDeal> {
  const paired = new Set(places.flatMap(({ deal, isGone }) => (isGone ? [] : [deal])))
  const goneRow = new Map(places.map(({ deal, row }) => [deal, row]))
  const ofLead = new Map<string, number>()
  for (const { value } of scanColumns<Deal>(loaded.snapshot, 'deals').rows)
    for (const outside of (value.outsideIds ?? '').split(/[\s;,]+/))
      if (outside.startsWith('amo:') && value.id !== undefined && !paired.has(value.id)) ofLead.set(outside, value.id)
  const making = beingMade(loaded)
  return new Map(
    leads.flatMap(({ id, name }): [number, MetDeal][] => {
      const deal = ofLead.get(`amo:${id}`) ?? making.find((one) => !paired.has(one) && name.endsWith(amoTexts.searched(one)))
      return deal === undefined ? [] : [[id, { deal, row: goneRow.get(deal) ?? null }]]
    }),
  )
}

/** Deals whose wish was tried and is not done. */
function beingMade({ snapshot }: Loaded): number[] {
  return scanColumns<OutboxRow>(snapshot, 'outbox').rows.flatMap(({ value: { key = '', done, attempts } }) => {
    const deal = /^amo:(\d+):/.exec(key)?.[1]
    return deal === undefined || done != null || (attempts ?? 0) === 0 ? [] : [Number(deal)]
  })
}

/** Deals, their clients; all clients where a request is to be matched; open lines where something is gone. */
function withRows(first: Loaded, { places, met }: Known, news: AmoNews): Loaded {
  const ids = [...new Set([...places, ...met.values()].map(({ deal }) => deal))]
  const rowOf = new Map(scanColumns<Deal>(first.snapshot, 'deals').rows.map(({ row, value }) => [value.id, row]))
  const isStrange = news.leads.some(({ id }) => !met.has(id) && !places.some(({ lead }) => lead === id))
  const second = loadFurther(first, {
    deals: ids.flatMap((id) => (rowOf.has(id) ? [{ id, row: rowOf.get(id) ?? null }] : [])),
    whole: ['discrepancies'],
    ...(isStrange ? { columns: { clients: matchColumns } } : {}),
  })
  const clients = [...second.desk.deals.values()].flatMap(({ value: { clientId } }) => (clientId === null ? [] : [clientId]))
  return clients.length === 0 ? second : loadFurther(second, { clients: [...new Set(clients)].map(clientRow) })
}

function settledPlans(run: AmoRun, loaded: Loaded, known: Known, news: AmoNews): Changes[] {
  const setting: Setting = { reading: readingOf(loaded, run.link), desk: loaded.desk, moment: loaded.moment }
  const pairs = new Map(readPairs(loaded, known.places).map((pair) => [pair.lead, pair]))
  const plans = knownLeads(loaded, pairs, known, news, setting)
  return [...plans, ...newLeads(run, loaded, pairs, known, news, setting), gonePlan(run, pairs, news)]
}

type Pairs = ReadonlyMap<number, Pair>

function knownLeads(loaded: Loaded, pairs: Pairs, { met }: Known, news: AmoNews, setting: Setting): Changes[] {
  const { desk } = loaded
  const leads = new Map(news.leads.map((lead) => [lead.id, lead]))
  const ids = new Set([...leads.keys(), ...news.notes.map(({ lead }) => lead)])
  return [...ids].flatMap((id) => {
    const before = pairs.get(id) ?? firstPair(id, met.get(id))
    const located = before === null ? undefined : desk.deals.get(before.deal)
    if (before === null || located === undefined || before.state === 'gone') return []
    const client = located.value.clientId === null ? null : (desk.clients.get(located.value.clientId)?.value ?? null)
    const begun: Settling = { pair: before, deal: located.value, client, notes: [], by: '', isOwed: false }
    const lead = leads.get(id)
    const isCalm = lead !== undefined && !pairs.has(id) && !openStages.includes(located.value.stage)
    if (isCalm) return [changes({ kind: 'amo/met', rows: pairRow(calmPair(before, lead, setting.reading), null) })]
    const isOurs = lead !== undefined && lead.pipeline === setting.reading.link.pipeline
    const looked = isOurs ? settleLead(begun, lead, news.arrivals.get(id)?.uid ?? '', setting) : begun
    const noted = news.notes.filter((note) => note.lead === id).reduce((so, note) => takeNote(so, note, setting), looked)
    return [planOf(begun, noted, pairs.has(id) ? before : null, located.row, setting)]
  })
}

export function firstPair(lead: number, met: MetDeal | undefined): Pair | null {
  return met === undefined ? null : { ...met, lead, facets: {}, contact: null, company: null, waiting: '', state: '' }
}

/** A closed deal that meets its lead: it is only paired, its history stays as it is on both sides. */
export function calmPair(pair: Pair, lead: LeadView, reading: Setting['reading']): Pair {
  return { ...pair, facets: readLead(lead, reading).facets, contact: lead.contact?.id ?? null, company: lead.company?.id ?? null }
}

/** What one look at a pair comes to. */
export function planOf(begun: Settling, so: Settling, standing: Pair | null, row: number | null, { moment }: Setting): Changes {
  const wishes = wishOf(so, row).map((wish): OwnRow => ({ table: 'outbox', row: null, values: amoRow(wish, moment.now) }))
  return changes({
    kind: 'amo/edit',
    reason: amoTexts.author(so.by),
    deals: so.deal === begun.deal ? [] : [{ before: begun.deal, after: settled(begun.deal, so.deal) }],
    clients:
      so.client === null || begun.client === null || so.client === begun.client
        ? []
        : [{ before: begun.client, after: settled(begun.client, so.client) }],
    rows: [...pairRow(so.pair, standing), ...wishes],
  })
}

/** Each sees what the ones before it have made. */
function newLeads(run: AmoRun, loaded: Loaded, pairs: Pairs, { met }: Known, news: AmoNews, setting: Setting): Changes[] {
  const clients = scanColumns<Client>(loaded.snapshot, 'clients').rows.map(({ value }) => value as Client)
  const meeting = amoStateOf(loaded).meeting
  const strange = news.leads.filter(({ id, pipeline, created }) => {
    const isHistory = meeting !== null && created < run.link.since && !news.arrivals.has(id)
    return pipeline === run.link.pipeline && !pairs.has(id) && !met.has(id) && !isHistory && !news.deleted.includes(id)
  })
  let desk: Desk = loaded.desk
  return strange.flatMap((lead) => {
    const arrival = news.arrivals.get(lead.id) ?? null
    const taken = takeLead(requestOfLead(lead, arrival, setting.reading), clients, desk, loaded.moment)
    const deal = taken?.deals[0]?.after
    if (taken === null || deal === undefined) return []
    desk = withTaken(desk, taken)
    clients.push(...taken.clients.map(({ after }) => after))
    const client = clients.find(({ id }) => id === deal.clientId) ?? null
    const begun: Settling = {
      pair: { ...(firstPair(lead.id, { deal: deal.id, row: null }) as Pair), facets: newFacets(lead, deal, setting) },
      deal,
      client,
      notes: [],
      by: '',
      isOwed: false,
    }
    const so = settleLead(begun, lead, arrival?.uid ?? '', setting)
    const plan = planOf({ ...begun, client: so.client }, so, null, null, setting)
    return [{ ...taken, deals: [{ before: null, after: { ...so.deal, version: 1 } }], rows: plan.rows }]
  })
}

/** What the lead leaves empty is the desk's to tell. */
function newFacets(lead: LeadView, deal: Deal, { reading }: Setting): Facets {
  const { facets: there } = readLead(lead, reading)
  const empty = Object.entries(there).filter(([, value]) => (value ?? '') === '')
  return { ...ofDeal(deal, reading.link), ...Object.fromEntries(empty) }
}

/** Deleted there, merged into another one, or taken to another pipeline: a person decides. */
function gonePlan(run: AmoRun, pairs: Pairs, news: AmoNews): Changes {
  const elsewhere = news.leads
    .filter(({ pipeline, id }) => pipeline !== run.link.pipeline && !news.deleted.includes(id))
    .map(({ id }) => id)
  const gone = [...news.deleted, ...elsewhere].flatMap((id) => pairs.get(id) ?? []).filter(({ state }) => state === '')
  const flags = gone.map((pair) => goneLine(pair, why(pair, news)))
  return changes({ kind: 'amo/gone', flags, rows: gone.flatMap((pair) => pairRow({ ...pair, state: 'gone' }, pair)) })
}

function why({ lead }: Pair, { deleted, merged }: AmoNews): string {
  if (!deleted.includes(lead)) return amoGoneText('moved', null)
  const into = merged.find((id) => id !== lead) ?? null
  return amoGoneText(into === null ? 'deleted' : 'merged', into)
}

/** A line about a lead. */
export function amoLine(kind: 'amoGone' | 'amoRefused', { lead, deal }: Pick<Pair, 'lead' | 'deal'>, detail: string): Discrepancy {
  const id = `lead${lead === 0 ? `of${deal}` : lead}`
  const empty = { etag: '', start: '', end: '', allDay: false, recurringEventId: '', private: {}, cancelled: false, declined: [] }
  return flag(kind, { ...empty, id, title: lead === 0 ? 'amoCRM' : `amoCRM, сделка ${lead}` }, { deal, detail })
}

function goneLine(pair: Pair, detail: string): Discrepancy {
  return amoLine('amoGone', pair, detail)
}
