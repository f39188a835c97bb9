/** «Мои консультации»: what the caller holds himself, what is to be filled first, then today, this week, later (A4, C8, K4). */

import type { Deal } from '../../domain/deal/deal'
import { isHistory } from '../../domain/obligations/history'
import type { ObligationKey } from '../../domain/obligations/obligations'
import { accept } from '../../domain/problem'
import { addDays, addMinutes, dateOf, type LocalDateTime, mondayOf } from '../../domain/time/localTime'
import type { OwnConsultation } from '../../rpc/contract'
import type { ControlLine } from '../desk'
import { type Known, method } from '../method/method'

const keys: readonly string[] = ['A4.hold', 'C8.fill', 'K4.complete'] satisfies ObligationKey[]

/** So many rows are read at once. */
const most = 60

/** «Контроль» knows whose they are, and where they stand: two calls, whatever the size of the register. */
export const mine = method('deal/mine', {
  may: 'read',
  reads: [() => ({}), (_input, known) => ({ deals: ownRows(known) })],
  look: (_input, known) => accept({ items: itemsOf(known) }),
})

function ownLines({ desk, moment: { who } }: Known): ControlLine[] {
  if (who.initials === '') return []
  return desk.control.filter((line) => keys.includes(line.key) && line.who === who.initials && !isHistory(line))
}

function ownRows(known: Known): { readonly id: number; readonly row: number | null }[] {
  const rows = new Map(ownLines(known).flatMap(({ dealId, row }) => (dealId === null ? [] : [[dealId, { id: dealId, row }] as const])))
  return [...rows.values()].slice(0, most)
}

function itemsOf(known: Known): OwnConsultation[] {
  const { desk, moment } = known
  const lines = ownLines(known)
  const items = ownRows(known).flatMap(({ id }) => {
    const found = desk.deals.get(id)
    const own = lines.filter(({ dealId, key }) => dealId === id && key !== 'A4.hold')
    return found === undefined ? [] : (itemOf(found.value, found.row, own, moment.now) ?? [])
  })
  return items.sort((a, b) => groups.indexOf(a.group) - groups.indexOf(b.group) || (orderOf(a) < orderOf(b) ? -1 : 1))
}

const groups: readonly OwnConsultation['group'][] = ['fill', 'today', 'week', 'later']

/** What is due first is filled first. */
function orderOf({ due, start, id }: OwnConsultation): string {
  return `${due ?? start} ${start} ${id}`
}

/** @returns null where it is to be filled no more, though «Контроль» has not heard of it */
function itemOf(deal: Deal, row: number | null, fill: readonly ControlLine[], now: LocalDateTime): OwnConsultation | null {
  const { id, clientId, organisation, contact, phone, stage, start, topic, format, place } = deal
  if (start === null || (stage !== 'assigned' && fill.length === 0)) return null
  const end = deal.end ?? addMinutes(start, 60)
  const group = end <= now ? 'fill' : dateOf(start) === dateOf(now) ? 'today' : start < addDays(mondayOf(now), 7) ? 'week' : 'later'
  const due = group === 'fill' ? (fill.map((line) => line.due).sort()[0] ?? null) : null
  const who = { id, row, clientId, organisation, contact, phone, stage }
  return { ...who, start, end, topic, format, place, group, due, cannotHold: deal.cannotHold !== '' }
}
