/** Consultations of one client with what was recommended, newest first. One read; one more for each year of the archive, where it is asked for. */

import type { Client } from '../../domain/client/client'
import type { Deal, Stage } from '../../domain/deal/deal'
import { accept } from '../../domain/problem'
import type { PastConsultation } from '../../rpc/intakeContract'
import { type Known, method } from '../method/method'

const consulted: readonly Stage[] = ['assigned', 'held', 'feedback', 'won']
const historyColumns = ['id', 'stage', 'clientId', 'consultant', 'start', 'topic', 'recommendations']

export const clientHistory = method('client/history', {
  may: 'read',
  reads: ({ archive }) => ({
    columns: { deals: historyColumns, clients: ['id', 'archivedHeld', ...(archive === true ? ['outsideIds'] : [])] },
    ...(archive === true ? { archive: () => historyColumns } : {}),
  }),
  look: ({ clientId, archive }, known) => {
    const archived = known.archived.map((value) => ({ row: null, value }))
    const own = [...known.scan<Deal>('deals'), ...archived].filter(({ value }) => value.clientId === clientId)
    const held = own.flatMap(({ row, value }) => (consulted.includes(value.stage as Stage) ? [pastOf(row, value)] : []))
    return accept({
      consultations: held.sort((a, b) => (b.start ?? '').localeCompare(a.start ?? '') || b.dealId - a.dealId),
      inArchive: archive === true ? 0 : archivedHeldOf(known, clientId),
    })
  },
})

/** How many more there are, as the client's card remembers. */
function archivedHeldOf({ scan }: Known, clientId: number): number {
  return scan<Client>('clients').find(({ value }) => value.id === clientId)?.value.archivedHeld ?? 0
}

function pastOf(row: number | null, { id, stage, start, consultant, topic, recommendations }: Partial<Deal>): PastConsultation {
  return {
    dealId: id ?? 0,
    row,
    start: start ?? null,
    consultant: consultant ?? '',
    topic: topic ?? null,
    recommendations: recommendations ?? '',
    stage: stage ?? 'won',
  }
}
