/** Requests that wait at a place outside until the desk asks for them: what each is, and what the desk remembers of the place. */

import * as v from 'valibot'
import type { Posted } from '../request'

/** One request as a place outside tells it. */
export interface Inbound {
  /** The place's own number: the same one is the same request. */
  readonly id: string
  /** When it came there, Unix seconds. */
  readonly at: number
  /** As a form would post it: the parser of all senders reads contact and question, the whole text is kept. */
  readonly posted: Posted
}

export const inboundSchema = v.object({
  /** Whose place: VK's community, a number. */
  account: v.pipe(v.string(), v.maxLength(100)),
  /** As it calls itself. */
  name: v.pipe(v.string(), v.maxLength(500)),
  /** Its lists, and the day on which they were asked for. */
  lists: v.array(v.object({ id: v.string(), name: v.string(), questions: v.record(v.string(), v.string()) })),
  day: v.string(),
  /** What came before is history; Unix seconds. */
  since: v.number(),
  /** Numbers that were taken or set aside, the newest last. */
  seen: v.array(v.string()),
  /** Nothing is asked before; '' = it may be asked now. */
  restUntil: v.string(),
  /** For «Сегодня»; '' = all is well. */
  message: v.string(),
})
export type InboundState = v.InferOutput<typeof inboundSchema>
export type InboundList = InboundState['lists'][number]

/** More than first pages of all lists hold together; an older one that is read again is known by its deal. */
const mostSeen = 1_500
/** Clocks differ: what came a little before is looked at too. Seconds. */
const overlap = 3600

export const keyOf = (list: string, id: string): string => `${list}.${id}`

/** Whether it has to be looked at. */
export function isFresh({ since, seen }: Pick<InboundState, 'since' | 'seen'>, key: string, at: number | null): boolean {
  return !seen.includes(key) && (at === null || at >= since - overlap)
}

export function withSeen(state: InboundState, keys: readonly string[]): InboundState {
  return keys.length === 0 ? state : { ...state, seen: [...new Set([...state.seen, ...keys])].slice(-mostSeen) }
}
