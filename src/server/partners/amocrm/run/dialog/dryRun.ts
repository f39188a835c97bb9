/** What connecting would write, told before anything is: counts, and the first ten. Nothing is kept. */

import type { Deal } from '../../../../../domain/deal/deal'
import { amoDryTexts } from '../../../../../domain/importing/leads/amocrmText.ru'
import { pageSize } from '../../../../../domain/importing/leads/cursor'
import type { AmoLink } from '../../../../../domain/importing/leads/link'
import type { AmoScreen } from '../../../../../rpc/amoContract'
import { loadFurther } from '../../../../desk/load'
import { scanColumns } from '../../../../google/register/records'
import { askChanged, leadPage, leadViews } from '../../lists'
import type { AmoAccess } from '../../request'
import type { AmoSetting } from '../amoState'
import { pairColumns, pairPlaces } from '../pairs'
import { metBefore } from '../settleNews'

interface Asked {
  readonly access: AmoAccess
  readonly link: AmoLink
  readonly setting: AmoSetting
}

const shown = 10

/** Of the first 250 leads of the pipeline, and of what waits there. */
export function dryRun({ access, link, setting }: Asked): NonNullable<AmoScreen['dry']> {
  const items = leadPage(access, link.pipeline, 1)
  const waiting = askChanged(access, { cursors: {}, unsorted: 1, pipeline: link.pipeline }).unsorted ?? []
  const loaded = loadFurther(setting.loaded, {
    columns: { amo: [...pairColumns], deals: ['id', 'outsideIds', 'organisation'], outbox: ['key', 'done', 'attempts'] },
  })
  const places = pairPlaces(loaded)
  const paired = new Map(places.map(({ lead, deal }) => [lead, deal]))
  const views = leadViews(access, items.slice(0, shown))
  const all = items.map(({ id, name }) => ({ id, name: name ?? '' }))
  const met = metBefore(loaded, all, places)
  const dealOf = (lead: number) => paired.get(lead) ?? met.get(lead)?.deal ?? null
  const known = all.filter(({ id }) => dealOf(id) !== null).length
  const names = new Map(scanColumns<Deal>(loaded.snapshot, 'deals').rows.map(({ value }) => [value.id, value.organisation ?? '']))
  return {
    counts: amoDryTexts.counts({ leads: all.length, isAll: items.length < pageSize, known, waiting: waiting.length }),
    first: views.map(({ id, name, company }) => {
      const deal = dealOf(id)
      return amoDryTexts.line(id, company?.name || name, deal, deal === null ? '' : (names.get(deal) ?? ''))
    }),
  }
}
