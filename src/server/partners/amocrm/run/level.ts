/** Connected again: what changed here while it was not goes there with the next sending. */

import { type Deal, openStages, type Stage } from '../../../../domain/deal/deal'
import { outgoing } from '../../../../domain/importing/leads/compare'
import { facetKeys } from '../../../../domain/importing/leads/facets'
import { carriedBy, ofDeal } from '../../../../domain/importing/leads/lead'
import type { AmoState, Away } from '../../../../domain/importing/leads/link'
import { changes, type OwnRow } from '../../../../usecases/changes'
import type { Pair } from '../../../../usecases/control/amocrm/pair'
import { amoRow } from '../../../../usecases/control/amocrm/queue'
import { commit } from '../../../desk/commit'
import { type Loaded, loadDesk } from '../../../desk/load'
import { underLock } from '../../../google/lock'
import { scanColumns } from '../../../google/register/records'
import { type AmoRun, amoStateOf, stateCell } from './amoState'
import { pairColumns, pairPlaces, readPairs } from './pairs'
import { asAmo } from './settleNews'

/** Once, after what changed there has come in. @returns the state as it stands afterwards */
export function levelled(run: AmoRun): AmoState {
  return underLock(() => {
    const loaded = loadDesk(run.session, { columns: { amo: [...pairColumns], deals: ['id', 'outsideIds', ...facetKeys] } })
    const { away, ...state } = amoStateOf(loaded)
    const rows = away === undefined ? [] : owedRows(run, loaded, away)
    commit(asAmo(loaded), [changes({ kind: 'amo/level', rows })], stateCell(state))
    return state
  })
}

function owedRows(run: AmoRun, loaded: Loaded, away: Away): OwnRow[] {
  const places = pairPlaces(loaded)
  const pairs = new Map(readPairs(loaded, places).map((pair) => [pair.deal, pair]))
  const paired = new Set(places.map(({ deal }) => deal))
  return scanColumns<Deal>(loaded.snapshot, 'deals').rows.flatMap(({ row, value }) => {
    const deal = value as Deal
    const pair = pairs.get(deal.id)
    const isOwed = pair === undefined ? !paired.has(deal.id) && isMadeSince(deal, away) : saysOther(run, deal, pair)
    return isOwed ? [{ table: 'outbox', row: null, values: amoRow({ deal: deal.id, row, mark: 'away' }, loaded.moment.now) }] : []
  })
}

/** What an import brought knows its lead, and is met with that lead's next change. */
function isMadeSince({ id, outsideIds }: Deal, away: Away): boolean {
  return id > away.deal && !/(^|[\s;,])amo:/.test(outsideIds ?? '')
}

/** History that was closed on both sides stays calm. */
function saysOther({ link }: AmoRun, deal: Deal, pair: Pair): boolean {
  const said = pair.facets.stage as Stage | undefined
  const isOpen = openStages.includes(deal.stage) || said === undefined || openStages.includes(said)
  if (!isOpen || pair.state !== '') return false
  const carried = carriedBy(link, pair)
  return outgoing(pair.facets, ofDeal(deal, link)).some((key) => carried.includes(key))
}
