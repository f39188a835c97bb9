/** «Персональные данные»: what is kept where, of how many people, since when; and whether somebody is being forgotten. */

import type { Client } from '../../../domain/client/client'
import { placeLines } from '../../../domain/client/personal/map'
import type { Deal } from '../../../domain/deal/deal'
import { accept } from '../../../domain/problem'
import { decoded } from '../../../domain/register/stored'
import { tables } from '../../../domain/register/tables'
import { dateOf } from '../../../domain/time/localTime'
import type { MapLine } from '../../../rpc/personalContract'
import { type Known, method } from '../../method/method'
import { stored } from '../../register/service'

const told = ['contact', 'phone', 'email', 'messenger'] as const

export const map = method('personal/map', {
  may: 'forget',
  reads: () => ({ columns: { clients: ['id', 'created', ...told], deals: ['id', 'received', 'contact', 'phone'] } }),
  look: (_input, known) => {
    const { service, office } = known.desk
    const queue = decoded(stored.forgetting, service.forgetting, null)?.queue ?? []
    const filesLeft = decoded(stored.filesLeft, service.filesLeft, []).map(({ id }) => id)
    return accept({
      lines: placeLines().map((line): MapLine => ({ ...line, ...countOf(line.place, known) })),
      progress: { left: queue.length, done: 0, of: 0, filesLeft },
      months: office.settings.personalMonths,
    })
  },
})

type Count = Pick<MapLine, 'people' | 'since'>

function countOf(place: string, { scan }: Known): Count {
  if (place === `«${tables.clients.title}»`) return counted(scan<Client>('clients').map(({ value }) => ({ ...value, at: value.created })))
  if (place === `«${tables.deals.title}»`) return counted(scan<Deal>('deals').map(({ value }) => ({ ...value, at: value.received })))
  return { people: null, since: null }
}

type Row = Partial<Pick<Client, (typeof told)[number]>> & { readonly at?: string | undefined }

/** Rows that tell of somebody. */
function counted(rows: readonly Row[]): Count {
  const tell = rows.filter((row) => told.some((key) => (row[key] ?? '') !== ''))
  const days = tell.flatMap(({ at }) => (at ? [dateOf(at)] : [])).sort()
  return { people: tell.length, since: days[0] ?? null }
}
