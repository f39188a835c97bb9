/** «Подключить amoCRM…»: what is asked and answered. */

import * as v from 'valibot'
import type { Stage } from '../domain/deal/deal'
import { stageTitles } from '../domain/deal/words'
import { text } from './inputParts'

const id = v.pipe(v.number(), v.integer(), v.minValue(0))
const stageOrNone = v.union([v.picklist(Object.keys(stageTitles) as Stage[]), v.literal('')])
const access = {
  account: text,
  /** '' = the one that is kept. */
  token: text,
}
const chosen = {
  ...access,
  /** null = as proposed. */
  pipeline: v.nullable(id),
  /** Status → stage; absent = as proposed. */
  stages: v.optional(v.record(v.string(), stageOrNone)),
  /** Field → its number there, 0 = none; absent = as proposed. */
  fields: v.optional(v.record(v.string(), id)),
}

export const amoInputs = {
  'amo/state': v.object({}),
  /** What the account has, and what would be written: nothing is kept. */
  'amo/look': v.object(chosen),
  'amo/connect': v.object(chosen),
  'amo/disconnect': v.object({}),
  'amo/differences': v.object({}),
  /** One deal, taken as it stands on that side. */
  'amo/take': v.object({ deal: id, from: v.picklist(['here', 'there']) }),
} as const

export interface AmoChoice {
  readonly id: number
  readonly title: string
}

export interface AmoScreen {
  readonly connected: boolean
  /** 'centre.amocrm.ru'; '' = not typed yet. */
  readonly account: string
  /** As the account calls itself. */
  readonly name: string
  /** Day on which the key ends; '' = it does not say, or none is kept. */
  readonly until: string
  /** Whose word counts, one sentence a group. */
  readonly groups: readonly { readonly title: string; readonly sentence: string }[]
  /** Empty until the account was looked at. */
  readonly pipelines: readonly AmoChoice[]
  readonly pipeline: number | null
  readonly stages: readonly (AmoChoice & { readonly stage: Stage | '' })[]
  readonly fields: readonly { readonly key: string; readonly title: string; readonly field: number }[]
  readonly fieldChoices: readonly AmoChoice[]
  /** What amoCRM has no place for. */
  readonly missing: readonly string[]
  /** Of a look: what would be written; null = none was made. */
  readonly dry: { readonly counts: readonly string[]; readonly first: readonly string[] } | null
  /** The first meeting: leads looked at; null = it is over, or not begun. */
  readonly met: number | null
  /** One sentence; '' = nothing to tell. */
  readonly message: string
  readonly good: boolean
}

export interface AmoDifference {
  readonly deal: number
  readonly lead: number
  readonly organisation: string
  readonly fields: readonly { readonly title: string; readonly here: string; readonly there: string }[]
}

export interface AmoDifferences {
  readonly deals: readonly AmoDifference[]
  /** Open deals that were compared. */
  readonly compared: number
  readonly message: string
  readonly good: boolean
}

export interface AmoOutputs {
  readonly 'amo/state': AmoScreen
  readonly 'amo/look': AmoScreen
  readonly 'amo/connect': AmoScreen
  readonly 'amo/disconnect': AmoScreen
  readonly 'amo/differences': AmoDifferences
  readonly 'amo/take': AmoDifferences
}
