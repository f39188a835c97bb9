/** How the office's amoCRM is read: account, pipeline, what its stages, fields, people and reasons mean here. Kept in «Служебное», without the key. */

import * as v from 'valibot'
import type { Stage } from '../../deal/deal'
import { stageTitles } from '../../deal/words'

const text = v.string()
const id = v.number()

/** Fields of amoCRM that the desk knows, by what they say. */
export const fieldKeys = [
  ...(['consultant', 'start', 'topic', 'request', 'format', 'minutes', 'project', 'content', 'recommendations'] as const),
  'channel',
] as const
export type FieldKey = (typeof fieldKeys)[number]

const stage = v.picklist(Object.keys(stageTitles) as Stage[])

const field = v.object({
  id,
  name: text,
  type: text,
  /** Of a list: number and word. */
  enums: v.array(v.tuple([id, text])),
})
export type AmoFieldLink = v.InferOutput<typeof field>

export const linkSchema = v.object({
  /** 'centre.amocrm.ru'. */
  host: text,
  account: text,
  pipeline: id,
  pipelineTitle: text,
  /** Status «Неразобранное» of the pipeline. */
  waiting: id,
  /** Status that stands for a stage; each stage but «Неразобранное» has one. */
  statuses: v.record(text, id),
  /** What a status means, by its number. */
  stages: v.record(text, stage),
  fields: v.record(text, field),
  reasons: v.array(v.tuple([id, text])),
  /** Number, e-mail, name. */
  users: v.array(v.tuple([id, text, text])),
  /** When it was connected, Unix seconds: what is older there is met page by page. */
  since: id,
  /** Day on which the key ends; '' = it does not say. */
  until: text,
})
export type AmoLink = v.InferOutput<typeof linkSchema>

/** How far a list has been read. */
const cursor = v.object({
  /** Everything up to then was seen, Unix seconds. */
  at: id,
  page: id,
  /** The latest time of change on the pages so far. */
  top: id,
})
export type Cursor = v.InferOutput<typeof cursor>

export const lists = ['leads', 'contacts', 'notes', 'events'] as const
export type ListName = (typeof lists)[number]

export const stateSchema = v.object({
  cursors: v.object({ leads: cursor, contacts: cursor, notes: cursor, events: cursor }),
  /** What the last look saw, as it stood: seen again, it is no news. */
  seen: v.array(text),
  /** The first meeting: next page and deals so far; null = it is over. */
  meeting: v.nullable(v.object({ page: id, done: id, made: id, known: id, left: v.exactOptional(id) })),
  /** Nothing is asked before; '' = it may be asked now. */
  restUntil: text,
  /** The sentence for «Сегодня»; '' = nothing to tell. */
  message: text,
  /** It was disconnected: from what, since when it had been connected, and the last deal that it was told of. Gone when both sides are level again. */
  away: v.exactOptional(v.object({ host: text, pipeline: id, since: id, deal: id })),
})
export type Away = NonNullable<AmoState['away']>
export type AmoState = v.InferOutput<typeof stateSchema>

/** The stage that a status means; statuses that nobody has named mean none. */
export function stageOf({ stages: known }: Pick<AmoLink, 'stages'>, status: number): Stage | null {
  return known[String(status)] ?? null
}

/** As the pipeline can tell it: two stages may share a status, and «Неразобранное» that was accepted there is a new request. */
export function shownStage(link: Pick<AmoLink, 'stages' | 'statuses'>, of: Stage): Stage {
  const status = statusOf(link, of)
  return (status === null ? null : stageOf(link, status)) ?? of
}

export function statusOf({ statuses }: Pick<AmoLink, 'statuses'>, of: Stage): number | null {
  return statuses[of === 'unsorted' ? 'new' : of] ?? null
}
