/** What amoCRM and the desk say of each open deal, side by side, and one of them taken over to the other. */

import { type Deal, openStages, type Stage } from '../../../../../domain/deal/deal'
import { formatTitles, stageTitles, topicTitles } from '../../../../../domain/deal/words'
import { amoDifferenceTexts, amoLinkTexts } from '../../../../../domain/importing/leads/amocrmText.ru'
import { type FacetKey, type Facets, facetKeys, facets, isSame } from '../../../../../domain/importing/leads/facets'
import { judgeLead } from '../../../../../domain/importing/leads/judgeLead'
import { carriedBy, type LeadView, ofDeal, type Reading, readLead } from '../../../../../domain/importing/leads/lead'
import { dayTime } from '../../../../../domain/text/russian'
import type { AmoDifference, AmoDifferences } from '../../../../../rpc/amoContract'
import type { Input } from '../../../../../rpc/contract'
import { changes } from '../../../../../usecases/changes'
import { amoLinkOf, amoRow } from '../../../../../usecases/control/amocrm/queue'
import { clientOf, clientRow, nextVersion } from '../../../../../usecases/located'
import { commit } from '../../../../desk/commit'
import { type Loaded, loadDesk, loadFurther } from '../../../../desk/load'
import { underLock } from '../../../../google/lock'
import { scanColumns } from '../../../../google/register/records'
import { amoToken } from '../../../../google/spreadsheet'
import { AmoError } from '../../amoError'
import { leadsById, leadViews } from '../../lists'
import type { AmoAccess } from '../../request'
import type { AmoSetting } from '../amoState'
import { readingOf } from '../amoState'
import { pairColumns, pairPlaces, pairRow, readPairs } from '../pairs'

/** So many open deals are compared at once, the newest first. */
const most = 300

const nothing: AmoDifferences = { deals: [], compared: 0, message: '', good: true }

export function differencesOf({ session }: AmoSetting): AmoDifferences {
  const first = loadDesk(session, { columns: { amo: [...pairColumns], deals: ['id', 'stage'] } })
  const asking = askingOf(first)
  if (asking === null) return { ...nothing, message: amoDifferenceTexts.notConnected(), good: false }
  try {
    return compared(asking, first)
  } catch (error) {
    if (!(error instanceof AmoError)) throw error
    return { ...nothing, message: error.told || amoLinkTexts.wait(), good: false }
  }
}

interface Asking {
  readonly access: AmoAccess
  readonly reading: Reading
}

function askingOf(loaded: Loaded): Asking | null {
  const link = amoLinkOf(loaded.desk.service)
  const token = amoToken()
  return link === null || token === '' ? null : { access: { host: link.host, token }, reading: readingOf(loaded, link) }
}

function compared({ access, reading }: Asking, first: Loaded): AmoDifferences {
  const open = new Map(
    scanColumns<Deal>(first.snapshot, 'deals').rows.flatMap(({ row, value: { id, stage } }) =>
      id !== undefined && stage !== undefined && openStages.includes(stage) ? [[id, row] as const] : [],
    ),
  )
  const places = pairPlaces(first)
    .filter(({ deal }) => open.has(deal))
    .slice(-most)
  const loaded = loadFurther(first, { deals: places.map(({ deal }) => ({ id: deal, row: open.get(deal) ?? null })) })
  const leads = new Map(
    leadViews(
      access,
      leadsById(
        access,
        places.map(({ lead }) => lead),
      ),
    ).map((lead) => [lead.id, lead]),
  )
  const deals = readPairs(loaded, places).flatMap(({ deal: id, lead, state, waiting }) => {
    const deal = loaded.desk.deals.get(id)?.value
    const view = leads.get(lead)
    if (deal === undefined || state === 'gone') return []
    if (view === undefined)
      return [differenceOf(deal, lead, [{ title: facets.stage.title, here: stageTitles[deal.stage], there: amoDifferenceTexts.gone() }])]
    const fields = differing(deal, view, reading, waiting !== '').map((key) => sides(key, deal, view, reading))
    return fields.length === 0 ? [] : [differenceOf(deal, lead, fields)]
  })
  return { ...nothing, deals, compared: places.length }
}

function differenceOf({ id, organisation }: Deal, lead: number, fields: AmoDifference['fields']): AmoDifference {
  return { deal: id, lead, organisation, fields }
}

function differing(deal: Deal, lead: LeadView, reading: Reading, isWaiting: boolean): FacetKey[] {
  const [here, there] = [ofDeal(deal, reading.link), readLead(lead, reading).facets]
  const skipped: readonly FacetKey[] = isWaiting ? ['stage', 'failure'] : []
  return facetKeys.filter((key) => key in there && !skipped.includes(key) && !isSame(key, here[key], there[key]))
}

function sides(key: FacetKey, deal: Deal, lead: LeadView, reading: Reading): AmoDifference['fields'][number] {
  const [here, there] = [ofDeal(deal, reading.link), readLead(lead, reading).facets]
  return { title: facets[key].title, here: shownValue(key, here), there: shownValue(key, there) }
}

function shownValue(key: FacetKey, values: Facets): string {
  const value = values[key] ?? ''
  if (value === '') return '—'
  if (key === 'stage') return stageTitles[value as Stage] ?? amoDifferenceTexts.otherStage()
  if (key === 'topic') return topicTitles[Number(value)] ?? String(value)
  if (key === 'format') return (formatTitles as Readonly<Record<string, string>>)[value] ?? String(value)
  return key === 'start' ? dayTime(String(value), '') : String(value)
}

/** One deal as it stands there, judged as its taker's own edit; or the lead as the deal stands here, with the next tick. */
export function takeSide({ deal: id, from }: Input<'amo/take'>, setting: AmoSetting): AmoDifferences {
  const message = from === 'here' ? takenHere(id, setting) : takenThere(id, setting)
  const after = differencesOf(setting)
  return after.good ? { ...after, message: message === '' ? amoDifferenceTexts.taken(from) : message, good: message === '' } : after
}

function takenHere(id: number, { session }: AmoSetting): string {
  underLock(() => {
    const loaded = loadDesk(session)
    const values = amoRow({ deal: id, row: null, mark: 'here' }, loaded.moment.now)
    commit(loaded, [changes({ kind: 'amo/take', rows: [{ table: 'outbox', row: null, values }] })])
  })
  return ''
}

/** @returns why it was not taken as a whole; '' = it was */
function takenThere(id: number, { session }: AmoSetting): string {
  const first = loadDesk(session, { columns: { amo: [...pairColumns], deals: ['id'] } })
  const place = pairPlaces(first).find(({ deal }) => deal === id)
  const asking = askingOf(first)
  if (place === undefined || asking === null) return amoDifferenceTexts.notConnected()
  const [lead] = leadViews(asking.access, leadsById(asking.access, [place.lead]))
  return lead === undefined ? amoDifferenceTexts.gone() : underLock(() => taken(id, lead, session))
}

function taken(id: number, lead: LeadView, session: AmoSetting['session']): string {
  const first = loadDesk(session, { columns: { amo: [...pairColumns] }, deals: [{ id, row: null }] })
  const deal = first.desk.deals.get(id)?.value
  const asking = askingOf(first)
  const [pair] = readPairs(
    first,
    pairPlaces(first).filter((place) => place.deal === id),
  )
  if (deal === undefined || asking === null || pair === undefined) return amoDifferenceTexts.notConnected()
  const loaded = deal.clientId === null ? first : loadFurther(first, { clients: [clientRow(deal.clientId)] })
  const client = clientOf(loaded.desk, deal)
  const { facets: there, unread } = readLead(lead, asking.reading)
  const keys = differing(deal, lead, asking.reading, pair.waiting !== '')
  const { who, now } = loaded.moment
  const judged = judgeLead({ deal, client, keys, there, unread, who }, { office: loaded.desk.office, now })
  const carried = carriedBy(asking.reading.link, pair)
  const facetsNow = Object.fromEntries(Object.entries(there).filter(([key]) => carried.includes(key as FacetKey)))
  commit(loaded, [
    changes({
      kind: 'amo/take',
      deals: Object.keys(judged.deal).length === 0 ? [] : [{ before: deal, after: nextVersion(deal, judged.deal) }],
      clients:
        client === null || Object.keys(judged.client).length === 0 ? [] : [{ before: client, after: nextVersion(client, judged.client) }],
      rows: pairRow({ ...pair, facets: pair.waiting === '' ? facetsNow : pair.facets }, pair),
    }),
  ])
  const back = Object.entries(judged.putBack)
  return back.length === 0
    ? ''
    : amoDifferenceTexts.notTaken(back.map(([key, why = '']) => [facets[key as FacetKey]?.title ?? key, why] as const))
}
