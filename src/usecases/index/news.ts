/** What a commit changes of what «Указатель» tells: a line below it, written with the rows themselves. */

import * as v from 'valibot'
import type { Deal } from '../../domain/deal/deal'
import type { Changes, RowChange } from '../changes'
import { clientSigns, dealSigns, keyOf } from './signs'

/** Deal, client (0 = none), consultant, when the client was asked for feedback ('' = he is not any more). */
const askedSchema = v.tuple([v.number(), v.number(), v.string(), v.string()])
export type Asked = v.InferOutput<typeof askedSchema>

export const newsSchema = v.object({
  /** Numbers of deals that were appended, in order. */
  added: v.array(v.number()),
  /** Client, and by how much the number of his closed consultations changes. */
  won: v.array(v.tuple([v.number(), v.number()])),
  asked: v.array(askedSchema),
  /** Key of a sign, and the number of the row that has it now. */
  signs: v.array(v.tuple([v.string(), v.number()])),
})
export type News = v.InferOutput<typeof newsSchema>

export function newsOf({ deals, clients }: Pick<Changes, 'deals' | 'clients'>): News {
  const news = [
    ...deals.flatMap(({ before, after }) => added(after.id, before === null ? [] : dealSigns(before), dealSigns(after))),
    ...clients.flatMap(({ before, after }) => added(after.id, before === null ? [] : clientSigns(before), clientSigns(after))),
  ]
  return {
    added: deals.flatMap(({ before, after }) => (before === null ? [after.id] : [])),
    won: deals.flatMap(wonBy),
    asked: deals.flatMap(askedNow),
    signs: news,
  }
}

export function isNothing({ added: rows, won, asked, signs }: News): boolean {
  return rows.length + won.length + asked.length + signs.length === 0
}

/** A sign that a row has no more stays: whoever is found by it is compared. */
function added(id: number, before: readonly string[], after: readonly string[]): [string, number][] {
  return after.filter((sign) => !before.includes(sign)).map((sign) => [keyOf(sign), id])
}

function wonBy({ before, after }: RowChange<Deal>): [number, number][] {
  const [was, is] = [wonClient(before), wonClient(after)]
  if (was === is) return []
  const pairs: [number, number][] = [
    [was, -1],
    [is, 1],
  ]
  return pairs.filter(([client]) => client !== 0)
}

/** 0 = the deal is no closed consultation of anybody. */
export function wonClient(deal: Pick<Deal, 'stage' | 'clientId'> | null): number {
  return deal?.stage === 'won' ? (deal.clientId ?? 0) : 0
}

function askedNow({ before, after }: RowChange<Deal>): Asked[] {
  const [was, is] = [before === null ? null : askedOf(before), askedOf(after)]
  return String(was ?? [after.id, 0, '', '']) === String(is ?? [after.id, 0, '', '']) ? [] : [is ?? [after.id, 0, '', '']]
}

/** null = the client was not asked. */
export function askedOf({ id, clientId, consultant, feedbackAskedAt }: Pick<Deal, 'id' | 'clientId' | 'consultant' | 'feedbackAskedAt'>) {
  return feedbackAskedAt === null ? null : ([id, clientId ?? 0, consultant, feedbackAskedAt] satisfies Asked)
}
