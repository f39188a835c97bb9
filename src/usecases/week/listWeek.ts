/** The list for closing the week: ready, not ready with what is missing, waiting for feedback; and whom to ask (K3). */

import type { Client } from '../../domain/client/client'
import { missingDealFields } from '../../domain/deal/card'
import { isUndistributed } from '../../domain/deal/closing'
import type { Deal } from '../../domain/deal/deal'
import type { RequiredField } from '../../domain/deal/requiredFields'
import { isUntouched } from '../../domain/obligations/history'
import { accept } from '../../domain/problem'
import { atMinute, dateOf, type LocalDateTime } from '../../domain/time/localTime'
import { weekClosingDay } from '../../domain/time/workingTime'
import type { Week, WeekCard } from '../../rpc/contract'
import { refOf } from '../card/cards'
import type { Desk, Located } from '../desk'
import { type Known, method, type Reads } from '../method/method'
import { feedbackReasons, newClientWhy, type PastDeal, pastColumns, pastDeals } from './past'

export function listWeek(
  desk: Desk,
  past: readonly PastDeal[],
  { now, closesAt }: { readonly now: LocalDateTime; readonly closesAt: LocalDateTime },
): Week {
  const deals = [...desk.deals.values()].sort((a, b) => (a.value.start ?? '').localeCompare(b.value.start ?? '') || a.value.id - b.value.id)
  const held = deals.filter(({ value }) => value.stage === 'held')
  const { required } = desk.office
  const whys = feedbackReasons(
    held.map(({ value }) => value),
    past,
    { now, office: desk.office },
  )
  const cards = held.map((located) => weekCard(located, whys.get(located.value.id) ?? '', required))
  return {
    closesAt,
    ready: cards.filter(({ missing }) => missing.length === 0),
    incomplete: pastLast(cards.filter(({ missing }) => missing.length > 0)),
    awaiting: deals.filter(({ value }) => value.stage === 'feedback').map((located) => weekCard(located, '', required)),
  }
}

/** What an import has brought is no debt of this week. */
function pastLast(cards: readonly WeekCard[]): WeekCard[] {
  return [...cards.filter(({ deal }) => !isUntouched(deal)), ...cards.filter(({ deal }) => isUntouched(deal))]
}

function weekCard({ value: deal, row }: Located<Deal>, feedbackWhy: string, required: readonly RequiredField[]): WeekCard {
  const { feedbackAskedAt, feedbackWaived } = deal
  return {
    deal,
    ref: refOf(deal, row),
    missing: missingDealFields(deal, 'won', required),
    feedbackWhy,
    undistributed: isUndistributed(deal),
    reasonNeeded: feedbackWhy === newClientWhy && feedbackAskedAt === null && feedbackWaived === '',
  }
}

/** Two reads: which deals are held or asked (and what was before), then those rows. */
export const list = method('week/list', {
  may: 'read',
  reads: [() => weekReads, (_input, known) => waitingRows(known)],
  look: (_input, known) => accept(weekOf(known)),
})

const weekReads: Reads = { columns: { deals: pastColumns, clients: ['id', 'archivedHeld'] } }

function waitingRows(known: Known): Reads | null {
  const waiting = known.scan<PastDeal>('deals').filter(({ value: { stage } }) => stage === 'held' || stage === 'feedback')
  return waiting.length === 0 ? null : { deals: waiting.map(({ row, value }) => ({ id: value.id ?? 0, row })) }
}

function weekOf(known: Known): Week {
  const { desk, moment } = known
  const day = weekClosingDay(desk.office.calendar, dateOf(moment.now)) ?? dateOf(moment.now)
  return listWeek(desk, [...pastDeals(known), ...archivedPast(known)], {
    now: moment.now,
    closesAt: atMinute(day, desk.office.settings.fridayCloseBy),
  })
}

/** Clients who were consulted in a year that is archived now, as their cards remember (K3). */
function archivedPast({ scan }: Known): PastDeal[] {
  const consulted = scan<Client>('clients').filter(({ value }) => (value.archivedHeld ?? 0) > 0)
  return consulted.map(({ value }) => ({ id: 0, clientId: value.id ?? null, stage: 'won', consultant: '', feedbackAskedAt: null }))
}
